"""Role nouns: what a noun says about who speaks, and for whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from rashomon.actors.files import strings


class Role(StrEnum):
    """What a noun refers to."""

    PERSON = "person"  # "minister"
    BODY = "body"  # "ministry", "side"
    COMPANY = "company"  # a body that need not belong to anybody named
    TEXT = "text"  # "statement"
    MEDIA = "media"  # passes on what others say
    OWN = "own voice"  # "analyst", "mayor": a person who speaks for no side


@dataclass(frozen=True, slots=True)
class Roles:
    """The tables of `data/roles.toml`."""

    by_noun: dict[str, Role]
    unnamed: frozenset[str]
    anybody: frozenset[str]
    relational: frozenset[str]
    same_as_name: frozenset[str]
    speech_verbs: frozenset[str]
    no_titles: frozenset[str]
    offices: frozenset[str]
    speakers: frozenset[str]
    issuing_verbs: frozenset[str]
    of_states: frozenset[str]
    title_words: frozenset[str]
    not_speaking: frozenset[str]
    own_voices: frozenset[str]
    heads: frozenset[str]
    not_a_state: frozenset[str]
    pairs: frozenset[str]
    people: frozenset[str]
    not_people: frozenset[str]
    quantities: frozenset[str]
    kin: frozenset[str]
    honorifics: frozenset[str]
    genders: dict[str, str]  # "he" or "she" by role noun, honorific or first name

    def gender(self, words: Iterable[str]) -> str | None:
        """Return "he" or "she" when these words tell, None also when they tell both."""
        found = {self.genders[word] for word in words if word in self.genders}
        return found.pop() if len(found) == 1 else None


def read_roles(table: Mapping[str, Any]) -> Roles:
    """Read the tables of role nouns of `data/roles.toml`."""
    by_noun: dict[str, Role] = {}
    for key, role in (
        ("persons", Role.PERSON),
        ("texts", Role.TEXT),
        ("media", Role.MEDIA),
        ("bodies", Role.BODY),
        ("companies", Role.COMPANY),
    ):
        for noun in strings(table, key):
            by_noun.setdefault(noun, role)
    gender = table["gender"]
    genders: dict[str, str] = {}
    for key, pronoun in (
        ("male", "he"), ("female", "she"), ("male_names", "he"), ("female_names", "she")
    ):  # fmt: skip
        for word in strings(gender, key):
            genders.setdefault(word, pronoun)
    return Roles(
        by_noun=by_noun,
        unnamed=frozenset(strings(table, "unnamed")),
        no_titles=frozenset(strings(table, "no_titles")),
        offices=frozenset(strings(table, "offices")),
        speech_verbs=frozenset(strings(table, "speech_verbs")),
        same_as_name=frozenset(strings(table, "same_as_name")),
        relational=frozenset(strings(table, "relational")),
        anybody=frozenset(strings(table, "anybody")),
        speakers=frozenset(strings(table, "speakers")),
        issuing_verbs=frozenset(strings(table, "issuing_verbs")),
        of_states=frozenset(strings(table, "of_states")),
        title_words=frozenset(strings(table, "title_words")),
        not_speaking=frozenset(strings(table, "not_speaking")),
        own_voices=frozenset(strings(table, "own_voices")),
        heads=frozenset(strings(table, "heads")),
        not_a_state=frozenset(strings(table, "not_a_state")),
        pairs=frozenset(strings(table, "pairs")),
        people=frozenset(strings(table, "people")),
        not_people=frozenset(strings(table, "not_people")),
        quantities=frozenset(strings(table, "quantities")),
        kin=frozenset(strings(table, "kin")),
        honorifics=frozenset(strings(table, "honorifics")),
        genders=genders,
    )
