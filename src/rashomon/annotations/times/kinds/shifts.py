"""Times counted from another: "yesterday", "two months ago", "a year earlier", "that day"."""

import re
from functools import partial

from rashomon.annotations.times.kinds.durations import CLOCKED, HALF, amounts_of
from rashomon.annotations.times.meaning import Clock, Found, Length, Meaning, Shift, Unit, Vague
from rashomon.annotations.times.rule import COMPARED, GAP, OF, Forms, Rule, one, word
from rashomon.annotations.times.words import any_of
from rashomon.model import Modifier

YEARS = {Unit.DECADE: 10, Unit.CENTURY: 100}
BEFORE_POINTS = "at before after until since by from to around"
AGO = r"(?i:ago)"
EARLIER = r"(?i:earlier|before(?=\s*[,.;]))"
LATER = rf"(?i:later|from{GAP}now|hence|after(?=\s*[,.;]))"


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    words = forms.words
    part = rf"(?P<part>{forms.part_of_day})\b"
    hedge = rf"(?:(?P<hedge>(?i:{any_of(words.hedges)})){GAP})?"
    half_more = rf"(?P<half_more>{GAP}(?i:and){GAP}(?i:a){GAP}(?i:half))?"
    length = rf"(?:(?P<amount>{forms.amount}){HALF}{GAP})?(?P<unit>{forms.unit}){half_more}"
    side = rf"(?:(?P<ago>{AGO})|(?P<earlier>{EARLIER})|(?P<later>{LATER}))\b"
    same = rf"{COMPARED}(?:(?i:the|that|this){GAP}(?:(?i:very){GAP})?)?"
    narrated = rf"(?P<pointer>(?i:{any_of((*words.narrated, 'next'))}))"
    deictic = rf"(?P<day>(?i:{any_of(words.deictics)}))\b"
    no_night = rf"(?!-|{GAP}(?i:{any_of(words.not_after_overnight)})\b)"
    overnight = rf"(?<![\w-])(?<!\b[Aa]n\s)(?i:{any_of(words.overnight)})\b{no_night}"
    at = "|".join(rf"(?<=\b{each}\s)" for each in BEFORE_POINTS.split())
    pointed = r"(?P<pointer>(?i:this|last|tomorrow|yesterday|that))"
    unit = r"(?P<unit>(?i:day|week|month|quarter|year))"
    return (
        Rule.of(rf"\b{deictic}(?:{GAP}{part})?(?!-)", partial(_deictic, forms)),
        Rule.of(rf"\b{hedge}{length}{GAP}{side}", partial(_length, forms)),
        Rule.of(rf"\b(?P<word>(?i:{any_of(words.day_words)}))\b", partial(_tonight, forms)),
        Rule.of(overnight, _overnight),
        Rule.of(
            rf"(?:{at})(?P<word>{any_of(words.points_of_day)})\b(?!-|{OF})", partial(_point, forms)
        ),
        Rule.of(
            rf"\b(?i:the){GAP}(?P<word>(?i:{any_of(words.hours_of_day)}))\b"
            rf"(?:{OF}(?i:the){GAP}(?i:morning)\b|(?!{OF}))",
            partial(_hours, forms),
        ),
        Rule.of(rf"\b{pointed}{GAP}{part}(?!{OF})", partial(_part_of_day, forms)),
        Rule.of(
            rf"\b{same}{narrated}{GAP}(?:(?P<unit>(?i:day))|{part})\b(?!-)",
            partial(_narrated_day, forms),
        ),
        Rule.of(rf"\b{unit}-(?P<side>(?i:earlier|ago))\b", partial(_side, forms)),
        Rule.of(
            rf"\b(?i:the){GAP}{unit}{GAP}(?P<side>(?i:before|after))(?={GAP}?[,.;)\n])",
            partial(_side, forms),
        ),
    )


def _deictic(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    shift = Shift(amount=forms.words.deictics[word(match, "day")], unit=Unit.DAY)
    return one(match, _with_part(forms, match, shift))


def _with_part(forms: Forms, match: re.Match[str], day: Shift) -> Meaning:
    part = forms.words.parts_of_day.get(word(match, "part"))
    return Clock(part=part, day=day) if part else day


def _length(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    words = forms.words
    hedge = words.hedges.get(word(match, "hedge"))
    if not match["amount"]:
        name = word(match, "unit")
        if name not in words.plural_units:
            return ()
        amount, unit = None, words.units[name]
    else:
        amounts = amounts_of(forms, match)
        if not amounts:
            return ()
        amount, unit = amounts[0]
    if unit in CLOCKED:  # the time of day that it is counted from is hardly ever known
        return one(match, Length(((amount, unit),)), hedge)
    is_from_now = word(match, "later").endswith("now")
    if amount is None:
        return one(match, _vague(unit, is_back=not match["later"], is_from_now=is_from_now), hedge)
    sign = 1 if match["later"] else -1
    is_narrated = not match["ago"] and not is_from_now
    amount, unit = _counted(sign * amount, unit)
    return one(match, Shift(amount=amount, unit=unit, is_narrated=is_narrated), hedge)


def _vague(unit: Unit, *, is_back: bool, is_from_now: bool) -> Meaning:
    """Read "several years ago"; how long "years later" is, the words do not say."""
    if is_back:
        return Vague("PAST_REF")
    return Vague("FUTURE_REF") if is_from_now else Length(((None, unit),))


def _counted(amount: float, unit: Unit) -> tuple[float, Unit]:
    """Count decades and centuries in years, parts of a year in months."""
    if unit in YEARS:
        amount, unit = amount * YEARS[unit], Unit.YEAR
    if unit is Unit.YEAR and amount != int(amount):
        return round(amount * 12), Unit.MONTH
    return amount, unit


def _tonight(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    part = forms.words.day_words[word(match, "word")]
    return one(match, Clock(part=part, day=Shift(amount=0, unit=Unit.DAY)))


def _overnight(match: re.Match[str]) -> tuple[Found, ...]:
    return one(match, Clock(part="NI", is_overnight=True))


def _point(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    return one(match, Clock(part=forms.words.points_of_day[word(match, "word")]))


def _hours(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    """Read "the small hours"; those "of Tuesday" are joined to their day afterwards."""
    return one(match, Clock(part=forms.words.hours_of_day[word(match, "word")]), Modifier.START)


def _part_of_day(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    pointer = word(match, "pointer")
    words = forms.words
    amount = {**words.deictics, **words.pointers, **words.narrated}[pointer]
    day = Shift(amount=amount, unit=Unit.DAY, is_narrated=pointer in words.narrated)
    return one(match, _with_part(forms, match, day))


def _narrated_day(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    words = forms.words
    amount = {**words.pointers, **words.narrated}[word(match, "pointer")]
    return one(
        match, _with_part(forms, match, Shift(amount=amount, unit=Unit.DAY, is_narrated=True))
    )


def _side(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    unit = forms.words.units[word(match, "unit")]
    amount = 1 if word(match, "side") == "after" else -1
    return one(match, Shift(amount=amount, unit=unit, is_narrated=True))
