"""``rashomon agreement``: how far two comparisons of the same documents agree."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from rashomon.accounts.agreement import (
    Coding,
    measure,
    on_common_ground,
    read_coding,
    words_left_out,
)
from rashomon.cli.options import format_option, output_option
from rashomon.cli.outputs import format_for, opened
from rashomon.errors import CodingError, InputError

STANDARD_INPUT = "-"


@click.command("agreement")
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@format_option("text", "json")
@output_option
@click.option("--debug", is_flag=True, help="Log every step, and show tracebacks.")
def agreement_command(
    first: str, second: str, format_name: str | None, output: Path | None, *, debug: bool
) -> int:
    """Tell how far two comparisons of the same documents agree.

    A and B are what "rashomon compare --format json" prints, or labels of people in that form or
    in the shorter one of docs/codebook.md; or two folders of such files, matched by name and
    pooled, with 95 % intervals by bootstrap over the pairs of accounts. "-" is standard input.
    The codebook says what the figures mean, and what two people reach.

    \b
    Examples:
      rashomon agreement docs/coding/anna.json docs/coding/ben.json
      rashomon compare examples/meeting/readouts.jsonl | rashomon agreement docs/coding/anna.json -
    """  # a line to copy
    from rashomon.views import json  # --help need not wait
    from rashomon.views.agreement import agreement_text

    if debug:
        logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")
    are_folders = Path(first).is_dir(), Path(second).is_dir()
    if any(are_folders) and not all(are_folders):
        raise click.UsageError("A and B are two files, or two folders.")
    status = 0
    if all(are_folders):
        pairs, status = _read_folders(Path(first), Path(second))
    elif first == second == STANDARD_INPUT:
        raise click.UsageError("Only one of A and B can be standard input.")
    else:
        pairs = [(f"{first}, {second}", _read(first), _read(second))]
    for _, one, other in pairs:
        for words in words_left_out(one, other):
            click.echo(f"rashomon: {words}", err=True)
    agreement = measure(pairs)
    with opened(output) as stream:
        if format_for(format_name, output, "text") == "json":
            stream.write(json.encode(json.agreement_shape(agreement)) + "\n")
        else:
            stream.write(agreement_text(agreement))
    return status


def _read(path: str) -> Coding:
    try:
        if path == STANDARD_INPUT:
            return read_coding("standard input", sys.stdin.buffer.read())
        return read_coding(path, Path(path).read_bytes())
    except OSError as error:
        raise CodingError(path, error.strerror or str(error), "Is the path right?") from error


def _read_folders(first: Path, second: Path) -> tuple[list[tuple[str, Coding, Coding]], int]:
    """Read the pairs of two folders; what is left out is said, and makes the status 1."""
    status, pairs = 0, []
    for problem, pair in _pairs(first, second):
        if pair:
            pairs.append(pair)
        else:
            status = 1
            click.echo(f"rashomon: {problem}", err=True)
    if not pairs:
        advice = "Expected files named alike that end in .json."
        raise CodingError(f"{first}, {second}", "no pair of files to compare", advice)
    return pairs, status


def _pairs(first: Path, second: Path) -> Iterator[tuple[str, tuple[str, Coding, Coding] | None]]:
    mine, theirs = ({file.name for file in folder.glob("*.json")} for folder in (first, second))
    for name in sorted(mine | theirs):
        if name not in mine & theirs:
            missing = second if name in mine else first
            yield f"{name} is left out: not in {missing}", None
            continue
        try:
            codings = _read(str(first / name)), _read(str(second / name))
            on_common_ground(*codings)  # a pair that does not fit is told, the others are read
        except InputError as error:
            yield str(error), None
        else:
            yield "", (name, *codings)
