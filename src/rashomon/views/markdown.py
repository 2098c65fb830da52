"""Markdown, to paste into a memo."""

import re
from collections.abc import Iterable, Sequence

from rashomon.model import Comparison, Reading
from rashomon.views.saying import Saying, sayings_by_side
from rashomon.views.wording import (
    account_words,
    cell_words,
    date_words,
    document_numbers,
    event_words,
    heading,
    source_words,
)

# A page's words are never markup: everything that Markdown or HTML would act on is escaped.
SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def comparison_markdown(comparison: Comparison, readings: Sequence[Reading]) -> str:
    """Write a comparison as a Markdown table with notes and the list of texts."""
    return "\n".join(
        [
            f"## {_escape(heading(comparison, readings))}",
            "",
            *_matrix(comparison, readings),
            *_neither(comparison, readings),
            "",
            *(f"- {_escape(words)}" for words in account_words(comparison)),
            *_end(comparison, readings),
        ]
    )


def reading_markdown(reading: Reading, comparison: Comparison) -> str:
    """Write everything that one document tells."""
    lines = [f"# {_escape(reading.document.title or reading.document.id)}", ""]
    for event in reading.events:
        name = "Event" if event.is_main else "Other contact"
        lines += [f"- {name}: {_escape(event_words(event))}; {_escape(date_words(event))}"]
    lines += ["", "## Who said what", ""]
    for side, sayings in sayings_by_side(reading):
        lines += [f"### {_escape(side)}", "", *(_saying(each) for each in sayings), ""]
    lines += ["## Side by side", "", *_matrix(comparison, [reading])]
    return "\n".join([*lines, *_end(comparison, [reading])])


def _matrix(comparison: Comparison, readings: Sequence[Reading]) -> list[str]:
    numbers = document_numbers(readings)
    if not comparison.rows:
        return ["No points to compare."]
    headings = {each.row: each.words for each in comparison.headings}
    lines = [
        _line(["", "Point", *comparison.sides, "Relation"]),
        _line(["---"] * (len(comparison.sides) + 3), is_text=False),
    ]
    for number, row in enumerate(comparison.rows):
        if number in headings:
            words = ["", f"**{_escape(headings[number])}**"]
            lines.append(_line([*words, *[""] * (len(comparison.sides) + 1)], is_text=False))
        cells = (cell_words(cell, numbers) for cell in row.cells)
        relation = "; ".join([f"{row.relation}: {row.reason}", *row.notes])
        lines.append(_line([str(number + 1), row.topic, *cells, relation]))
    return lines


def _neither(comparison: Comparison, readings: Sequence[Reading]) -> list[str]:
    if not comparison.neither:
        return []
    numbers = document_numbers(readings)
    points = [
        f"- {_escape(each.topic)}: "
        + " ".join(f"“{_escape(q.exact)}” [{numbers[q.document_id]}]" for q in each.quotes)
        for each in comparison.neither
    ]
    return ["", "Not found in the texts of any side:", "", *points]


def _line(cells: Iterable[str], *, is_text: bool = True) -> str:
    return "| " + " | ".join(_escape(cell) if is_text else cell for cell in cells) + " |"


def _saying(saying: Saying) -> str:
    return f"- {_escape(saying.words)}"


def _end(comparison: Comparison, readings: Sequence[Reading]) -> list[str]:
    texts = [f"{n}. {_escape(source_words(each))}" for n, each in enumerate(readings, start=1)]
    notes = [f"- {_escape(note)}" for note in comparison.notes]
    return ["", *notes, *([""] if notes else []), "Texts searched:", "", *texts, ""]


def _escape(text: str) -> str:
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
