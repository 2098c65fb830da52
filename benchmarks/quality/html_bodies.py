"""Measure the bodies of HTML pages against trafilatura's, in one run on one machine.

    python benchmarks/quality/html_bodies.py

Reads RASHOMON_EVALUATION (default ../shared/evaluation); says so when it is not there. The shipped
weights have seen these pages: what new pages give is told by `training/bodies/train.py --folds 8`.
"""

import gzip
import json
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from rashomon.documents.html import extract_html
from rashomon.model import DocumentId, Page, PageForm, Zone

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("RASHOMON_EVALUATION", HERE.parents[2] / "shared/evaluation")) / "zones"
N_DRAWS = 2_000
N_RUNS = 3  # for speed; the first also loads

Scores = list[tuple[float, float]]  # precision and recall, a pair a page


def ours(name: str, content: bytes) -> str:
    """Return the body that `rashomon extract` prints."""
    page = Page(id=DocumentId(name), form=PageForm.HTML, content=content, path=name)
    document = extract_html(page)
    spans = document.spans_of(Zone.BODY)
    return "\n\n".join(document.text[span.start : span.end] for span in spans)


def theirs(_name: str, content: bytes) -> str:
    """Return trafilatura's text in its precision mode, comments left out."""
    from trafilatura import extract  # noqa: PLC0415  # only for this comparison

    return extract(content, favor_precision=True, include_comments=False) or ""


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Count the word 4-grams of a text, as score_zones.py does."""
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def score_page(gold: str, found: str) -> tuple[float, float]:
    """Return precision and recall of one page."""
    wanted, given = shingles(gold), shingles(found)
    n_shared = (wanted & given).total()
    precision = n_shared / given.total() if given else 0.0
    return precision, n_shared / wanted.total() if wanted else 1.0


def f1(scores: Scores) -> float:
    """Return the harmonic mean of the mean precision and the mean recall."""
    precision = sum(each[0] for each in scores) / len(scores)
    recall = sum(each[1] for each in scores) / len(scores)
    return 2 * precision * recall / (precision + recall)


def measure(
    name: str, finder: Callable[[str, bytes], str], pages: dict[str, bytes], gold: dict[str, str]
) -> Scores:
    """Print one body finder's scores and speed."""
    times: list[float] = []
    for _ in range(N_RUNS):
        begin = time.process_time()
        bodies = {key: finder(key, content) for key, content in pages.items()}
        times.append(time.process_time() - begin)
    scores = [score_page(gold[key], body) for key, body in bodies.items()]
    chance = random.Random(0)  # a bootstrap, no secret
    draws = sorted(f1(chance.choices(scores, k=len(scores))) for _ in range(N_DRAWS))
    low, high = draws[N_DRAWS // 40], draws[-N_DRAWS // 40]
    print(
        f"{name}: F1 {f1(scores):.3f} [{low:.3f}, {high:.3f}], n = {len(scores)} pages, zones dev; "
        f"{len(pages) / min(times):.0f} pages per CPU-second"
    )
    return scores


def main() -> int:
    """Measure both."""
    if not DATA.is_dir():
        print(f"html: no evaluation data in {DATA}; nothing measured")
        return 0
    with (DATA / "dev.gold.jsonl").open(encoding="utf-8") as lines:
        gold = {record["id"]: record["body"] for record in map(json.loads, lines)}
    pages = {
        key: gzip.decompress((DATA / f"html/{key}.html.gz").read_bytes()) for key in sorted(gold)
    }
    found = measure("rashomon, weights that have seen these pages", ours, pages, gold)
    other = measure("trafilatura, precision mode", theirs, pages, gold)
    return int(f1(found) < f1(other))


if __name__ == "__main__":
    sys.exit(main())
