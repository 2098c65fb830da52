"""The days of Jewish holidays: the Hebrew calendar is arithmetic, so any year is known."""

from datetime import date, timedelta

# Days from 1 Tishri of the first Hebrew year to the first day of the Gregorian calendar's year 1.
EPOCH = 1373427
YEARS_APART = 3761  # the Hebrew year that begins in the autumn of year 0
PARTS_OF_A_DAY = 25920  # 24 hours of 1080 parts
TISHRI_TO_KISLEV = 83  # days from 1 Tishri to 25 Kislev, where Heshvan has 29 days
COMPLETE_YEARS = (355, 385)  # lengths of a year in which Heshvan has 30


def _elapsed(year: int) -> int:
    """Return the days from the epoch to 1 Tishri of a Hebrew year, before the last postponements.

    Reingold and Dershowitz, Calendrical Calculations: mean new moons, with the rule that the year
    begins on no Sunday, Wednesday or Friday.
    """
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    day = 29 * months + parts // PARTS_OF_A_DAY
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


def _tishri(year: int) -> int:
    """Return the ordinal of 1 Tishri, put off where a year would get a wrong length."""
    last, this, following = (_elapsed(each) for each in (year - 1, year, year + 1))
    if following - this == 356:
        this += 2
    elif this - last == 382:
        this += 1
    return this - EPOCH


def new_year(year: int, n_days: int = 0) -> date:
    """Return Rosh Hashanah of a civil year, or so many days after it."""
    return date.fromordinal(_tishri(year + YEARS_APART)) + timedelta(days=n_days)


def passover(year: int, n_days: int = 0) -> date:
    """Return the first day of Passover in a civil year, 163 days before the new year, or later."""
    return new_year(year) + timedelta(days=n_days - 163)


def hanukkah(year: int, n_days: int = 0) -> date:
    """Return the first day of Hanukkah that begins late in a civil year, or so many days after."""
    length = _tishri(year + YEARS_APART + 1) - _tishri(year + YEARS_APART)
    is_complete = length in COMPLETE_YEARS
    return new_year(year, TISHRI_TO_KISLEV + is_complete + n_days)
