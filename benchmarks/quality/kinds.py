"""Measure how kinds are told: with all metadata, by title and text, and by the text alone.

    python benchmarks/quality/kinds.py [--check] [--misses]

Reads RASHOMON_EVALUATION (default ../shared/evaluation) and the corpora beside it; says so when
they are not there. The weights have seen the statements of `corpora`: what other governments'
texts give is told by `training/kinds/train.py --held-out`.
"""

import argparse
import gzip
import json
import math
import os
import sys
import time
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from rashomon.documents import extract
from rashomon.model import Document, DocumentId, Kind, Page, PageForm

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("RASHOMON_EVALUATION", HERE.parents[2] / "shared/evaluation"))
STATEMENTS = DATA.parent / "corpora/statements.jsonl.gz"
OWN = HERE.parents[1] / "tests/documents/kinds/texts.toml"
FLOOR = 0.95  # of every set that must be right with its metadata
Z = 1.96  # of a 95 % interval

Record: TypeAlias = dict[str, str]
VIEWS: Mapping[str, frozenset[str]] = {
    "all metadata": frozenset(["title", "publisher", "url"]),
    "no publisher": frozenset(["title", "url"]),
    "title and text": frozenset(["title"]),
    "text alone": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A text and what it should be."""

    record: Record
    wanted: frozenset[Kind]


def read_lines(path: Path) -> list[Record]:
    """Read records of JSON lines."""
    content = path.read_bytes()
    content = gzip.decompress(content) if path.suffix == ".gz" else content
    return [json.loads(line) for line in content.splitlines()]


def ask(records: Sequence[Record], view: frozenset[str]) -> list[Document]:
    """Extract records that keep their text and some of their metadata."""
    pages = []
    for place, record in enumerate(records):
        shown = {key: value for key, value in record.items() if key in view and value}
        content = json.dumps({"id": str(place), "text": record["text"], "language": "en"} | shown)
        name = f"{place}.jsonl"
        page = Page(id=DocumentId(name), form=PageForm.RECORD, content=content.encode(), path=name)
        pages.append(page)
    return [found for found in extract(pages) if isinstance(found, Document)]


def interval(n_right: int, n: int) -> tuple[float, float]:
    """Return Wilson's interval of a share (1927)."""
    share = n_right / n
    middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    reach = Z * math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    return middle - reach, middle + reach


def gather() -> dict[str, list[Case]]:
    """Read the sets, by name."""
    official = frozenset([Kind.STATEMENT, Kind.READOUT])
    report = frozenset([Kind.REPORT])
    sets = {
        "statements of three governments": [Case(each, official) for each in read_lines(STATEMENTS)]
    }
    for name, path in (
        ("news, PolNeAR dev", "attribution/dev.input.jsonl"),
        ("news, AQUAINT", "time/dev.input.jsonl"),
        ("news, grouping dev", "grouping/dev.input.jsonl"),
    ):
        sets[name] = [Case(each, report) for each in read_lines(DATA / path)]
    sets["comparison/documents"] = [
        Case(each, frozenset([Kind(each["kind"])]))
        for path in sorted((DATA / "comparison/documents").glob("*.jsonl"))
        for each in read_lines(path)
    ]
    return sets


def gather_own() -> list[Case]:
    """Read the texts that we wrote."""
    texts = tomllib.loads(OWN.read_text(encoding="utf-8"))["texts"]
    return [Case(each, frozenset([Kind(each["kind"])])) for each in texts]


def measure(name: str, cases: Sequence[Case], *, shows_misses: bool) -> float:
    """Print the share that is right in each view, and return it for the first."""
    shares = []
    for view, keys in VIEWS.items():
        documents = ask([case.record for case in cases], keys)
        pairs = list(zip(cases, documents, strict=True))
        n_right = sum(found.kind in case.wanted for case, found in pairs)
        n_apart = sum(
            (found.kind is Kind.REPORT) == (Kind.REPORT in case.wanted) for case, found in pairs
        )
        brier = sum(
            (found.kind_confidence - (found.kind in case.wanted)) ** 2 for case, found in pairs
        )
        low, high = interval(n_right, len(cases))
        shares.append(n_right / len(cases))
        print(
            f"{name}, {view}: {shares[-1]:.3f} [{low:.3f}, {high:.3f}], n = {len(cases)}; "
            f"report or not {n_apart / len(cases):.3f}; Brier {brier / len(cases):.3f}"
        )
        for case, found in pairs if shows_misses else ():
            if found.kind not in case.wanted:
                told = f"{found.kind} {found.kind_confidence:.2f}"
                print(f"    {told} {_head(case)}: {found.kind_reason}")
    return shares[0]


def _head(case: Case) -> str:
    return str(case.record.get("title") or case.record["text"])[:70].replace("\n", " ")


def measure_speed(cases: Sequence[Case]) -> None:
    """Print what telling a kind costs a text."""
    from rashomon.documents.kinds import find_kind  # noqa: PLC0415  # only for its speed

    begin = time.process_time()
    for case in cases:
        find_kind(title=None, body=case.record["text"], publisher=None, url=None)
    cost = (time.process_time() - begin) / len(cases)
    print(f"speed: {cost * 1000:.3f} ms a text, n = {len(cases)}")


def main() -> int:
    """Measure all sets."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help=f"fail below {FLOOR}")
    parser.add_argument("--misses", action="store_true", help="print each miss with its reason")
    arguments = parser.parse_args()
    scores = {}
    if DATA.is_dir() and STATEMENTS.is_file():
        sets = gather()
        for name, cases in sets.items():
            scores[name] = measure(name, cases, shows_misses=arguments.misses and len(cases) < 100)
        measure_speed(sets["news, PolNeAR dev"])
    else:
        print(f"kinds: no evaluation data in {DATA}; only our own texts are measured")
    measure("our own texts", gather_own(), shows_misses=arguments.misses)
    return int(arguments.check and min(scores.values(), default=1.0) < FLOOR)


if __name__ == "__main__":
    sys.exit(main())
