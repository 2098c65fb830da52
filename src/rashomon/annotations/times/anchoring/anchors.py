"""What values are read from: the dates of a document, and the words around an expression."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rashomon.annotations.times.words import Words
from rashomon.model import Basis


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text tells of, as precise as its words make it."""

    year: int
    month: int | None = None
    day: int | None = None
    is_week: bool = False  # the week that begins with the day

    @property
    def date(self) -> date:
        """Its first day."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """Write it as ISO 8601 does."""
        if self.is_week:
            return iso_week(self.date)
        rest = "".join(f"-{part:02}" for part in (self.month, self.day) if part)
        return f"{self.year:04}{rest}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """What one expression can be read from."""

    words: Words
    published: date | None  # None: not known, or not to be trusted
    no_published: str  # why the publication date is no anchor
    fetched: date | None
    fetched_words: str
    reference: date | None  # the date that the document is about
    told: Told | None  # the date told of last
    is_day_first: bool | None  # of dates in digits, where others of the document show it
    is_nearer_day: Callable[[], bool]  # of a weekday: whether the nearer one is the likelier
    direction: Callable[[], int]  # of the clause: -1 back, 1 ahead, 0 not told


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What an expression stands for."""

    value: str | None
    basis: Basis
    reason: str = ""
    alternatives: tuple[str, ...] = ()
    warning: str = ""
    zone: str = ""


def unknown(reason: str) -> Value:
    """Return no value, with the reason."""
    return Value(value=None, basis=Basis.UNKNOWN, reason=reason)


def impossible(problem: str) -> Value:
    """Return no value for words that can have none, with a warning."""
    return Value(value=None, basis=Basis.UNKNOWN, reason=problem, warning=problem)


def make_date(year: int, month: int, day: int) -> date | None:
    """Return a date; None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso_week(day: date) -> str:
    """Return the week of a day as ISO 8601 writes it."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"
