"""A document: the text and metadata of a page; its zones; the people its captions name."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from rashomon.model.ids import DocumentId
from rashomon.model.spans import Span


class Kind(StrEnum):
    """Who speaks in a document."""

    REPORT = "report"  # journalism: the sides speak through attributions
    STATEMENT = "statement"  # an official text: every assertion in it is its publisher's
    READOUT = "readout"  # a statement that summarises one call or meeting


class Zone(StrEnum):
    """What a part of a page is for."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    CREDIT = "credit"
    BODY = "body"
    SECTION = "section"  # the heading of a list of other stories
    TEASER = "teaser"  # an item of such a list: another story
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class ZoneSpan:
    """One part of a document's text and what it is for; a body paragraph has a span of its own."""

    zone: Zone
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionPerson:
    """Somebody a caption names."""

    name: str
    position: str | None  # "left", "right", "center" …, as the caption says
    role: str | None  # the words before the name: "Russian President"
    span: Span  # of the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Text and metadata. The text never changes: a better extractor makes a new document."""

    id: DocumentId
    text: str
    zones: tuple[ZoneSpan, ...]  # disjoint, in reading order
    kind: Kind
    kind_reason: str
    sha256: str  # of the page's bytes; of a record, of its text in UTF-8
    title: str | None = None
    published: str | None = None  # ISO 8601 date
    fetched: str | None = None  # ISO 8601 date
    is_fetch_assumed: bool = False  # nobody gave the fetch date: it is the day of this run
    publisher: str | None = None
    url: str | None = None
    language: str = "en"  # ISO 639-1
    side: str | None = None  # as given: "RU" in, "RU" out
    people_in_caption: tuple[CaptionPerson, ...] = ()

    def spans_of(self, *zones: Zone) -> tuple[Span, ...]:
        """Return the spans of these zones, in reading order."""
        return tuple(z.span for z in self.zones if z.zone in zones)

    def zone_at(self, offset: int) -> Zone | None:
        """Return the zone that covers a code point, or None between zones."""
        place = bisect_right(self.zones, offset, key=lambda zone: zone.span.start) - 1
        if place >= 0 and offset < self.zones[place].span.end:
            return self.zones[place].zone
        return None

    @property
    def is_own_account(self) -> bool:
        """Whether a side speaks in every assertion: an official text, or one given with a side."""
        return self.kind is not Kind.REPORT or self.side is not None
