"""Datelines: the place, the day and the agency in front of a report's first paragraph.

Or on a line of their own, beside the headline.
"""

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


# A place alone, before a colon or a dash and the beginning of a sentence.
BARE = re.compile(
    rf"(?P<place>{UPPER_PLACE}:|{PLACE}\s+[-–—]{{1,2}})\s+(?=[\"“”«»„'‘]|[^\W_a-zа-яё])"
)
NUMERIC_DAY = r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{2}-\d{2}"


def _day() -> str:
    month = rf"(?i:{load_wording().months})\.?"
    return rf"(?:{month} \d{{1,2}}|\d{{1,2}}\.? {month})(?:,? \d{{4}})?"


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    day = _day()
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


def find_bare_dateline(paragraph: str) -> int | None:
    """Find a place before a colon or a dash: "NORHAVEN: …", "Norhaven — …".

    Weak by itself: labels ("BREAKING: …") are told by their words, but speakers of a transcript
    only by the other paragraphs.

    Returns:
        Offset after the colon or the dash; None when there is none.
    """
    match = BARE.match(paragraph[:MAX_DATELINE])
    if match is None:
        return None
    words = {word.strip(":").lower() for word in match["place"].split()}
    wording = load_wording()
    return None if words & (wording.labels | wording.titles) else match.end("place")


@lru_cache(maxsize=1)
def _line_pattern() -> re.Pattern[str]:
    place = r"[^\W\d_a-zа-яё][\w.'’]+(?:[ -][^\W\d_a-zа-яё][\w.'’]+){0,2}"
    places = rf"{place}(?:(?: ?[/,&] ?| and | und | et | y | и ){place}){{0,2}}"
    return re.compile(rf"{places}(?:, ?| [-–—/|] )(?:{_day()}|{NUMERIC_DAY})\.?(?:\s*{AGENCY})?")


def is_dateline(text: str) -> bool:
    """Tell whether a line is one or more places and a day, and nothing else."""
    return len(text) <= MAX_DATELINE and _line_pattern().fullmatch(text) is not None
