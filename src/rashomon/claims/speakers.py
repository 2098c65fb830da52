"""Who puts a claim forward: the actor and the side behind a source, or a publisher."""

import re
from dataclasses import dataclass, replace

from rashomon.actors import Cast, KnowledgeBase, Resolution
from rashomon.model import (
    Actor,
    ActorId,
    ActorKind,
    Attribution,
    Document,
    Polarity,
    content_hash,
)

# What a report tells of a talk itself: which matters it was about, and no side's account of them.
TALKING = re.compile(
    r"(?:cent(?:re|er)|discuss|exchang|focus|review|talk)\w*(?: about| on| over| views on)?",
    re.IGNORECASE,
)
FIRST_PERSON = frozenset({"i", "we", "my", "our", "me", "us"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, for which side, and why we think so."""

    actor: Actor | None
    side: str | None
    reason: str
    confidence: float
    is_first_person: bool = False  # "I" and "we": whoever is quoted around them
    candidates: tuple[Actor, ...] = ()  # whom it may be as well
    is_unnamed: bool = False  # "officials", "a source close to"

    def on_no_side(self, reason: str) -> "Speaker":
        """Return this speaker as somebody whose words are no side's account, and why."""
        return replace(self, side=None, reason=reason)

    def quoted_as_first_person(self) -> "Speaker":
        """Return this speaker as the one who says "I" or "we"."""
        return replace(self, reason=f"first person of a quotation: {self.reason}")


def speakers_of(attribution: Attribution, cast: Cast) -> tuple[Speaker, ...]:
    """Resolve the source of an attribution: one speaker for each side that says it."""
    if attribution.source is None:
        return (Speaker(None, None, "the text names nobody", 0.0),)
    found = [cast.actor_of(span) for span in attribution.source.spans]
    resolution = max(found, key=lambda part: part.confidence)
    if not resolution.actors:
        is_first_person = attribution.source.words.lower() in FIRST_PERSON
        return (
            Speaker(
                None,
                None,
                resolution.reason,
                0.0,
                is_first_person,
                resolution.candidates,
                resolution.is_unnamed,
            ),
        )
    return _by_side(resolution)


def is_only_talk(attribution: Attribution, speakers: tuple[Speaker, ...]) -> bool:
    """Tell whether people or several sides only talked: "Maar and Brek discussed fishing rights".

    A text or an office that "focused on" a matter gives an account of it.
    """
    are_people = all(
        speaker.actor is not None and speaker.actor.kind is ActorKind.PERSON for speaker in speakers
    )
    is_talking = TALKING.fullmatch(attribution.cue.words)
    is_told = attribution.polarity is Polarity.POSITIVE  # "did not discuss" is a silence
    return bool(is_talking) and is_told and (are_people or len(speakers) > 1)


def _by_side(resolution: Resolution) -> tuple[Speaker, ...]:
    sides, reason = resolution.sides, resolution.reason
    if len(sides) > 1:
        reason = f"said of {' and '.join(sides)} together; {reason}"
    # Said by several, one of them of a known side: that side says it, whoever else does.
    first_of_side = {one.side: one for one in reversed(resolution.actors)}
    actors = [first_of_side[side] for side in sides] or resolution.actors[:1]
    return tuple(
        Speaker(
            actor,
            actor.side,
            reason,
            resolution.confidence,
            candidates=resolution.candidates,
            is_unnamed=resolution.is_unnamed,
        )
        for actor in actors
    )


def publisher_of(document: Document, knowledge: KnowledgeBase) -> Speaker:
    """Tell on which side an official text speaks: as given, or as its publisher's name tells."""
    name = document.publisher or document.side
    known = knowledge.side_named(document.publisher) if document.publisher else None
    side = document.side or known
    if side is None and document.title:
        side = knowledge.side_named(document.title)
    actor = None
    if name is not None:
        actor = Actor(
            id=ActorId(content_hash("publisher", name, side)),
            name=name,
            kind=ActorKind.BODY,
            side=side,
        )
    if side is None:
        return Speaker(actor, None, "an official text whose side nothing tells", 0.0)
    confidence = 1.0 if document.side else 0.9
    reason = f"{side} publishes this {document.kind}, and asserts what it says"
    return Speaker(actor, side, reason, confidence)
