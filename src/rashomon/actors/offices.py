"""Offices: who "the Israeli prime minister" is, in the text or at its date."""

from rashomon.actors.holders import ANY_TIME
from rashomon.actors.packaged import one_spelling
from rashomon.actors.people import People
from rashomon.actors.person import Person
from rashomon.actors.resolution import Resolution
from rashomon.actors.view import View
from rashomon.model import Actor, ActorKind

INDEFINITE = frozenset(
    {"a", "an", "another", "some", "any", "no", "every", "next", "first", "second", "future"}
)
# Bodies that every state has one of.
OF_STATES = frozenset({"government", "army", "parliament", "military", "police", "navy", "cabinet"})
# What "the head of state" is called, the commonest first.
HEADS = {
    "state": (("president",), ("king",), ("emir",), ("sultan",)),
    "government": (("prime", "minister"), ("chancellor",), ("premier",), ("taoiseach",)),
}


def in_office(view: View, head: int, owner: Resolution) -> Resolution | None:
    """Resolve a title to who held the office when the text was written; None when it is not known.

    Args:
        view: The document, whose date must be known.
        head: The noun of the title.
        owner: Whose office it is.
    """
    first = view.left_edge(head)
    words = view.folded[first : head + 1]
    if not view.period.is_known or set(words) & (INDEFINITE | view.knowledge.roles.not_speaking):
        return None
    for office in _offices(view, first, head):
        found = view.knowledge.in_office(owner.sides[0], office, view.period)
        if len({holder.id for holder, _ in found}) == 1:
            holder, term = found[0]
            title = view.text(first, head + 1)
            reason = f"“{title}” was {holder.name} at the time of the text: {term.words}"
            return Resolution((holder.actor(term),), reason, min(0.85, owner.confidence))
    return None


def in_their_offices(view: View, head: int, states: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """Return who held an office of each of several states: "the presidents" are no states.

    The states themselves where one has no known holder, or not all are states.
    """
    found = [
        in_office(view, head, Resolution((state,), f"{state.name} is named", 0.8))
        if state.kind is ActorKind.STATE
        else None
        for state in states
    ]
    holders = tuple(one.actors[0] for one in found if one is not None)
    return holders if len(holders) == len(states) else states


def has_office(view: View, head: int, side: str) -> bool:
    """Tell whether a side ever had an office: a kingdom has no "President"."""
    offices = _offices(view, view.left_edge(head), head)
    return any(view.knowledge.in_office(side, office, ANY_TIME) for office in offices)


def is_of_all(view: View, head: int) -> bool:
    """Tell whether a noun begins "head of state" or "head of government"."""
    is_of = head + 2 < len(view.tokens) and view.folded[head + 1] == "of"
    return is_of and view.lemmas[head] == "head" and view.folded[head + 2] in HEADS


def own_body(view: View, head: int) -> Actor | None:
    """Return whose "the government" or "the army" is in an official text that names no other."""
    home, first = view.home, view.left_edge(head)
    if home is None or home.kind is not ActorKind.STATE or view.folded[first] != "the":
        return None
    is_armed = view.folded[first + 1 : head + 1] == ["armed", "forces"]
    is_bare = head == first + 1 and view.lemmas[head] in OF_STATES
    return home if is_bare or is_armed else None


def _offices(view: View, first: int, head: int) -> list[tuple[str, ...]]:
    """Return the words of the office, in the ways that it may be called."""
    roles = view.knowledge.roles
    office = tuple(
        view.folded[i]
        for i in range(first, head + 1)
        if view.hits[i] is None and i < head and view.folded[i] in roles.title_words
    )
    office = (*office, view.lemmas[head])  # of "the presidents of Nordland and Sudmark", one
    is_of = head + 2 < len(view.tokens) and view.folded[head + 1] == "of"
    tail = view.folded[head + 2] if is_of else ""
    if view.lemmas[head] == "head" and tail in HEADS:
        return list(HEADS[tail])
    tails = _tail_of_title(view, head) or {tail} & roles.title_words
    return [(*office, *tails)]


def holders_of(view: View, people: People, head: int, side: str | None) -> list[Person]:
    """Return the people of the text whose titles have a role noun and the words that narrow it."""
    wanted = {
        view.folded[i]
        for i in range(view.left_edge(head), head)
        if view.hits[i] is None
        and view.folded[i] in view.knowledge.roles.title_words
        and view.folded[i] not in {"of", "and", "new", "newly", "then"}
    }
    wanted.add(view.lemmas[head])
    wanted.update(_tail_of_title(view, head))
    if is_of_all(view, head):  # "the head of state" is no head of an office
        wanted.add(view.folded[head + 2])
    asked = one_spelling(wanted)
    exact = [p for p in people.everyone if _holds(p, side) and asked <= one_spelling(p.roles)]
    exact = [
        person
        for person in exact
        if all(word in wanted or word not in person.roles for word in ("vice", "deputy"))
    ]
    if exact or not wanted <= {"leader", "premier"}:
        return exact
    heads = view.knowledge.roles.heads  # "the Sudmark leader" may be a president
    return [p for p in people.everyone if _holds(p, side) and heads & p.roles]


def _tail_of_title(view: View, head: int) -> set[str]:
    """Return what an office is for, after its noun: of "Minister of Internal Affairs"."""
    found: set[str] = set()
    if view.lemmas[head] in view.knowledge.roles.heads:
        return found
    if head + 1 >= len(view.tokens) or view.folded[head + 1] not in {"of", "for"}:
        return found
    for index in range(head + 2, view.sentences[view.sentence_of[head]][1]):
        key = view.folded[index]
        if key == "the" or view.tokens.tags[index] == "POS" or _is_whose(view, index):
            continue
        is_word = view.is_name_word(index) and key in view.knowledge.roles.title_words
        if not is_word or view.hits[index] is not None:
            break
        found.add(key)
    return found


def _is_whose(view: View, index: int) -> bool:
    """Tell whether a title says whose office is meant: "Head of the President's Office"."""
    after = min(index + 1, len(view.tokens) - 1)
    is_before, is_after = view.tokens.tags[after] == "POS", view.folded[index - 1] in {"of", "the"}
    return view.lemmas[index] in view.knowledge.roles.heads and (is_before or is_after)


def _holds(person: Person, side: str | None) -> bool:
    """Tell whether a person is on a side, any side if None is asked for."""
    return person.actor is not None and (side is None or person.actor.side == side)
