"""What the words of a time expression say, before any anchor gives them a value."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias, TypeGuard

from rashomon.model import Modifier, Span


class Unit(StrEnum):
    """Lengths of time that have a name."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    NIGHT = "night"
    WEEKEND = "weekend"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A date or period of the calendar as far as its words go; what they leave out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 0 is Monday
    part: str | None = None  # of a year: a season ("SP"), a quarter ("Q3"), a half ("H1")
    direction: int = 0  # -1: words say that it lies before what it is read from; 1: after
    years_away: int | None = None  # "October last year": years from that of the anchor
    is_stepped: bool = False  # "last Tuesday", "next March": never the one of the anchor itself
    is_pointed: bool = False  # "this Tuesday", "this March"
    is_narrated: bool = False  # "the following Tuesday": counted from the date told of last
    is_turn: bool = False  # "the turn of the year": a year, by its January
    named_year: int | None = None  # of a day known by its name: "the Sept. 11 attacks"


@dataclass(frozen=True, slots=True)
class Prefix:
    """A decade ("199"), a century ("19"), a fiscal year ("FY2013"): its value as it is."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric:
    """Day, month and year in digits, in an order that they leave open: "03/04/2024"."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many units from an anchor: "yesterday", "last week", "two months ago", "that year"."""

    amount: float
    unit: Unit
    is_narrated: bool = False  # counted from the date told of last, not from publication


@dataclass(frozen=True, slots=True)
class Week:
    """The week, or the weekend, of a day: "the week of March 6"."""

    day: Calendar
    is_weekend: bool = False


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: amounts of units, the largest first; an amount left open is None."""

    amounts: tuple[tuple[float | None, Unit], ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A set of times: "every Monday", "weekly"; its TIMEX3 value."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague:
    """The present, the past or the future: TIMEX3's PRESENT_REF, PAST_REF, FUTURE_REF."""

    value: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday by its name, with the year where the words give one."""

    name: str
    year: int | None = None
    direction: int = 0
    is_stepped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """So many units from a day that is named: "a week from Monday", "two years ago today"."""

    day: Calendar | Shift = field(kw_only=False)
    amount: int
    unit: Unit


# What names a day, and can stand beside a time of it.
Dated: TypeAlias = Calendar | Numeric | Shift | Holiday | Counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day, and the day where it stands beside it."""

    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    part: str | None = None  # "MO", "AF", "EV", "NI", where no hour is given
    is_overnight: bool = False  # the night that ends with the day told, not the one that begins
    zone: str = ""  # as written: "Moscow time"
    day: Dated | None = None


@dataclass(frozen=True, slots=True)
class Impossible:
    """Words in the form of a time that can be none: "25:70", "the year 0"."""

    problem: str
    is_clock: bool = False


Meaning: TypeAlias = (
    Calendar
    | Prefix
    | Numeric
    | Shift
    | Week
    | Length
    | Repeated
    | Vague
    | Holiday
    | Counted
    | Clock
    | Impossible
)


def is_day(meaning: Meaning | None) -> TypeGuard[Dated]:
    """Whether a meaning is a day of the calendar, however it is told."""
    if isinstance(meaning, Calendar):
        return meaning.day is not None or meaning.weekday is not None
    if isinstance(meaning, Shift):
        return meaning.unit is Unit.DAY
    return isinstance(meaning, Numeric | Holiday | Counted)


@dataclass(frozen=True, slots=True)
class Found:
    """Words that name a time, and what they say."""

    span: Span
    meaning: Meaning
    modifier: Modifier | None = None
