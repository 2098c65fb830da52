"""What is counted in units: from the day of publication, or from a date that the text tells of."""

from dataclasses import replace
from datetime import date, timedelta

from rashomon.annotations.times.anchoring.anchors import (
    Anchors,
    Told,
    Value,
    iso_week,
    make_date,
    unknown,
)
from rashomon.annotations.times.meaning import Counted, Shift, Unit
from rashomon.model import Basis

MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
DAYS = {Unit.DAY: 1, Unit.NIGHT: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
DAYS_OF_A_MONTH = 30
MAX_DAYS = 3_000_000  # the calendar of datetime ends with the year 9999


def shifted(shift: Shift, anchors: Anchors) -> Value:
    """Count from the anchor that the words name."""
    told = anchors.told
    if shift.is_narrated and told and _is_precise(told, shift.unit):
        basis, start = Basis.RELATIVE_TO_EVENT, told.date
        what = f"the date that the text tells of before, {told}"
    elif shift.is_narrated and not _is_before_publication(shift):
        return unknown("counted from another date of the text, which is not known")
    elif anchors.published:
        basis, start = Basis.RELATIVE_TO_PUBLICATION, anchors.published
        what = f"the day of publication, {start}"
    else:
        return unknown(anchors.no_published)
    value = _value(shift, start)
    if value is None:
        return unknown("it lies outside the calendar's years")
    return Value(value=value, basis=basis, reason=f"counted from {what}")


def counted(given: Counted, start: Value) -> Value:
    """Count from the value of the day that is named."""
    if start.value is None:
        return start
    day = date.fromisoformat(start.value)
    if given.unit in MONTHS:
        place = day.year * 12 + day.month - 1 + given.amount * MONTHS[given.unit]
        found = make_date(place // 12, place % 12 + 1, day.day)
    else:
        n_days = given.amount * DAYS[given.unit]
        ordinal = day.toordinal() + n_days
        found = date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    if found is None:
        return unknown("there is no such day")
    reason = f"counted from {day}"
    return replace(start, value=found.isoformat(), reason=reason, alternatives=())


def _is_before_publication(shift: Shift) -> bool:
    """Tell "a year earlier", which may count from publication, from "the day before"."""
    return shift.amount < 0 and shift.unit not in (Unit.DAY, Unit.NIGHT)


def _is_precise(told: Told, unit: Unit) -> bool:
    """Tell whether units can be counted from a date: no days from a mere month."""
    if unit in (Unit.YEAR, Unit.DECADE, Unit.CENTURY):
        return True
    if unit in MONTHS:
        return told.month is not None
    return told.day is not None and not (told.is_week and unit in (Unit.DAY, Unit.NIGHT))


def _value(shift: Shift, start: date) -> str | None:
    unit, amount = shift.unit, shift.amount
    if unit in MONTHS:
        n_months = amount * MONTHS[unit]
        place = start.year * 12 + start.month - 1 + int(n_months)
        year, month = place // 12, place % 12 + 1
        if not 1 <= year <= 9999:
            return None
        return _of_months(unit, year, month)
    n_days = round(amount * DAYS[unit])
    if abs(n_days) > MAX_DAYS:
        return None
    try:
        day = start + timedelta(days=n_days)
    except OverflowError:
        return None
    if unit in (Unit.DAY, Unit.NIGHT):
        return day.isoformat()
    return iso_week(day) + ("-WE" if unit is Unit.WEEKEND else "")


def _of_months(unit: Unit, year: int, month: int) -> str:
    if unit is Unit.MONTH:
        return f"{year:04}-{month:02}"
    if unit is Unit.QUARTER:
        return f"{year:04}-Q{(month + 2) // 3}"
    if unit is Unit.YEAR:
        return f"{year:04}"
    return f"{year:04}"[: 3 if unit is Unit.DECADE else 2]
