"""``rashomon dates``: time expressions and what they stand for."""

from functools import partial
from pathlib import Path

import click

from rashomon import pipeline
from rashomon.cli.inputs import Inputs
from rashomon.cli.options import output_option, paths_argument, settings_options
from rashomon.cli.outputs import opened
from rashomon.settings import Settings


@click.command("dates")
@paths_argument
@output_option
@settings_options
def dates_command(paths: tuple[str, ...], output: Path | None, settings: Settings) -> int:
    """Find dates, times, durations and sets, with their TIMEX3 values.

    "Monday" and "last week" are counted from the day of publication: the field "published" of JSON
    Lines, what a page says, or --published. Each value says what it rests on; what the text leaves
    open has no value and a reason, and what has several readings lists them. Offsets are half-open
    and count Unicode code points.

    \b
    Examples:
      rashomon dates examples/meeting/readouts.jsonl > dates.jsonl
      rashomon dates examples/call/report.txt --fetched 2024-11-06
      rashomon dates examples/ --jobs 2 -o dates.jsonl
    """
    from rashomon.views import json  # --help need not wait

    inputs = Inputs(paths, settings)
    stage = partial(pipeline.dates, n_jobs=settings.n_jobs, limits=settings.limits)
    with opened(output) as stream:
        for document, times in inputs.through(stage):
            stream.write(json.encode(json.dates_shape(document, times)) + "\n")
    return inputs.status
