"""Weeks and longer: "last week", "this year", "the third quarter", "last fall", "the weekend"."""

import re
from functools import partial

from rashomon.annotations.times.meaning import (
    Calendar,
    Found,
    Length,
    Meaning,
    Prefix,
    Shift,
    Unit,
    Week,
)
from rashomon.annotations.times.rule import (
    ANY_DAY,
    COMPARED,
    GAP,
    LINK,
    OF,
    THE,
    YEAR,
    Forms,
    Rule,
    number,
    one,
    word,
)
from rashomon.annotations.times.words import any_of
from rashomon.model import Modifier

LONG_UNITS = frozenset(Unit) - {Unit.SECOND, Unit.MINUTE, Unit.HOUR, Unit.DAY, Unit.NIGHT}
# "in the fall", but not "the fall in prices".
BEFORE_SEASONS = "in by of during since until for through before after from over"
NO_NOUN = rf"(?={GAP}?(?:[,.;:)\n]|$)|{GAP}(?i:in|at|for|to|with|by|on|when|as|after|and|but)\b)"
PARTS = {"quarter": "Q", "half": "H"}
# Also "the third quarter of last year", "the third quarter, 2023".
A_YEAR = rf"(?P<of>(?i:the|this|last|next|that)){GAP}(?i:fiscal{GAP})?(?i:year)"
OF_YEAR = rf"(?:{OF}(?:(?P<year>{YEAR})|{A_YEAR})\b|,?{GAP}(?P<bare>{YEAR})\b)"
# "Over the previous week" is a length, "the previous week" a week.
OVER = re.compile(r"\b(?i:over|during|throughout|within)\s$")
NAME_FOLLOWS = re.compile(rf"{GAP}[A-Z]")
LAST_ORDINALS = {"quarter": 4, "half": 2}


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    return (*_units(forms), *_parts(forms), *_seasons(forms), *_weeks(forms), *_years(forms))


def _pointers(forms: Forms) -> str:
    return rf"(?P<pointer>(?i:{any_of((*forms.words.pointers, *forms.words.narrated))})){GAP}"


