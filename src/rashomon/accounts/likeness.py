"""How likely two entries of two sides are about one point."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.meaning import EPSILON, Floats
from rashomon.accounts.scorer import Scorer
from rashomon.accounts.traits import Traits, rarity_of

N_CANDIDATES = 12  # of each entry, the nearest of other sides that are looked at closely
NEAR = 0.35  # similarity of words in context, from which they count as answering one another


def likely_pairs(
    traits: Sequence[Traits],
    wholes: Sequence[Floats],
    sides: Sequence[str],
    left_out: Sequence[int],
    scorer: Scorer,
) -> list[tuple[int, int, float]]:
    """Judge the pairs of entries of two sides that lie near one another.

    Args:
        traits: Of the entries, in the order of the accounts.
        wholes: Vectors of their words by themselves.
        sides: Whose they are.
        left_out: Places of entries that are about no point but the contact itself.
        scorer: What was learned.

    Returns:
        Pairs of which the first stands before the second, with the probability that they are about
        one point, the likeliest first. Only the nearest of each entry are judged, so their number
        grows with the entries.
    """
    pairs, features = pair_features(traits, wholes, sides, left_out)
    if not pairs:
        return []
    judged = scorer.likeness.probabilities(features)
    order = np.argsort(-judged, kind="stable")
    return [(*pairs[k], float(judged[k])) for k in order]


def pair_features(
    traits: Sequence[Traits],
    wholes: Sequence[Floats],
    sides: Sequence[str],
    left_out: Sequence[int],
) -> tuple[list[tuple[int, int]], Floats]:
    """Return the pairs to be judged, and their features, shape (n_pairs, n_features)."""
    near = _nearness(traits, wholes)
    numbers = np.unique(np.array(sides), return_inverse=True)[1]
    is_open = numbers[:, None] != numbers[None, :]
    is_open[list(left_out), :] = False
    is_open[:, list(left_out)] = False
    pairs = _candidates(near, is_open)
    standing = _Standing(near, is_open)
    rows = [
        [
            near[i, j],
            float(wholes[i] @ wholes[j]),
            *_features(traits[i], traits[j]),
            *standing.of(i, j),
        ]
        for i, j in pairs
    ]
    return pairs, np.array(rows, dtype=np.float64)


def _nearness(traits: Sequence[Traits], wholes: Sequence[Floats]) -> Floats:
    """Return a first, cheap measure of nearness of all entries to all, shape (n, n)."""
    total: Floats = np.zeros((len(traits), len(traits)))
    inside, sentences = [each.inside for each in traits], [each.sentence for each in traits]
    for vectors in map(np.array, (wholes, inside, sentences)):
        total += vectors @ vectors.T
    columns = {term: k for k, term in enumerate({t for each in traits for t in each.terms})}
    terms = np.zeros((len(traits), max(1, len(columns))), dtype=np.float32)
    for row, each in enumerate(traits):
        for term, weight in each.terms.items():
            terms[row, columns[term]] = weight
    terms /= np.linalg.norm(terms, axis=1, keepdims=True) + EPSILON
    total += terms @ terms.T
    return total


def _candidates(near: Floats, is_open: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return each entry's nearest of other sides, as pairs in order, each once."""
    scores = np.where(is_open, near, -np.inf)
    found = set()
    for i in range(len(scores)):
        n_open = int(is_open[i].sum())
        for j in np.argsort(-scores[i], kind="stable")[: min(N_CANDIDATES, n_open)]:
            found.add((min(i, int(j)), max(i, int(j))))
    return sorted(found)


class _Standing:
    """How a pair stands among all the pairs that its entries could make."""

    def __init__(self, near: Floats, is_open: NDArray[np.bool_]) -> None:
        scores = np.where(is_open, near, -np.inf)
        ordered = -np.sort(-scores, axis=1)
        self._near = near
        self._best = ordered[:, 0]
        self._second = ordered[:, min(1, ordered.shape[1] - 1)]
        n_open = np.maximum(1, is_open.sum(axis=1))
        self._mean = np.where(is_open, near, 0.0).sum(axis=1) / n_open
        self._scores = scores

    def of(self, i: int, j: int) -> list[float]:
        """Return ranks, whether it is best for both, and margins over the best other and mean."""
        value = self._near[i, j]
        ranks = [int((self._scores[k] > value).sum()) for k in (i, j)]
        margins = []
        for k in (i, j):
            other = self._second[k] if self._best[k] == value else self._best[k]
            margins.append(float(value - other) if np.isfinite(other) else 1.0)
        above = [float(value - self._mean[k]) for k in (i, j)]
        return [
            math.log1p(min(ranks)),
            math.log1p(max(ranks)),
            float(ranks == [0, 0]),
            min(margins),
            max(margins),
            min(above),
            max(above),
        ]


def _features(first: Traits, second: Traits) -> list[float]:
    """Compare two entries by themselves."""
    fewer, more = sorted((first.n_telling, second.n_telling))
    return [
        float(first.inside @ second.inside),
        float(first.sentence @ second.sentence),
        *_answered(first, second),
        *_shared_terms(first, second),
        sum(rarity_of(name) for name in first.names & second.names),
        float(len(first.numbers & second.numbers)),
        abs(first.place - second.place),
        float(first.act == second.act != ""),
        float(len(first.acts & second.acts)),
        math.log1p(fewer),
        math.log1p(more),
        abs(math.log((first.n_content + 1) / (second.n_content + 1))),
    ]


def _answered(first: Traits, second: Traits) -> list[float]:
    """Tell how well the words of each are answered by a word of the other, in context."""
    similar = first.words @ second.words.T
    shares, masses = [], []
    for best, weights in (
        (similar.max(axis=1), first.weights),
        (similar.max(axis=0), second.weights),
    ):
        shares.append(float((best * weights).sum() / (weights.sum() + EPSILON)))
        masses.append(float((np.clip(best - NEAR, 0.0, 1.0) * weights).sum()))
    return [min(shares), max(shares), min(masses), float(similar.max())]


def _shared_terms(first: Traits, second: Traits) -> list[float]:
    """Compare terms: their cosine, the share of the lighter entry, what they weigh and the most."""
    both = [
        (first.terms[term], second.terms[term]) for term in first.terms.keys() & second.terms.keys()
    ]
    if not both:
        return [0.0, 0.0, 0.0, 0.0]
    product = sum(mine * theirs for mine, theirs in both)
    squares = [sum(weight**2 for weight in each.terms.values()) for each in (first, second)]
    means = [math.sqrt(mine * theirs) for mine, theirs in both]
    return [
        product / (math.sqrt(squares[0] * squares[1]) + EPSILON),
        min(1.0, product / (min(squares) + EPSILON)),
        sum(means),
        max(means),
    ]
