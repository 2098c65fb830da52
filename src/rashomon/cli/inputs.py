"""Inputs of a command: pages in, results out, what was rejected said on standard error."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from rashomon.model import Page, Rejection
from rashomon.pages import read_pages
from rashomon.settings import Settings

T = TypeVar("T")

FEW = 5  # up to this many inputs are read without a word


class Inputs:
    """Reads a command's pages through a stage, tells of progress and counts rejections."""

    def __init__(self, paths: Iterable[str], settings: Settings) -> None:
        self._paths, self._settings = paths, settings
        self.n_read = 0
        self.n_rejected = 0

    def through(
        self, stage: Callable[[Iterator[Page | Rejection]], Iterable[T | Rejection]]
    ) -> Iterator[T]:
        """Put the pages through a stage.

        Yields:
            The results that are no rejections, in order.
        """
        pages = read_pages(
            self._paths,
            published=self._settings.published_on,
            fetched=self._settings.fetched_on,
            is_fetch_assumed=self._settings.is_fetch_assumed,
        )
        console = Console(stderr=True)
        columns = (SpinnerColumn(), TextColumn("{task.completed} read"), TimeElapsedColumn())
        with Progress(*columns, console=console, transient=True, disable=True) as progress:
            task = progress.add_task("reading", total=None)
            for result in stage(pages):
                if self.n_read + self.n_rejected == FEW and console.is_terminal:
                    progress.disable = False
                    progress.start()
                progress.update(task, completed=self.n_read)
                if isinstance(result, Rejection):
                    self.n_rejected += 1
                    click.echo(f"rashomon: {result.error}", err=True)
                else:
                    self.n_read += 1
                    yield result

    @property
    def status(self) -> int:
        """The exit status: 1 when something was rejected."""
        if self.n_rejected:
            total = self.n_read + self.n_rejected
            click.echo(f"rashomon: {self.n_rejected} of {total} inputs rejected", err=True)
        return int(self.n_rejected > 0)
