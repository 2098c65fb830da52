"""Readings of invented texts, as the pipeline would hand them to the comparison."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import sha256

import pytest

from rashomon.annotations import annotate
from rashomon.claims.assertions import points
from rashomon.model import (
    Anchor,
    Annotations,
    Attribution,
    AttributionId,
    Basis,
    Claim,
    ClaimId,
    Document,
    DocumentId,
    Event,
    EventId,
    EventType,
    Force,
    Kind,
    Participant,
    Polarity,
    Quotation,
    Reading,
    Span,
    Zone,
    ZoneSpan,
)

# A force of each polarity.
FORCES = {
    Polarity.POSITIVE: Force.SAYS,
    Polarity.NEGATIVE: Force.DENIES,
    Polarity.SILENT: Force.SILENT,
    Polarity.WITHHELD: Force.WITHHELD,
}
MakeStatement = Callable[..., Reading]
MakeReport = Callable[..., Reading]


def document_of(name: str, text: str, kind: Kind, side: str | None, language: str) -> Document:
    return Document(
        id=DocumentId(name),
        text=text,
        zones=(ZoneSpan(Zone.BODY, Span(0, len(text))),),
        kind=kind,
        kind_reason="given",
        sha256=sha256(text.encode()).hexdigest(),
        side=side,
        language=language,
    )


@lru_cache(maxsize=64)
def annotated(document: Document) -> Annotations:
    return annotate([document])[0]


def claim_of(
    document: Document, anchor: Anchor, side: str | None, attribution: AttributionId | None = None
) -> Claim:
    return Claim(
        id=ClaimId(f"{document.id}:{anchor.start}"),
        document_id=document.id,
        attribution_id=attribution,
        content=anchor,
        polarity=Polarity.POSITIVE,
        actor=None,
        side=side,
        reason="given",
        confidence=0.9,
    )


@pytest.fixture(scope="session")
def statement() -> MakeStatement:
    """Return a maker of official texts: every point is a claim of the side."""

    def make(
        side: str, text: str, *, name: str = "", language: str = "en", is_read: bool = True
    ) -> Reading:
        document = document_of(name or side, text, Kind.READOUT, side, language)
        annotations = annotated(document)
        anchors = points(document, annotations) if is_read else ()
        return Reading(
            document=document,
            annotations=annotations,
            attributions=(),
            claims=tuple(claim_of(document, anchor, side) for anchor in anchors),
            events=(),
            is_read=is_read,
        )

    return make


@pytest.fixture(scope="session")
def report() -> MakeReport:
    """Return a maker of reports: claims are (side, words, polarity, places of covered claims)."""

    def make(
        text: str,
        claims: Sequence[tuple[str | None, str, Polarity, tuple[int, ...]]],
        *,
        participants: Sequence[str] = (),
        earlier: Sequence[int] = (),
    ) -> Reading:
        document = document_of("report", text, Kind.REPORT, None, "en")
        ids = [AttributionId(f"a{place}") for place in range(len(claims))]
        anchors = [_find(text, words) for _, words, _, _ in claims]
        made = tuple(
            Claim(
                id=ClaimId(f"c{place}"),
                document_id=document.id,
                attribution_id=ids[place],
                content=anchors[place],
                polarity=polarity,
                actor=None,
                side=side,
                reason="given",
                confidence=0.9,
                covers=tuple(ids[covered] for covered in covers),
            )
            for place, (side, _, polarity, covers) in enumerate(claims)
        )
        attributions = tuple(
            Attribution(
                id=ids[place],
                document_id=document.id,
                source=None,
                cue=anchors[place],
                content=anchors[place],
                quotation=Quotation.INDIRECT,
                force=FORCES[claims[place][2]],
                confidence=0.9,
            )
            for place in range(len(claims))
        )
        main = event_of(document, participants, "2031-05-04", (), is_main=True)
        before = event_of(
            document, participants, "2031-04-01", tuple(ids[e] for e in earlier), is_main=False
        )
        return Reading(
            document=document,
            annotations=annotated(document),
            attributions=attributions,
            claims=made,
            events=(main, before),
            is_read=True,
        )

    return make


@pytest.fixture(scope="session")
def told_by() -> Callable[..., Reading]:
    """Return a maker of readings that tell of a contact of some sides on a day."""

    def make(sides: Sequence[str], date: str, reading: Reading) -> Reading:
        event = event_of(reading.document, sides, date, (), is_main=True)
        return replace(reading, events=(event,))

    return make


def event_of(
    document: Document,
    sides: Sequence[str],
    date: str,
    attributions: tuple[AttributionId, ...],
    *,
    is_main: bool,
) -> Event:
    return Event(
        id=EventId(date),
        document_id=document.id,
        type=EventType.CONSULT,
        channel=None,
        participants=tuple(Participant(actor=side, side=side, role=None) for side in sides),
        initiator=None,
        date=date,
        basis=Basis.STATED,
        alternatives=(),
        reason="given",
        duration_minutes=None,
        words=Anchor.at(document.text, Span(0, 3)),
        is_main=is_main,
        attributions=attributions,
    )


def _find(text: str, words: str) -> Anchor:
    start = text.index(words)
    return Anchor.at(text, Span(start, start + len(words)))
