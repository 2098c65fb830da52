"""Holidays by name: "Christmas Eve", "last Thanksgiving", "Easter 2024"."""

import re
from functools import partial

from rashomon.annotations.times.meaning import Found, Holiday
from rashomon.annotations.times.rule import GAP, YEAR, Forms, Rule, number, one, word
from rashomon.annotations.times.words import any_of


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    words = forms.words
    pointer = rf"(?:(?P<pointer>(?i:{any_of(words.pointers)})){GAP})?"
    name = rf"(?P<name>{any_of(words.holidays)})\b(?!{GAP}(?:{any_of(words.no_holidays)})\b)"
    year = rf"(?:,?{GAP}(?:(?i:of|in){GAP})?(?P<year>{YEAR})\b)?"
    return (Rule.of(rf"\b{pointer}{name}{year}", partial(_holiday, forms)),)


def _holiday(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    direction = forms.words.pointers.get(word(match, "pointer"), 0)
    name = " ".join(match["name"].split())
    year = number(match, "year")
    return one(match, Holiday(name, year, direction=direction, is_stepped=direction != 0))
