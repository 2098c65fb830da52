"""Sets of times: "every Monday", "each year", "twice a week", "daily", "on Mondays"."""

import re
from functools import partial

from rashomon.annotations.times.kinds.durations import value_of
from rashomon.annotations.times.meaning import Found, Repeated, Unit
from rashomon.annotations.times.rule import GAP, Forms, Rule, is_name, one, word
from rashomon.annotations.times.words import any_of


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    words = forms.words
    every = rf"\b(?i:every|each|per){GAP}"
    amount = rf"(?:(?P<amount>{forms.amount}|(?i:other)){GAP})?"
    times = rf"(?i:once|twice|(?:{forms.amount}){GAP}times){GAP}"
    return (
        Rule(re.compile(rf"{every}{amount}(?P<unit>{forms.unit})\b"), partial(_units, forms)),
        Rule(
            re.compile(rf"\b{times}(?i:an?|each|every|per){GAP}(?P<unit>{forms.singular})\b"),
            partial(_units, forms),
        ),
        Rule(
            re.compile(
                rf"(?:(?:{every}(?P<name>{forms.weekday})|\b(?P<plural>{forms.weekday})s)\b"
                rf"(?:{GAP}(?P<part>{forms.part_of_day})s?\b)?"
                rf"|\b(?P<each>{forms.weekday}){GAP}(?P<parts>{forms.part_of_day})s\b)"
            ),
            partial(_weekdays, forms),
        ),
        Rule(re.compile(rf"{every}(?P<month>{forms.month})"), partial(_months, forms)),
        Rule(
            re.compile(rf"{every}(?P<part>{forms.part_of_day})\b"),
            partial(_parts, forms),
        ),
        Rule(
            re.compile(rf"{every}(?P<season>(?i:{any_of(words.seasons)}))\b"),
            partial(_seasons, forms),
        ),
        Rule(
            re.compile(rf"(?<![\w-])(?P<word>(?i:{any_of(words.frequencies)}))\b(?!-)"),
            partial(_frequencies, forms),
        ),
    )


def _units(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    unit = forms.words.units[word(match, "unit")]
    given = word(match, "amount")
    amount = 2 if given == "other" else forms.amounts.read(given) if given else 1
    if unit is Unit.WEEKEND:
        return one(match, Repeated("XXXX-WXX-WE"))
    if unit is Unit.NIGHT:
        return one(match, Repeated("XXXX-XX-XXTNI"))
    return one(match, Repeated(value_of(((amount, unit),))))


def _weekdays(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    number = forms.words.weekdays[match["name"] or match["plural"] or match["each"]] + 1
    part = forms.words.parts_of_day.get(word(match, "part") or word(match, "parts"))
    return one(match, Repeated(f"XXXX-WXX-{number}" + (f"T{part}" if part else "")))


def _months(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    return one(match, Repeated(f"XXXX-{forms.month_of(match['month']):02}"))


def _parts(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    return one(match, Repeated(f"XXXX-XX-XXT{forms.words.parts_of_day[word(match, 'part')]}"))


def _seasons(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    return one(match, Repeated(f"XXXX-{forms.words.seasons[word(match, 'season')]}"))


def _frequencies(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    if is_name(match):
        return ()
    return one(match, Repeated(forms.words.frequencies[word(match, "word")]))
