"""A claim: one proposition that an actor puts forward, anchored in its words."""

from dataclasses import dataclass

from rashomon.model.actor import Actor
from rashomon.model.attribution import Polarity
from rashomon.model.ids import AttributionId, ClaimId, DocumentId
from rashomon.model.spans import Anchor


@dataclass(frozen=True, slots=True)
class Act:
    """Who is said to do what: "the two ministers", "agreed"."""

    doer: Anchor | None  # None: nobody is named ("it was agreed")
    verb: Anchor
    actors: tuple[Actor, ...]  # whom the words for the doer refer to; none where that stays open


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition, its words, and who puts it forward.

    A claim of a report comes from one attribution. A statement's own assertions have none
    (``attribution_id`` is None): its publisher speaks in every one of them.
    """

    id: ClaimId
    document_id: DocumentId
    attribution_id: AttributionId | None
    content: Anchor
    polarity: Polarity
    actor: Actor | None  # None: nobody named, or not resolved; ``reason`` says why
    side: str | None
    reason: str  # why this actor and this side, in words
    confidence: float  # in [0, 1]
    covers: tuple[AttributionId, ...] = ()  # of a silence: what was not mentioned
    candidates: tuple[Actor, ...] = ()  # whom the source may be as well, where that is doubtful
    pieces: tuple[Anchor, ...] = ()  # of cited content: where it may be cut, if anywhere
    act: Act | None = None  # who is said to say or do it; None where no verb tells
    is_unnamed: bool = False  # the source has no name: "officials", "a source close to"
