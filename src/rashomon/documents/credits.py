"""Whose picture it is: agency credits on a line of their own or at the end of a caption."""

import re
from functools import lru_cache

from rashomon.documents.lines import MAX_LINE, Line
from rashomon.documents.wording import load_wording

# A photographer, a client or a service beside the agency: "Jane Roe/Reuters", "AFP via Getty".
BESIDE = r"(?-i:[A-ZÀ-ÞА-Я])[\w.'’-]*(?: (?-i:[A-ZÀ-ÞА-Я&])[\w.'’&-]*){0,4}"
# Capitalised words without a full stop: how a credit looks whose agency no table has.
CAPITALISED = r"[^\W\d_a-zа-яё][\w.'’&-]*"
UNKNOWN = re.compile(rf"\s*({CAPITALISED}(?:[/|, ]+{CAPITALISED}){{0,3}}[/|, ]*)\Z")
MAX_WINDOW = 160  # code points; no credit is longer


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile the credit that a mark announces, and the one that an agency's name ends."""
    wording = load_wording()
    agency = rf"(?-i:{wording.agency})"
    # "via" and commas join credits; an agency that is first needs no mark before it.
    before = rf"(?:{BESIDE}\s?(?:/|\||,|\bvia|\bfor)\s?){{0,4}}"
    names = rf"{before}{agency}(?:\s?(?:/|\||,|via|-)\s?{BESIDE}){{0,4}}"
    marked = re.compile(
        rf"(?:\A|(?<=[.!?…)\]\"”])\s+|(?<!\s)\s*(?=[(\[|/–—©])"
        rf"|(?<!\s)\s+(?={wording.credit_mark}(?<=:)))[(\[|/–—-]{{0,3}}\s*"
        rf"{wording.credit_mark}\s?(?:\b\w\.|[^.!?…:]){{2,80}}[)\]]?\.?\Z",
        re.IGNORECASE,
    )
    named = re.compile(
        rf"(?:\A|(?<=[.!?…)\]\"”])\s+|(?<!\s)\s*(?=[(\[/|–—]))[(\[/|–—]{{0,3}}\s*{names}[)\]]?\.?\Z",
        re.IGNORECASE,
    )
    return marked, named


def find_credit(text: str) -> int | None:
    """Find where a credit begins that ends a line.

    Args:
        text: One line.

    Returns:
        Offset of the credit in the line, brackets and slashes included; 0 when the whole line is
        one; None when there is none.
    """
    base = max(0, len(text) - MAX_WINDOW)
    window = text[base:]
    starts = [match.start() for pattern in _patterns() if (match := pattern.search(window))]
    if not starts or (base and 0 in starts):
        return None
    start = min(starts)
    return base + start + len(window[start:]) - len(window[start:].lstrip())


def is_credit(line: Line) -> bool:
    """Tell whether a line is a credit and nothing else."""
    return len(line.text) <= MAX_LINE and find_credit(line.text) == 0


def has_credit_mark(text: str) -> bool:
    """Tell whether a line ends in the credit of a picture: "Photo: …", "© …", "Jane Roe/AFP".

    An agency's name alone is none: reports end in one, too.
    """
    start = find_credit(text)
    if start is None:
        return False
    return "/" in text[start:] or _patterns()[0].search(text[-MAX_WINDOW:]) is not None


def find_unknown_credit(text: str, start: int) -> int | None:
    """Find a credit of an unknown agency: nothing but capitalised words from `start` to the end."""
    if len(text) - start > MAX_WINDOW:
        return None
    match = UNKNOWN.match(text, start)
    return None if match is None else match.start(1)
