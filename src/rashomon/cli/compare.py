"""``rashomon compare``: accounts side by side."""

from functools import partial
from pathlib import Path

import click

from rashomon import pipeline
from rashomon.cli.inputs import Inputs
from rashomon.cli.options import format_option, output_option, paths_argument, settings_options
from rashomon.cli.outputs import draw, format_for, opened
from rashomon.settings import Settings


@click.command("compare")
@paths_argument
@format_option("table", "json", "csv", "md", "html")
@output_option
@settings_options
def compare_command(
    paths: tuple[str, ...], format_name: str | None, output: Path | None, settings: Settings
) -> int:
    """Set the accounts of the sides next to each other, point by point.

    The documents given are taken to be about one event. A statement or readout speaks for its
    publisher's side, or for the "side" its record names; a report gives the sides the words it
    attributes to them. Every cell quotes its words: "says"; "reported silent", when another text
    says that this side did not mention the point; "not found" in the texts searched; or
    "no statement", when there is no text of this side that can be read.

    \b
    Examples:
      rashomon compare examples/meeting/readouts.jsonl
      rashomon compare examples/call/report.txt --fetched 2024-11-06 -o memo.md
      rashomon compare examples/meeting/readouts.jsonl -o report.html
      rashomon compare examples/dispute/report.txt --sides examples/dispute/sides.toml
    """
    from rashomon.views import csv, json, markdown, report, text  # --help need not wait

    chosen = format_for(format_name, output, "table")
    inputs = Inputs(paths, settings)
    stage = partial(
        pipeline.read, sides=settings.sides, n_jobs=settings.n_jobs, limits=settings.limits
    )
    readings = list(inputs.through(stage))
    if not readings:
        click.echo("rashomon: no document to compare", err=True)
        return inputs.status or 1
    comparison = pipeline.compare(readings, sides=settings.sides)
    with opened(output) as stream:
        if chosen == "json":
            stream.write(json.encode(json.comparison_shape(comparison, readings)) + "\n")
        elif chosen == "csv":
            stream.write(csv.comparison_csv(comparison))
        elif chosen == "md":
            stream.write(markdown.comparison_markdown(comparison, readings))
        elif chosen == "html":
            stream.write(report.comparison_html(comparison, readings))
        else:
            draw(stream, text.comparison_text(comparison, readings))
    return inputs.status
