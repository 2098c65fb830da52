"""The stage: attributions in, claims out, each with its actor and side."""

from collections.abc import Sequence
from dataclasses import replace

from rashomon.actors import Cast
from rashomon.claims.acts import act_of
from rashomon.claims.assertions import pieces_of, points
from rashomon.claims.silences import covered
from rashomon.claims.speakers import Speaker, is_only_talk, publisher_of, speakers_of
from rashomon.model import (
    Act,
    Anchor,
    Annotations,
    Attribution,
    AttributionId,
    Claim,
    ClaimId,
    Document,
    Polarity,
    Tree,
    content_hash,
)

TALK = "the report tells what was talked about, not what a side says of it"


def resolve(
    documents: Sequence[Document],
    annotations: Sequence[Annotations],
    attributions: Sequence[Sequence[Attribution]],
    casts: Sequence[Cast],
) -> list[tuple[Claim, ...]]:
    """Resolve the source of every attribution to an actor and a side.

    A report's claims come from its attributions: one each, or one for each side where several
    say it together. A side's own account asserts every sentence itself: its claims are its own
    points and its attributions, all on that side.

    Args:
        documents: The documents.
        annotations: Their layers, one record a document.
        attributions: Their attributions, one sequence a document.
        casts: Who their words refer to, one cast a document.

    Returns:
        The claims of each document, in reading order.
    """
    return [
        _claims(document, layers, found, cast)
        for document, layers, found, cast in zip(
            documents, annotations, attributions, casts, strict=True
        )
    ]


def _claims(
    document: Document,
    annotations: Annotations,
    attributions: Sequence[Attribution],
    cast: Cast,
) -> tuple[Claim, ...]:
    publisher = publisher_of(document, cast.knowledge) if document.is_own_account else None
    speakers = _speakers(attributions, cast, publisher)
    tree = Tree(annotations)
    claims = [
        _claim(document, tree, attribution, speaker, publisher)
        for attribution in attributions
        for speaker in speakers[attribution.id][: 1 if publisher else None]
    ]
    silences = covered(document, annotations, attributions, claims)
    claims = [_with_cover(claim, silences) for claim in claims]
    if publisher is not None:
        claims += [
            _own_claim(document, point, publisher, act_of(document, tree, point, cast))
            for point in points(document, annotations)
        ]
    return tuple(sorted(claims, key=lambda claim: (claim.content.start, claim.content.end)))


def _speakers(
    attributions: Sequence[Attribution], cast: Cast, publisher: Speaker | None
) -> dict[AttributionId, tuple[Speaker, ...]]:
    """Resolve all sources.

    "I" and "we" are whoever the attribution around them quotes. In a report, what people only
    talked about is on no side.
    """
    speakers = {a.id: speakers_of(a, cast) for a in attributions}
    for attribution in attributions:
        if not speakers[attribution.id][0].is_first_person:
            continue
        around = speakers.get(attribution.parent, ()) if attribution.parent else ()
        if not around or around[0].is_first_person:
            around = (publisher,) if publisher else ()
        if around:
            quoted = tuple(speaker.quoted_as_first_person() for speaker in around)
            speakers[attribution.id] = quoted
    if publisher is None:
        for attribution in attributions:
            found = speakers[attribution.id]
            if is_only_talk(attribution, found):
                speakers[attribution.id] = (found[0].on_no_side(TALK),)
    return speakers


def _claim(
    document: Document,
    tree: Tree,
    attribution: Attribution,
    speaker: Speaker,
    publisher: Speaker | None,
) -> Claim:
    side, reason = speaker.side, speaker.reason
    if publisher is not None:
        side, reason = publisher.side, f"{reason}; {publisher.reason}"
    return Claim(
        id=_id(document, attribution.content, attribution.id, side),
        document_id=document.id,
        attribution_id=attribution.id,
        content=attribution.content,
        polarity=attribution.polarity,
        actor=speaker.actor,
        side=side,
        reason=reason,
        confidence=speaker.confidence,
        candidates=speaker.candidates,
        pieces=() if publisher else pieces_of(document, tree, attribution.content),
        act=Act(attribution.source, attribution.cue, (speaker.actor,) if speaker.actor else ()),
        is_unnamed=speaker.is_unnamed,
    )


def _own_claim(document: Document, point: Anchor, publisher: Speaker, act: Act | None) -> Claim:
    return Claim(
        id=_id(document, point, "own", publisher.side),
        document_id=document.id,
        attribution_id=None,
        content=point,
        polarity=Polarity.POSITIVE,
        actor=publisher.actor,
        side=publisher.side,
        reason=publisher.reason,
        confidence=publisher.confidence,
        act=act,
    )


def _with_cover(claim: Claim, silences: dict[ClaimId, tuple[AttributionId, ...]]) -> Claim:
    if not silences.get(claim.id):
        return claim
    return replace(claim, covers=silences[claim.id])


def _id(document: Document, content: Anchor, asserted_by: str, side: str | None) -> ClaimId:
    parts = ("claim", document.id, document.sha256, *content.spans, asserted_by, side)
    return ClaimId(content_hash(*parts))
