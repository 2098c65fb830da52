"""Times of day: "2 p.m. Moscow time", "10:35 a.m.", "0735 GMT", "noon", "4 in the morning"."""

import re
from functools import partial

from rashomon.annotations.times.meaning import Clock, Found, Impossible
from rashomon.annotations.times.rule import GAP, Forms, Rule, number, one, word
from rashomon.annotations.times.words import any_of

HALF_DAY = rf"(?:{GAP}?(?P<half>(?i:[ap])(?:\.{GAP}?(?i:m)\b\.?|(?i:m)\b)))"
NOT_DIGIT = r"(?<![\w.:/,$€£-])"
BEFORE_HOURS = "at by to from until around about since after before"
HOURS_OF_HALF_DAY = 12
LAST_HOUR, LAST_MINUTE = 24, 59
AFTERNOON = frozenset({"AF", "EV", "NI"})
LATEST_AT_NIGHT = 5  # "2 at night" lies after midnight


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    words = forms.words
    zone = _zone(forms)
    hour, minute = r"(?P<hour>\d{1,2})", r"(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    spelt_hour = rf"(?P<hour>\d{{1,2}}|{forms.amount})"
    clock = rf"{GAP}(?i:o['’]clock)"
    in_part = rf"{GAP}(?:(?i:in){GAP}(?i:the)|(?i:at)){GAP}(?P<part>{forms.part_of_day})\b"
    at = "|".join(rf"(?<=\b{each}\s)" for each in BEFORE_HOURS.split())
    named = rf"(?<![\w-])(?<!(?i:high)\s)(?P<name>(?i:{any_of(words.hours)}))\b(?!-)"
    patterns = (
        rf"{NOT_DIGIT}{hour}[:.]{minute}{HALF_DAY}{zone}?",
        rf"{NOT_DIGIT}{hour}:{minute}(?![\d:]){GAP}?(?i:h(?:rs|ours)?\b)?{zone}",
        rf"(?:{at}){hour}:{minute}(?![\w:%])",
        rf"{NOT_DIGIT}{hour}{HALF_DAY}{zone}?",
        rf"{NOT_DIGIT}(?P<hour>\d\d)(?P<minute>\d\d)(?:{GAP}(?i:hours|hrs))?{zone}",
        rf"{NOT_DIGIT}{spelt_hour}(?:{clock})?{in_part}{zone}?",
        rf"{NOT_DIGIT}{spelt_hour}{clock}\b{zone}?",
    )
    read = partial(_clock, forms)
    return (
        *(Rule.of(pattern, read) for pattern in patterns),
        Rule.of(named, partial(_named, forms)),
    )


def _zone(forms: Forms) -> str:
    """Return a pattern for "GMT", "local time", "Moscow Standard Time", "UTC+3"."""
    names = any_of(name.upper() for name in forms.words.zones)  # "eat" and "west" are words
    place = rf"[A-Z][a-z]{{2,14}}(?:{GAP}[A-Z][a-z]{{2,14}})?"
    kind = rf"(?i:(?:(?:standard|daylight|summer){GAP})?time)\b"
    return (
        rf"(?:{GAP}?(?P<zone>(?:{names})\b(?:{GAP}(?i:time))?|(?:(?i:local)|{place}){GAP}{kind}"
        r"|(?:UTC|GMT)[+-]\d{1,2}\b))"
    )


def _clock(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    given = match["hour"]
    hour = int(given) if given.isdigit() else int(forms.amounts.read(given) or 0)
    minute, second = number(match, "minute"), number(match, "second")
    part = forms.words.parts_of_day.get(word(match, "part"))
    half = word(match, "half")[:1] or _half_of(part, hour)
    if hour > (HOURS_OF_HALF_DAY if half else LAST_HOUR) or (minute or 0) > LAST_MINUTE:
        return one(match, Impossible(f"there is no time {match[0]}", is_clock=True))
    if half:
        hour = hour % HOURS_OF_HALF_DAY + HOURS_OF_HALF_DAY * (half == "p")
    zone = " ".join((match.groupdict().get("zone") or "").split())
    return one(match, Clock(hour=hour, minute=minute or 0, second=second, zone=zone))


def _half_of(part: str | None, hour: int) -> str:
    if part is None or hour > HOURS_OF_HALF_DAY:
        return ""
    is_after_midnight = part == "NI" and hour <= LATEST_AT_NIGHT
    return "p" if part in AFTERNOON and not is_after_midnight else "a"


def _named(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    return one(match, Clock(hour=forms.words.hours[word(match, "name")], minute=0))
