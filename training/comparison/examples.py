"""The pairs of texts that a comparison learns from, each with its labels.

Three kinds: the 19 dev pairs of `evaluation/comparison`; pairs of statements of
`corpora/statements.jsonl.gz` on different contacts, grouped in `labels.jsonl` (places and numbers,
no text); and pairs of invented readouts, texts and labels, in `readouts.jsonl` and, for the network
alone, `lessons.jsonl`. The first two are read from RASHOMON_SHARED (default ../shared).
"""

import gzip
import json
import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rashomon import pipeline
from rashomon.accounts.compare import main_event
from rashomon.accounts.entries import Entry, enter
from rashomon.accounts.wording import has_content
from rashomon.model import Event, Reading
from rashomon.pages import read_pages

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("RASHOMON_SHARED", ROOT.parent / "shared"))
LABELS = Path(__file__).with_name("labels.jsonl")
INVENTED = Path(__file__).with_name("readouts.jsonl")
LESSONS = Path(__file__).with_name("lessons.jsonl")
LABELLED = "label "  # opens the names of pairs of statements
N_DIGITS = 16  # of the digest of an id, which names a statement among the labels
# Cells match in the scorer when they share half of the smaller.
MIN_SHARE = 0.5

Rows = Sequence[tuple[str, int, int, int]]  # side, start, end, number of the row


@dataclass(frozen=True, slots=True)
class Example:
    """Two documents, their entries before anything is joined, and how they are labelled."""

    name: str
    readings: Sequence[Reading]
    event: Event | None
    entries: Sequence[Entry]
    rows: Rows
    relations: Mapping[int, str]  # of the rows of two sides, where they are labelled


def read_documents(records: Iterable[dict[str, object]]) -> list[Reading]:
    """Read documents given as records."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record) + "\n")
        file.flush()
        return [r for r in pipeline.read(read_pages([file.name])) if isinstance(r, Reading)]


def example(
    name: str, readings: Sequence[Reading], rows: Rows, relations: Mapping[int, str]
) -> Example:
    """Take the entries of two readings."""
    event = main_event(readings)
    sides = frozenset(p.side for p in event.participants if p.side) if event else frozenset()
    entries = [entry for entry in enter(readings, sides) if has_content(entry)]
    return Example(name, readings, event, entries, rows, relations)


def read_gold() -> list[Example]:
    """Read the dev pairs."""
    folder, found = DATA / "evaluation/comparison", []
    for path in sorted((folder / "gold-dev").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        lines = (folder / "documents" / f"{gold['pair']}.jsonl").read_text("utf-8").splitlines()
        readings = read_documents(json.loads(lines[i]) for i in gold["documents"].values())
        rows = [
            (side, start, end, number)
            for number, row in enumerate(gold["rows"])
            for side, spans in row["cells"].items()
            for start, end in spans
        ]
        relations = {k: str(row["relation"]) for k, row in enumerate(gold["rows"])}
        found.append(example(gold["pair"], readings, rows, relations))
    return found


def name_of(record: dict[str, str]) -> str:
    """Return the name that a statement has among the labels."""
    return sha256(record["id"].encode()).hexdigest()[:N_DIGITS]


def read_labels() -> list[Example]:
    """Read the pairs of statements that are labelled here."""
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    wanted = {name for each in labels for name in each["documents"]}
    with gzip.open(DATA / "corpora/statements.jsonl.gz", "rt", encoding="utf-8") as lines:
        named = ((name_of(record := json.loads(line)), record) for line in lines)
        records = {name: record for name, record in named if name in wanted}
    found = []
    for number, each in enumerate(labels):
        pair = [records[name] | {"kind": "readout"} for name in each["documents"]]
        rows = [
            (record["side"], start, end, row)
            for record, points in zip(pair, each["points"], strict=True)
            for start, end, row in points
        ]
        relations = {int(row): relation for row, relation in each.get("relations", {}).items()}
        found.append(example(f"{LABELLED}{number}", read_documents(pair), rows, relations))
    return found


def teaches_network(name: str) -> bool:
    """Tell whether the network learns from a pair; likeness is then learned from the others."""
    return int(sha256(name.encode()).hexdigest(), 16) % 2 == 0


def read_invented(path: Path = INVENTED) -> list[Example]:
    """Read pairs of invented readouts, whose texts and labels are written here."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        pair = json.loads(line)
        records, rows = [], []
        for side, segments in zip(pair["sides"], (pair["A"], pair["B"]), strict=True):
            at = 0
            for words, row in segments:
                if row >= 0:
                    rows.append((side, at, at + len(words), row))
                at += len(words)
            text = "".join(words for words, _ in segments)
            name = f"{pair['pair']} {side}"
            records.append({"id": name, "side": side, "kind": "readout", "text": text})
        relations = {int(row): relation for row, relation in pair["relations"].items()}
        found.append(example(pair["pair"], read_documents(records), rows, relations))
    return found


def label_of(entry: Entry, rows: Rows) -> int | None:
    """Return the row that an entry belongs to."""
    start, end = entry.claim.content.start, entry.claim.content.end
    best, chosen = 0.0, None
    for side, first, last, number in rows:
        shared = max(0, min(end, last) - max(start, first))
        is_match = shared >= MIN_SHARE * (end - start) or shared >= MIN_SHARE * (last - first)
        score = shared - 1e-4 * abs((last - first) - (end - start))
        if side == entry.side and shared and is_match and score > best:
            best, chosen = score, number
    return chosen
