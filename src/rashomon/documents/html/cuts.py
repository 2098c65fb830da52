"""Zones of blocks as spans of the document's text, lines that hold two of them cut."""

from collections.abc import Iterator, Sequence

from rashomon.documents.captions import split_credit
from rashomon.documents.datelines import find_bare_dateline, find_dateline
from rashomon.documents.html.blocks import Block, word_selector
from rashomon.documents.html.zoning import Layout
from rashomon.model import Place, Span, Zone, ZoneSpan

QUOTED = 32  # code points of the page's words before and after a part
HOLDING_TWO = frozenset((Zone.BODY, Zone.BYLINE, Zone.CAPTION))
MAX_DATELINED = 2  # a dateline opens an article; deeper in, capitals before a dash are prose

Piece = tuple[int, int, Zone]  # offsets in the block


def cut_zones(text: str, page: Layout, zones: Sequence[Zone]) -> tuple[ZoneSpan, ...]:
    """Make spans of zones.

    Args:
        text: The document's text, a line a block.
        page: Its blocks.
        zones: One a block.

    Returns:
        Disjoint spans in reading order, one or more a block, each with its place on the page.
    """
    return tuple(_place_all(text, page, zones))


def _place_all(text: str, page: Layout, zones: Sequence[Zone]) -> Iterator[ZoneSpan]:
    body = [block.text for block, zone in zip(page.blocks, zones, strict=True) if zone is Zone.BODY]
    has_bare = sum(find_bare_dateline(paragraph) is not None for paragraph in body) == 1
    n_body = 0
    for block, line, zone in zip(page.blocks, page.lines, zones, strict=True):
        n_body += zone is Zone.BODY
        selector, start = word_selector(block.path), line.start
        for begin, end, part in _cut(block, zone, n_body, has_bare=has_bare):
            first, last = start + begin, start + end
            prefix = text[max(0, first - QUOTED) : first]
            place = Place(selector, prefix, text[last : last + QUOTED])
            yield ZoneSpan(part, Span(first, last), place)


def _cut(block: Block, zone: Zone, n_body: int, *, has_bare: bool) -> list[Piece]:
    text = block.text
    if zone not in HOLDING_TWO:  # most blocks of a page
        return [(0, len(text), zone)]
    if zone is Zone.BODY and n_body <= MAX_DATELINED:
        cut = find_dateline(text)
        if cut is None and n_body == 1 and has_bare:
            cut = find_bare_dateline(text)
        return _split(text, cut, Zone.DATELINE, zone)
    if zone is Zone.CAPTION:
        marked = [mark for mark in block.marks if mark.kind == "credit"]
        if marked:
            return _carve(text, marked[-1].start, marked[-1].end, zone, Zone.CREDIT)
        return _split(text, split_credit(text), zone, Zone.CREDIT)
    times = [mark for mark in block.marks if mark.kind == "time"]
    if zone is Zone.BYLINE and times:
        return _carve(text, times[0].start, times[-1].end, zone, Zone.DATELINE)
    return [(0, len(text), zone)]


def _split(text: str, cut: int | None, before: Zone, after: Zone) -> list[Piece]:
    if cut is None:
        whole = after if before is Zone.DATELINE else before
        return [(0, len(text), whole)]
    return _trim(text, [(0, cut, before), (cut, len(text), after)])


def _carve(text: str, start: int, end: int, around: Zone, inside: Zone) -> list[Piece]:
    return _trim(text, [(0, start, around), (start, end, inside), (end, len(text), around)])


def _trim(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Leave white space and what is empty out."""
    kept: list[Piece] = []
    for start, end, zone in pieces:
        part = text[start:end]
        begin = start + len(part) - len(part.lstrip())
        stop = end - len(part) + len(part.rstrip())
        if begin < stop:
            kept.append((begin, stop, zone))
    return kept
