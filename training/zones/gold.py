"""Pages whose lines are labelled: the development pages, and pages of our own.

`labels.jsonl` names lines of the development pages by number and holds none of their words;
`pages/` holds pages written for this, a zone before every line. README.md has both forms.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rashomon.documents.lines import split_lines
from rashomon.model import Zone

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Gold:
    """A page: its lines, and what each is for."""

    id: str
    lines: list[str]
    zones: list[Zone]  # of a line that holds two, the longer part's
    parts: list[frozenset[Zone]]  # all zones of a line
    is_ours: bool


def read_all(folder: Path) -> list[Gold]:
    """Read the development pages, if the folder of the evaluation data has them, and ours."""
    path = folder / "zones" / "dev.input.jsonl"
    return [*(_read_development(path) if path.is_file() else ()), *_read_ours()]


def _read_development(path: Path) -> Iterator[Gold]:
    with (HERE / "labels.jsonl").open(encoding="utf-8") as stream:
        labels = {label["id"]: label for label in map(json.loads, stream)}
    with path.open(encoding="utf-8") as stream:
        pages = [json.loads(line) for line in stream]
    for page in pages:
        label, text = labels[page["id"]], page["text"]
        if sha256(text.encode()).hexdigest()[:16] != label["sha256"]:
            raise SystemExit(f"{path}: page {page['id']} is not the one that was labelled")
        zone_of = {
            number: Zone(zone)
            for first, last, zone in label["runs"]
            for number in range(first, last + 1)
        }
        more: dict[int, set[Zone]] = {}
        for number, _offset, before, after in label["splits"]:
            more.setdefault(number, set()).update((Zone(before), Zone(after)))
        numbers = [n for n, line in enumerate(text.split("\n")) if line.strip()]
        zones = [zone_of[number] for number in numbers]
        parts = [
            frozenset(more.get(number, {zone})) for number, zone in zip(numbers, zones, strict=True)
        ]
        lines = [line.text for line in split_lines(text)]
        yield Gold(page["id"], lines, zones, parts, is_ours=False)


def _read_ours() -> Iterator[Gold]:
    for path in sorted((HERE / "pages").glob("*.txt")):
        rows = path.read_text(encoding="utf-8").split("\n")[1:]
        fields = [row.split("\t") for row in rows if row.strip()]
        pieces = [list(zip(row[::2], row[1::2], strict=True)) for row in fields]
        kept = [row for row in pieces if "".join(text for _, text in row).strip()]
        yield Gold(
            id=path.stem,
            lines=["".join(text for _, text in row).strip() for row in kept],
            zones=[Zone(max(row, key=lambda piece: len(piece[1]))[0]) for row in kept],
            parts=[frozenset(Zone(zone) for zone, _ in row) for row in kept],
            is_ours=True,
        )
