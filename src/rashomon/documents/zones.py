"""Zones as spans: lines as labelled, credits and datelines cut out of them."""

from collections.abc import Iterator, Sequence

from rashomon.documents.captions import split_credit
from rashomon.documents.datelines import find_bare_dateline, find_dateline
from rashomon.documents.labelling import label
from rashomon.documents.lines import Line, split_lines
from rashomon.model import Span, Zone, ZoneSpan

MAX_DATELINED = 2  # a dateline opens an article; deeper in, capitals before a dash are prose


def find_zones(text: str) -> tuple[ZoneSpan, ...]:
    """Divide a page's text into zones.

    Returns:
        Disjoint spans in reading order, one or more a line, that cover all but white space.
    """
    lines = split_lines(text)
    return tuple(_cut(lines, label(lines)))


def find_clean_zones(text: str, title: str | None) -> tuple[ZoneSpan, ...]:
    """Divide the text of a clean article: a headline if it repeats the title, then all body."""
    lines = split_lines(text)
    zones = [Zone.BODY] * len(lines)
    if title is not None and len(lines) > 1 and lines[0].text == title.strip():
        zones[0] = Zone.HEADLINE
    return tuple(_cut(lines, zones))


def _cut(lines: Sequence[Line], zones: Sequence[Zone]) -> Iterator[ZoneSpan]:
    body = [line for line, zone in zip(lines, zones, strict=True) if zone is Zone.BODY]
    # Two paragraphs that begin so are speeches or a list.
    has_bare = sum(find_bare_dateline(line.text) is not None for line in body) == 1
    n_body = 0
    for line, zone in zip(lines, zones, strict=True):
        n_body += zone is Zone.BODY
        cut: int | None = None
        before, after = zone, zone
        if zone is Zone.CAPTION:
            cut, after = split_credit(line.text), Zone.CREDIT
        elif zone is Zone.BODY and n_body <= MAX_DATELINED:
            cut, before = find_dateline(line.text), Zone.DATELINE
            if cut is None and n_body == 1 and has_bare:
                cut = find_bare_dateline(line.text)
        if cut is None:
            yield ZoneSpan(zone, Span(line.start, line.end))
            continue
        head, tail = line.text[:cut].rstrip(), line.text[cut:].lstrip()
        yield ZoneSpan(before, Span(line.start, line.start + len(head)))
        yield ZoneSpan(after, Span(line.end - len(tail), line.end))
