"""The room's tables of words, as stems."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import snowballstemmer  # type: ignore[import-untyped]  # ships no stubs

# Endings that derive one word from another and that Snowball keeps: "terrorist", "terrorism".
DERIVATIONAL_ENDINGS = ("ist", "ism")
MIN_ROOT = 4  # letters; a shorter rest is another word

_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the root of an English word: "terrorist" and "terrorism" have one."""
    root = str(_STEMMER.stemWord(word.lower().strip("’'")))
    for ending in DERIVATIONAL_ENDINGS:
        if root.endswith(ending) and len(root) - len(ending) >= MIN_ROOT:
            return root.removesuffix(ending)
    return root


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Stems of words that weigh less than others, and of words that speak of one thing."""

    framing: frozenset[str]  # how something was said: no weight
    framing_verbs: frozenset[str]  # the same, but as verbs only: "touched upon"
    thin: frozenset[str]  # what many points share: little weight
    loose: frozenset[str]  # when, where to and how many: two points that share one share nothing
    contact_verbs: frozenset[str]
    contact_nouns: frozenset[str]
    kindred: dict[str, str]  # stem to the name of its family
    deeds: dict[str, tuple[str, bool]]  # stem to a pair of opposites, and if it is the second
    qualities: dict[str, tuple[str, bool]]  # the same for adjectives, as they stand in a text


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Read the tables, once a process."""
    tables = tomllib.loads(_read("wording.toml"))
    opposites = tomllib.loads(_read("opposites.toml"))
    return Lexicon(
        framing=frozenset(map(stem, tables["framing"])),
        framing_verbs=frozenset(map(stem, tables["framing_verbs"])),
        thin=frozenset(map(stem, tables["thin"])),
        loose=frozenset(map(stem, tables["loose"])),
        contact_verbs=frozenset(map(stem, tables["contact_verbs"])),
        contact_nouns=frozenset(map(stem, tables["contact_nouns"])),
        kindred={stem(word): f"~{family[0]}" for family in tables["kindred"] for word in family},
        deeds=_opposites([list(map(stem, pair)) for pair in opposites["deeds"]]),
        qualities=_opposites(opposites["qualities"]),
    )


def _read(name: str) -> str:
    return (files("rashomon.accounts") / "data" / name).read_text(encoding="utf-8")


def _opposites(pairs: list[list[str]]) -> dict[str, tuple[str, bool]]:
    """Name both words of a pair after the first."""
    return {word: (f"!{pair[0]}", word != pair[0]) for pair in pairs for word in pair}
