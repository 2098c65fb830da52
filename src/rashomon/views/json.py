"""Records as JSON: the shapes that programs read, and their schema."""

from collections.abc import Sequence
from typing import Any

import msgspec

from rashomon.model import (
    Act,
    Agreement,
    Anchor,
    Attribution,
    Claim,
    Comparison,
    Document,
    Event,
    Figure,
    Link,
    Quote,
    Reading,
    Row,
    TimeExpression,
    Trace,
    Zone,
)
from rashomon.views.saying import claims_by_attribution
from rashomon.views.shapes import (
    SHAPES,
    AccountShape,
    ActShape,
    AgreementShape,
    AttributeShape,
    AttributionShape,
    CaptionPersonShape,
    CellShape,
    Command,
    ComparisonShape,
    DatesShape,
    DocumentShape,
    EventShape,
    ExtractShape,
    FigureShape,
    HeadingShape,
    LinkShape,
    MetadatumShape,
    MetRelationsShape,
    NeitherShape,
    Offsets,
    ParticipantShape,
    PlacedZoneShape,
    PlaceShape,
    QuoteShape,
    ReadShape,
    ResolvedAttributionShape,
    RowShape,
    SourceTextShape,
    StepShape,
    TimexShape,
    TraceShape,
    ZoneShape,
)


def encode(shape: object) -> str:
    """Write a shape as one line of JSON, text unescaped, keys in their order."""
    return msgspec.json.encode(shape).decode("utf-8")


def schema(command: Command) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what a command prints."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **msgspec.json.schema(SHAPES[command]),
    }


def extract_shape(document: Document) -> ExtractShape:
    """Return the body and the zones of a document; body paragraphs are joined by blank lines."""
    paragraphs = [document.text[span.start : span.end] for span in document.spans_of(Zone.BODY)]
    return ExtractShape(id=document.id, body="\n\n".join(paragraphs), zones=_zones(document))


def attribute_shape(document: Document, attributions: Sequence[Attribution]) -> AttributeShape:
    """Return who said what in a document."""
    found = tuple(AttributionShape(**_attribution(each)) for each in attributions)
    return AttributeShape(id=document.id, attributions=found)


def dates_shape(document: Document, times: Sequence[TimeExpression]) -> DatesShape:
    """Return the time expressions of a document."""
    found = tuple(
        TimexShape(
            start=time.span.start,
            end=time.span.end,
            words=document.text[time.span.start : time.span.end],
            type=time.type,
            value=time.value,
            basis=time.basis,
            reason=time.reason,
            modifier=time.modifier,
            zone=time.zone,
            alternatives=time.alternatives,
            warning=time.warning,
        )
        for time in times
    )
    return DatesShape(id=document.id, timexes=found, remarks=document.remarks)


def read_shape(reading: Reading, comparison: Comparison) -> ReadShape:
    """Return everything that was found in one document."""
    claims = claims_by_attribution(reading)
    elsewhere = {
        attribution: event.id for event in reading.events for attribution in event.attributions
    }
    return ReadShape(
        document=_document(reading),
        attributions=tuple(
            _resolved(each, claims.get(each.id, []), elsewhere.get(each.id))
            for each in reading.attributions
        ),
        events=tuple(_event(event) for event in reading.events),
        comparison=comparison_shape(comparison, [reading]),
    )


def comparison_shape(
    comparison: Comparison, readings: Sequence[Reading], explained: int | None = None
) -> ComparisonShape:
    """Return accounts side by side, and the texts that were searched for them.

    Args:
        comparison: Of the documents.
        readings: The documents, references last.
        explained: The row, from 0, that tells how it came to be.
    """
    return ComparisonShape(
        event=_event(comparison.event) if comparison.event else None,
        sides=comparison.sides,
        documents=tuple(_source_text(reading, comparison) for reading in readings),
        rows=tuple(
            _row(row, comparison.sides, has_trace=number == explained)
            for number, row in enumerate(comparison.rows)
        ),
        notes=comparison.notes,
        accounts=tuple(
            AccountShape(
                side=each.side,
                n_texts=each.n_texts,
                n_words=each.n_words,
                order=tuple(row + 1 for row in each.order),
            )
            for each in comparison.accounts
        ),
        headings=tuple(
            HeadingShape(row=each.row + 1, words=each.words) for each in comparison.headings
        ),
        neither=tuple(
            NeitherShape(topic=each.topic, spans=tuple(map(_quote, each.quotes)))
            for each in comparison.neither
        ),
    )


def agreement_shape(agreement: Agreement) -> AgreementShape:
    """Return how far two comparisons agree."""
    return AgreementShape(
        pairs=agreement.pairs,
        n_rows_first=agreement.n_first,
        n_rows_second=agreement.n_second,
        n_rows_matched=agreement.n_matched,
        row_f1=_figure(agreement.row),
        strict_f1=_figure(agreement.strict),
        paired_f1=_figure(agreement.paired),
        omitted_f1=_figure(agreement.omitted),
        relation_accuracy=_figure(agreement.relation),
        relation_alpha=_figure(agreement.alpha),
        relations=tuple(
            MetRelationsShape(first=first, second=second, n=n)
            for first, second, n in agreement.relations
        ),
    )


