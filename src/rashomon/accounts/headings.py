"""Headings over the rows of a long comparison, in words of the texts.

Rows stay in their order: they are cut into runs where neighbours are least alike, as TextTiling
cuts a text (Hearst 1997), so that the sum of what rows share with the run they stand in is the
greatest there is.
"""

from collections.abc import Sequence

import numpy as np

from rashomon.accounts.alignment import Group
from rashomon.accounts.meaning import EPSILON, Floats
from rashomon.accounts.points import Points
from rashomon.model import Heading, Row

MAX_WITHOUT = 12  # rows; more get headings
MEAN_RUN = 5  # rows under one heading, about
MIN_RUN, MAX_RUN = 2, 9


def head(groups: Sequence[Group], rows: Sequence[Row], points: Points) -> tuple[Heading, ...]:
    """Group rows under headings.

    Args:
        groups: What each row is made of.
        rows: In their order.
        points: What the groups hold.

    Returns:
        Headings in the order of the rows, the first over the first row; none for few rows, and
        where nothing is known of their meaning.
    """
    if len(rows) <= MAX_WITHOUT or len(points.traits) < len(points.entries):
        return ()
    vectors = np.array([_vector(group, points) for group in groups])
    return tuple(
        Heading(first, _words(range(first, stop), rows, vectors))
        for first, stop in _runs(vectors @ vectors.T)
    )


def _vector(group: Group, points: Points) -> Floats:
    total: Floats = np.sum([points.traits[place].inside for place in group.members], axis=0)
    scaled: Floats = total / (np.linalg.norm(total) + EPSILON)
    return scaled


def _runs(near: Floats) -> list[tuple[int, int]]:
    """Cut rows into runs of which the sum of mean similarities within is the greatest.

    Args:
        near: Similarity of rows, shape (n, n), of more rows than MAX_WITHOUT.

    Returns:
        First row and the row after the last of each run.
    """
    n_rows, n_runs = len(near), round(len(near) / MEAN_RUN)
    worth = {
        (first, stop): float(near[first:stop, first:stop].sum()) / (stop - first)
        for stop in range(MIN_RUN, n_rows + 1)
        for first in range(max(0, stop - MAX_RUN), stop - MIN_RUN + 1)
    }
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _ in range(n_runs):
        found: dict[int, tuple[float, int]] = {}
        for (first, stop), value in worth.items():
            if first in best[-1]:
                total = best[-1][first][0] + value
                found[stop] = max(found.get(stop, (-np.inf, 0)), (total, first))
        best.append(found)
    runs, stop = [], n_rows
    for found in reversed(best[1:]):
        first = found[stop][1]
        runs.append((first, stop))
        stop = first
    return runs[::-1]


def _words(run: range, rows: Sequence[Row], vectors: Floats) -> str:
    """Name a run after the row that stands nearest to all of it."""
    inside = vectors[run.start : run.stop]
    order = np.argsort(-(inside @ inside.T).sum(axis=1), kind="stable")
    topics = (rows[run.start + int(place)].topic for place in order)
    return next((topic for topic in topics if topic), "")
