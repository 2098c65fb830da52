"""What the network tells of each word: begins, goes on with, or is outside of a role."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Range = tuple[int, int]


class Role(IntEnum):
    """The three roles of an attribution, in the order of the network's outputs."""

    SOURCE = 0
    CUE = 1
    CONTENT = 2


OUTSIDE, BEGIN, INSIDE = range(3)
N_LABELS = 3  # a role


def log_shares(scores: Scores) -> Scores:
    """Turn scores of shape (..., n) into log probabilities over the last axis."""
    shifted = scores - scores.max(axis=-1, keepdims=True)
    shares: Scores = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return shares


def spans_of(shares: Scores) -> list[Range]:
    """Find the likeliest spans: constrained Viterbi decoding, INSIDE only within a span.

    Args:
        shares: Log probabilities of shape (n_words, 3) for outside, begin, inside.

    Returns:
        Ranges of word numbers, in reading order, disjoint.
    """
    best = shares[0].tolist() if len(shares) else []
    if not best:
        return []
    best[INSIDE] = -np.inf
    back: list[tuple[int, int]] = []
    for outside, begin, inside in shares[1:].tolist():
        out_or_in = max(range(3), key=best.__getitem__)
        within = BEGIN if best[BEGIN] >= best[INSIDE] else INSIDE
        back.append((out_or_in, within))
        best = [best[out_or_in] + outside, best[out_or_in] + begin, best[within] + inside]
    label = max(range(3), key=best.__getitem__)
    labels = [label]
    for free, within in reversed(back):
        label = within if label == INSIDE else free
        labels.append(label)
    labels.reverse()
    found: list[Range] = []
    for number, label in enumerate(labels):
        if label == BEGIN:
            found.append((number, number + 1))
        elif label == INSIDE:
            found[-1] = (found[-1][0], number + 1)
    return found
