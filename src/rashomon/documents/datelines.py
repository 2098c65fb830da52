"""Datelines: the place, the day and the agency in front of a report's first paragraph."""

import re
from functools import lru_cache

from rashomon.documents.wording import load_wording

MAX_DATELINE = 80  # code points

UPPER_PLACE = (
    r"[^\W\d_a-zа-яё]{2,}(?:[ .'’/-]{1,2}[^\W\d_a-zа-яё]{2,}){0,3}(?:, [^\W\d_a-z][\w. ]{1,24})?"
)
PLACE = r"[^\W\d_a-z]\w+(?:[ -][^\W\d_a-z]\w+){0,2}(?:, [^\W\d_a-z][\w. ]{1,24}?)?"
AGENCY = r"[(\[/][^\W\d_][^()\[\]/\n]{1,40}[)\]/]"
DASH = r"\s*(?:[-–—]{1,2}|:)\s+"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    month = rf"(?i:{load_wording().months})\.?"
    day = rf"(?:{month} \d{{1,2}}|\d{{1,2}}\.? {month})(?:,? \d{{4}})?"
    forms = (
        rf"{UPPER_PLACE}(?:,? {day})?\.?(?:\s*{AGENCY})?\s*[-–—]{{1,2}}\s+",
        rf"{UPPER_PLACE}(?:,? {day})?\.?\s*{AGENCY}[.:]?\s+",
        rf"{PLACE}(?:,? {day})?\s*{AGENCY}{DASH}",
        rf"{PLACE},? {day}{DASH}",
        rf"{day}\s*{AGENCY}{DASH}",
        r"\([^\W\d_][^()\n]{1,30}\)\s*[-–—]{1,2}\s+",
    )
    return tuple(re.compile(form) for form in forms)


def find_dateline(paragraph: str) -> int | None:
    """Find the dateline that begins a paragraph: "NORHAVEN, 3 May (Reuters) -".

    Returns:
        Offset after the dateline, its dash included; None when there is none.
    """
    for pattern in _patterns():
        match = pattern.match(paragraph[:MAX_DATELINE])
        if match is not None and match.end() < len(paragraph):
            return len(paragraph[: match.end()].rstrip())
    return None
