"""``rashomon read``: everything one page tells."""

from functools import partial
from pathlib import Path

import click

from rashomon import pipeline
from rashomon.cli.inputs import Inputs
from rashomon.cli.options import (
    format_option,
    output_option,
    paths_argument,
    reader_options,
    settings_options,
)
from rashomon.cli.outputs import draw, format_for, opened
from rashomon.settings import Settings

FORMATS = ("text", "json", "md", "csv", "html")


@click.command("read")
@paths_argument
@format_option(*FORMATS)
@output_option
@settings_options
@reader_options
def read_command(
    paths: tuple[str, ...], format_name: str | None, output: Path | None, settings: Settings
) -> int:
    """Tell everything that one page says: zones, who said what, the event, the accounts.

    PATH is a file, a folder or - for standard input: HTML, plain text with its furniture left in,
    or JSON Lines with "id" and "text" (and, if known, title, published, publisher, url, language,
    kind, side). With --format json there is one object a page and line.

    \b
    Examples:
      rashomon read examples/call/report.txt --fetched 2024-11-06
      rashomon read examples/ --format json > readings.jsonl
      rashomon read examples/ -o readings.html
      cat examples/call/report.txt | rashomon read -
    """
    from rashomon.views import csv, json, markdown, report, text  # --help need not wait

    chosen = format_for(format_name, output, FORMATS)
    inputs = Inputs(paths, settings)
    stage = partial(
        pipeline.read,
        sides=settings.sides,
        mode=settings.mode,
        min_confidence=settings.min_confidence,
        n_jobs=settings.n_jobs,
        limits=settings.limits,
    )
    with opened(output) as stream:
        if chosen == "csv":
            stream.write(csv.reading_csv(inputs.through(stage)))
            return inputs.status
        compared = (
            (reading, pipeline.compare([reading], sides=settings.sides))
            for reading in inputs.through(stage)
        )
        if chosen == "html":
            stream.write(report.readings_html(list(compared)))
            return inputs.status
        for reading, comparison in compared:
            if chosen == "json":
                stream.write(json.encode(json.read_shape(reading, comparison)) + "\n")
            elif chosen == "md":
                stream.write(markdown.reading_markdown(reading, comparison) + "\n")
            else:
                if inputs.n_read > 1:
                    stream.write("\n")
                draw(stream, text.reading_text(reading, comparison))
    return inputs.status
