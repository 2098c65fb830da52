"""``rashomon compare``: accounts side by side."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from rashomon import pipeline
from rashomon.cli.comparisons import (
    FORMATS,
    require,
    require_explicable,
    write_comparison,
)
from rashomon.cli.inputs import Inputs
from rashomon.cli.options import (
    format_option,
    output_option,
    paths_argument,
    reader_options,
    settings_options,
)
from rashomon.cli.outputs import format_for
from rashomon.model import Reading
from rashomon.settings import Settings


@click.command("compare")
@paths_argument
@format_option(*FORMATS)
@output_option
@click.option(
    "--reference",
    "references",
    multiple=True,
    metavar="PATH",
    help="A text that is no side's, such as a news report: what it raises and no side mentions "
    "is told. May be given several times.",
)
@click.option(
    "--explain",
    "explained",
    type=click.IntRange(min=1),
    metavar="ROW",
    help="Tell how one row came to be: its pieces, scores and rules. Rows count from 1.",
)
@settings_options
@reader_options
def compare_command(
    paths: tuple[str, ...],
    format_name: str | None,
    output: Path | None,
    references: tuple[str, ...],
    explained: int | None,
    settings: Settings,
) -> int:
    """Set the accounts of the sides next to each other, point by point.

    The documents given are taken to be about one event. A statement or readout speaks for its
    publisher's side, or for the "side" its record names; a report gives the sides the words it
    attributes to them. Every cell quotes its words: "says"; "reported silent", when another text
    says that this side did not mention the point; "not found" in the texts searched; or
    "no statement", when there is no text of this side that can be read. A side's own words stand
    before a report of them; a text that repeats another is searched once.

    docx is a Word document, written to a file only; it needs pip install 'rashomon[docx]'. bibtex,
    csl and wikipedia cite the documents with the words quoted; annotations are W3C Web Annotations.

    \b
    Examples:
      rashomon compare examples/meeting/readouts.jsonl
      rashomon compare examples/call/report.txt --fetched 2024-11-06 -o memo.md
      rashomon compare examples/meeting/readouts.jsonl -o report.html
      rashomon compare examples/meeting/readouts.jsonl --format wikipedia
      rashomon compare examples/meeting/readouts.jsonl --explain 2
      rashomon compare examples/meeting/readouts.jsonl --reference examples/meeting/agency.txt
      rashomon compare examples/dispute/report.txt --sides examples/dispute/sides.toml
    """
    chosen = format_for(format_name, output, FORMATS)
    require(chosen, output)
    require_explicable(chosen, explained)
    stage = partial(
        pipeline.read,
        sides=settings.sides,
        mode=settings.mode,
        min_confidence=settings.min_confidence,
        n_jobs=settings.n_jobs,
        limits=settings.limits,
    )
    inputs, checked = Inputs(paths, settings), Inputs(references, settings)
    readings = list(inputs.through(stage))
    if not readings:
        click.echo("rashomon: no document to compare", err=True)
        return inputs.status or 1
    compared = list(checked.through(partial(stage, are_references=True))) if references else []
    _require_new_ids(readings, compared)
    comparison = pipeline.compare(readings, references=compared, sides=settings.sides)
    shown = [*readings, *map(_on_no_side, compared)]
    write_comparison(chosen, output, comparison, shown, explained)
    return inputs.status or checked.status


def _on_no_side(reference: Reading) -> Reading:
    """Return a reference as it was given; it was read as if it were a side's."""
    return replace(reference, document=replace(reference.document, side=None))


def _require_new_ids(readings: Sequence[Reading], references: Sequence[Reading]) -> None:
    """Refuse a document that is given as a side's and as a reference.

    Raises:
        BadParameter: If there is one.
    """
    ids = {reading.document.id for reading in readings}
    for reference in references:
        if reference.document.id in ids:
            raise click.BadParameter(
                f"{reference.document.id} is among the documents compared, too",
                param_hint="--reference",
            )