def _figure(figure: Figure) -> FigureShape:
    value, low, high = (
        None if part is None else round(part, 3) for part in (figure.value, figure.low, figure.high)
    )
    return FigureShape(value=value, low=low, high=high)


def _offsets(anchor: Anchor | None) -> tuple[Offsets, ...]:
    return tuple((span.start, span.end) for span in anchor.spans) if anchor else ()


def _zones(document: Document) -> tuple[ZoneShape, ...]:
    return tuple(ZoneShape(each.zone, each.span.start, each.span.end) for each in document.zones)


def _placed_zones(document: Document) -> tuple[PlacedZoneShape, ...]:
    return tuple(
        PlacedZoneShape(
            each.zone,
            each.span.start,
            each.span.end,
            None
            if each.place is None
            else PlaceShape(each.place.selector, each.place.prefix, each.place.suffix),
        )
        for each in document.zones
    )


def _document(reading: Reading) -> DocumentShape:
    document = reading.document
    return DocumentShape(
        id=document.id,
        text=document.text,
        kind=document.kind,
        kind_reason=document.kind_reason,
        kind_confidence=round(document.kind_confidence, 3),
        title=document.title,
        authors=document.authors,
        published=document.published,
        modified=document.modified,
        fetched=document.fetched,
        is_fetch_assumed=document.is_fetch_assumed,
        publisher=document.publisher,
        url=document.url,
        language=document.language,
        is_read=reading.is_read,
        side=document.side,
        sha256=document.sha256,
        metadata=tuple(
            MetadatumShape(each.field, each.value, each.origin) for each in document.metadata
        ),
        remarks=document.remarks,
        zones=_placed_zones(document),
        people_in_caption=tuple(
            CaptionPersonShape(person.name, person.position, person.role)
            for person in document.people_in_caption
        ),
    )


def _source_text(reading: Reading, comparison: Comparison) -> SourceTextShape:
    document = reading.document
    return SourceTextShape(
        id=document.id,
        side=document.side,
        kind=document.kind,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        published=document.published,
        fetched=document.fetched,
        language=document.language,
        is_read=reading.is_read,
        is_reference=document.id in comparison.references,
        sha256=document.sha256,
    )


def _attribution(attribution: Attribution) -> dict[str, Any]:
    return {
        "id": attribution.id,
        "source": _offsets(attribution.source),
        "cue": _offsets(attribution.cue),
        "content": _offsets(attribution.content),
        "quotation": attribution.quotation,
        "polarity": attribution.polarity,
        "force": attribution.force,
        "confidence": round(attribution.confidence, 3),
        "parent": attribution.parent,
    }


def _resolved(
    attribution: Attribution, claims: list[Claim], event: str | None
) -> ResolvedAttributionShape:
    sides = tuple(dict.fromkeys(claim.side for claim in claims if claim.side))
    first = claims[0] if claims else None
    return ResolvedAttributionShape(
        **_attribution(attribution),
        covers=tuple(dict.fromkeys(name for claim in claims for name in claim.covers)),
        actor=first.actor.name if first and first.actor else None,
        side=" and ".join(sides) or None,
        sides=sides,
        reason=first.reason if first else "",
        link_confidence=round(first.confidence, 3) if first else 0.0,
        candidates=tuple(actor.name for actor in first.candidates) if first else (),
        unnamed=first.is_unnamed if first else False,
        event=event,
    )


def _event(event: Event) -> EventShape:
    return EventShape(
        id=event.id,
        document=event.document_id,
        type=event.type,
        mode=None,
        channel=event.channel,
        participants=tuple(
            ParticipantShape(actor=each.actor, side=each.side, role=each.role)
            for each in event.participants
        ),
        initiator=event.initiator,
        date=event.date,
        basis=event.basis,
        alternatives=event.alternatives,
        reason=event.reason,
        duration_minutes=event.duration_minutes,
        spans=_offsets(event.words),
        is_main=event.is_main,
    )


def _row(row: Row, sides: tuple[str, ...], *, has_trace: bool) -> RowShape:
    cells = zip(sides, row.cells, strict=True)
    return RowShape(
        topic=row.topic,
        relation=row.relation,
        reason=row.reason,
        confidence=round(row.confidence, 3),
        notes=row.notes,
        cells={
            side: CellShape(
                status=cell.status,
                spans=tuple(map(_quote, cell.quotes)),
                acts=tuple(map(_act, cell.acts)),
            )
            for side, cell in cells
        },
        trace=_trace(row.trace) if has_trace else None,
    )


def _act(act: Act) -> ActShape:
    return ActShape(
        doer=act.doer.words if act.doer else None,
        verb=act.verb.words,
        actors=tuple(actor.name for actor in act.actors),
    )


def _trace(trace: Trace) -> TraceShape:
    return TraceShape(
        links=tuple(map(_link, trace.links)),
        nearest=_link(trace.nearest) if trace.nearest else None,
        steps=tuple(
            StepShape(rule=each.rule, sides=each.sides, relation=each.relation, reason=each.reason)
            for each in trace.steps
        ),
    )


def _link(link: Link) -> LinkShape:
    return LinkShape(
        first=_quote(link.first), second=_quote(link.second), reason=link.reason, score=link.score
    )


def _quote(quote: Quote) -> QuoteShape:
    return QuoteShape(
        document=quote.document_id, start=quote.span.start, end=quote.span.end, exact=quote.exact
    )
