"""Times of day: "2 p.m. Moscow time", "0735 GMT", "16h30", "noon", "half past two"."""

import re
from functools import partial

from rashomon.annotations.times.meaning import Clock, Found, Impossible
from rashomon.annotations.times.rule import DASH, GAP, Forms, Rule, number, one, word
from rashomon.annotations.times.words import any_of
from rashomon.model import Span

HALF_DAY = rf"(?:{GAP}?(?P<half>(?i:[ap])(?:\.{GAP}?(?i:m)\b\.?|(?i:m)\b)))"
NOT_DIGIT = r"(?:(?<![\w.:/,$€£-])|(?<=[A-Z]/))"  # "11 a.m. EST/1600 GMT"
BEFORE_HOURS = "at by to from until around about since after before"
HOURS_OF_HALF_DAY = 12
QUARTER_OF_AN_HOUR = 15
LAST_HOUR, LAST_MINUTE = 24, 59
AFTERNOON = frozenset({"AF", "EV", "NI"})
LATEST_AT_NIGHT = 5  # "2 at night" lies after midnight


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    words = forms.words
    zone = zone_pattern(forms)
    hour, minute = r"(?P<hour>\d{1,2})", r"(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    spelt_hour = rf"(?P<hour>\d{{1,2}}|{forms.amount})"
    clock = rf"{GAP}(?i:o['’]clock)"
    in_part = rf"{GAP}(?:(?i:in){GAP}(?i:the)|(?i:at)){GAP}(?P<part>{forms.part_of_day})\b"
    at = "|".join(rf"(?<=\b{each}\s)" for each in BEFORE_HOURS.split())
    named = rf"(?<![\w-])(?<!(?i:high)\s)(?P<name>(?i:{any_of(words.hours)}))\b(?!-)"
    patterns = (
        rf"{NOT_DIGIT}{hour}[:.]{minute}{HALF_DAY}{zone}?",
        rf"{NOT_DIGIT}{hour}[:.]{minute}(?![\d:]){GAP}?(?i:h(?:rs|ours)?\b)?{zone}",
        rf"{NOT_DIGIT}{hour}h{minute}\b(?![-/.:]\d){zone}?",
        rf"(?:{at}){hour}:{minute}(?![\w:%])",
        rf"{NOT_DIGIT}{hour}{HALF_DAY}{zone}?",
        rf"{NOT_DIGIT}(?P<hour>\d\d)(?P<minute>\d\d)(?:{GAP}(?i:hours|hrs))?{zone}",
        rf"{NOT_DIGIT}{spelt_hour}(?:{clock})?{in_part}{zone}?",
        rf"{NOT_DIGIT}{spelt_hour}{clock}\b{zone}?",
    )
    read = partial(_clock, forms)
    to = rf"(?:{GAP}?{DASH}{GAP}?|{GAP}(?i:to|and){GAP})"
    two = rf"{NOT_DIGIT}{hour}(?P<to>{to})(?P<later>\d{{1,2}}){HALF_DAY}{zone}?"
    return (
        *(Rule.of(pattern, read) for pattern in patterns),
        *(Rule.of(pattern, partial(_relative, forms)) for pattern in _relatives(forms, at)),
        Rule.of(two, _two),
        Rule.of(named, partial(_named, forms)),
    )


def zone_pattern(forms: Forms) -> str:
    """Return a pattern for "GMT", "local time", "Moscow Standard Time", "UTC+3"."""
    names = any_of(name.upper() for name in forms.words.zones)  # "eat" and "west" are words
    place = rf"[A-Z][a-z]{{2,14}}(?:{GAP}[A-Z][a-z]{{2,14}})?"
    kind = rf"(?i:(?:(?:standard|daylight|summer){GAP})?time)\b"
    return (
        rf"(?:{GAP}?(?P<zone>(?:{names})\b(?:{GAP}(?i:time))?|(?:(?i:local)|{place}){GAP}{kind}"
        r"|(?:UTC|GMT)[+-]\d{1,2}\b))"
    )


def _relatives(forms: Forms, at: str) -> tuple[str, ...]:
    """Return patterns for "half past two", "a quarter to nine", "twenty past six"."""
    spelt = any_of(name for name, n in forms.words.numbers.items() if 1 <= n <= HOURS_OF_HALF_DAY)
    in_part = rf"(?:{GAP}(?i:in){GAP}(?i:the){GAP}(?P<part>{forms.part_of_day}))?"
    hour = rf"(?P<hour>(?i:{spelt})|1[0-2]|[1-9])\b(?![.,:/]?\d|-|{GAP}?(?i:%|percent)){in_part}"
    side = r"(?P<side>(?i:past|to))"
    halves = (
        rf"(?P<away>(?i:{forms.words.half}){GAP}(?i:past)|(?:(?i:a){GAP})?(?i:quarter){GAP}{side})"
    )
    minutes = rf"(?P<away>{forms.amount})(?:{GAP}(?i:minutes))?{GAP}{side}"
    return (
        rf"(?<![\w-])(?P<halves>){halves}{GAP}{hour}",
        rf"(?:{at})(?<![\w-]){minutes}{GAP}{hour}",
    )


def _relative(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    given, side = match["hour"], word(match, "side")
    hour = int(given) if given.isdigit() else forms.words.numbers[given.lower()]
    if match.groupdict().get("halves") is None:
        minutes = forms.amounts.read(match["away"])
    else:
        minutes = QUARTER_OF_AN_HOUR if side else 2 * QUARTER_OF_AN_HOUR
    if not minutes or minutes != int(minutes) or minutes > LAST_MINUTE:
        return ()
    half = _half_of(forms.words.parts_of_day.get(word(match, "part")), hour)
    if half:
        hour = hour % HOURS_OF_HALF_DAY + HOURS_OF_HALF_DAY * (half == "p")
    total = (hour * 60 + int(minutes) * (-1 if side == "to" else 1)) % (24 * 60)
    return one(match, Clock(hour=total // 60, minute=total % 60))


def _two(match: re.Match[str]) -> tuple[Found, ...]:
    """Read "8 to 10 p.m.", "8-10 p.m.": both are of one half of the day, or the first before it."""
    first, second = int(match["hour"]), int(match["later"])
    before = match.string[max(0, match.start() - len("between ")) : match.start()].lower()
    is_between = "and" not in match["to"].lower() or before.startswith("between")
    if not (1 <= first <= HOURS_OF_HALF_DAY and 1 <= second <= HOURS_OF_HALF_DAY and is_between):
        return ()
    later = second % HOURS_OF_HALF_DAY + HOURS_OF_HALF_DAY * (word(match, "half")[:1] == "p")
    earlier = first % HOURS_OF_HALF_DAY + later - later % HOURS_OF_HALF_DAY
    if earlier >= later:  # "11 to 2 p.m."
        earlier = (earlier - HOURS_OF_HALF_DAY) % LAST_HOUR
    zone = " ".join((match["zone"] or "").split())
    return (
        Found(Span(*match.span("hour")), Clock(hour=earlier, minute=0, zone=zone)),
        Found(Span(match.start("later"), match.end()), Clock(hour=later, minute=0, zone=zone)),
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
