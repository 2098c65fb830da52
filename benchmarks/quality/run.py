"""Measure the stages on our own data and on the dev data, by the scorers that stand beside it.

    python benchmarks/quality/run.py [--check]

Reads RASHOMON_EVALUATION (default ../shared/evaluation); says so when it is not there, and
measures what the repository itself holds. With
--check, a score below its floor in floors.json is a failure. README.md here holds the figures. The
weights that tell zones have seen these pages: their scores here only show that nothing broke.
"""

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from attributions import own_forces, own_register
from rashomon.attributions import Mode

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("RASHOMON_EVALUATION", HERE.parents[2] / "shared/evaluation"))
RASHOMON = [sys.executable, "-m", "rashomon"]


def output_of(*command: object) -> str:
    """Run a command and return what it prints."""
    words = [str(word) for word in command]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


def attribution(folder: Path) -> dict[str, float]:
    """PolNeAR dev: 84 articles, 2,192 attributions."""
    found = folder / "attributions.jsonl"
    data = DATA / "attribution"
    output_of(*RASHOMON, "attribute", data / "dev.input.jsonl", "-o", found)
    scorer = (sys.executable, DATA / "score_attribution.py", data / "dev.gold.jsonl", found)
    print(output_of(*scorer, "--bootstrap", "1000"))
    scores = json.loads(output_of(*scorer, "--json"))
    return {"attribution full F1": scores["full"]["f1"]}


def own_attribution(_folder: Path) -> dict[str, float]:
    """Our own sentences on who said what: 217 texts, 309 attributions; 280 on force."""
    mode = Mode.ACCURATE
    return {
        "own attribution full F1": own_register(mode),
        "own force macro F1": own_forces(mode),
    }


def zones(folder: Path) -> dict[str, float]:
    """Zones dev: 95 pages as plain text, furniture in."""
    found = folder / "zones.jsonl"
    data = DATA / "zones"
    output_of(*RASHOMON, "extract", data / "dev.input.jsonl", "-o", found)
    printed = output_of(sys.executable, DATA / "score_zones.py", data / "dev.gold.jsonl", found)
    print(printed)
    return {"zones body F1": _last_number(r"F1 ([01]\.\d+)", printed)}


def html(folder: Path) -> dict[str, float]:
    """Zones dev: the same 95 pages as HTML."""
    found = folder / "pages.jsonl"
    data = DATA / "zones"
    output_of(*RASHOMON, "extract", data / "html", "-o", found)
    pages = [json.loads(line) for line in found.read_text(encoding="utf-8").splitlines()]
    named = ({**page, "id": Path(page["id"]).name.split(".")[0]} for page in pages)
    found.write_text("".join(json.dumps(page) + "\n" for page in named), encoding="utf-8")
    printed = output_of(sys.executable, DATA / "score_zones.py", data / "dev.gold.jsonl", found)
    print(printed)
    return {"html body F1": _last_number(r"F1 ([01]\.\d+)", printed)}


def times(folder: Path) -> dict[str, float]:
    """Time dev: AQUAINT, 73 documents, 579 expressions; times.py has intervals and forms."""
    found = folder / "times.jsonl"
    data = DATA / "time"
    output_of(*RASHOMON, "dates", data / "dev.input.jsonl", "-o", found)
    printed = output_of(sys.executable, DATA / "score_time.py", data / "dev.gold.jsonl", found)
    print(printed)
    return {
        "time strict F1": _last_number(r"(?m)^strict .*F1 ([01]\.\d+)", printed),
        "time value F1": _last_number(r"(?m)^value .*F1 ([01]\.\d+)", printed),
        "time exact-day recall": _last_number(r"exact-day recall ([01]\.\d+)", printed),
    }


def comparison(folder: Path) -> dict[str, float]:
    """Comparison dev: 19 pairs of readouts, 288 rows."""
    data = DATA / "comparison"
    found = folder / "comparison"
    compare = [*RASHOMON, "compare", "{}", "--format", "json"]
    output_of(sys.executable, DATA / "run_comparison.py", data / "gold-dev", found, "--", *compare)
    printed = output_of(sys.executable, DATA / "score_comparison.py", data / "gold-dev", found)
    print(printed)
    return {
        f"comparison {name} F1": _last_number(rf"(?m)^{name} .*F1 ([01]\.\d+)", printed)
        for name in ("row", "strict")
    }


def digest(pattern: str) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 of gold files, in their order.

    They lie here, or in the evaluation data.
    """
    paths = sorted(HERE.glob(pattern)) or sorted(DATA.glob(pattern))
    content = b"".join(path.read_bytes() for path in paths)
    return hashlib.sha256(content).hexdigest()[:16]


def _last_number(pattern: str, printed: str) -> float:
    return float(re.findall(pattern, printed)[-1])


def main() -> int:
    """Run all stages and compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="fail when a score is below its floor")
    arguments = parser.parse_args()
    stages = [own_attribution]
    if DATA.is_dir():
        stages += [attribution, zones, html, times, comparison]
    else:
        print(f"quality: no evaluation data in {DATA}; only our own is measured")
    scores: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        for stage in stages:
            print(f"== {stage.__doc__}")
            scores.update(stage(Path(name)))
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    n_below = 0
    for name, pinned in floors.items():
        if name not in scores:
            continue
        is_same = digest(pinned["gold"]) == pinned["sha256"]
        is_below = is_same and scores[name] < pinned["floor"]
        n_below += is_below
        remark = "  BELOW" if is_below else "" if is_same else "  other gold data: no floor"
        print(f"{name}: {scores[name]:.3f} (floor {pinned['floor']}, {pinned['n']}){remark}")
    return int(arguments.check and n_below > 0)


if __name__ == "__main__":
    sys.exit(main())
