"""The texts of a report: every word of a document, its zones, its quotes, where it is from."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rashomon.model import Document, Reading, Zone
from rashomon.views.addresses import web_address
from rashomon.views.report.pieces import Mark, Piece, cut, nest
from rashomon.views.report.quotes import Citation, QuoteBook, fetched_words, source_name
from rashomon.views.wording import one_line

ASIDE = frozenset({Zone.SECTION, Zone.TEASER, Zone.FURNITURE})


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a text with one zone; the space between two parts has none."""

    zone: Zone | None
    nodes: tuple[str | Mark, ...]
    is_blank: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring blocks: of the article, or of what stands around it on the page."""

    is_aside: bool
    is_quoted: bool
    blocks: tuple[Block, ...]
    contents: str  # of an aside: "2 teasers, 1 furniture"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known of a document."""

    label: str
    words: str
    url: str | None = None
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class TextView:
    """One document."""

    number: int
    title: str
    source: str
    published: str | None
    kind: str
    language: str
    is_read: bool
    facts: tuple[Fact, ...]
    sayings_of_page: tuple[tuple[str, str, str], ...]  # field, value, where the page says it
    remarks: tuple[str, ...]
    zones: tuple[tuple[str, int], ...]  # and how many parts have them
    stretches: tuple[Stretch, ...]
    citations: tuple[Citation, ...]  # entry i is of the quote that marks name i

    @property
    def has_asides(self) -> bool:
        """Whether some of the page is not the article."""
        return any(stretch.is_aside for stretch in self.stretches)


def text_of(reading: Reading, book: QuoteBook) -> TextView:
    """Lay out a document with all quotes that the book holds of it."""
    document = reading.document
    citations = tuple(book.citations_of(document.id))
    zones = Counter(part.zone for part in document.zones)
    return TextView(
        number=book.text_number(document.id),
        title=one_line(document.title or document.id),
        source=source_name(document),
        published=document.published,
        kind=document.kind,
        language=document.language,
        is_read=reading.is_read,
        facts=tuple(_facts(reading)),
        sayings_of_page=tuple(
            (each.field, one_line(each.value), each.origin) for each in document.metadata
        ),
        remarks=tuple(one_line(remark) for remark in document.remarks),
        zones=tuple((zone, zones[zone]) for zone in Zone if zones[zone]),
        stretches=tuple(_stretches(document, citations)),
        citations=citations,
    )


def _stretches(document: Document, citations: tuple[Citation, ...]) -> Iterator[Stretch]:
    for is_aside, run in groupby(_blocks(document, citations), key=_Place()):
        blocks = tuple(run)
        counts = Counter(block.zone for block in blocks if block.zone)
        yield Stretch(
            is_aside=is_aside,
            is_quoted=any(isinstance(node, Mark) for block in blocks for node in block.nodes),
            blocks=blocks,
            contents=", ".join(f"{n} × {zone}" for zone, n in counts.items()),
        )


class _Place:
    """Tells whether a block stands outside the article; a blank one stands where the last did."""

    def __init__(self) -> None:
        self._is_aside = False

    def __call__(self, block: Block) -> bool:
        if not block.is_blank:
            self._is_aside = block.zone in ASIDE
        return self._is_aside


def _blocks(document: Document, citations: tuple[Citation, ...]) -> Iterator[Block]:
    """Cut the text at the edges of zones; what lies between them is kept."""
    edges = [edge for part in document.zones for edge in (part.span.start, part.span.end)]
    pieces = cut(document.text, [each.span for each in citations], edges)
    begun: set[int] = set()

    def part_and_zone(piece: Piece) -> tuple[int, Zone | None]:
        part = bisect_right(document.zones, piece.start, key=lambda each: each.span.start)
        return part, document.zone_at(piece.start)

    for (_, zone), run in groupby(pieces, key=part_and_zone):
        inside = list(run)
        is_blank = zone is None and not any(piece.words.strip() for piece in inside)
        yield Block(zone, nest(inside, begun), is_blank)


def _facts(reading: Reading) -> Iterator[Fact]:
    document = reading.document
    given = [
        ("Publisher", document.publisher or "not known"),
        ("Title", document.title),
        ("Authors", ", ".join(document.authors)),
        ("Side", document.side),
        ("Kind", _kind_words(document)),
        ("Published", document.published or "not known"),
        ("Modified", document.modified),
        ("Fetched", fetched_words(document)),
        ("Language", document.language if reading.is_read else f"{document.language}: not read"),
        ("Id", document.id),
    ]
    yield from (Fact(label, one_line(words)) for label, words in given if words)
    if document.url:
        url = one_line(document.url)
        yield Fact("Address", url, url=web_address(document.url))
    yield Fact("SHA-256", document.sha256, is_code=True)


def _kind_words(document: Document) -> str:
    doubt = f", confidence {document.kind_confidence:.2f}" if document.kind_confidence < 1 else ""
    reason = f" ({document.kind_reason}{doubt})" if document.kind_reason or doubt else ""
    return f"{document.kind}{reason}"
