from collections.abc import Callable

import pytest

from rashomon.model import (
    Anchor,
    Annotations,
    Attribution,
    Basis,
    CaptionPerson,
    Cell,
    CellStatus,
    Channel,
    Claim,
    ClaimId,
    Comparison,
    Document,
    DocumentId,
    Event,
    EventId,
    EventType,
    Field,
    Force,
    Kind,
    Metadatum,
    Origin,
    Participant,
    Quotation,
    Quote,
    Reading,
    Relation,
    Row,
    Span,
    Tokens,
    Zone,
    ZoneSpan,
)

EMPTY = Tokens(starts=(), ends=(), words=(), lemmas=(), pos=(), tags=(), relations=(), heads=())


@pytest.fixture(scope="session")
def comparison_of() -> Callable[..., tuple[Comparison, list[Reading]]]:
    """Makes a comparison of one row in which Velmora says something and Arrendia is not found."""

    def build(quote: str, *, topic: str = "the pass") -> tuple[Comparison, list[Reading]]:
        name = DocumentId("page.txt")
        document = Document(
            id=name, text=quote, zones=(), kind=Kind.REPORT, kind_reason="", sha256="0" * 64
        )
        reading = Reading(
            document=document,
            annotations=Annotations(document_id=name, tokens=EMPTY, sentences=(), mentions=()),
            attributions=(),
            claims=(),
            events=(),
            is_read=True,
        )
        row = Row(
            topic=topic,
            relation=Relation.ONLY,
            reason="nothing of Arrendia found in the text searched",
            confidence=0.5,
            notes=(),
            cells=(
                Cell(CellStatus.SAYS, (Quote(name, Span(0, len(quote)), quote),)),
                Cell(CellStatus.NOT_FOUND),
            ),
        )
        comparison = Comparison(
            event=None, sides=("Velmora", "Arrendia"), documents=(name,), rows=(row,)
        )
        return comparison, [reading]

    return build


@pytest.fixture(scope="session")
def story_of() -> Callable[..., tuple[Comparison, list[Reading]]]:
    """Makes a comparison with every kind of cell, of texts with every kind of part.

    One word stands in every place where a page has a say.
    """

    def build(
        word: str = "pass",
        *,
        sides: tuple[str, ...] = ("Arrendia", "Velmora"),
        n_rows: int = 3,
        url: str | None = "https://news.example/1",
        is_read: bool = True,
    ) -> tuple[Comparison, list[Reading]]:
        readings = [
            _reading(f"{side}.txt", side, word, n_rows, url, is_read=is_read) for side in sides
        ]
        rows = tuple(_row(number, word, readings) for number in range(n_rows))
        comparison = Comparison(
            event=readings[0].events[0] if readings else None,
            sides=sides,
            documents=tuple(reading.document.id for reading in readings),
            rows=rows,
            notes=(f"a note on {word}",),
        )
        return comparison, readings

    return build


def _reading(
    name: str, side: str, word: str, n_rows: int, url: str | None, *, is_read: bool
) -> Reading:
    parts = [
        (Zone.HEADLINE, f"{side} speaks of the {word}"),
        (Zone.CAPTION, f"The gate, with {word}"),
        *((Zone.BODY, f"{side} said: point {n} of the {word}. It stays.") for n in range(n_rows)),
        (Zone.SECTION, f"More on {word}"),
        (Zone.TEASER, f"Another story of {word}"),
    ]
    text, zones = "", []
    for zone, words in parts:
        zones.append(ZoneSpan(zone, Span(len(text), len(text) + len(words))))
        text += f"{words}\n\n"
    document = Document(
        id=DocumentId(name),
        text=text,
        zones=tuple(zones),
        kind=Kind.READOUT,
        kind_reason=f"the wording: {word}",
        kind_confidence=0.9,
        sha256="0" * 64,
        title=f"On the {word}",
        published="2025-03-04",
        modified="2025-03-05",
        authors=(f"A. {word}",),
        fetched="2025-03-06",
        is_fetch_assumed=True,
        publisher=f"Office of {word}",
        url=url,
        side=side,
        people_in_caption=(
            CaptionPerson(name=f"Ana {word}", position="left", role=word, span=Span(0, 1)),
        ),
        metadata=(Metadatum(Field.TITLE, f"Title of {word}", Origin.JSON_LD),),
        remarks=(f"two titles: {word}",),
    )
    return Reading(
        document=document,
        annotations=Annotations(document_id=document.id, tokens=EMPTY, sentences=(), mentions=()),
        attributions=(attribution := _attribution(document),),
        claims=(_claim(attribution, side, word),),
        events=(_event(document, side, word),),
        is_read=is_read,
    )


def _attribution(document: Document) -> Attribution:
    start = document.spans_of(Zone.BODY)[0].start if document.spans_of(Zone.BODY) else 0
    anchors = [
        Anchor.at(document.text, Span(start + a, start + b)) for a, b in ((0, 2), (2, 4), (4, 9))
    ]
    return Attribution.of(
        document,
        source=anchors[0],
        cue=anchors[1],
        content=anchors[2],
        quotation=Quotation.INDIRECT,
        force=Force.DENIES,
        confidence=0.8,
    )


def _claim(attribution: Attribution, side: str, word: str) -> Claim:
    return Claim(
        id=ClaimId("claim"),
        document_id=attribution.document_id,
        attribution_id=attribution.id,
        content=attribution.content,
        polarity=attribution.polarity,
        actor=None,
        side=side,
        reason=f"named: {word}",
        confidence=0.8,
    )


def _event(document: Document, side: str, word: str) -> Event:
    return Event(
        id=EventId("event"),
        document_id=document.id,
        type=EventType.CONSULT,
        channel=Channel.IN_PERSON,
        participants=(Participant(actor=f"Ana {word}", side=side, role=None),),
        initiator=word,
        date="2025-03-04",
        basis=Basis.STATED,
        alternatives=(),
        reason=f"because of {word}",
        duration_minutes=40,
        words=Anchor.at(document.text, Span(0, 3)),
        is_main=True,
    )


def _row(number: int, word: str, readings: list[Reading]) -> Row:
    """Quote each side's sentence; every side further on stands for another kind of cell."""
    cells = []
    for place, reading in enumerate(readings):
        body = reading.document.spans_of(Zone.BODY)[number]
        quotes = (
            _quote(reading.document, body.start, body.end),
            _quote(reading.document, body.start + 2, body.start + 6),  # inside it
            _quote(reading.document, body.end - 5, body.end + 4),  # across the end of a paragraph
        )
        status = list(CellStatus)[(place + number) % len(CellStatus)] if place else CellStatus.SAYS
        has_words = status in {CellStatus.SAYS, CellStatus.REPORTED_SILENT}
        cells.append(Cell(status, quotes if has_words else ()))
    return Row(
        topic=f"{word} {number}",
        relation=list(Relation)[number % len(Relation)],
        reason=f"other words: {word}",
        confidence=0.6,
        notes=(f"a note: {word}",),
        cells=tuple(cells),
    )


def _quote(document: Document, start: int, end: int) -> Quote:
    end = min(end, len(document.text))
    return Quote(document.id, Span(start, end), document.text[start:end])
