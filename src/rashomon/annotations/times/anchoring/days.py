"""Days of the calendar: with a year, without one, by weekday, in digits, by holiday."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from rashomon.annotations.times.anchoring.anchors import (
    Anchors,
    Value,
    impossible,
    make_date,
    unknown,
)
from rashomon.annotations.times.meaning import Calendar, Meaning, Numeric
from rashomon.model import Basis

# The same day and month fall on a given weekday at least once in 12 years; 29 February in 40.
YEARS_BACK = 40
MONTHS_OF_A_YEAR = 12
NO_YEAR_0 = "there is no year 0"
LEAP_YEAR = 2000  # it has every day there is
FAR = timedelta(days=120)  # beyond this, the clause may say on which side of its anchor a day lies
NEAR = timedelta(
    days=60
)  # of two readings of digits, one this near to publication is the likely one
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def whole(meaning: Meaning) -> date | None:
    """Return the day of an expression that gives day, month and year."""
    if isinstance(meaning, Calendar) and meaning.year and meaning.month and meaning.day:
        return make_date(meaning.year, meaning.month, meaning.day)
    return None


def fitting_years(day: Calendar, latest: date | None) -> Iterator[date]:
    """Yield the dates with this weekday, day and month up to a date, latest first."""
    if latest is None or day.weekday is None or not (day.month and day.day):
        return
    for year in range(latest.year, max(0, latest.year - YEARS_BACK), -1):
        candidate = make_date(year, day.month, day.day)
        if candidate and candidate <= latest and candidate.weekday() == day.weekday:
            yield candidate


def stated_day(day: Calendar) -> Value:
    """Read day, month and year."""
    year, month, number = day.year or 0, day.month or 0, day.day or 0
    found = make_date(year, month, number)
    if found is None:
        return impossible(_no_such_day(year, month, number))
    if day.weekday is not None and found.weekday() != day.weekday:
        named, real = WEEKDAY_NAMES[day.weekday], WEEKDAY_NAMES[found.weekday()]
        problem = f"the text says {named}, but {found} was a {real}"
        return Value(
            value=found.isoformat(),
            basis=Basis.STATED,
            reason=f"the text gives the date; it also says {named}, but {found} was a {real}",
            warning=problem,
        )
    reason = "the text gives day, month and year"
    return Value(value=found.isoformat(), basis=Basis.STATED, reason=reason)


def _no_such_day(year: int, month: int, day: int) -> str:
    if not year:
        return NO_YEAR_0
    if not 1 <= month <= MONTHS_OF_A_YEAR:
        return f"there is no month {month}"
    return f"there is no day {day} in that month"


def day_without_year(day: Calendar, anchors: Anchors) -> Value:
    """Read day and month, with the weekday beside them where there is one."""
    month, number = day.month or 0, day.day or 0
    if make_date(LEAP_YEAR, month, number) is None:
        return impossible(_no_such_day(LEAP_YEAR, month, number))
    named = _named(day, anchors)
    if named:
        return named
    if anchors.published:
        return _near_publication(day, anchors.published, anchors)
    if day.weekday is not None:
        return _from_weekday(day, anchors)
    if anchors.reference:
        what = f"the text's date {anchors.reference}"
        return near(day, anchors.reference, Basis.RELATIVE_TO_EVENT, what)
    return unknown("no year in the text, no publication date, no other date to read it from")


def _named(day: Calendar, anchors: Anchors) -> Value | None:
    """Read a day whose year the words beside it give; None where they give none."""
    if day.years_away is not None:
        return _of_year_away(day, day.years_away, anchors)
    known = make_date(day.named_year, day.month or 0, day.day or 0) if day.named_year else None
    if known is None or (anchors.published and anchors.published < known):
        return None
    reason = "the words after it name what happened on that day"
    return Value(value=known.isoformat(), basis=Basis.STATED, reason=reason)


def _of_year_away(day: Calendar, years_away: int, anchors: Anchors) -> Value:
    """Read "12 December last year"."""
    if anchors.published is None:
        return unknown(anchors.no_published)
    value = stated_day(replace(day, year=anchors.published.year + years_away))
    if value.value is None:
        return value
    reason = f"counted from the year of publication, {anchors.published}"
    return replace(value, basis=Basis.RELATIVE_TO_PUBLICATION, reason=reason)


def _near_publication(day: Calendar, published: date, anchors: Anchors) -> Value:
    value = near(day, published, Basis.RELATIVE_TO_PUBLICATION, f"published {published}")
    if value.value is None or day.direction:
        return value
    distance = date.fromisoformat(value.value) - published
    if abs(distance) <= FAR:
        return value
    other_side = -1 if distance.days > 0 else 1
    what = f"published {published}"
    other = near(day, published, Basis.RELATIVE_TO_PUBLICATION, what, other_side)
    side = anchors.direction()
    if side == 0 and other.value:  # nothing decides but nearness
        return replace(value, alternatives=(other.value,))
    return other if side == other_side else value


def _from_weekday(day: Calendar, anchors: Anchors) -> Value:
    fitting = list(islice(fitting_years(day, anchors.fetched), 2))
    if not fitting:
        return unknown("no year in the text, and no fetch date to search back from")
    chosen, others = fitting[0], fitting[1:]
    name = WEEKDAY_NAMES[chosen.weekday()]
    reason = (
        f"no publication date; {chosen.year} is the latest year up to {anchors.fetched_words} "
        f"({anchors.fetched}) in which {chosen.day} {chosen:%B} is a {name}"
    )
    if others:
        reason += f"; {others[0].year} before it"
    return Value(
        value=chosen.isoformat(),
        basis=Basis.INFERRED_FROM_WEEKDAY,
        alternatives=tuple(other.isoformat() for other in others),
        reason=reason,
    )


def near(day: Calendar, anchor: date, basis: Basis, what: str, side: int = 0) -> Value:
    """Take the year that puts a day and month nearest to a date, on the side its words allow."""
    side = day.direction or side
    years = range(max(1, anchor.year - YEARS_BACK), anchor.year + YEARS_BACK + 1)
    candidates = [make_date(year, day.month or 0, day.day or 0) for year in years]
    allowed = [
        candidate
        for candidate in candidates
        if candidate and (side >= 0 or candidate <= anchor) and (side <= 0 or candidate >= anchor)
    ]
    if not allowed:
        return unknown(f"no year near to {what} has this day")
    chosen = min(allowed, key=lambda candidate: (abs(candidate - anchor), candidate > anchor))
    if day.weekday is not None and chosen.weekday() != day.weekday:
        named, real = WEEKDAY_NAMES[day.weekday], WEEKDAY_NAMES[chosen.weekday()]
        problem = f"the text says {named}, but {chosen} ({what}) was a {real}"
        return impossible(problem)
    return Value(value=chosen.isoformat(), basis=basis, reason=f"the year nearest to {what}")


def numeric_day(day: Numeric, anchors: Anchors) -> Value:
    """Read a date in digits; where its order is open, both readings are kept."""
    by_day = make_date(day.year, day.second, day.first)  # day first
    by_month = make_date(day.year, day.first, day.second)
    readings = [reading for reading in (by_day, by_month) if reading]
    if not readings:
        return impossible(_no_such_digits(day))
    if len(set(readings)) == 1:
        reason = "the digits give day, month and year"
        return Value(value=readings[0].isoformat(), basis=Basis.STATED, reason=reason)
    chosen, reason = _likely(readings, anchors)
    if chosen is None:
        both = tuple(reading.isoformat() for reading in readings)
        return Value(value=None, basis=Basis.UNKNOWN, alternatives=both, reason=reason)
    other = next(reading for reading in readings if reading != chosen)
    return Value(
        value=chosen.isoformat(),
        basis=Basis.STATED,
        alternatives=(other.isoformat(),),
        reason=reason,
    )


def _no_such_digits(day: Numeric) -> str:
    smaller, larger = sorted((day.first, day.second))
    if day.year and 1 <= smaller <= MONTHS_OF_A_YEAR:
        return f"there is no day {larger} in that month"
    return f"neither {day.first} nor {day.second} can be the month" if day.year else NO_YEAR_0


def _likely(readings: list[date], anchors: Anchors) -> tuple[date | None, str]:
    """Choose between day first and month first."""
    if anchors.is_day_first is not None:
        order = "day" if anchors.is_day_first else "month"
        return readings[not anchors.is_day_first], f"other dates of the text put the {order} first"
    if anchors.published:
        close = [each for each in readings if abs(each - anchors.published) <= NEAR]
        if len(close) == 1:
            return close[0], f"read as the date near to publication, {anchors.published}"
    return None, "the digits may put the day or the month first, and nothing in the text decides"


def weekday(day: Calendar, anchors: Anchors) -> Value:
    """Read a weekday from the publication date, or from the date told of, and from nothing else."""
    if day.is_narrated:
        return _narrated_weekday(day, anchors)
    published = anchors.published
    if published is None:
        return unknown(anchors.no_published)
    side = day.direction or anchors.direction() or (1 if day.is_pointed else 0)
    ahead = ((day.weekday or 0) - published.weekday()) % 7
    nearest_ahead = published + timedelta(days=ahead or 7 * day.is_stepped)
    nearest_back = published - timedelta(days=-ahead % 7 or 7 * day.is_stepped)
    chosen, other = (nearest_ahead, nearest_back) if side > 0 else (nearest_back, nearest_ahead)
    is_open = side == 0 and chosen != other
    if not day.is_pointed and not day.direction and anchors.is_nearer_day():
        chosen, other = sorted((chosen, other), key=lambda each: abs(each - published))
        is_open = chosen != other
    alternatives = (other.isoformat(),) if is_open else _a_week_on(day, chosen, published)
    reason = f"counted from the day of publication, {published}"
    return Value(
        value=chosen.isoformat(),
        basis=Basis.RELATIVE_TO_PUBLICATION,
        alternatives=alternatives,
        reason=reason + ("; the words do not say whether before or after it" if is_open else ""),
    )


def _a_week_on(day: Calendar, chosen: date, published: date) -> tuple[str, ...]:
    """Return the other reading of "next Friday" within this week: the Friday of the next."""
    is_this_week = chosen.isocalendar()[:2] == published.isocalendar()[:2]
    if not (day.is_stepped and is_this_week):
        return ()
    return ((chosen + timedelta(weeks=day.direction)).isoformat(),)


def _narrated_weekday(day: Calendar, anchors: Anchors) -> Value:
    told = anchors.told
    if told is None or told.day is None or told.is_week:
        return unknown("counted from another day of the text, which is not known")
    ahead = ((day.weekday or 0) - told.date.weekday()) % 7
    back = timedelta(days=-ahead % 7 or 7)
    found = told.date - back if day.direction < 0 else told.date + timedelta(days=ahead or 7)
    if not day.direction:
        found = told.date + timedelta(days=ahead)
    reason = f"counted from the day that the text tells of before, {told}"
    return Value(value=found.isoformat(), basis=Basis.RELATIVE_TO_EVENT, reason=reason)
