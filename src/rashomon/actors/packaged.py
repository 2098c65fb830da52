"""The packaged tables, compiled by `scripts/compile_actors.py`, unfolded as they are asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rashomon.actors.ambiguity import AmbiguousName, PlaceWords, read_ambiguous, read_place_words
from rashomon.actors.files import read_table
from rashomon.actors.holders import Holder, Period, Term
from rashomon.actors.lexicon import Entry, Form, Row
from rashomon.actors.names import fold, split_words
from rashomon.actors.roles import Roles, read_roles
from rashomon.model import Actor, ActorId, ActorKind

# Words of offices that are written differently and mean the same.
SAME_WORDS = {
    "defense": "defence",
    "premier": "prime minister",
    "external": "foreign",
    "internal": "interior",
    "advisor": "adviser",
    "spokeswoman": "spokesman",
    "spokesperson": "spokesman",
}
UNIMPORTANT = frozenset({"of", "the", "for", "to", "affairs", "and"})


@dataclass(slots=True)
class Packaged:
    """The tables of `data/knowledge.json`."""

    roles: Roles
    actors: tuple[Actor, ...]
    states: dict[str, Actor]  # by name
    by_name: dict[str, Actor]
    names: dict[str, list[Row]]  # by first word
    labels: dict[str, str]  # states' names and codes in many languages, folded in case: the state
    ambiguous: dict[str, AmbiguousName]  # by the name in lower case
    place_words: PlaceWords
    members: dict[str, tuple[str, ...]]
    carried: dict[str, str]  # agencies and the states whose official words they pass on
    surnames_left_out: frozenset[str]
    _holders: list[list[Any]]
    surnames: dict[str, list[int]]  # folded, in every spelling: numbers of holders
    _disputes: list[dict[str, Any]]
    _wars: list[dict[str, Any]]
    _made: dict[int, Holder] = field(default_factory=dict)
    _by_side: dict[str, list[int]] = field(default_factory=dict)
    _office_words: dict[str, frozenset[str]] = field(default_factory=dict)

    def holder(self, number: int) -> Holder:
        """Return a person by number."""
        if number not in self._made:
            identifier, name, first_names, terms = self._holders[number]
            self._made[number] = Holder(
                id=ActorId(identifier),
                name=name,
                first_names=frozenset(first_names),
                terms=tuple(Term(*term) for term in terms),
            )
        return self._made[number]

    def entry_of(self, row: Row) -> Entry:
        """Make the entry of a packaged name."""
        _, words, form, number = row
        if form == Form.PERSON:
            holder = self.holder(number)
            latest = holder.actor(holder.terms[-1])
            return Entry(tuple(words.split(" ")), latest, Form.PERSON, holder=holder)
        return Entry(tuple(words.split(" ")), self.actors[number], Form(form))

    def with_surname(self, surname: str) -> tuple[Holder, ...]:
        """Return the people who have a surname, folded, in some spelling."""
        return tuple(self.holder(number) for number in self.surnames.get(surname, ()))

    def of_side(self, side: str) -> Iterable[tuple[Holder, Term]]:
        """Yield everybody who held an office of a side, once a term."""
        if not self._by_side:
            for number, (_, _, _, terms) in enumerate(self._holders):
                for term_side in dict.fromkeys(term[0] for term in terms):
                    self._by_side.setdefault(term_side, []).append(number)
        for number in self._by_side.get(side, ()):
            holder = self.holder(number)
            yield from ((holder, term) for term in holder.terms if term.side == side)

    def office_words(self, role: str) -> frozenset[str]:
        """Return the words of an office in one spelling, without those that say little."""
        if role not in self._office_words:
            self._office_words[role] = one_spelling(fold(word) for word in split_words(role))
        return self._office_words[role]

    def claimants(self, state: str, on: Period) -> list[str]:
        """Return the names of the bodies that also claim to speak for a state at a time."""
        return [
            str(name)
            for dispute in self._disputes
            if dispute["state"] == state
            and on.is_known
            and Term(state, "", dispute["from"], dispute["until"]).is_in(on)
            for name in dispute["claimants"]
        ]

    def enemies(self, state: str, on: Period) -> list[str]:
        """Return the names of those whom a state was at war with at a time."""
        return [
            str(name)
            for war in self._wars
            if state in war["sides"]
            and on.is_known
            and Term(state, "", war["from"], war["until"]).is_in(on)
            for name in war["sides"]
            if name != state
        ]


def one_spelling(words: Iterable[str]) -> frozenset[str]:
    """Return the words of an office, folded, in one spelling, without those that say little."""
    named = (SAME_WORDS.get(word, word).split() for word in words)
    return frozenset(word for parts in named for word in parts if word not in UNIMPORTANT)


def read_packaged() -> Packaged:
    """Read the compiled tables.

    Raises:
        ResourceError: If the installation lacks them.
    """
    table = read_table("knowledge.json")
    actors = tuple(
        Actor(id=ActorId(identifier), name=name, kind=ActorKind(kind), side=side)
        for identifier, name, kind, side in table["actors"]
    )
    return Packaged(
        roles=read_roles(table["roles"]),
        actors=actors,
        states={actor.name: actor for actor in actors if actor.kind is ActorKind.STATE},
        by_name={actor.name: actor for actor in reversed(actors)},
        names=table["names"],
        labels=table["labels"],
        ambiguous=read_ambiguous(table["ambiguous"]),
        place_words=read_place_words(table["ambiguous"]),
        members={name: tuple(states) for name, states in table["members"].items()},
        carried=table["carried"],
        surnames_left_out=frozenset(table["surnames_left_out"]),
        _holders=table["holders"],
        surnames=table["surnames"],
        _disputes=table["disputes"],
        _wars=table["wars"],
    )
