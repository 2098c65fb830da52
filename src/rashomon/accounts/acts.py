"""Who is said to do what in a cell: the acts of its claims, with whom "both sides" means."""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.accounts.entries import Entry
from rashomon.model import Act, Actor, ActorId, ActorKind, Event, Participant, content_hash

# Words for all who took part in a contact.
EVERYBODY = frozenset(
    {
        "both", "counterparts", "interlocutors", "leaders", "ministers", "officials", "parties",
        "presidents", "principals", "sides", "they", "two",
    }
)  # fmt: skip
OWN_VOICE = frozenset({"i", "we"})
BEFORE_EVERYBODY = frozenset({"the", "two", "both", "of"})


def acts_of(entries: Iterable[Entry], event: Event | None) -> tuple[Act, ...]:
    """Return what is said to be done in the words of a cell, each act once.

    Args:
        entries: Of one side.
        event: The contact, whose participants "they" and "the two leaders" are.
    """
    found: dict[tuple[str, str], Act] = {}
    for entry in entries:
        act = entry.claim.act
        if act is not None:
            known = _known(act, entry, event)
            key = known.doer.words.lower() if known.doer else "", known.verb.words.lower()
            found.setdefault(key, known)
    return tuple(found.values())


def _known(act: Act, entry: Entry, event: Event | None) -> Act:
    words = act.doer.words.lower().split() if act.doer else []
    is_everybody = bool(words) and words[-1] in EVERYBODY and set(words[:-1]) <= BEFORE_EVERYBODY
    if is_everybody and event and len(event.participants) > 1:
        return replace(act, actors=tuple(map(_actor, event.participants)))
    if words and words[-1] in OWN_VOICE and not act.actors and entry.claim.actor:
        return replace(act, actors=(entry.claim.actor,))
    return act


def _actor(participant: Participant) -> Actor:
    name = participant.actor
    return Actor(
        id=ActorId(content_hash("participant", name, participant.side)),
        name=name,
        kind=ActorKind.PERSON,
        side=participant.side,
        role=participant.role,
    )
