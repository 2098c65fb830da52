"""Accounts side by side: rows of points, and per side a cell with its words."""

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.event import Event
from rashomon.model.ids import DocumentId
from rashomon.model.spans import Span


class Relation(StrEnum):
    """How the accounts of two sides stand on one point."""

    AGREE = "agree"
    DIFFER = "differ"
    CONTRADICT = "contradict"
    ONLY = "only"
    UNCLEAR = "unclear"


class CellStatus(StrEnum):
    """What we know of one side on one point."""

    SAYS = "says"
    REPORTED_SILENT = "reported silent"  # another text says that it did not mention the point
    NOT_FOUND = "not found"  # not in the texts searched; never "did not say"
    NO_STATEMENT = "no statement"  # we hold no text of this side that we can read


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words at an exact place of a document."""

    document_id: DocumentId
    span: Span
    exact: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One side on one point."""

    status: CellStatus
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One point, and a cell for every side of the comparison, in the order of its sides."""

    topic: str
    relation: Relation
    reason: str
    confidence: float  # in [0, 1]
    notes: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The accounts of the sides on one event, side by side."""

    event: Event | None
    sides: tuple[str, ...]
    documents: tuple[DocumentId, ...]  # the texts searched
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()  # what the reader should know: texts not read, things withheld
