"""Measure the zones of HTML pages, other than body, against the labels of the same pages as text.

    python benchmarks/quality/html_zones.py

Both have the same lines, but not cut alike and not all in the same order. A line of gold counts
where a line of the HTML page has the same words; the others are left out, and how many is told.
Reads RASHOMON_EVALUATION (default ../shared/evaluation); says so when it is not there.
"""

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "training/zones"))

from gold import read_all  # noqa: E402  # training is no package
from measuring import DATA  # noqa: E402

from rashomon.documents.html import extract_html  # noqa: E402
from rashomon.model import DocumentId, Page, PageForm, Zone  # noqa: E402


def words_of(line: str) -> str:
    """Return the words of a line, marks and white space left out."""
    return " ".join(re.findall(r"\w+", line))


def zones_of(name: str) -> dict[str, list[frozenset[Zone]]]:
    """Return the zones of each line of a page of HTML, by its words, in order."""
    content = gzip.decompress((DATA / "zones/html" / f"{name}.html.gz").read_bytes())
    page = Page(id=DocumentId(name), form=PageForm.HTML, content=content, path=name)
    document = extract_html(page)
    found: dict[str, list[frozenset[Zone]]] = defaultdict(list)
    start = 0
    for line in document.text.split("\n"):
        end = start + len(line)
        inside = (z.zone for z in document.zones if start <= z.span.start < end)
        found[words_of(line)].append(frozenset(inside))
        start = end + 1
    return found


def main() -> int:
    """Measure each zone's F1 over the lines that both have."""
    pages = [page for page in read_all(DATA) if not page.is_ours]
    if not pages:
        print(f"html_zones: no evaluation data in {DATA}; nothing measured")
        return 0
    pairs: list[tuple[frozenset[Zone], frozenset[Zone]]] = []
    n_missing = 0
    for page in pages:
        found = zones_of(page.id)
        for line, parts in zip(page.lines, page.parts, strict=True):
            same = found.get(words_of(line))
            if same:
                pairs.append((parts, same.pop(0) if len(same) > 1 else same[0]))
            else:
                n_missing += 1
    print(f"{len(pages)} pages, {len(pairs)} lines; {n_missing} lines of gold left out")
    scores = []
    for zone in Zone:
        n_gold = sum(zone in gold for gold, _ in pairs)
        n_system = sum(zone in system for _, system in pairs)
        n_both = sum(zone in gold and zone in system for gold, system in pairs)
        scores.append(2 * n_both / max(1, n_gold + n_system))
        print(f"{zone}: F1 {scores[-1]:.3f}, n = {n_gold}")
    print(f"macro F1 {sum(scores) / len(scores):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
