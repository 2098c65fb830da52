"""``rashomon extract``: the zones of a page and its body."""

from functools import partial
from pathlib import Path

import click

from rashomon import pipeline
from rashomon.cli.inputs import Inputs
from rashomon.cli.options import output_option, paths_argument, settings_options
from rashomon.cli.outputs import opened
from rashomon.settings import Settings


@click.command("extract")
@paths_argument
@output_option
@settings_options
def extract_command(paths: tuple[str, ...], output: Path | None, settings: Settings) -> int:
    """Tell an article from its furniture: JSON Lines with the body and every zone's offsets.

    Every text given is labelled, records of JSON Lines included. Zones are headline, byline,
    dateline, caption, credit, body, section, teaser and furniture.

    \b
    Examples:
      rashomon extract examples/call/report.txt
      rashomon extract examples/ > zones.jsonl
    """
    from rashomon.views import json  # --help need not wait

    inputs = Inputs(paths, settings)
    stage = partial(pipeline.extract, limits=settings.limits)
    with opened(output) as stream:
        for document in inputs.through(stage):
            stream.write(json.encode(json.extract_shape(document)) + "\n")
    return inputs.status
