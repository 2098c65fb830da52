"""Where lines stand: on their page, among its prose, and what words they share with it."""

import numpy as np
from numpy.typing import NDArray

from rashomon.documents.labelling.hints import Hints
from rashomon.documents.labelling.pages import Floats, Numbers, Pages, to_rows
from rashomon.documents.labelling.shapes import Shapes
from rashomon.documents.labelling.words import N_BUCKETS, Words

WINDOWS = (1, 3, 8)  # lines to both sides
REACH = 5  # lines to one side
MAX_MASS = 400  # code points of a paragraph that count; longer ones are no more prose
SHORT = 4  # words: an entry of a menu
MIN_TITLE, MAX_TITLE = 3, 30  # words of a headline

# What a paragraph is worth to a run of prose beyond its length, and any other line in it.
PARAGRAPH, INTERRUPTION = 0.5, -0.6

Column = NDArray[np.generic]


def describe_places(pages: Pages, shapes: Shapes, hints: Hints) -> Floats:
    """Describe where lines stand, shape (n_features, n_lines)."""
    number = np.arange(len(pages.lines))
    low, high = pages.starts[pages.page_of], pages.ends[pages.page_of]
    mass: Floats = shapes.is_prose * np.minimum(shapes.n_characters, MAX_MASS) / np.float32(100)
    first, last = (ends[pages.page_of] for ends in find_runs(pages, mass, shapes.is_prose))
    is_before, is_after = number < first, number >= last
    sums = np.concatenate(([0.0], np.cumsum(mass, dtype=np.float64)))
    total = sums[high] - sums[low]
    columns: list[Column] = [
        (number - low) / (high - low),
        np.log1p(number - low),
        np.log1p(high - 1 - number),
        np.log1p(high - low),
        np.log1p(total),
        (sums[number] - sums[low]) / np.maximum(total, 1),
        ~is_before & ~is_after,
        is_before,
        is_after,
        np.log1p(np.abs(number - first)) * np.where(is_before, -1, 1),
        np.log1p(np.abs(number - (last - 1))) * np.where(is_after, -1, 1),
        np.log1p(last - first),
    ]
    is_title = (shapes.n_words > SHORT) & (shapes.is_prose == 0)
    smoothed = (
        shapes.is_prose,
        (shapes.n_words <= SHORT).astype(np.float32),
        is_title.astype(np.float32),
        np.log1p(shapes.n_characters),
        mass,
        *hints.groups,
    )
    columns += _smooth(np.array(smoothed), number, low, high)
    is_inside = ~is_before & ~is_after & (shapes.is_prose > 0)
    shared = _share_words(pages, shapes.words, shapes.is_prose > 0, is_inside)
    columns += [*shared, *_rank_titles(pages, shapes, shared[1], ~is_after)]
    return to_rows(columns)


def find_runs(pages: Pages, mass: Floats, is_prose: Floats) -> tuple[Numbers, Numbers]:
    """Find the run of lines of each page that holds most prose for its length.

    The run whose sum of scores is the largest: Pasternack and Roth 2009, "Extracting article text
    from the web with maximum subsequence segmentation".

    Returns:
        The number of each run's first line, and of the line after its last.
    """
    scores = np.where(is_prose > 0, mass + PARAGRAPH, INTERRUPTION)
    first, last = pages.starts.copy(), pages.starts.copy()
    for page, (low, high) in enumerate(zip(pages.starts, pages.ends, strict=True)):
        sums = np.concatenate(([0.0], np.cumsum(scores[low:high])))
        stop = int(np.argmax(sums[1:] - np.minimum.accumulate(sums)[:-1]))
        first[page] = low + int(np.argmin(sums[: stop + 1]))
        last[page] = low + stop + 1
    return first, last


def _smooth(values: Floats, number: Numbers, low: Numbers, high: Numbers) -> list[Column]:
    """Average features over the lines around each, those of other pages left out.

    Args:
        values: Shape (n_features, n_lines).
        number: Of each line.
        low: Of its page's first line.
        high: Of the line after its page's last.
    """
    sums = np.zeros((len(number) + 1, len(values)))
    np.cumsum(values.T, axis=0, dtype=np.float64, out=sums[1:])
    averages = []
    for width in WINDOWS:
        left, right = np.maximum(number - width, low), np.minimum(number + width + 1, high)
        averages.append((sums[right] - sums[left]) / (2 * width + 1))
    averages.append((sums[:-1] - sums[np.maximum(number - REACH, low)]) / REACH)
    averages.append((sums[np.minimum(number + 1 + REACH, high)] - sums[1:]) / REACH)
    return [average[:, value] for value in range(len(values)) for average in averages]


def _share_words(
    pages: Pages, words: Words, is_prose: NDArray[np.bool_], is_inside: NDArray[np.bool_]
) -> list[Column]:
    """Tell how many of a line's words stand in the page's run of prose, and outside it."""
    n_lines = len(pages.lines)
    chosen = words.compared
    lines = words.line_of[chosen]
    cells = pages.page_of[lines] * N_BUCKETS + words.buckets_of(chosen)
    n_cells = len(pages.lengths) * N_BUCKETS
    n_own = np.maximum(np.bincount(lines, minlength=n_lines), 1)
    columns: list[Column] = [np.log1p(n_own)]
    for among in (is_inside, ~is_inside & is_prose, ~is_inside & ~is_prose):
        is_own = among[lines]
        n_else = np.bincount(cells[is_own], minlength=n_cells)[cells] - is_own
        columns.append(np.bincount(lines, weights=n_else > 0, minlength=n_lines) / n_own)
        columns.append(np.bincount(lines, weights=np.log1p(n_else), minlength=n_lines) / n_own)
    return columns


def _rank_titles(
    pages: Pages, shapes: Shapes, shared: Column, may_be: NDArray[np.bool_]
) -> list[Column]:
    """Tell how near a line comes to the one of its page that shares most with the run of prose."""
    fits = (shapes.n_words >= MIN_TITLE) & (shapes.n_words <= MAX_TITLE) & (shapes.is_prose == 0)
    scores = np.where(may_be & fits, shared.astype(np.float64) * np.log1p(shapes.n_words), 0.0)
    best = np.maximum.reduceat(scores, pages.starts)[pages.page_of]
    return [scores / np.maximum(best, 1e-6), scores]
