"""The shapes of JSON output: a contract with those who read it, kept as JSON Schema in docs/schema.

Offsets are half-open and count Unicode code points of the document's text.
"""

from dataclasses import dataclass
from typing import Literal

import msgspec

from rashomon.model import (
    Basis,
    CellStatus,
    Channel,
    EventType,
    Field,
    Force,
    Kind,
    Modifier,
    Origin,
    Polarity,
    Quotation,
    Relation,
    TimeType,
    Zone,
)

Offsets = tuple[int, int]  # [start, end)


@dataclass(frozen=True, slots=True)
class ZoneShape:
    """A part of a document's text and what it is for."""

    zone: Zone
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PlaceShape:
    """Where in a page of HTML a part stands: W3C Web Annotation's CSS and text quote selectors."""

    selector: str
    prefix: str
    suffix: str


class PlacedZoneShape(msgspec.Struct, frozen=True, omit_defaults=True):
    """A part of a document's text, what it is for, and its place where the page is HTML."""

    zone: Zone
    start: int
    end: int
    place: PlaceShape | None = None


@dataclass(frozen=True, slots=True)
class MetadatumShape:
    """What a page says about itself in one place."""

    field: Field
    value: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class CaptionPersonShape:
    """Somebody a caption names."""

    name: str
    position: str | None
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentShape:
    """A document: its text, its zones, and where it comes from."""

    id: str
    text: str
    kind: Kind
    kind_reason: str
    kind_confidence: float
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    modified: str | None
    fetched: str | None
    is_fetch_assumed: bool  # true: nobody gave the fetch date; it is the day of the run
    publisher: str | None
    url: str | None
    language: str
    is_read: bool  # false: in a language that is not read
    side: str | None
    sha256: str
    metadata: tuple[MetadatumShape, ...]  # field by field, the most trusted first
    remarks: tuple[str, ...]
    zones: tuple[PlacedZoneShape, ...]
    people_in_caption: tuple[CaptionPersonShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionShape:
    """Who said what, as found in the text."""

    id: str
    source: tuple[Offsets, ...]  # empty: the text names nobody
    cue: tuple[Offsets, ...]
    content: tuple[Offsets, ...]
    quotation: Quotation
    polarity: Polarity
    force: Force
    confidence: float
    parent: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedAttributionShape(AttributionShape):
    """Who said what, and for which side."""

    covers: tuple[str, ...]  # of a silence: the attributions that were not mentioned
    actor: str | None
    side: str | None  # "A and B" where both are said to have said it
    sides: tuple[str, ...]  # the same, one by one
    reason: str
    link_confidence: float  # that the source is this actor; 0 when it is left open
    candidates: tuple[str, ...]  # whom the source may be as well, where that is doubtful
    unnamed: bool  # a source without a name: "officials", "a source close to the ministry"
    event: str | None  # the event it belongs to, when that is not the main one


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantShape:
    """Somebody who took part in an event."""

    actor: str
    side: str | None
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventShape:
    """A call or meeting, with the words that tell of it."""

    id: str
    document: str
    type: EventType
    mode: str | None
    channel: Channel | None
    participants: tuple[ParticipantShape, ...]
    initiator: str | None
    date: str | None
    basis: Basis
    alternatives: tuple[str, ...]
    reason: str
    duration_minutes: int | None
    spans: tuple[Offsets, ...]
    is_main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteShape:
    """Exact words at an exact place."""

    document: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActShape:
    """Who is said to do what, in words of the text."""

    doer: str | None  # null: nobody is named
    verb: str
    actors: tuple[str, ...]  # whom the words for the doer refer to


@dataclass(frozen=True, slots=True, kw_only=True)
class CellShape:
    """One side on one point."""

    status: CellStatus
    spans: tuple[QuoteShape, ...]
    acts: tuple[ActShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkShape:
    """Why two pieces of text are in one row, or nearly were."""

    first: QuoteShape
    second: QuoteShape
    reason: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShape:
    """What one rule says of two sides; no relation where it does not apply."""

    rule: str
    sides: tuple[str, str]
    relation: Relation | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceShape:
    """How a row came to be."""

    links: tuple[LinkShape, ...]
    nearest: LinkShape | None
    steps: tuple[StepShape, ...]


class RowShape(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One point, and a cell for every side."""

    topic: str
    relation: Relation
    reason: str
    confidence: float
    notes: tuple[str, ...]
    cells: dict[str, CellShape]
    trace: TraceShape | None = None  # of the row that --explain names


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountShape:
    """One side's account as a whole."""

    side: str
    n_texts: int  # of its own; 0: only what others cite of it
    n_words: int
    order: tuple[int, ...]  # numbers of rows, from 1, in the order in which it raises them


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingShape:
    """Words over the rows from one on."""

    row: int  # from 1
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeitherShape:
    """A point that a reference document raises and no side does."""

    topic: str
    spans: tuple[QuoteShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTextShape:
    """A document that was searched for a comparison."""

    id: str
    side: str | None
    kind: Kind
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    fetched: str | None
    language: str
    is_read: bool
    is_reference: bool  # no side's: only checked against
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonShape:
    """Accounts side by side."""

    event: EventShape | None
    sides: tuple[str, ...]
    documents: tuple[SourceTextShape, ...]
    rows: tuple[RowShape, ...]
    notes: tuple[str, ...]
    accounts: tuple[AccountShape, ...]
    headings: tuple[HeadingShape, ...]
    neither: tuple[NeitherShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadShape:
    """What `rashomon read --format json` prints for a page."""

    document: DocumentShape
    attributions: tuple[ResolvedAttributionShape, ...]
    events: tuple[EventShape, ...]
    comparison: ComparisonShape


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractShape:
    """What `rashomon extract` prints for a page."""

    id: str
    body: str
    zones: tuple[ZoneShape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeShape:
    """What `rashomon attribute` prints for a document."""

    id: str
    attributions: tuple[AttributionShape, ...]


class TimexShape(msgspec.Struct, frozen=True, omit_defaults=True):
    """A time expression and what it stands for; what does not apply is left out.

    `words` and `reason` are always there, `value` is null where it cannot be known.
    """

    start: int
    end: int
    words: str
    type: TimeType
    value: str | None  # of TIMEX3: "2023-12-10", "2023-W49", "2023-12-10T14:00", "PT50M", "P1W"
    basis: Basis
    reason: str
    modifier: Modifier | None = None  # of TIMEX3: "START" for "early March"
    zone: str = ""  # of a time of day: its offset from UTC, else the words for it
    alternatives: tuple[str, ...] = ()  # other values that the text allows
    warning: str = ""  # what is wrong with the words


class DatesShape(msgspec.Struct, frozen=True, omit_defaults=True):
    """What `rashomon dates` prints for a document."""

    id: str
    timexes: tuple[TimexShape, ...]
    remarks: tuple[str, ...] = ()  # what the reader should know about the document


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureShape:
    """A figure with its 95 % interval; null where there was nothing to count."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MetRelationsShape:
    """How often one comparison gave one relation and the other another."""

    first: Relation
    second: Relation
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementShape:
    """What `rashomon agreement` prints."""

    pairs: tuple[str, ...]
    n_rows_first: int
    n_rows_second: int
    n_rows_matched: int
    row_f1: FigureShape
    strict_f1: FigureShape
    paired_f1: FigureShape
    omitted_f1: FigureShape
    relation_accuracy: FigureShape
    relation_alpha: FigureShape
    relations: tuple[MetRelationsShape, ...]


Command = Literal["read", "compare", "extract", "attribute", "dates", "agreement"]

# What each command prints as JSON.
SHAPES: dict[Command, type] = {
    "read": ReadShape,
    "compare": ComparisonShape,
    "extract": ExtractShape,
    "attribute": AttributeShape,
    "dates": DatesShape,
    "agreement": AgreementShape,
}
