"""A Word document (DOCX), to paste into a memo. Needs python-docx, of the extra `docx`."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import BinaryIO

import docx
from docx.document import Document as Memo
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Pt
from docx.table import Table, _Cell, _Row

from rashomon.model import Cell, CellStatus, Comparison, Document, Reading, Row
from rashomon.views.wording import (
    account_words,
    acts_words,
    document_numbers,
    heading,
    one_line,
    source_words,
)

NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
REPLACEMENT = "\ufffd"
MAX_UPRIGHT = 2  # sides: with more, the columns of an upright page would be crushed
SMALL = Pt(8)
TABLE = Pt(9)


def write_comparison_docx(
    comparison: Comparison, readings: Sequence[Reading], stream: BinaryIO
) -> None:
    """Write a comparison as a heading, the event, a table, notes and the list of texts.

    Args:
        comparison: Of the documents.
        readings: The documents, in their order.
        stream: Where the bytes go; it must be seekable.
    """
    memo = docx.Document()
    memo.core_properties.title = _words(heading(comparison, readings))[:255]  # its longest
    memo.core_properties.author = memo.core_properties.comments = ""
    memo.core_properties.created = memo.core_properties.modified = datetime.now(UTC)
    if len(comparison.sides) > MAX_UPRIGHT:
        _turn(memo)
    memo.add_heading("Accounts side by side", level=1)
    if heading(comparison, readings) != "Accounts side by side":  # else nothing names the event
        memo.add_paragraph(_words(heading(comparison, readings)))
    if comparison.rows:
        _add_table(memo, comparison, readings)
    else:
        memo.add_paragraph("No points to compare.")
    if comparison.neither:
        memo.add_heading("Not found in the texts of any side", level=2)
        numbers = document_numbers(readings)
        for each in comparison.neither:
            quotes = " ".join(f"“{q.exact}” [{numbers[q.document_id]}]" for q in each.quotes)
            memo.add_paragraph(_words(f"{each.topic}: {quotes}"), style="List Bullet")
    memo.add_heading("The accounts", level=2)
    for words in account_words(comparison):
        memo.add_paragraph(_words(words), style="List Bullet")
    if comparison.notes:
        memo.add_heading("Notes", level=2)
        for note in comparison.notes:
            memo.add_paragraph(_words(note), style="List Bullet")
    memo.add_heading("Texts searched", level=2)
    for number, reading in enumerate(readings, start=1):
        memo.add_paragraph(_words(f"[{number}] {source_words(reading)}"))
    memo.save(stream)


def _add_table(memo: Memo, comparison: Comparison, readings: Sequence[Reading]) -> None:
    table: Table = memo.add_table(rows=1, cols=len(comparison.sides) + 3, style="Table Grid")
    names = ["", "Point", *comparison.sides, "Relation"]
    for place, name in zip(table.rows[0].cells, names, strict=True):
        _write(place, name, is_bold=True)
    _mark(table.rows[0], "w:tblHeader")  # on top of every page
    headings = {each.row: each.words for each in comparison.headings}
    for number, row in enumerate(comparison.rows):
        if number in headings:
            line: _Row = table.add_row()  # type: ignore[no-untyped-call]  # no types in the library
            _write(line.cells[1], headings[number].upper(), is_bold=True)
        _add_row(table, number, row, readings)


def _add_row(table: Table, number: int, row: Row, readings: Sequence[Reading]) -> None:
    line: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx says no types
    _mark(line, "w:cantSplit")  # a point stays on one page
    first, topic, *places, last = line.cells
    _write(first, str(number + 1))
    _write(topic, row.topic, is_bold=True)
    for place, cell in zip(places, row.cells, strict=True):
        _write_cell(place, cell, readings)
    _write(last, str(row.relation), is_bold=True)
    for words in (row.reason, *row.notes):
        _write(last, words)


def _write_cell(place: _Cell, cell: Cell, readings: Sequence[Reading]) -> None:
    """Write quotes with their source under them, or what is known instead."""
    if cell.status is not CellStatus.SAYS:
        _write(place, str(cell.status))
    elif acts := acts_words(cell):
        _write(place, f"{acts}:")
    numbers = document_numbers(readings)
    documents = {reading.document.id: reading.document for reading in readings}
    for name, quotes in groupby(cell.quotes, key=lambda quote: quote.document_id):
        for quote in quotes:
            _write(place, f"“{one_line(quote.exact)}”")
        _write(place, f"[{numbers[name]}] {_source(documents[name])}", size=SMALL)


def _source(document: Document) -> str:
    name = document.publisher or document.title or document.id
    return ", ".join(part for part in (name, document.published) if part)


def _write(place: _Cell, words: str, *, is_bold: bool = False, size: Pt = TABLE) -> None:
    """Write a paragraph into a cell of the table; the first one is there already."""
    paragraph = place.paragraphs[0]
    if paragraph.runs:
        paragraph = place.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(_words(words))
    run.bold = is_bold
    run.font.size = size


def _mark(row: _Row, name: str) -> None:
    """Set a property of a row that python-docx has no name for."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001  # the one way there is


def _turn(memo: Memo) -> None:
    section = memo.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def _words(text: str) -> str:
    """Put a page's words on one line, in characters that XML can hold."""
    return NOT_IN_XML.sub(REPLACEMENT, one_line(text))
