"""The lines of several pages, one page after the other, as the labeller's arrays count them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Numbers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True)
class Pages:
    """Lines of pages, and where each page begins and ends; no page and no line is empty."""

    lines: list[str]
    lengths: Numbers  # lines a page, shape (n_pages,)

    @classmethod
    def of(cls, pages: Sequence[Sequence[str]]) -> "Pages":
        """Put the lines of pages one after the other."""
        lengths = np.fromiter(map(len, pages), np.int64, len(pages))
        return cls([line for page in pages for line in page], lengths)

    @cached_property
    def starts(self) -> Numbers:
        """Number of each page's first line, shape (n_pages,)."""
        return self.ends - self.lengths

    @cached_property
    def ends(self) -> Numbers:
        """Number of the line after each page's last one, shape (n_pages,)."""
        return np.cumsum(self.lengths)

    @cached_property
    def page_of(self) -> Numbers:
        """Number of each line's page, shape (n_lines,)."""
        return np.repeat(np.arange(len(self.lengths)), self.lengths)


def to_rows(columns: Sequence[NDArray[np.generic]]) -> Floats:
    """Put the values that features have on all lines into the rows of one array."""
    rows = np.empty((len(columns), len(columns[0])), np.float32)
    for row, column in zip(rows, columns, strict=True):
        row[:] = column
    return rows
