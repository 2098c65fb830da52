"""Months, seasons, quarters, years and weekends, with a year or without."""

from datetime import date, timedelta

from rashomon.annotations.times.anchoring.anchors import Anchors, Value, iso_week, unknown
from rashomon.annotations.times.meaning import Calendar
from rashomon.model import Basis

# The first month of each part of a year. Winter is told of from December on.
FIRST_MONTHS = {
    "Q1": 1,
    "Q2": 4,
    "Q3": 7,
    "Q4": 10,
    "H1": 1,
    "H2": 7,
    "SP": 3,
    "SU": 6,
    "FA": 9,
    "WI": 12,
}
MONTHS_OF_PART = {"Q": 3, "H": 6}
MONTHS_OF_A_SEASON = 3
SATURDAY = 5
MAX_MONTHS_AHEAD = 2  # so near ahead and so far back that a bare name is seldom the one back


def stated_period(period: Calendar) -> Value:
    """Read a period that has its year."""
    year = period.year or 0
    if period.month:
        value, reason = f"{year:04}-{period.month:02}", "the text gives month and year"
    elif period.part:
        value, reason = f"{year:04}-{period.part}", "the text gives the year, and the part of it"
    else:
        value, reason = f"{year:04}", "the text gives the year"
    return Value(value=value, basis=Basis.STATED, reason=reason)


def period_without_year(period: Calendar, anchors: Anchors) -> Value:
    """Read a month or a part of a year from the publication date, or from a date of the text."""
    if period.is_narrated and anchors.told:
        basis, near = Basis.RELATIVE_TO_EVENT, anchors.told.date
        what = f"the text's date {anchors.told}"
    elif anchors.published:
        basis, near = Basis.RELATIVE_TO_PUBLICATION, anchors.published
        what = f"published {near}"
    elif anchors.reference and not (period.part or period.is_pointed):
        basis, near = Basis.RELATIVE_TO_EVENT, anchors.reference
        what = f"the text's date {near}"
    else:
        return unknown(anchors.no_published)
    if period.years_away is not None:
        value = f"{near.year + period.years_away:04}-{_name(period)}"
        return Value(value=value, basis=basis, reason=f"counted from the year of {near}")
    if period.part == "WE":
        value, reason = _weekend(period, near, anchors), f"the nearest one to {what}"
        return Value(value=value, basis=basis, reason=reason)
    chosen = _year(period, near, anchors)
    side = 1 if (chosen, _first_month(period)) > (near.year, near.month) else -1
    is_settled = period.is_pointed or period.direction or _is_now(period, near)
    is_open = not is_settled and anchors.direction() != side  # the clause does not bear it out
    return Value(
        value=_written(period, chosen),
        basis=basis,
        alternatives=(_written(period, chosen - side),) if is_open else (),
        reason=f"the nearest one to {what} that the words allow",
    )


def _first_month(period: Calendar) -> int:
    return period.month or FIRST_MONTHS[period.part or "Q1"]


def _written(period: Calendar, year: int) -> str:
    return f"{year:04}" if period.is_turn else f"{year:04}-{_name(period)}"


def _name(period: Calendar) -> str:
    return period.part or f"{period.month:02}"


def _year(period: Calendar, near: date, anchors: Anchors) -> int:
    """Choose the year of a month or part: of the anchor's, the one before and the one after."""
    apart = _first_month(period) - near.month  # of this year's, in months
    is_now = _is_now(period, near)
    if period.is_pointed and not period.direction:
        return near.year - (period.part == "WI" and near.month < 3)
    if is_now and not period.is_stepped:
        return near.year - (period.part == "WI" and near.month < 3)
    side = period.direction or _side(period, apart % 12, anchors)
    if side > 0:
        return near.year + (apart < 0 or (apart == 0 and period.is_stepped))
    is_later = apart > 0 or (is_now and period.is_stepped)
    return near.year - is_later


def _side(period: Calendar, months_ahead: int, anchors: Anchors) -> int:
    """Tell whether a month or part lies back or ahead, by the clause and by nearness."""
    is_reported_on = period.part is not None and period.part[0] in MONTHS_OF_PART
    is_near = months_ahead <= MAX_MONTHS_AHEAD and not is_reported_on  # figures follow a quarter
    if is_near and months_ahead < MAX_MONTHS_AHEAD:
        return 1  # the one eleven months back is "last March", whatever the verb
    return anchors.direction() or (1 if is_near else -1)


def _is_now(period: Calendar, near: date) -> bool:
    length = 1 if period.part is None else MONTHS_OF_PART.get(period.part[0], MONTHS_OF_A_SEASON)
    return (near.month - _first_month(period)) % 12 < length


def _weekend(period: Calendar, near: date, anchors: Anchors) -> str:
    side = period.direction or anchors.direction()
    days_back = (near.weekday() - SATURDAY) % 7
    is_weekend = near.weekday() >= SATURDAY
    saturday = near - timedelta(days=days_back)
    if side > 0 and not is_weekend:
        saturday += timedelta(days=7)
    return f"{iso_week(saturday)}-WE"
