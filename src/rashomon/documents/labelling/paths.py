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
    by_state = np.ascontiguousarray(scores.T)
    came_from = changes[:, :, None]  # pages last: what is added and compared lies side by side
    totals: list[Floats] = [by_state[:, starts] + start[:, None]]
    for step in range(1, n_steps):
        going = int(n_going[step])
        best = (totals[-1][:, None, :going] + came_from).max(axis=0)
        best += by_state[:, starts[:going] + step]
        totals.append(best)
    return _trace(totals, starts, sizes, changes, end)


def _trace(
    totals: list[Floats], starts: Numbers, sizes: Numbers, changes: Floats, end: Floats
) -> Numbers:
    path = np.zeros(int(sizes.sum()), dtype=np.int64)
    states: NDArray[np.int64] = np.zeros(len(sizes), dtype=np.int64)
    n_before = 0
    for step in range(len(totals) - 1, -1, -1):
        total = totals[step]
        n_going = total.shape[1]
        if n_before:
            came = total[:, :n_before] + changes[:, states[:n_before]]
            states[:n_before] = came.argmax(axis=0)
        if n_going > n_before:
            ending = total[:, n_before:] + end[:, None]
            states[n_before:n_going] = ending.argmax(axis=0)
            n_before = n_going
        path[starts[:n_before] + step] = states[:n_before]
    return path
