"""Text for a terminal: width-aware tables, colour only where the terminal has it.

No side and no relation has a colour that judges: weight and dimness carry the emphasis.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Cell, CellStatus, Comparison, Reading, Row, Zone
from rashomon.views.explanation import explanation_lines
from rashomon.views.saying import sayings_by_side
from rashomon.views.wording import (
    account_words,
    cell_words,
    date_words,
    document_numbers,
    event_words,
    heading,
    one_line,
    source_words,
)

MIN_COLUMN = 16  # characters; narrower columns cut words in two


def comparison_text(comparison: Comparison, readings: Sequence[Reading]) -> RenderableType:
    """Draw a comparison: the matrix, its notes, and the texts that were searched."""
    return Group(
        Text(heading(comparison, readings), style="bold"),
        Matrix(comparison, document_numbers(readings)),
        *_neither(comparison, document_numbers(readings)),
        *_accounts(comparison),
        *_notes(comparison),
        *_texts(readings),
    )


def explanation_text(
    comparison: Comparison, readings: Sequence[Reading], number: int
) -> RenderableType:
    """Draw how one row, counted from 0, came to be."""
    lines = explanation_lines(comparison, number, document_numbers(readings))
    return Group(*map(Text, lines), Text(""), *_texts(readings))


def reading_text(reading: Reading, comparison: Comparison) -> RenderableType:
    """Draw everything that one document tells."""
    document = reading.document
    parts: list[RenderableType] = [
        Text(one_line(document.title or document.id), style="bold"),
        Text(source_words(reading), style="dim"),
        Text(f"{document.kind} ({document.kind_reason})", style="dim"),
    ]
    if not reading.is_read:
        parts.append(Text(f"The language of this text ({document.language}) is not read."))
        return Group(*parts)
    if not document.spans_of(Zone.BODY):
        parts.append(Text("No article found in this page: only headings, links or furniture."))
        return Group(*parts)
    return Group(
        *parts,
        *_people(reading),
        *_events(reading),
        *_sayings(reading),
        Text("\nSide by side", style="bold"),
        Matrix(comparison, document_numbers([reading])),
        *_notes(comparison),
    )


def _people(reading: Reading) -> Iterator[RenderableType]:
    for person in reading.document.people_in_caption:
        place = f", {person.position}" if person.position else ""
        role = f"{person.role} " if person.role else ""
        yield Text(one_line(f"In the picture{place}: {role}{person.name}"))


def _events(reading: Reading) -> Iterator[RenderableType]:
    for event in reading.events:
        name = "Event" if event.is_main else "Other contact"
        yield Text.assemble((f"\n{name}  ", "bold"), event_words(event))
        yield Padding(Text(date_words(event)), (0, 0, 0, 2))


def _sayings(reading: Reading) -> Iterator[RenderableType]:
    yield Text("\nWho said what", style="bold")
    n_sayings = 0
    for side, sayings in sayings_by_side(reading):
        yield Text(side, style="underline")
        for saying in sayings:
            n_sayings += 1
            yield Padding(Text(saying.words), (0, 0, 0, 2))
    if not n_sayings:
        yield Text("  Nobody is cited.")


@dataclass(frozen=True, slots=True)
class Matrix:
    """The rows of a comparison: a table where it fits, else one point under the other."""

    comparison: Comparison
    numbers: dict[str, int]  # of the documents

    def __rich_console__(
        self,
        console: Console,  # rich's protocol names it
        options: ConsoleOptions,
    ) -> RenderResult:
        n_columns = len(self.comparison.sides) + 2
        if not self.comparison.rows:
            yield Text("No points to compare.")
        elif options.max_width >= n_columns * MIN_COLUMN:
            yield self._table()
        else:
            yield from self._list()

    def _table(self) -> Table:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, leading=1)
        table.add_column("", style="dim", no_wrap=True)
        table.add_column("", style="bold", ratio=2, overflow="fold")
        for side in self.comparison.sides:
            table.add_column(one_line(side), ratio=4, overflow="fold")
        table.add_column("", ratio=3, overflow="fold")
        headings = {each.row: each.words for each in self.comparison.headings}
        for number, row in enumerate(self.comparison.rows):
            if number in headings:
                table.add_row("", Text(one_line(headings[number]).upper(), style="underline"))
            cells = (_cell(cell, self.numbers) for cell in row.cells)
            table.add_row(str(number + 1), Text(one_line(row.topic)), *cells, _relation(row))
        return table

    def _list(self) -> Iterator[RenderableType]:
        headings = {each.row: each.words for each in self.comparison.headings}
        for number, row in enumerate(self.comparison.rows):
            if number in headings:
                yield Text(f"\n{one_line(headings[number]).upper()}", style="underline")
            yield Text(f"\n{number + 1} {one_line(row.topic)}", style="bold")
            for side, cell in zip(self.comparison.sides, row.cells, strict=True):
                words = Text.assemble(f"{one_line(side)}: ", _cell(cell, self.numbers))
                yield Padding(words, (0, 0, 0, 2))
            yield Padding(_relation(row), (0, 0, 0, 2))


def _relation(row: Row) -> Text:
    words = Text.assemble((str(row.relation), "bold"), f"\n{one_line(row.reason)}")
    for note in row.notes:
        words.append(f"\n{one_line(note)}", style="dim")
    return words


def _cell(cell: Cell, numbers: dict[str, int]) -> Text:
    style = "" if cell.status is CellStatus.SAYS else "dim"
    return Text(cell_words(cell, numbers), style=style)


def _neither(comparison: Comparison, numbers: dict[str, int]) -> Iterator[RenderableType]:
    if comparison.neither:
        yield Text("Not found in the texts of any side", style="bold")
    for each in comparison.neither:
        quotes = " ".join(
            f"“{one_line(quote.exact)}” [{numbers[quote.document_id]}]" for quote in each.quotes
        )
        yield Padding(Text.assemble((one_line(each.topic), "bold"), f": {quotes}"), (0, 0, 0, 2))
    if comparison.neither:
        yield Text("")


def _accounts(comparison: Comparison) -> Iterator[RenderableType]:
    yield from (Text(f"Account of {words}") for words in account_words(comparison))


def _notes(comparison: Comparison) -> Iterator[RenderableType]:
    for note in comparison.notes:
        yield Text(one_line(f"Note: {note}"))


def _texts(readings: Sequence[Reading]) -> Iterator[RenderableType]:
    for number, reading in enumerate(readings, start=1):
        yield Text(f"[{number}] {source_words(reading)}", style="dim")
