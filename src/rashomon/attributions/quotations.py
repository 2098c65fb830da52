"""Quoted stretches of a text, and how much of a content is quoted."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.model import Quotation, Span

PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
# A mark that opens or closes; single ones only where they cannot be an apostrophe.
MARK = re.compile(r"[\"“”„«»]|(?<!\w)[‘'](?=\w)|(?<=[\w.,!?…])[’'](?!\w)|''|``")
PAIRS = {"“": '”"', "„": "“”", "«": "»"}  # opening mark, and what closes it
CLOSING = frozenset("”»")
SINGLE = frozenset("‘’'")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch, its marks included.

    Attributes:
        span: From the opening mark to one past the closing mark, or to the paragraph's end.
        is_closed: Whether the paragraph holds the closing mark.
    """

    span: Span
    is_closed: bool


def find_quoted(text: str, span: Span) -> list[Quoted]:
    """Find the quoted stretches of a part of a text, in reading order.

    A quotation that its paragraph does not close runs to the paragraph's end: news texts open a
    quotation of several paragraphs anew in each and close it once. A closing mark alone closes
    what the paragraph before left open. Quotations inside quotations are not told apart.

    Args:
        text: The document's whole text.
        span: The part to search.
    """
    found: list[Quoted] = []
    is_open = False
    for paragraph in PARAGRAPH.finditer(text, span.start, span.end):
        stretches = list(_in_paragraph(text, paragraph.start(), paragraph.end(), is_open=is_open))
        is_open = bool(stretches) and not stretches[-1].is_closed
        found.extend(stretches)
    return found


def _in_paragraph(text: str, start: int, end: int, *, is_open: bool) -> Iterator[Quoted]:
    opened: int | None = None
    opener = ""
    for mark in MARK.finditer(text, start, end):
        sign = mark.group()[0]
        if opened is None:
            if _opens(text, mark, start):
                opened, opener = mark.start(), sign
            elif is_open and sign not in SINGLE:
                yield Quoted(Span(start, mark.end()), is_closed=True)
            is_open = False
        elif _closes(text, mark, opener, end):
            yield Quoted(Span(opened, mark.end()), is_closed=True)
            opened = None
    # A mark with blanks around it that nothing closes is a stray one.
    if opened is not None and opener not in SINGLE and not text[opened + 1 : end][:1].isspace():
        yield Quoted(Span(opened, end), is_closed=False)


def _opens(text: str, mark: re.Match[str], start: int) -> bool:
    sign = mark.group()[0]
    if sign in PAIRS or sign == "‘" or mark.group() == "``":
        return True
    if sign in CLOSING or sign == "’":
        return False
    before = text[mark.start() - 1] if mark.start() > start else " "
    return not before.isalnum() and before not in ".,!?"


def _closes(text: str, mark: re.Match[str], opener: str, end: int) -> bool:
    sign = mark.group()[0]
    if opener in SINGLE:
        return sign == {"‘": "’", "'": "'"}[opener] and not text[mark.start() - 1].isspace()
    if opener in PAIRS:
        return sign in PAIRS[opener]
    after = text[mark.end()] if mark.end() < end else " "
    return sign in {opener, "”", "'"} and (sign != "'" or opener == "`") and not after.isalnum()


def quotation_of(contents: Iterable[Span], text: str, quoted: Sequence[Quoted]) -> Quotation:
    """Tell how a content is reported.

    Args:
        contents: The pieces of the content.
        text: The document's whole text.
        quoted: All its quoted stretches, in reading order.

    Returns:
        Direct if every letter and digit is quoted, indirect if none is, else mixed.
    """
    is_quoted = set()
    for piece in contents:
        number = bisect_right(quoted, piece.start, key=lambda stretch: stretch.span.end)
        for offset in range(piece.start, piece.end):
            while number < len(quoted) and quoted[number].span.end <= offset:
                number += 1
            if text[offset].isalnum():
                inside = number < len(quoted) and quoted[number].span.start <= offset
                is_quoted.add(inside)
    if is_quoted == {True}:
        return Quotation.DIRECT
    return Quotation.MIXED if True in is_quoted else Quotation.INDIRECT
