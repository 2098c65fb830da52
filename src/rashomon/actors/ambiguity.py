"""Names of several: what "Georgia", "Congo" or "Washington" may mean, and what tells."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import Any

from rashomon.actors.files import strings

CERTAIN = 0.93  # a word beside the name says it: "Georgia's legislature"
BY_SIGNS = 0.85  # words elsewhere in the text say it, and none another thing


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a name may mean."""

    actor: str  # its name in the knowledge base
    signs: frozenset[str]  # words anywhere in the text that speak for it
    beside: frozenset[str]  # words next to the name that settle it


@dataclass(frozen=True, slots=True)
class Choice:
    """What a name means in one place: nothing when it cannot be told."""

    sense: Sense | None
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class AmbiguousName:
    """A name, what it may mean, and what it means when nothing tells."""

    words: str
    senses: tuple[Sense, ...]
    usual: str | None
    usual_confidence: float

    def choose(self, beside: Collection[str], text: Collection[str]) -> Choice:
        """Choose a sense by the words beside the name, then by the words of the text.

        Args:
            beside: The words before and after the name, folded.
            text: All words of the text, folded.
        """
        for sense in self.senses:
            found = sorted(sense.beside.intersection(beside))
            if found:
                return Choice(sense, f"“{found[0]}” stands beside {self.words}", CERTAIN)
        signs = {sense: sorted(sense.signs.intersection(text)) for sense in self.senses}
        ranked = sorted(self.senses, key=lambda sense: -len(signs[sense]))
        first, second = ranked[0], ranked[1]
        margin = len(signs[first]) - len(signs[second])
        if margin and (not signs[second] or margin > len(signs[second])):
            words = ", ".join(signs[first][:3])
            confidence = BY_SIGNS if not signs[second] else BY_SIGNS - 0.15
            return Choice(first, f"the text has “{words}”", confidence)
        usual = next((sense for sense in self.senses if sense.actor == self.usual), None)
        if usual is not None and len(signs[usual]) >= len(signs[first]):
            return Choice(usual, "what the name usually means", self.usual_confidence)
        return Choice(None, "the text does not tell which one it means", 0.0)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words that make a name a place's or a thing's, not an actor's."""

    things: frozenset[str]
    things_of: frozenset[str]
    city_nouns: frozenset[str]
    city_verbs: frozenset[str]
    city_deeds: frozenset[str]
    city_things: frozenset[str]
    named_after: frozenset[str]
    place_words: frozenset[str]
    motions: frozenset[str]
    visits: frozenset[str]
    seats: frozenset[str]
    not_bodies: frozenset[str]
    named_things: frozenset[str]
    attacks: frozenset[str]
    names_of_things: frozenset[str]
    short_things: frozenset[str]
    conquests: frozenset[str]
    us_states: frozenset[str]


def read_place_words(table: Mapping[str, Any]) -> PlaceWords:
    """Read the lists of `data/ambiguous.toml`."""
    names = [one.name for one in fields(PlaceWords)]
    return PlaceWords(**{name: frozenset(strings(table, name)) for name in names})


def read_ambiguous(table: Mapping[str, Any]) -> dict[str, AmbiguousName]:
    """Read the table of `data/ambiguous.toml`, by the name in lower case."""
    us_signs = strings(table, "us_signs")
    return {
        name["words"].lower(): AmbiguousName(
            words=name["words"],
            senses=tuple(
                Sense(
                    actor=sense["actor"],
                    signs=frozenset(
                        (*strings(sense, "signs"), *(us_signs if sense.get("us_signs") else ()))
                    ),
                    beside=frozenset(strings(sense, "beside")),
                )
                for sense in name["senses"]
            ),
            usual=name.get("usual", {}).get("actor"),
            usual_confidence=float(name.get("usual", {}).get("confidence", 0)),
        )
        for name in table["name"]
    }
