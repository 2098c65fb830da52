"""Comma-separated values: a row per point and side, or per attribution."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from rashomon.model import Comparison, Neither, Quote, Reading, Row
from rashomon.views.saying import claims_by_attribution
from rashomon.views.wording import acts_words, one_line

COMPARISON_COLUMNS = (
    "point",
    "heading",
    "topic",
    "relation",
    "reason",
    "confidence",
    "side",
    "status",
    "document",
    "start",
    "end",
    "quote",
    "acts",
    "notes",
)
ATTRIBUTION_COLUMNS = (
    "document",
    "attribution",
    "side",
    "actor",
    "source",
    "cue",
    "content",
    "start",
    "end",
    "quotation",
    "polarity",
    "force",
    "confidence",
    "reason",
)

# Spreadsheets run a cell that begins like this as a formula; a page's words must never run.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def comparison_csv(comparison: Comparison) -> str:
    """Write a comparison with a line per point, side and quote; points count from 1.

    What reference documents raise and no side does has no number and the relation "neither".
    """
    headings = {each.row: each.words for each in comparison.headings}
    lines: list[Sequence[object]] = []
    words = ""
    for number, row in enumerate(comparison.rows):
        words = headings.get(number, words)
        lines += _row_lines(number + 1, words, row, comparison.sides)
    lines += [line for each in comparison.neither for line in _neither_lines(each)]
    return _write(COMPARISON_COLUMNS, lines)


def _row_lines(
    number: int, heading: str, row: Row, sides: tuple[str, ...]
) -> Iterator[Sequence[object]]:
    notes = " ".join(row.notes)
    head = (number, heading, row.topic, row.relation, row.reason, round(row.confidence, 3))
    for side, cell in zip(sides, row.cells, strict=True):
        places = [_place(quote) for quote in cell.quotes] or [("", "", "", "")]
        for place in places:
            yield (*head, side, cell.status, *place, acts_words(cell), notes)


def _neither_lines(neither: Neither) -> Iterator[Sequence[object]]:
    for quote in neither.quotes:
        yield ("", "", neither.topic, "neither", "", "", "", "", *_place(quote), "", "")


def _place(quote: Quote) -> tuple[object, ...]:
    return quote.document_id, quote.span.start, quote.span.end, one_line(quote.exact)


def reading_csv(readings: Iterable[Reading]) -> str:
    """Write who said what in documents, a line per attribution and side."""
    return _write(
        ATTRIBUTION_COLUMNS, (line for reading in readings for line in _attribution_lines(reading))
    )


def _attribution_lines(reading: Reading) -> Iterable[Sequence[object]]:
    claims = claims_by_attribution(reading)
    for each in reading.attributions:
        for claim in claims.get(each.id, []):
            yield (
                reading.document.id,
                each.id,
                claim.side,
                claim.actor.name if claim.actor else None,
                one_line(each.source.words) if each.source else None,
                one_line(each.cue.words),
                one_line(each.content.words),
                each.content.start,
                each.content.end,
                each.quotation,
                each.polarity,
                each.force,
                round(each.confidence, 3),
                claim.reason,
            )


def _write(columns: Sequence[str], lines: Iterable[Sequence[object]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for line in lines:
        writer.writerow([_harmless(value) for value in line])
    return stream.getvalue()


def _harmless(value: object) -> object:
    """Keep a spreadsheet from running a text as a formula: an apostrophe goes before it."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return "" if value is None else value
