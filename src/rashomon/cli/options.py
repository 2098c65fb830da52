"""Options that commands share."""

import functools
import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from math import isnan
from pathlib import Path
from typing import ParamSpec

import click

from rashomon.attributions import Mode
from rashomon.documents import LIMITS
from rashomon.settings import Settings

P = ParamSpec("P")

FIRST_YEAR, LAST_YEAR = 1000, 9998  # weeks and years are counted from a date, to both sides


def paths_argument(command: Callable[P, int]) -> Callable[P, int]:
    """Take one or more paths."""
    return click.argument("paths", nargs=-1, required=True, metavar="PATH...")(command)


def output_option(command: Callable[P, int]) -> Callable[P, int]:
    """Take a file to write to."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Write to FILE, whole or not at all, instead of standard output.",
    )(command)


def format_option(*names: str) -> Callable[[Callable[P, int]], Callable[P, int]]:
    """Take an output format.

    Args:
        names: The formats; the first is for people and the default at a terminal.
    """
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(names),
        help=f"Output format. Default: {names[0]} at a terminal, json in a pipe, "
        "else what FILE's name ends in.",
    )


def _day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        day = datetime.fromisoformat(value).date()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date. Write it as 2024-11-06.") from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise click.BadParameter(f"{value!r} lies outside the years {FIRST_YEAR} to {LAST_YEAR}.")
    return day


def _share(
    _context: click.Context, _parameter: click.Parameter, value: float | None
) -> float | None:
    if value is not None and isnan(value):  # which no range refuses
        raise click.BadParameter("nan is no number between 0 and 1.")
    return value


def reader_options(command: Callable[..., int]) -> Callable[..., int]:
    """Take how who said what is read, and hand it on in `settings`."""

    @click.option(
        "--mode",
        type=click.Choice([str(mode) for mode in Mode]),
        default=str(Mode.ACCURATE),
        show_default=True,
        help="How thoroughly to read who said what: accurate looks at every cue a second time.",
    )
    @click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        callback=_share,
        metavar="SHARE",
        help="Leave out attributions that are less sure than this, from 0 to 1. Default: what "
        "gives the best balance of found and right.",
    )
    @functools.wraps(command)
    def with_reader(
        *args: object,
        settings: Settings,
        mode: str,
        min_confidence: float | None,
        **others: object,
    ) -> int:
        settings = replace(settings, mode=Mode(mode), min_confidence=min_confidence)
        return command(*args, settings=settings, **others)

    return with_reader


def settings_options(command: Callable[..., int]) -> Callable[..., int]:
    """Take the options that every command has, and hand them on as `settings`."""

    @click.option(
        "--published",
        callback=_day,
        metavar="DATE",
        help="When the pages were published (2024-11-06), where they do not say it themselves.",
    )
    @click.option(
        "--fetched",
        callback=_day,
        metavar="DATE",
        help="When the pages were fetched. Default: today. Dates without a year are searched "
        "back from it.",
    )
    @click.option(
        "--sides",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="TOML file of sides that are no states: parties to a case, companies, unions.",
    )
    @click.option(
        "--jobs",
        "n_jobs",
        type=click.IntRange(1, 256),
        default=1,
        show_default=True,
        metavar="N",
        help="Processes to use.",
    )
    @click.option(
        "--page-timeout",
        "page_timeout_s",
        type=click.IntRange(1, 86_400),
        default=LIMITS.cpu_s,
        show_default=True,
        metavar="SECONDS",
        help="Processor time that one page of HTML may take.",
    )
    @click.option("--debug", is_flag=True, help="Log every step, and show tracebacks.")
    @functools.wraps(command)
    def with_settings(
        *args: object,
        published: date | None,
        fetched: date | None,
        sides: Path | None,
        n_jobs: int,
        page_timeout_s: int,
        debug: bool,
        **others: object,
    ) -> int:
        if debug:
            logging.basicConfig(level=logging.DEBUG, format="%(name)s: %(message)s")
        settings = Settings(
            published=published,
            fetched=fetched,
            sides=sides,
            n_jobs=n_jobs,
            page_timeout_s=page_timeout_s,
        )
        return command(*args, settings=settings, **others)

    return with_settings
