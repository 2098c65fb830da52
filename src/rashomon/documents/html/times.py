"""Dates in a page's text: <time> beside the headline, and, at last, what looks like a date."""

import logging
from collections.abc import Sequence

from rashomon.documents.html.blocks import Block, Element
from rashomon.documents.html.dates import read_moment
from rashomon.documents.html.markup import copy_as_html

BEFORE, AFTER = 8, 25  # blocks around the headline where its date stands

logger = logging.getLogger(__name__)


def times_beside(blocks: Sequence[Block], headline: int | None) -> list[str]:
    """Return the moments of the <time> elements that stand with the headline, in order."""
    if headline is None:
        return []
    found: list[str] = []
    for block in blocks[max(0, headline - BEFORE) : headline + AFTER]:
        if block.is_hidden or not any(mark.kind == "time" for mark in block.marks):
            continue
        found += [
            moment
            for element in block.element.iter("time")
            if (moment := element.get("datetime")) and read_moment(moment) is not None
        ]
    return found


def guess_day(root: Element) -> str | None:
    """Find the publication date of a page that marks none: htmldate, without extensive search."""
    from htmldate import find_date  # noqa: PLC0415  # most pages mark their dates

    root = copy_as_html(root)
    try:
        day = find_date(root, extensive_search=False, original_date=True, outputformat="%Y-%m-%d")
    except Exception:  # noqa: BLE001  # broken pages bring out its faults; the date stays open
        logger.debug("htmldate failed", exc_info=True)
        return None
    moment = read_moment(day) if day else None
    return None if moment is None else moment.day
