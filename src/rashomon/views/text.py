"""Text for a terminal: width-aware tables, colour only where the terminal has it.

No side and no relation has a colour that judges: weight and dimness carry the emphasis.
"""

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from rashomon.model import Cell, CellStatus, Comparison, Reading, Zone
from rashomon.views.saying import sayings_by_side
from rashomon.views.wording import (
    cell_words,
    date_words,
    document_numbers,
    event_words,
    heading,
    one_line,
    source_words,
)


def comparison_text(comparison: Comparison, readings: Sequence[Reading]) -> RenderableType:
    """Draw a comparison: the matrix, its notes, and the texts that were searched."""
    return Group(
        Text(heading(comparison, readings), style="bold"),
        *_matrix(comparison, readings),
        *_notes(comparison),
        *_texts(readings),
    )


def reading_text(reading: Reading, comparison: Comparison) -> RenderableType:
    """Draw everything that one document tells."""
    document = reading.document
    parts: list[RenderableType] = [
        Text(one_line(document.title or document.id), style="bold"),
        Text(f"{document.kind} ({document.kind_reason}); {source_words(reading)}", style="dim"),
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
        *_matrix(comparison, [reading]),
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


def _matrix(comparison: Comparison, readings: Sequence[Reading]) -> Iterator[RenderableType]:
    if not comparison.rows:
        yield Text("No points to compare.")
        return
    numbers = document_numbers(readings)
    table = Table(box=box.SIMPLE_HEAD, show_lines=False, pad_edge=False, leading=1)
    table.add_column("", style="bold", ratio=2, overflow="fold")
    for side in comparison.sides:
        table.add_column(side, ratio=4, overflow="fold")
    table.add_column("", ratio=3, overflow="fold")
    for row in comparison.rows:
        relation = Text.assemble((str(row.relation), "bold"), f"\n{row.reason}")
        for note in row.notes:
            relation.append(f"\n{one_line(note)}", style="dim")
        cells = (_cell(cell, numbers) for cell in row.cells)
        table.add_row(Text(one_line(row.topic)), *cells, relation)
    yield table


def _cell(cell: Cell, numbers: dict[str, int]) -> Text:
    style = "" if cell.status is CellStatus.SAYS else "dim"
    return Text(cell_words(cell, numbers), style=style)


def _notes(comparison: Comparison) -> Iterator[RenderableType]:
    for note in comparison.notes:
        yield Text(one_line(f"Note: {note}"))


def _texts(readings: Sequence[Reading]) -> Iterator[RenderableType]:
    for number, reading in enumerate(readings, start=1):
        yield Text(f"[{number}] {source_words(reading)}", style="dim")
