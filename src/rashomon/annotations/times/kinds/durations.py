"""Lengths of time: "a 50-minute call", "just over an hour", "the past two months", "for years"."""

import re
from collections.abc import Sequence
from functools import partial

from rashomon.annotations.times.meaning import Found, Length, Unit
from rashomon.annotations.times.rule import GAP, THE, Forms, Rule, one, word
from rashomon.annotations.times.words import any_of
from rashomon.model import Span

NO_AGE = rf"(?!{GAP}?-?(?i:old|olds)\b|{GAP}(?i:of){GAP}(?i:age)\b)"
LETTERS = {
    Unit.SECOND: "S",
    Unit.MINUTE: "M",
    Unit.HOUR: "H",
    Unit.DAY: "D",
    Unit.NIGHT: "D",
    Unit.WEEKEND: "D",
    Unit.WEEK: "W",
    Unit.FORTNIGHT: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "M",
    Unit.YEAR: "Y",
    Unit.DECADE: "Y",
    Unit.CENTURY: "Y",
}
MULTIPLES = {
    Unit.WEEKEND: 2,
    Unit.FORTNIGHT: 2,
    Unit.QUARTER: 3,
    Unit.DECADE: 10,
    Unit.CENTURY: 100,
}
CLOCKED = (Unit.HOUR, Unit.MINUTE, Unit.SECOND)
QUARTER_OF_AN_HOUR = 15
HALF = r"(?:(?P<half>[\s-](?i:and)[\s-](?i:a)[\s-](?i:half)))?"
# Before a plural without an amount: "for years", "in the months before", but not "minutes apart".
BEFORE_PLURALS = "for in over after within during through of lasted took takes spent"


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    words = forms.words
    hedge = rf"(?:(?P<hedge>(?i:{any_of(words.hedges)})){GAP})?"
    amount = rf"(?P<amount>{forms.amount})"
    between = rf"(?:{GAP}(?i:more|additional|full|whole|consecutive|straight|long|further))?{GAP}"
    unit, plural = rf"(?P<unit>{forms.unit})\b", rf"(?P<unit>{forms.plural})\b"
    singular = rf"(?P<unit>{forms.singular})\b"
    more = rf"(?P<amount_more>{forms.amount}){GAP}(?P<unit_more>{forms.unit})"
    a_part = rf"(?P<half_more>(?i:a){GAP}(?i:half))|(?P<quarter_more>(?i:a){GAP}(?i:quarter))"
    tail = rf"(?:{GAP}(?i:and){GAP}(?:{a_part}|{more}))?\b(?!-\w)"
    spans = rf"(?i:{any_of(words.spans)})"
    open_span = rf"(?:(?i:the){GAP}{spans}|(?i:recent|coming|past))"
    before = rf"(?i:{any_of(BEFORE_PLURALS.split())})"
    read, one_unit = partial(_length, forms), partial(_single, forms)
    plural_alone = partial(_plural, forms)
    return (
        Rule.of(rf"\b{hedge}{amount}{HALF}{between}{unit}{tail}{NO_AGE}", read),
        Rule.of(rf"\b{amount}{HALF}-{singular}(?:-(?i:long)\b)?{NO_AGE}", read),
        Rule.of(rf"\b{THE}{spans}{GAP}{amount}{between}{unit}", read),
        Rule.of(rf"\b{open_span}{GAP}{plural}", partial(_open, forms)),
        Rule.of(rf"\b(?i:the){GAP}(?i:past|last){GAP}{singular}", one_unit),
        Rule.of(rf"\b(?P<unit>{forms.unit})-?(?i:long)\b", one_unit),
        Rule.of(rf"\b{before}{GAP}{THE}{plural}(?!-)", plural_alone),
        Rule.of(rf"(?<![\w-]){plural}(?={GAP}(?i:after|before)\b)", plural_alone),
    )


def value_of(amounts: Sequence[tuple[float | None, Unit]]) -> str:
    """Return the TIMEX3 value of a duration: "P2D", "PT1H30M", "PXY"."""
    days = hours = ""
    for amount, unit in amounts:
        count = "X" if amount is None else f"{amount * MULTIPLES.get(unit, 1):g}"
        if unit in CLOCKED:
            hours += count + LETTERS[unit]
        else:
            days += count + LETTERS[unit]
    return f"P{days}" + (f"T{hours}" if hours else "")


def amounts_of(forms: Forms, match: re.Match[str]) -> tuple[tuple[float | None, Unit], ...] | None:
    """Return the amounts of a match with the groups of a length; None where it is none."""
    unit = forms.words.units[word(match, "unit")]
    amount = forms.amounts.read(match["amount"])
    is_article = word(match, "amount") in forms.words.articles
    if unit is Unit.SECOND and is_article:
        return None  # "a second" is mostly an ordinal
    if unit is Unit.QUARTER and is_article:
        return None  # "a quarter" is mostly a fraction
    if amount is None and word(match, "unit") not in forms.words.plural_units:
        return None  # "some day"
    groups = match.groupdict()
    if amount is not None and (groups.get("half") or groups.get("half_more")):
        amount += 0.5
    found = [(amount, unit)]
    if groups.get("quarter_more"):
        found.append((QUARTER_OF_AN_HOUR, Unit.MINUTE))
    elif groups.get("amount_more"):
        more = (
            forms.amounts.read(groups["amount_more"]),
            forms.words.units[word(match, "unit_more")],
        )
        found.append(more)
    return tuple(part for each in found for part in _whole(*each))


def _whole(amount: float | None, unit: Unit) -> list[tuple[float | None, Unit]]:
    """Write a part of an hour as minutes: "an hour and a half" is PT1H30M."""
    if unit is not Unit.HOUR or amount is None or amount == int(amount):
        return [(amount, unit)]
    minutes = (round(amount % 1 * 60), Unit.MINUTE)
    return [(int(amount), unit), minutes] if amount >= 1 else [minutes]


def _length(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    amounts = amounts_of(forms, match)
    hedge = forms.words.hedges.get(word(match, "hedge"))
    return one(match, Length(amounts) if amounts else None, hedge)


def _open(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    return one(match, Length(((None, forms.words.units[word(match, "unit")]),)))


def _single(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    name = word(match, "unit")
    amount = None if name in forms.words.plural_units else 1
    return one(match, Length(((amount, forms.words.units[name]),)))


def _plural(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    unit = forms.words.units[word(match, "unit")]
    return (Found(Span(*match.span("unit")), Length(((None, unit),))),)
