"""``rashomon compare``: accounts side by side."""

from functools import partial
from pathlib import Path

import click

from rashomon import pipeline
from rashomon.cli.comparisons import FORMATS, require, write_comparison
from rashomon.cli.inputs import Inputs
from rashomon.cli.options import (
    format_option,
    output_option,
    paths_argument,
    reader_options,
    settings_options,
)
from rashomon.cli.outputs import format_for
from rashomon.settings import Settings


@click.command("compare")
@paths_argument
@format_option(*FORMATS)
@output_option
@settings_options
@reader_options
def compare_command(
    paths: tuple[str, ...], format_name: str | None, output: Path | None, settings: Settings
) -> int:
    """Set the accounts of the sides next to each other, point by point.

    The documents given are taken to be about one event. A statement or readout speaks for its
    publisher's side, or for the "side" its record names; a report gives the sides the words it
    attributes to them. Every cell quotes its words: "says"; "reported silent", when another text
    says that this side did not mention the point; "not found" in the texts searched; or
    "no statement", when there is no text of this side that can be read.

    docx is a Word document, written to a file only; it needs pip install 'rashomon[docx]'. bibtex,
    csl and wikipedia cite the documents with the words quoted; annotations are W3C Web Annotations.

    \b
    Examples:
      rashomon compare examples/meeting/readouts.jsonl
      rashomon compare examples/call/report.txt --fetched 2024-11-06 -o memo.md
      rashomon compare examples/meeting/readouts.jsonl -o report.html
      rashomon compare examples/meeting/readouts.jsonl --format wikipedia
      rashomon compare examples/dispute/report.txt --sides examples/dispute/sides.toml
    """
    chosen = format_for(format_name, output, FORMATS)
    require(chosen, output)
    inputs = Inputs(paths, settings)
    stage = partial(
        pipeline.read,
        sides=settings.sides,
        mode=settings.mode,
        min_confidence=settings.min_confidence,
        n_jobs=settings.n_jobs,
        limits=settings.limits,
    )
    readings = list(inputs.through(stage))
    if not readings:
        click.echo("rashomon: no document to compare", err=True)
        return inputs.status or 1
    comparison = pipeline.compare(readings, sides=settings.sides)
    write_comparison(chosen, output, comparison, readings)
    return inputs.status
