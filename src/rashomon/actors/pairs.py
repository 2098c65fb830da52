"""Pairs: "the two leaders", "both sides", "neither statement"."""

from rashomon.actors.discourse import Discourse
from rashomon.actors.people import People
from rashomon.actors.roles import Role
from rashomon.actors.view import View
from rashomon.model import Actor

TWO = frozenset({"both", "two", "either", "neither", "pair", "duo"})


def is_pair(view: View, head: int) -> bool:
    """Tell whether a plural noun is for the two whom the text is about."""
    if view.lemmas[head] not in view.knowledge.roles.pairs:
        return False
    before = set(view.folded[view.left_edge(head) : head])
    return bool(before & TWO) or before == {"the"}


def pair_of(
    discourse: Discourse, people: People, role: Role | None
) -> tuple[tuple[Actor, ...], float]:
    """Return the pair named last, or the only two there are, and how sure that is."""
    owners = tuple(discourse.by_side_of_text.values()) if role is Role.TEXT else ()
    # "The two leaders" are no two states, as long as there are people.
    latest = discourse.latest_people if role is Role.PERSON else discourse.latest_pair
    of_sides: dict[str, Actor] = {}  # the first of each side
    for person in people.everyone:
        if person.actor and person.actor.side:
            of_sides.setdefault(person.actor.side, person.actor)
    for actors, confidence in (
        (owners, 0.75),
        (latest, 0.75),
        (tuple(of_sides.values()), 0.75),
        (tuple(discourse.by_side.values()), 0.6),
    ):
        if len(actors) == 2:  # a pair
            return actors, confidence
    return (), 0.0
