"""How much the words of entries share: every pair at once."""

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.wording import Wording

# A share of the smaller entry's words counts for as much as one of both: clauses of official texts
# are cut at different lengths. Set on the dev pairs of docs/methods/comparison.md.
CONTAINMENT_SHARE = 0.5
MIN_COUNT = 2


def rarity(wordings: Sequence[Wording]) -> dict[str, float]:
    """Return how rare terms are among the entries: their inverse document frequency, at least 0.

    A term that only one entry has says no more than one that two have: every shared term has two,
    and in a short text a word counts as rare only because the text is short.
    """
    counts = Counter(term for wording in wordings for term in wording.weights)
    return {term: math.log(1 + len(wordings) / max(n, MIN_COUNT)) for term, n in counts.items()}


def similarity(wordings: Sequence[Wording]) -> NDArray[np.float64]:
    """Compare the words of all entries.

    The weight of the terms that two entries share is set against the weights of both (their
    geometric mean, as in a cosine) and against that of the lighter one.

    Args:
        wordings: The entries' words.

    Returns:
        Similarities in [0, 1], shape (n_entries, n_entries), symmetric. An entry without terms is
        similar to none.
    """
    n_entries, rare = len(wordings), rarity(wordings)
    columns = {term: column for column, term in enumerate(rare)}
    matrix = np.zeros((n_entries, len(columns)))
    for row, wording in enumerate(wordings):
        for term, weight in wording.weights.items():
            matrix[row, columns[term]] = weight * rare[term]
    squares = np.sum(matrix**2, axis=1)
    shared = matrix @ matrix.T
    both = np.sqrt(np.outer(squares, squares))
    lighter = np.minimum.outer(squares, squares)
    with np.errstate(divide="ignore", invalid="ignore"):
        cosine = np.where(both > 0, shared / both, 0.0)
        contained = np.where(lighter > 0, np.minimum(shared / lighter, 1.0), 0.0)
    blend: NDArray[np.float64] = (
        1 - CONTAINMENT_SHARE
    ) * cosine + CONTAINMENT_SHARE * contained * np.minimum(1.0, np.sqrt(lighter) / 4)
    return blend
