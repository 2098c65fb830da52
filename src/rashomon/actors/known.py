"""Known names: whom one refers to where it stands, why, and how sure that is."""

from rashomon.actors.lexicon import Form
from rashomon.actors.names import fold
from rashomon.actors.places import is_place
from rashomon.actors.resolution import Resolution, unresolved
from rashomon.actors.view import Hit, View
from rashomon.model import Actor, ActorId, ActorKind, content_hash

SURE = 0.8  # below, what a name of several may mean as well is told
DISPUTED = 0.7  # of a state in whose name several bodies speak


def of_hit(view: View, hit: Hit, phrase: str | None) -> Resolution:
    """Return whom a known name refers to.

    Args:
        view: The document.
        hit: The name.
        phrase: The phrase that it heads; None where it stands before a noun that is its: then an
            adjective is the state, not its people.
    """
    actor, words = hit.entry.actor, view.text(hit.first, hit.stop)
    if hit.is_open:
        names = ", ".join(one.name for one in hit.candidates)
        reason = hit.choice.reason if hit.choice else ""
        return unresolved(f"“{words}” may be any of: {names}; {reason}", hit.candidates)
    if is_place(view, hit):
        return unresolved(f"{words} is the place here, not {actor.name}", [actor])
    if hit.entry.form is Form.ADJECTIVE and phrase is not None:
        group = named_actor(ActorKind.GROUP, phrase, actor)
        return Resolution((group,), f"“{words}” names the people of {actor.name}", 0.6)
    return _doubted(view, hit, Resolution((actor,), *_reason_of_name(hit, words)))


def named_actor(kind: ActorKind, words: str, owner: Actor | None) -> Actor:
    """Make an actor of the words that a text has for it."""
    side = owner.side if owner else None
    name = content_hash("named", kind, fold(words), side)
    return Actor(id=ActorId(name), name=words, kind=kind, side=side)


def _doubted(view: View, hit: Hit, found: Resolution) -> Resolution:
    """Take confidence from a name of several, and from a state that several speak for."""
    actor, choice = found.actors[0], hit.choice
    if choice is not None:
        reason = f"{found.reason} ({choice.reason})"
        candidates = hit.candidates if choice.confidence < SURE else ()
        confidence = min(found.confidence, choice.confidence)
        return Resolution(found.actors, reason, confidence, candidates)
    rivals = view.knowledge.claimants(actor.name, view.period)
    if rivals and not hit.entry.is_given:
        names = ", ".join(rival.name for rival in rivals)
        reason = f"{found.reason}; who speaks for {actor.name} was disputed: {names}"
        return Resolution(found.actors, reason, min(found.confidence, DISPUTED), rivals)
    return found


def _reason_of_name(hit: Hit, words: str) -> tuple[str, float]:
    """Return why a known name stands for its actor, and how sure that is."""
    actor, form = hit.entry.actor, hit.entry.form
    if hit.entry.is_given:
        return f"“{words}” is of {actor.side} in the sides file", 0.97
    if actor.side is None:
        return f"{actor.name} is a news medium, on no side", 0.9
    if form is Form.ADJECTIVE:
        return f"“{words}” is of {actor.name}", 0.92
    if form is Form.CAPITAL:
        return f"the seat of government {words} stands for {actor.side}", 0.85
    if actor.side == actor.name:
        return f"{actor.name} is named", 0.95
    return f"{actor.name} speaks for {actor.side}", 0.93
