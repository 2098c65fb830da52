"""Pairs and groups: "the two leaders", "both sides", "the presidents"."""

from collections import Counter

from rashomon.actors.discourse import Discourse
from rashomon.actors.owners import Nouns
from rashomon.actors.people import People
from rashomon.actors.polities import state_of_text
from rashomon.actors.resolution import Resolution
from rashomon.actors.roles import Role
from rashomon.actors.view import View
from rashomon.model import Actor, ActorKind

TWO = frozenset({"both", "two", "either", "neither", "pair", "duo"})
# Nouns for the states themselves: "the two countries" are not their presidents.
STATES = frozenset({"country", "nation", "state", "government", "capital"})
COUNTERPARTS = frozenset({"counterpart", "interlocutor"})
THREE = 3
UNSURE = 0.7  # up to here, only two will do
OPENING = 3  # sentences that say whom a text is about


def is_pair(view: View, head: int) -> bool:
    """Tell whether a plural noun is for the two whom the text is about."""
    before, roles = set(view.folded[view.left_edge(head) : head]), view.knowledge.roles
    if view.lemmas[head] in roles.pairs:
        is_bare = before in ({"the"}, {"the", "three"}) and view.lemmas[head] != "official"
        return bool(before & TWO) or is_bare
    return before in ({"both"}, {"the", "two"}) and (
        view.lemmas[head] in roles.own_voices or roles.by_noun.get(view.lemmas[head]) is Role.PERSON
    )


def pair_of(
    view: View, discourse: Discourse, people: People, head: int, role: Role | None
) -> tuple[tuple[Actor, ...], float]:
    """Return those named together last, or the only two there are, and how sure that is."""
    is_two = bool(TWO & set(view.folded[view.left_edge(head) : head + 1]))
    if role is Role.OWN:  # "the two women"
        gender = view.knowledge.roles.gender((view.lemmas[head],))
        return discourse.two_people(gender), 0.65
    actors, confidence = _pair(view, discourse, people, is_two=is_two, role=role)
    is_three = "three" in view.folded[view.left_edge(head) : head]
    if is_three and len(actors) != THREE:
        return (), 0.0
    if view.lemmas[head] in STATES:
        actors = tuple(_state(view, actor) for actor in actors)
    return actors, confidence


def _pair(
    view: View, discourse: Discourse, people: People, *, is_two: bool, role: Role | None
) -> tuple[tuple[Actor, ...], float]:
    owners = tuple(discourse.by_side_of_text.values()) if role is Role.TEXT else ()
    named = {person.actor for person in people.everyone}
    # "The two leaders" are no two states, as long as there are people.
    latest = discourse.latest_people if role is Role.PERSON else discourse.latest_pair
    if role is Role.PERSON and not named.issuperset(latest):
        latest = ()
    of_sides: dict[str, Actor] = {}  # the first of each side
    for person in people.everyone:
        if person.actor and person.actor.side:
            of_sides.setdefault(person.actor.side, person.actor)
    for actors, confidence in (
        (owners, 0.75),
        (_protagonists(view, people, n_most=2 if is_two else 3), 0.8),
        (latest, 0.75),
        (tuple(of_sides.values()), 0.7),
        (_opening(view, discourse), 0.7),
        (_states_of_opening(view), 0.7),
        (tuple(discourse.by_side.values()), 0.6),
    ):
        is_group = len(actors) > 2 and not is_two and confidence > UNSURE
        if len(actors) == 2 or is_group:
            return actors, confidence
    return (), 0.0


def _protagonists(view: View, people: People, n_most: int) -> tuple[Actor, ...]:
    """Return those whom an official text of a call or meeting is about: its own, and the other.

    Those named in its opening, one a side; more than three make it another kind of text.
    """
    if view.home is None:
        return ()
    first_two = _first_of_sides(view, people, 0)
    if len(first_two) == 2 and any(actor.side == view.home.side for actor in first_two):
        return first_two
    stop = view.sentences[: OPENING + 1][-1][1] if view.sentences else 0
    counts: dict[str, Counter[Actor]] = {}
    for first, _, person in people.mentions:
        actor = person.actor
        if first < stop and actor is not None and actor.side is not None:
            counts.setdefault(actor.side, Counter())[actor] += 1
    if len(counts) > n_most > 2:
        return _of_first_list(view, people)
    if not 2 <= len(counts) <= n_most or view.home.side not in counts:
        return ()
    return tuple(counts[side].most_common(1)[0][0] for side in counts)


def _of_first_list(view: View, people: People) -> tuple[Actor, ...]:
    """Return the leaders of more than three states whom the first sentence names together."""
    found = _first_of_sides(view, people, 0)
    is_own = view.home is not None and any(actor.side == view.home.side for actor in found)
    return found if is_own and len(found) > 2 else ()


def _first_of_sides(view: View, people: People, sentence: int) -> tuple[Actor, ...]:
    """Return the first of each side whom a sentence names."""
    found: dict[str, Actor] = {}
    for first, _, person in people.mentions:
        if person.actor is not None and person.actor.side and view.sentence_of[first] == sentence:
            found.setdefault(person.actor.side, person.actor)
    return tuple(found.values())


def _states_of_opening(view: View) -> tuple[Actor, ...]:
    """Return an official text's own state and the only other that its opening names at all."""
    if view.home is None:
        return ()
    others: dict[str, Actor] = {}
    for first, stop in view.sentences[:OPENING]:
        for hit in view.hits[first:stop]:
            side = hit.entry.actor.side if hit and not hit.is_open else None
            if hit and side and side != view.home.side:
                others.setdefault(side, _state(view, hit.entry.actor))
        if others:
            break
    return (view.home, *others.values()) if len(others) == 1 else ()


def _opening(view: View, discourse: Discourse) -> tuple[Actor, ...]:
    """Return the first of each side that a text's opening names."""
    of_sides: dict[str, Actor] = {}
    for sentence in range(min(OPENING, len(view.sentences))):
        for referent in discourse.by_sentence.get(sentence, ()):
            for actor in referent.resolution.actors:
                if actor.side:
                    of_sides.setdefault(actor.side, actor)
        if len(of_sides) > 1:
            break
    return tuple(of_sides.values())


def _state(view: View, actor: Actor) -> Actor:
    """Return the state that somebody speaks for."""
    state = view.knowledge.actor_named(actor.side) if actor.side else None
    if state is not None or actor.side is None or actor.kind is ActorKind.STATE:
        return state or actor
    return state_of_text(actor.side)


def counterpart(phrases: Nouns, head: int) -> Resolution | None:
    """Resolve "his counterpart" to the other of the two whom the text is about."""
    view = phrases.view
    owners = [child for child in view.children[head] if view.tokens.relations[child] == "poss"]
    if view.lemmas[head] not in COUNTERPARTS or not owners:
        return None
    mine, both = phrases.resolve(owners[0]).actors, phrases.pair(head).actors
    others = [actor for actor in both if actor not in mine]
    if len(both) != 2 or len(mine) != 1 or len(others) != 1:
        return None
    reason = f"“{phrases.words(head)}” is the other of the two, {others[0].name}"
    return Resolution((others[0],), reason, 0.7)
