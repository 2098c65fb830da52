"""The words of time of a language, read once from its tables.

A table is `data/<language>.toml`, with `data/<language>_holidays.toml` beside it; what each part
means stands in the English one. The word order of expressions is not in the tables but in `kinds`.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from rashomon.annotations.times.meaning import Unit
from rashomon.model import Modifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language; keys are in lower case but where capitals tell names apart."""

    months: Mapping[str, int]  # as written: "March", "Mar", "MARCH"
    whole_months: Mapping[str, int]
    homonyms: frozenset[str]
    before_homonyms: frozenset[str]
    not_after_homonyms: frozenset[str]
    no_weekdays: tuple[str, ...]
    weekdays: Mapping[str, int]  # whole names, as written; 0 is Monday
    short_weekdays: Mapping[str, int]
    units: Mapping[str, Unit]
    singular_units: Mapping[str, Unit]
    plural_units: Mapping[str, Unit]
    numbers: Mapping[str, int]
    multipliers: Mapping[str, int]
    articles: frozenset[str]
    phrases: Mapping[str, float]
    vague: tuple[str, ...]
    half: str
    ordinals: Mapping[str, int]
    parts: Mapping[str, Modifier]
    part_nouns: Mapping[str, Modifier]
    hedges: Mapping[str, Modifier]
    deictics: Mapping[str, int]
    pointers: Mapping[str, int]
    narrated: Mapping[str, int]
    spans: tuple[str, ...]
    back: frozenset[str]
    ahead: frozenset[str]
    parts_of_day: Mapping[str, str]
    day_words: Mapping[str, str]
    points_of_day: Mapping[str, str]
    hours_of_day: Mapping[str, str]
    overnight: tuple[str, ...]
    not_after_overnight: tuple[str, ...]
    hours: Mapping[str, int]
    known_days: Mapping[tuple[int, int], tuple[int, re.Pattern[str]]]
    seasons: Mapping[str, str]
    decades: Mapping[str, int]
    frequencies: Mapping[str, str]
    references: Mapping[str, str]
    counted: frozenset[str]
    zones: Mapping[str, str]
    zones_of_places: Mapping[str, str]
    tense: Mapping[str, frozenset[str]]
    deadlines: tuple[tuple[str, ...], ...]
    holidays: Mapping[str, tuple[str, tuple[int, ...]]]  # name: rule and its numbers
    no_holidays: tuple[str, ...]


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered)


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """Return the ISO 639-1 codes of the languages that have tables."""
    names = (each.name for each in files("rashomon.annotations.times").joinpath("data").iterdir())
    return frozenset(name.removesuffix(".toml") for name in names if "_" not in name)


@lru_cache(maxsize=4)
def load_words(language: str = "en") -> Words:
    """Read the tables of a language, once a process.

    Args:
        language: ISO 639-1 code; there must be tables for it.
    """
    table, holidays = _read(f"{language}.toml"), _read(f"{language}_holidays.toml")
    months, weekdays = _named(table["months"], 1), _named(table["weekdays"], 0)
    units = {Unit(name): str(forms).split() for name, forms in table["units"].items()}
    singular = {forms[0]: unit for unit, forms in units.items()}
    singular |= {form: unit for unit, forms in units.items() for form in forms[2::2]}
    modifiers = table["modifiers"]
    return Words(
        months=_as_written(months[0] | months[1]),
        whole_months=_as_written(months[0]),
        homonyms=frozenset(table["months"]["homonyms"].split()),
        before_homonyms=frozenset(table["months"]["before_homonyms"].split()),
        not_after_homonyms=frozenset(table["months"]["not_after_homonyms"].split()),
        no_weekdays=tuple(table["weekdays"]["not_before"].split()),
        weekdays=_as_written(weekdays[0]),
        short_weekdays=_as_written(weekdays[1]),
        units={form: unit for unit, forms in units.items() for form in forms},
        singular_units=singular,
        plural_units={form: unit for unit, forms in units.items() for form in forms[1::2]},
        numbers=table["numbers"],
        multipliers=table["amounts"]["multipliers"],
        articles=frozenset(table["amounts"]["articles"].split()),
        phrases=table["amounts"]["phrases"],
        vague=tuple(table["amounts"]["vague"].split("|")),
        half=table["amounts"]["half"],
        ordinals=table["ordinals"],
        parts=_modifiers(modifiers["parts"]),
        part_nouns=_modifiers(modifiers["nouns"]),
        hedges=_modifiers(modifiers["hedges"]),
        deictics=table["deictics"],
        pointers=table["pointers"],
        narrated=table["narrated"],
        spans=tuple(table["spans"]["words"].split()),
        back=frozenset(table["directions"]["back"].split()),
        ahead=frozenset(table["directions"]["ahead"].split()),
        parts_of_day=table["parts_of_day"],
        day_words=table["day_words"],
        points_of_day=table["points_of_day"],
        hours_of_day={f"{name} hours": part for name, part in table["hours_of_day"].items()},
        overnight=tuple(table["overnight"]["words"].split()),
        not_after_overnight=tuple(table["overnight"]["not_before"].split()),
        hours=table["hours"],
        known_days=_known_days(table["known_days"]),
        seasons=table["seasons"],
        decades=table["decades"],
        frequencies=table["frequencies"],
        references=table["references"],
        counted=frozenset(table["years"]["counted"].split()),
        zones=table["zones"],
        zones_of_places=table["zones_of_places"],
        tense={
            name: frozenset(words.split())
            for name, words in table["tense"].items()
            if name != "deadlines"
        },
        deadlines=tuple(tuple(each.split()) for each in table["tense"]["deadlines"].split("|")),
        holidays=_holidays(holidays),
        no_holidays=tuple(holidays["not_before"]["words"].split()),
    )


def _read(name: str) -> dict[str, Any]:
    folder = files("rashomon.annotations.times").joinpath("data")
    return tomllib.loads(folder.joinpath(name).read_text("utf-8"))


def _named(table: Mapping[str, Any], first: int) -> tuple[dict[str, int], dict[str, int]]:
    """Number the names of a table from its first; "-" holds the place of a missing one."""
    whole = {name: place for place, name in enumerate(table["names"].split(), first)}
    short = {name: place for place, name in enumerate(table["short"].split(), first)}
    short.pop("-", None)
    return whole, short | table["also"]


def _as_written(names: Mapping[str, int]) -> dict[str, int]:
    """Take names as they are and in capitals: "may 10 more people" holds no month."""
    return {form: place for name, place in names.items() for form in (name, name.upper())}


def _known_days(table: Mapping[str, Any]) -> dict[tuple[int, int], tuple[int, re.Pattern[str]]]:
    found = {}
    for name, entry in table.items():
        month, day = name.split("-")
        before = re.compile(rf"\s(?:{any_of(entry['before'].split('|'))})\b")
        found[int(month), int(day)] = entry["year"], before
    return found


def _modifiers(table: Mapping[str, str]) -> dict[str, Modifier]:
    return {word: Modifier(name) for word, name in table.items()}


def _holidays(table: Mapping[str, Any]) -> dict[str, tuple[str, tuple[int, ...]]]:
    found: dict[str, tuple[str, tuple[int, ...]]] = {}
    for rule, names in table.items():
        if rule == "moves":
            found |= dict.fromkeys(names["names"].split("|"), (rule, ()))
        elif rule != "not_before":
            for name, numbers in names.items():
                found[name] = (rule, tuple(numbers) if isinstance(numbers, list) else (numbers,))
    return found
