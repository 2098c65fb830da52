"""Photo captions: which lines are captions, and where the words end and the credit begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rashomon.documents.credits import find_credit, find_unknown_credit, has_credit_mark
from rashomon.documents.lines import Line
from rashomon.documents.wording import load_wording

MAX_CAPTION = 500  # code points; the longest captions of agencies describe a whole series
ORDER = (
    r"(?:(?:far|top|bottom|upper|lower|front|back|first|second|third|fourth|fifth|\d(?:st|nd|rd|th))"
    r"[ -](?:from (?:the )?)?)*"
)
LONE_LETTER = re.compile(r"[lrc]\.?\Z", re.IGNORECASE)
# A stop after one letter belongs to a name: "S. Berg".
SENTENCE_GAP = re.compile(r"(?<!\b[^\W\d_a-z])[.!?][\"”’)]*\s+")


@dataclass(frozen=True, slots=True)
class Position:
    """A word for somebody's place in the picture."""

    start: int  # offset in the caption of the mark, brackets or comma included
    end: int
    name: str  # "left", "right", "center", "second from left" …


@lru_cache(maxsize=1)
def _position_mark() -> re.Pattern[str]:
    words = load_wording().position_words
    place = rf"{ORDER}{words}(?: row)?"
    return re.compile(
        rf"(?<!\s)\s*[(\[](?P<bracketed>{place})[)\]]"
        rf"|(?<=\w),\s(?P<inline>{ORDER}(?!(?-i:[a-z])\b){words})(?=,|\.?\Z|;|\.\s|\s(?:and|with|und|et|y|и)\s)",
        re.IGNORECASE,
    )


def find_positions(text: str) -> list[Position]:
    """Find the words for positions in a caption, in order.

    A single letter counts only beside another one: "(L)" and "(R)" are a pair of people, "(R)"
    alone may be a party.
    """
    text = text[:MAX_CAPTION]
    found = [
        Position(match.start(), match.end(), _name_position(match["bracketed"] or match["inline"]))
        for match in _position_mark().finditer(text)
        if match["bracketed"] or _follows_name(text, match.start())
    ]
    letters = [p for p in found if LONE_LETTER.match(text[p.start : p.end].strip(" ([,)]"))]
    if len({p.name for p in letters}) == 1 and len(found) == len(letters):
        return []
    return found


def precede_names(positions: Sequence[Position], caption: str) -> bool:
    """Tell whether a caption begins with a position: "(left) Ola Berg; (right) Erik Lund"."""
    return bool(positions) and not any(map(str.isalnum, caption[: positions[0].start]))


def _follows_name(text: str, end: int) -> bool:
    words = text[:end].split()
    return bool(words) and not words[-1][0].islower()


def _name_position(words: str) -> str:
    lower = " ".join(words.lower().split())
    for pattern, name in load_wording().positions:
        if pattern.fullmatch(lower):
            return name
    return lower


def is_caption(line: Line) -> bool:
    """Tell whether a line is a caption by its own marks: positions, a credit, a lead-in."""
    text = line.text
    if len(text) > MAX_CAPTION:
        return False
    if load_wording().caption.match(text) or has_credit_mark(text):
        return find_credit(text) != 0
    return bool(find_positions(text))


def split_credit(text: str) -> int | None:
    """Find where the credit begins at the end of a caption.

    Args:
        text: A line that is a caption.

    Returns:
        Offset of the credit in the line; None when the caption has none.
    """
    start = find_credit(text)
    if start is not None:
        return start or None
    if len(text) > MAX_CAPTION:
        return None
    positions = find_positions(text)
    # "(left) Ola Berg": what follows the last position is a name.
    gaps = [] if precede_names(positions, text) else [position.end for position in positions]
    gaps += [match.end() for match in SENTENCE_GAP.finditer(text)]
    return find_unknown_credit(text, max(gaps)) if gaps else None
