"""Lines that hold two zones: where one ends and the other begins.

A caption ends in its credit, a first paragraph opens with its dateline, an author's name and the
day of publication share a line.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeAlias

from rashomon.documents.captions import split_credit
from rashomon.documents.datelines import find_bare_dateline, find_dateline
from rashomon.documents.lines import MAX_DATE_WORDS
from rashomon.documents.wording import load_wording
from rashomon.model import Zone

# Zones of lines that may hold a second one.
HOLDING_TWO = frozenset({Zone.CAPTION, Zone.BODY, Zone.BYLINE, Zone.DATELINE})
MAX_DATELINED = 2  # a dateline opens an article; deeper in, capitals before a dash are prose
MAX_MOMENT = 300  # code points of a line that holds an author and a day
BETWEEN = " \t\u00a0-–—|•·,;/:("  # marks between two parts; they go with the second

Piece: TypeAlias = tuple[int, int, Zone]  # half-open offsets in the line


class Cutter:
    """Cuts the lines of one page, from its first to its last."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        self._n_seen = 0

    def cut(self, text: str, zone: Zone) -> list[Piece]:
        """Cut a line into its zones.

        Args:
            text: The page's next line, without white space around it.
            zone: What it is for the most part.

        Returns:
            One or two pieces, in order, that cover it but for white space between them.
        """
        if zone is Zone.CAPTION:
            return split(text, split_credit(text), zone, Zone.CREDIT)
        if zone is Zone.BODY:
            self._n_seen += 1
            return split(text, self._find_dateline(text), Zone.DATELINE, zone)
        if zone in (Zone.BYLINE, Zone.DATELINE):
            return _cut_byline(text, zone)
        return [(0, len(text), zone)]

    def _find_dateline(self, paragraph: str) -> int | None:
        if self._n_seen > MAX_DATELINED:
            return None
        cut = find_dateline(paragraph)
        if cut is None and self._n_seen == 1:
            cut = find_bare_dateline(paragraph)
            # Two paragraphs that begin with a place and a colon are speeches or a list.
            if cut is not None and any(map(find_bare_dateline, self._paragraphs[1:])):
                return None
        return cut


def split(text: str, cut: int | None, before: Zone, after: Zone) -> list[Piece]:
    """Cut a line in two; without a place to cut it is whole, of the zone it is for the most part.

    Args:
        text: The line.
        cut: Offset of the second part, or None.
        before: Zone of the first part.
        after: Zone of the second; a dateline's line is for the most part what comes after it.
    """
    if cut is None:
        return [(0, len(text), after if before is Zone.DATELINE else before)]
    head, tail = text[:cut].rstrip(), text[cut:].lstrip()
    pieces = [(0, len(head), before), (len(text) - len(tail), len(text), after)]
    return [piece for piece in pieces if piece[0] < piece[1]]


def _cut_byline(text: str, zone: Zone) -> list[Piece]:
    """Cut the day from the name of who wrote; either may come first."""
    whole = [(0, len(text), zone)]
    moment = _moment().search(text) if len(text) <= MAX_MOMENT else None
    if moment is None:
        return whole
    begins = load_wording().byline.match
    head, tail = text[: moment.start()].rstrip(BETWEEN), text[moment.end() :].lstrip(BETWEEN)
    if any(map(str.isalpha, head)) and (zone is Zone.BYLINE or begins(head)):
        return split(text, len(head), Zone.BYLINE, Zone.DATELINE)
    is_last = not head and len(tail.split()) <= MAX_DATE_WORDS
    if is_last and any(map(str.isalpha, tail)) and (zone is Zone.BYLINE or begins(tail)):
        return split(text, moment.end(), Zone.DATELINE, Zone.BYLINE)
    return whole


@lru_cache(maxsize=1)
def _moment() -> re.Pattern[str]:
    """Compile what a day looks like, with the words before it and the time after it."""
    month = rf"(?:{load_wording().months})\b\.?"
    day = (
        rf"{month}\s\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s\d{{4}})?|\d{{1,2}}\.?\s{month}(?:,?\s\d{{4}})?"
        r"|\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}年\d{1,2}月\d{1,2}日"
        r"|\d{1,2}\s(?:minutes?|mins?|hours?|days?|weeks?|months?|years?)\sago"
    )
    lead = (
        r"(?:(?:first |last )?(?:published|updated|posted|issued|modified|publish date|date)"
        r"(?: on| at)?\s?:?\s|on\s)?"
    )
    weekday = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?"
    return re.compile(rf"\b{lead}{weekday}(?:{day})(?!\w)", re.IGNORECASE)
