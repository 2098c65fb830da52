"""Dates of a page as days, from the forms in which markup writes them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

MIN_YEAR, MAX_YEAR = 1990, 2100  # the web began in 1990; other numbers are counters
MAX_MOMENT = 60  # code points
DAY = re.compile(r"\s*(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)")
OFFSET = re.compile(r"([+-]\d{2})(\d{2})\Z")
# "/2024/05/03/", "/2024-05-03-", "/20240503/": how addresses write the day.
IN_ADDRESS = re.compile(r"[/_-](20\d{2})[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-])")


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time: its day as the page writes it, and the day in UTC when that is known."""

    day: str  # ISO 8601
    utc_day: str | None


def read_moment(text: str) -> Moment | None:
    """Read ISO 8601 in the forms that pages have, or the form of mail and HTTP headers.

    Returns:
        None for anything else: what only people can read is not guessed.
    """
    text = text.strip()
    if not text or len(text) > MAX_MOMENT:
        return None
    moment = _parse(text)
    if moment is None:
        return None
    if not MIN_YEAR <= moment.year <= MAX_YEAR:
        return None
    utc = None if moment.tzinfo is None else moment.astimezone(UTC).date().isoformat()
    return Moment(moment.date().isoformat(), utc)


def _parse(text: str) -> datetime | None:
    for candidate in (text, OFFSET.sub(r"\1:\2", text)):
        try:
            return datetime.fromisoformat(candidate)
        except ValueError:
            continue
    day = DAY.match(text)
    try:
        if day is not None:
            return datetime(*map(int, day.groups()))  # type: ignore[arg-type]  # noqa: DTZ001
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def read_address_day(address: str) -> str | None:
    """Read the day that an address holds."""
    match = IN_ADDRESS.search(address)
    moment = None if match is None else read_moment("-".join(match.groups()))
    return None if moment is None else moment.day


def are_same_day(first: Moment, second: Moment) -> bool:
    """Tell whether two moments fall on one day, in the page's time zone or in UTC."""
    days = {first.day, first.utc_day} - {None}
    return second.day in days or (second.utc_day is not None and second.utc_day in days)
