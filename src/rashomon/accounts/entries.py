"""Entries: the claims that enter a comparison, each with its side and its place in the order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rashomon.model import (
    Anchor,
    AttributionId,
    Claim,
    Document,
    Polarity,
    Quote,
    Reading,
    Span,
    Zone,
)

MAX_REPORT = 300  # code points: about two sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One claim of one side, with the words that a cell can quote."""

    claim: Claim
    side: str
    reading: Reading
    document_order: int  # place of the document among those given
    took_part: bool  # whether its side took part in the main event, or published a text on it

    @property
    def is_cited(self) -> bool:
        """Whether a report cites the claim; otherwise a text makes it in its own voice."""
        return self.claim.attribution_id is not None

    @property
    def voice(self) -> tuple[str, int]:
        """Who speaks where: a side in one text. Two texts of a side are two voices."""
        return self.side, self.document_order

    @property
    def utterance(self) -> tuple[object, ...]:
        """What claims share that a text makes of several sides in the same words."""
        return self.claim.document_id, self.claim.attribution_id, self.claim.content.spans

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The claim's words, piece by piece."""
        return quotes_of(self.claim, self.claim.content)

    @property
    def place(self) -> tuple[int, int]:
        """Sorts entries into the order of the accounts."""
        return self.document_order, self.claim.content.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of what a side did not say, or did not say in full."""

    side: str
    quote: Quote
    covers: tuple[AttributionId, ...]
    reading: Reading
    claim: Claim


def quotes_of(claim: Claim, anchor: Anchor) -> tuple[Quote, ...]:
    """Quote an anchor in the claim's document."""
    pairs = zip(anchor.spans, anchor.exact, strict=True)
    return tuple(Quote(claim.document_id, span, exact) for span, exact in pairs)


def elsewhere(reading: Reading) -> frozenset[AttributionId]:
    """Return what was said in another contact than the one a document is about."""
    return frozenset(
        name for event in reading.events if not event.is_main for name in event.attributions
    )


def claims_of(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of a document that speak for a side, in reading order.

    A document that speaks for itself puts every point forward in its own voice; what it reports
    of others is part of those points. In a report only those speak who are cited.
    """
    own = [claim for claim in reading.claims if claim.attribution_id is None and claim.side]
    is_own = bool(own) and reading.document.is_own_account
    cited = [claim for claim in reading.claims if claim.attribution_id and claim.side]
    chosen = own if is_own else list(_outermost(_not_retold(reading, cited)))
    yield from sorted(chosen, key=lambda claim: claim.content.start)


def _not_retold(reading: Reading, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Leave out what a side is cited with inside the words of another side.

    "Nordland said that the two ministers had agreed" is Nordland's version, and no word of the
    other minister. What a newspaper, or nobody known, cites stays the words of the inner side.
    """
    parents = {attribution.id: attribution.parent for attribution in reading.attributions}
    telling = {
        claim.attribution_id
        for claim in claims
        if claim.polarity in {Polarity.POSITIVE, Polarity.NEGATIVE}
    }
    for claim in claims:
        if telling.isdisjoint(_around(claim.attribution_id, parents)):
            yield claim


def _around(
    name: AttributionId | None, parents: Mapping[AttributionId, AttributionId | None]
) -> Iterator[AttributionId]:
    """Yield the attributions that one is nested in, the nearest first."""
    seen = {name}
    while name and (name := parents.get(name)) and name not in seen:
        seen.add(name)
        yield name


def _outermost(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Leave out what a side is cited with inside other words of the same side.

    "The statement reveals Solberg's dissatisfaction with X" is one point, though it holds two
    attributions.
    """
    reach: dict[str | None, int] = {}  # per side, how far its contents cover the text
    for claim in sorted(claims, key=lambda each: (each.content.start, -each.content.end)):
        is_said = claim.polarity in {Polarity.POSITIVE, Polarity.NEGATIVE}
        if is_said and claim.content.end <= reach.get(claim.side, 0):
            continue
        if is_said:
            reach[claim.side] = max(claim.content.end, reach.get(claim.side, 0))
        yield claim


def _outside_body(reading: Reading) -> frozenset[AttributionId]:
    """Return what headlines and captions cite: they repeat the body."""
    document = reading.document
    return frozenset(
        attribution.id
        for attribution in reading.attributions
        if document.zone_at(attribution.cue.start) is not Zone.BODY
    )


def enter(
    readings: Sequence[Reading], participants: frozenset[str], first_order: int = 0
) -> list[Entry]:
    """Choose the claims that make rows.

    Args:
        readings: The documents of one story.
        participants: Sides that took part in the main event; empty when that is not known.
        first_order: Place of the first document among all that are compared.

    Returns:
        Claims put forward or denied by a side about the main event, in the order of the accounts.
    """
    publishing = {r.document.side for r in readings if r.document.side}
    publishing |= {
        c.side for r in readings if r.document.is_own_account for c in claims_of(r) if c.side
    }
    entries = []
    for order, reading in enumerate(readings, start=first_order):
        left_out = elsewhere(reading) | _outside_body(reading)
        for claim in claims_of(reading):
            if claim.polarity not in {Polarity.POSITIVE, Polarity.NEGATIVE}:
                continue
            if claim.attribution_id in left_out or claim.side is None:
                continue
            took_part = not participants or claim.side in participants | publishing
            entries += [
                Entry(
                    claim=replace(claim, content=piece),
                    side=claim.side,
                    reading=reading,
                    document_order=order,
                    took_part=took_part,
                )
                for piece in claim.pieces or [claim.content]
            ]
    return entries


def reports_of(readings: Sequence[Reading], polarity: Polarity) -> list[Report]:
    """Return the silences, or the things withheld, that the documents report of a side."""
    reports = []
    for reading in readings:
        attributions = {attribution.id: attribution for attribution in reading.attributions}
        for claim in reading.claims:
            if claim.polarity is not polarity or claim.side is None:
                continue
            attribution = attributions.get(claim.attribution_id) if claim.attribution_id else None
            anchors = [attribution.cue, attribution.source] if attribution else []
            reports.append(
                Report(
                    side=claim.side,
                    quote=_whole(reading.document, claim, [a for a in anchors if a]),
                    covers=claim.covers,
                    reading=reading,
                    claim=claim,
                )
            )
    return reports


def _whole(document: Document, claim: Claim, anchors: Sequence[Anchor]) -> Quote:
    """Quote a report of silence from who to what: "X made no mention of Y".

    Words that stand far off, like the name a pronoun is for, stay out.
    """
    start, end = claim.content.start, claim.content.end
    for anchor in anchors:
        first, last = min(start, anchor.start), max(end, anchor.end)
        between = document.text[first:last]
        if last - first <= MAX_REPORT and "\n" not in between:
            start, end = first, last
    return quotes_of(claim, Anchor.at(document.text, Span(start, end)))[0]
