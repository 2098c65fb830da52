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


# The zones of a document's own story: what is read for who said what, and when.
OWN_STORY = (Zone.HEADLINE, Zone.DATELINE, Zone.CAPTION, Zone.BODY)


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a page of HTML a part of the text stands, so that a reader can find it there.

    The two ways of the W3C Web Annotation Data Model: a CssSelector, and a TextQuoteSelector whose
    exact words are the document's own at the part's span.
    """

    selector: str  # of the element: "body > article > p:nth-of-type(3)"
    prefix: str  # the page's words before it, up to 32 code points
    suffix: str  # and after it


@dataclass(frozen=True, slots=True)
class ZoneSpan:
    """One part of a document's text and what it is for; a body paragraph has a span of its own."""

    zone: Zone
    span: Span
    place: Place | None = None  # None: the page is plain text


class Field(StrEnum):
    """What a page may say about itself."""

    TITLE = "title"
    AUTHOR = "author"
    PUBLISHED = "published"
    MODIFIED = "modified"
    PUBLISHER = "publisher"
    LANGUAGE = "language"
    URL = "url"


class Origin(StrEnum):
    """Where a page says it."""

    JSON_LD = "JSON-LD"  # schema.org
    META = "meta"  # <meta>, <link>, the attributes of <html>
    TIME = "time"  # a <time> element
    TEXT = "text"  # what a reader sees
    ADDRESS = "address"  # the page's URL


@dataclass(frozen=True, slots=True)
class Metadatum:
    """What a page says about itself in one place; where two places differ, both are kept."""

    field: Field
    value: str  # of dates, an ISO 8601 date
    origin: Origin


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
    kind_confidence: float = 1.0  # in [0, 1]; 1 where the kind was given
    title: str | None = None
    published: str | None = None  # ISO 8601 date
    modified: str | None = None  # ISO 8601 date
    authors: tuple[str, ...] = ()
    fetched: str | None = None  # ISO 8601 date
    is_fetch_assumed: bool = False  # nobody gave the fetch date: it is the day of this run
    publisher: str | None = None
    url: str | None = None
    language: str = "en"  # ISO 639-1
    side: str | None = None  # as given: "RU" in, "RU" out
    people_in_caption: tuple[CaptionPerson, ...] = ()
    metadata: tuple[Metadatum, ...] = ()  # the most trusted first, field by field
    remarks: tuple[str, ...] = ()  # what the reader should know: contradictions, invisible text

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
