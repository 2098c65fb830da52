"""The best walk through the states of each page: Viterbi's algorithm, over many pages at once."""

import numpy as np
from numpy.typing import NDArray

from rashomon.documents.labelling.pages import Floats, Numbers


def find_paths(
    scores: Floats, lengths: Numbers, changes: Floats, start: Floats, end: Floats
) -> Numbers:
    """Find the walk of each page whose scores add up to most.

    Args:
        scores: Of each state on each line, shape (n_lines, n_states).
        lengths: Lines a page, at least one, shape (n_pages,).
        changes: Of going from a state to another, shape (n_states, n_states).
        start: Of beginning a page in a state.
        end: Of ending one in it.

    Returns:
        A state a line, shape (n_lines,).
    """
    # The longest pages first: those still going on are then always the first so many.
    order = np.argsort(-lengths, kind="stable")
    starts = (np.cumsum(lengths) - lengths)[order]
    sizes = lengths[order]
    n_steps = int(sizes[0])
    n_going = np.searchsorted(-sizes, -np.arange(n_steps), side="left")  # pages longer than a step
    totals: list[Floats] = [scores[starts] + start]
    for step in range(1, n_steps):
        going = int(n_going[step])
        best = (totals[-1][:going, :, None] + changes).max(axis=1)
        totals.append(best + scores[starts[:going] + step])
    return _trace(totals, starts, sizes, changes, end)


def _trace(
    totals: list[Floats], starts: Numbers, sizes: Numbers, changes: Floats, end: Floats
) -> Numbers:
    into = np.ascontiguousarray(changes.T)
    path = np.zeros(int(sizes.sum()), dtype=np.int64)
    states: NDArray[np.int64] = np.zeros(len(sizes), dtype=np.int64)
    n_before = 0
    for step in range(len(totals) - 1, -1, -1):
        total = totals[step]
        if n_before:
            came = total[:n_before] + into[states[:n_before]]
            states[:n_before] = came.argmax(axis=1)
        states[n_before : len(total)] = (total[n_before:] + end).argmax(axis=1)
        n_before = len(total)
        path[starts[:n_before] + step] = states[:n_before]
    return path
