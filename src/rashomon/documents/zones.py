"""Zones as spans: lines as labelled, those that hold two zones cut."""

from collections.abc import Iterator, Sequence

from rashomon.documents.cuts import HOLDING_TWO, Cutter
from rashomon.documents.labelling import label_pages
from rashomon.documents.lines import Line, split_lines
from rashomon.model import Span, Zone, ZoneSpan


def find_zones(texts: Sequence[str]) -> list[tuple[ZoneSpan, ...]]:
    """Divide the texts of pages into zones; many at once take less time than one by one.

    Returns:
        For each text disjoint spans in reading order, one or more a line, that cover all but white
        space.
    """
    pages = [split_lines(text) for text in texts]
    labels = label_pages([[line.text for line in page] for page in pages])
    return [tuple(_cut(page, zones)) for page, zones in zip(pages, labels, strict=True)]


def find_clean_zones(text: str, title: str | None) -> tuple[ZoneSpan, ...]:
    """Divide the text of a clean article: a headline if it repeats the title, then all body."""
    lines = split_lines(text)
    zones = [Zone.BODY] * len(lines)
    if title is not None and len(lines) > 1 and lines[0].text == title.strip():
        zones[0] = Zone.HEADLINE
    return tuple(_cut(lines, zones))


def _cut(lines: Sequence[Line], zones: Sequence[Zone]) -> Iterator[ZoneSpan]:
    bodies = [line.text for line, zone in zip(lines, zones, strict=True) if zone is Zone.BODY]
    cutter = Cutter(bodies)
    for line, zone in zip(lines, zones, strict=True):
        start, text = line.start, line.text
        if zone not in HOLDING_TWO:  # most lines of a page
            yield ZoneSpan(zone, Span(start, start + len(text)))
            continue
        for begin, end, part in cutter.cut(text, zone):
            yield ZoneSpan(part, Span(start + begin, start + end))