def _units(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of "last week", "that same month", "the end of the year"."""
    words = forms.words
    units = any_of(name for name, unit in words.singular_units.items() if unit in LONG_UNITS)
    lead = rf"\b{COMPARED}(?:(?i:the|(?:this|that)(?=\s+same)){GAP})?"
    noun = rf"\b{THE}(?P<noun>(?i:{any_of(words.part_nouns)})){OF}(?i:the){GAP}"
    fiscal = rf"(?:(?i:fiscal){GAP})?"
    return (
        Rule.of(
            rf"{lead}{_pointers(forms)}{fiscal}(?P<unit>(?i:{units}))\b(?!-)",
            partial(_pointed, forms),
        ),
        Rule.of(
            rf"{noun}(?P<unit>(?i:week|month|quarter|year|decade|century))\b",
            partial(_part_of_unit, forms),
        ),
    )


def _parts(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of "the third quarter of 2023", "H1 2024"."""
    lead = rf"\b(?:(?i:the|its|their){GAP})?(?:(?P<before>{YEAR}){GAP})?"
    ordinal = rf"(?P<ordinal>{forms.ordinal}|(?i:last|final)){LINK}"
    no_part = rf"(?!{LINK}(?i:hour|century|year|decade|day|time))"
    short = rf"\b(?P<name>[QH])(?P<n>[1-4])(?:,?{GAP}(?:of{GAP})?(?P<year>{YEAR}))?\b"
    return (
        Rule.of(
            rf"{lead}{ordinal}(?P<name>(?i:quarter|half))\b{no_part}{OF_YEAR}?(?!-|{OF})",
            partial(_part, forms),
        ),
        Rule.of(short, _short),
    )


def _seasons(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of "last fall", "the spring of 1998", "in summer"."""
    season = rf"(?P<season>(?i:{any_of(forms.words.seasons)}))\b"
    before = "|".join(rf"(?<=\b{each}\s)" for each in BEFORE_SEASONS.split())
    lead = rf"\b(?:{THE}{_pointers(forms)}|(?:{before})(?i:the){GAP})"
    patterns = (
        rf"{lead}{season}(?!-|{GAP}of\b(?!{GAP}\d)){OF_YEAR}?",
        rf"\b{season}(?:{GAP}(?i:of))?,?{GAP}(?P<year>{YEAR})\b",
        rf"(?<=\b[io]n\s){season}(?!-|{GAP}of)",
    )
    return tuple(Rule.of(pattern, partial(_season, forms)) for pattern in patterns)


def _weeks(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of "the week of March 6", "the weekend"."""
    unit = rf"\b(?i:the){GAP}(?P<unit>(?i:week|weekend)){OF}{THE}(?:{forms.weekday},?{GAP})?"
    month_day = rf"(?P<month>{forms.month}){GAP}(?P<day>{ANY_DAY})"
    day_month = rf"(?P<day_first>{ANY_DAY}){GAP}(?P<month_second>{forms.month})"
    return (
        Rule.of(
            rf"{unit}(?:{month_day}|{day_month})(?:,?{GAP}(?P<year>{YEAR}))?\b",
            partial(_week_of, forms),
        ),
        Rule.of(rf"\b(?i:the){GAP}(?i:weekend)\b(?!{GAP}of)", _weekend),
        Rule.of(rf"(?<!\b[Aa]\s)(?<!\b[Tt]he\s)\b(?i:midweek)\b{NO_NOUN}", _midweek),
    )


def _years(_forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of "fiscal 2013" and "year-end 1990"."""
    fiscal = rf"(?:(?i:fiscal(?:{GAP}year)?){GAP}|FY{GAP}?|FY(?:20)?(?=\d\d\b))"
    year_end = rf"(?i:(?:the{GAP})?year(?:-|['’]s{GAP})end)"
    return (
        Rule.of(rf"\b{fiscal}(?P<year>{YEAR}|\d\d)(?:[-/–](?P<end>{YEAR}|\d\d))?\b", _fiscal),
        Rule.of(rf"\b(?i:the){GAP}(?i:turn){OF}(?i:the){GAP}(?i:year)\b", _turn),
        Rule.of(rf"\b{year_end}\b(?:{GAP}(?P<year>{YEAR})\b)?", _year_end),
    )


def _pointed(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    words = forms.words
    pointer = word(match, "pointer")
    is_narrated = pointer in words.narrated
    amount = words.narrated[pointer] if is_narrated else words.pointers[pointer]
    unit = words.units[word(match, "unit")]
    lead = match[0].split(maxsplit=1)[0].lower()
    is_length = not is_narrated or OVER.search(
        match.string, max(0, match.start() - 12), match.start()
    )
    if lead == "the" and pointer in words.spans and is_length:  # "over the last week"
        return one(match, Length(((1, unit),)))
    return one(
        match, Shift(amount=amount, unit=unit, is_narrated=is_narrated), words.parts.get(lead)
    )


def _year_of(match: re.Match[str]) -> tuple[int | None, int | None]:
    """Return the year that a part is of, or how many years away it is."""
    year = number(match, "year") or number(match, "bare") or number(match, "before")
    if year:
        return year, None
    of = word(match, "of")
    away = {"last": -1, "next": 1, "this": 0, "the": 0, "that": 0}
    return None, away.get(of)


def _part(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    name, ordinal = word(match, "name"), word(match, "ordinal")
    is_last = ordinal in {"last", "final"}
    if is_last and name == "quarter" and not _year_of(match)[0] and not match["of"]:
        return one(match, Shift(amount=-1, unit=Unit.QUARTER))
    place = LAST_ORDINALS[name] if is_last else forms.ordinal_of(ordinal)
    if not 1 <= place <= LAST_ORDINALS[name]:
        return ()
    year, away = _year_of(match)
    return one(match, Calendar(part=f"{PARTS[name]}{place}", year=year, years_away=away))


def _short(match: re.Match[str]) -> tuple[Found, ...]:
    part = match["name"] + match["n"]
    if match["name"] == "H" and (int(match["n"]) > 2 or not match["year"]):
        return ()
    return one(match, Calendar(part=part, year=number(match, "year")))


def _season(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    words = forms.words
    if match["season"][0].isupper() and NAME_FOLLOWS.match(match.string, match.end()):
        return ()  # "the Winter Games"
    pointer = word(match, "pointer")
    direction = {**words.pointers, **words.narrated}.get(pointer, 0)
    year, away = _year_of(match)
    season = words.seasons[word(match, "season")]
    is_stepped = pointer in words.pointers and direction != 0
    return one(
        match,
        Calendar(
            part=season,
            year=year,
            years_away=away,
            direction=direction,
            is_stepped=is_stepped,
            is_pointed=pointer in words.pointers,
            is_narrated=pointer in words.narrated,
        ),
    )


def _week_of(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    day = Calendar(
        month=forms.month_of(match["month"] or match["month_second"]),
        day=int(match["day"] or match["day_first"]),
        year=number(match, "year"),
    )
    return one(match, Week(day, is_weekend=word(match, "unit") == "weekend"))


def _weekend(match: re.Match[str]) -> tuple[Found, ...]:
    return one(match, Calendar(part="WE"))


def _midweek(match: re.Match[str]) -> tuple[Found, ...]:
    return one(match, Shift(amount=0, unit=Unit.WEEK), Modifier.MID)


def _turn(match: re.Match[str]) -> tuple[Found, ...]:
    return one(match, Calendar(month=1, is_turn=True), Modifier.START)


def _part_of_unit(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    meaning: Meaning = Shift(amount=0, unit=forms.words.units[word(match, "unit")])
    return one(match, meaning, forms.words.part_nouns[word(match, "noun")])


def _year_end(match: re.Match[str]) -> tuple[Found, ...]:
    year = number(match, "year")
    meaning: Meaning = Calendar(year=year) if year else Shift(amount=0, unit=Unit.YEAR)
    return one(match, meaning, Modifier.END)


def _fiscal(match: re.Match[str]) -> tuple[Found, ...]:
    """Read "FY2013", and "FY2013/14", which goes by the year that it ends in."""
    first, last = (int(year or 0) % 100 for year in match.group("year", "end"))
    century = match["year"][:-2] or "20"
    if match["end"] is None:
        return one(match, Prefix(f"FY{century}{first:02}"))
    if last != (first + 1) % 100:
        return ()
    return one(match, Prefix(f"FY{int(century) * 100 + first + 1}"))
