"""``rashomon attribute``: who said what in raw texts."""

from functools import partial
from pathlib import Path

import click

from rashomon import pipeline
from rashomon.cli.inputs import Inputs
from rashomon.cli.options import output_option, paths_argument, reader_options, settings_options
from rashomon.cli.outputs import opened
from rashomon.settings import Settings


@click.command("attribute")
@paths_argument
@output_option
@settings_options
@reader_options
def attribute_command(paths: tuple[str, ...], output: Path | None, settings: Settings) -> int:
    """Find source, cue and content of everything that somebody is said to have said.

    The texts of JSON Lines are taken as they are, with no furniture removed. Offsets are half-open
    and count Unicode code points.

    \b
    Examples:
      rashomon attribute examples/meeting/readouts.jsonl > attributions.jsonl
      rashomon attribute examples/ --jobs 2 -o attributions.jsonl
      rashomon attribute examples/meeting/readouts.jsonl --mode fast --min-confidence 0.7
    """
    from rashomon.views import json  # --help need not wait

    inputs = Inputs(paths, settings)
    stage = partial(
        pipeline.attribute,
        mode=settings.mode,
        min_confidence=settings.min_confidence,
        n_jobs=settings.n_jobs,
        limits=settings.limits,
    )
    with opened(output) as stream:
        for document, attributions in inputs.through(stage):
            stream.write(json.encode(json.attribute_shape(document, attributions)) + "\n")
    return inputs.status
