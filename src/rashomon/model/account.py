"""Accounts side by side: rows of points, and per side a cell with its words."""

from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.claim import Act
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
    acts: tuple[Act, ...] = ()  # who is said to do what in them: "both sides", "agreed"


@dataclass(frozen=True, slots=True)
class Link:
    """Why two pieces of text are in one row."""

    first: Quote
    second: Quote
    reason: str
    score: float  # in [0, 1]


@dataclass(frozen=True, slots=True)
class Step:
    """What one rule says of two sides in a row; no relation where it does not apply."""

    rule: str
    sides: tuple[str, str]
    relation: Relation | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """How a row came to be: what joined its words, what was near it, which rule judged it."""

    links: tuple[Link, ...] = ()
    nearest: Link | None = None  # of a row of one side: the likeliest partner, not likely enough
    steps: tuple[Step, ...] = ()
    evidence: tuple[float, ...] = ()  # what its confidence is told from (accounts/confidence.py)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One point, and a cell for every side of the comparison, in the order of its sides."""

    topic: str
    relation: Relation
    reason: str
    confidence: float  # in [0, 1]
    notes: tuple[str, ...]
    cells: tuple[Cell, ...]
    trace: Trace = Trace()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One side's account as a whole: its length, and the order in which it raises the points."""

    side: str
    n_texts: int  # of its own; 0: only what others cite of it
    n_words: int  # of its own texts, or else of what is cited
    order: tuple[int, ...]  # numbers of rows, from 0, each at its first words


@dataclass(frozen=True, slots=True)
class Heading:
    """Words over the rows from one on, where there are many."""

    row: int  # from 0
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Neither:
    """A point that a reference document raises and no side does."""

    topic: str
    quotes: tuple[Quote, ...]
    nearest: Link | None  # the likeliest words of a side, not likely enough


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The accounts of the sides on one event, side by side."""

    event: Event | None
    sides: tuple[str, ...]
    documents: tuple[DocumentId, ...]  # the texts searched
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()  # what the reader should know: texts not read, things withheld
    accounts: tuple[Account, ...] = ()  # one a side, in their order
    headings: tuple[Heading, ...] = ()  # none where rows are few
    references: tuple[DocumentId, ...] = ()  # documents that are no side's, only checked against
    neither: tuple[Neither, ...] = ()
