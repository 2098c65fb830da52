"""What a meaning stands for, kind by kind."""

from dataclasses import replace
from datetime import date, timedelta

from rashomon.annotations.times.anchoring.anchors import (
    Anchors,
    Value,
    impossible,
    iso_week,
    make_date,
)
from rashomon.annotations.times.anchoring.days import (
    day_without_year,
    numeric_day,
    stated_day,
    weekday,
)
from rashomon.annotations.times.anchoring.holidays import holiday
from rashomon.annotations.times.anchoring.periods import period_without_year, stated_period
from rashomon.annotations.times.anchoring.shifts import counted, shifted
from rashomon.annotations.times.kinds.durations import value_of
from rashomon.annotations.times.meaning import (
    Calendar,
    Clock,
    Counted,
    Holiday,
    Impossible,
    Length,
    Meaning,
    Numeric,
    Prefix,
    Repeated,
    Shift,
    Unit,
    Vague,
    Week,
)
from rashomon.annotations.times.words import Words
from rashomon.model import Basis, TimeType

OPEN_DAY = "XXXX-XX-XX"


def type_of(meaning: Meaning) -> TimeType:
    """Return the TIMEX3 type of a meaning."""
    if isinstance(meaning, Length):
        return TimeType.DURATION
    if isinstance(meaning, Repeated):
        return TimeType.SET
    is_clock = isinstance(meaning, Clock) or (isinstance(meaning, Impossible) and meaning.is_clock)
    return TimeType.TIME if is_clock else TimeType.DATE


def resolve(meaning: Meaning, anchors: Anchors) -> Value:
    """Give a meaning its value.

    Args:
        meaning: What the words say.
        anchors: What they can be read from.

    Returns:
        The value and what it rests on, or why there is none.
    """
    match meaning:
        case Calendar():
            value = _calendar(meaning, anchors)
        case Clock():
            value = _clock(meaning, anchors)
        case Shift():
            value = shifted(meaning, anchors)
        case Numeric():
            value = numeric_day(meaning, anchors)
        case Holiday():
            value = holiday(meaning, anchors)
        case Week():
            value = _week(meaning, anchors)
        case Counted():
            value = counted(meaning, resolve(meaning.day, anchors))
        case Impossible():
            value = impossible(meaning.problem)
        case _:
            value = _stated(meaning)
    return value


def _stated(meaning: Length | Repeated | Vague | Prefix) -> Value:
    value = value_of(meaning.amounts) if isinstance(meaning, Length) else meaning.value
    return Value(value=value, basis=Basis.STATED)


def _calendar(meaning: Calendar, anchors: Anchors) -> Value:
    if meaning.year and meaning.month and meaning.day:
        return stated_day(meaning)
    if meaning.day is not None and meaning.month is not None:
        return (
            stated_day(meaning) if meaning.year is not None else day_without_year(meaning, anchors)
        )
    if meaning.year:
        return stated_period(meaning)
    if meaning.weekday is not None:
        return weekday(meaning, anchors)
    return period_without_year(meaning, anchors)


def _week(meaning: Week, anchors: Anchors) -> Value:
    value = _calendar(meaning.day, anchors)
    if value.value is None:
        return value
    year, month, day = (int(part) for part in value.value.split("-"))
    found = make_date(year, month, day)
    week = iso_week(found) if found else None
    return replace(
        value, value=f"{week}-WE" if meaning.is_weekend and week else week, alternatives=()
    )


def _clock(meaning: Clock, anchors: Anchors) -> Value:
    time = _time(meaning)
    zone = _offset(meaning.zone, anchors.words)
    if meaning.is_overnight:
        day = _night_before(meaning, anchors)
    elif meaning.day is not None:
        day = resolve(meaning.day, anchors)
    elif anchors.told and anchors.told.day and not anchors.told.is_week:
        reason = f"of the day that the text tells of before, {anchors.told}"
        day = Value(value=str(anchors.told), basis=Basis.RELATIVE_TO_EVENT, reason=reason)
    elif anchors.published:
        reason = f"of the day of publication, {anchors.published}"
        day = Value(
            value=anchors.published.isoformat(),
            basis=Basis.RELATIVE_TO_PUBLICATION,
            reason=reason,
        )
    else:
        reason = f"its day is not told: {anchors.no_published}"
        day = Value(value=OPEN_DAY, basis=Basis.UNKNOWN, reason=reason)
    return replace(
        day,
        value=day.value and f"{day.value}T{time}",
        alternatives=tuple(f"{other}T{time}" for other in day.alternatives),
        zone=zone,
    )


def _night_before(meaning: Clock, anchors: Anchors) -> Value:
    """Read "overnight": the night that ends with the day, or begins with it where that lies ahead.

    The other night is kept as an alternative.
    """
    ends = resolve(meaning.day or Shift(amount=0, unit=Unit.DAY), anchors)
    day = date.fromisoformat(ends.value) if ends.value else None
    if day is None:
        return ends
    before = day - timedelta(days=1)
    is_ahead = meaning.day is None and anchors.direction() > 0
    chosen, other = (day, before) if is_ahead else (before, day)
    return replace(ends, value=chosen.isoformat(), alternatives=(other.isoformat(),))


def _time(meaning: Clock) -> str:
    if meaning.hour is None:
        return meaning.part or ""
    time = f"{meaning.hour:02}:{meaning.minute or 0:02}"
    return time if meaning.second is None else f"{time}:{meaning.second:02}"


def _offset(zone: str, words: Words) -> str:
    """Return the offset of a zone from UTC, where its name has just one; else its words."""
    first = zone.split(maxsplit=1)[0] if zone else ""
    known = words.zones.get(first.lower()) or words.zones_of_places.get(first)
    if zone == "Z":
        return "+00:00"
    return known or zone
