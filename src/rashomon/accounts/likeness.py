"""How likely two entries of two voices are about one point."""

import math
from collections.abc import Collection, Hashable, Sequence
from itertools import combinations

import numpy as np

from rashomon.accounts.meaning import EPSILON, Floats
from rashomon.accounts.scorer import Scorer
from rashomon.accounts.traits import Traits, rarity_of

# Of each entry, the nearest of other voices that are looked at closely: of all together, but
# some of each.
N_CANDIDATES = 12
MIN_CANDIDATES = 3
# As the network was trained: what the cosine of two issues is multiplied by, and what stands for
# taking nobody.
SCALE, NOBODY = 16.2, 6.14
NEAR = 0.35  # similarity of words in context, from which they count as answering one another


def likely_pairs(
    traits: Sequence[Traits],
    wholes: Sequence[Floats],
    issues: Sequence[Floats],
    voices: Sequence[Hashable],
    left_out: Collection[int],
    scorer: Scorer,
) -> list[tuple[int, int, float]]:
    """Judge the pairs of entries of two voices that lie near one another.

    Args:
        traits: Of the entries, in the order of the accounts.
        wholes: Vectors of their words by themselves.
        issues: Vectors of what they are about.
        voices: Who speaks in them; a side in one text is a voice.
        left_out: Places of entries that are about no point but the contact itself.
        scorer: What was learned.

    Returns:
        Pairs of which the first stands before the second, with the probability that they are about
        one point, the likeliest first. Only the nearest of each entry are judged, so their number
        grows with the entries.
    """
    pairs, features = pair_features(traits, wholes, issues, voices, left_out)
    if not pairs:
        return []
    judged = scorer.likeness.probabilities(features)
    order = np.argsort(-judged, kind="stable")
    return [(*pairs[k], float(judged[k])) for k in order]


def pair_features(
    traits: Sequence[Traits],
    wholes: Sequence[Floats],
    issues: Sequence[Floats],
    voices: Sequence[Hashable],
    left_out: Collection[int],
) -> tuple[list[tuple[int, int]], Floats]:
    """Return the pairs to be judged, and their features, shape (n_pairs, n_features).

    Each two voices are looked at by themselves, as if there were no other.
    """
    places: dict[Hashable, list[int]] = {}
    for place, voice in enumerate(voices):
        if place not in left_out:
            places.setdefault(voice, []).append(place)
    n_near = max(MIN_CANDIDATES, N_CANDIDATES // max(1, len(places) - 1))
    near = _nearness(traits, wholes)
    alike = np.array(issues) @ np.array(issues).T
    found: list[tuple[int, int]] = []
    rows: list[list[float]] = []
    for mine, theirs in combinations(places.values(), 2):
        both = np.ix_(mine, theirs)
        block = near[both]
        standing, issue, choice = _Standing(block), _Standing(alike[both]), _Choice(alike[both])
        for row, column in _candidates(block, n_near):
            i, j = sorted((mine[row], theirs[column]))
            found.append((i, j))
            rows.append(
                [
                    near[i, j],
                    float(wholes[i] @ wholes[j]),
                    *_features(traits[i], traits[j]),
                    *standing.of(row, column),
                    *choice.of(row, column),
                    *issue.of(row, column),
                ]
            )
    return found, np.array(rows, dtype=np.float64)


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


def _candidates(near: Floats, n_near: int) -> list[tuple[int, int]]:
    """Return the nearest of each entry of two voices, as places in the block, each pair once."""
    found = {
        (row, int(column))
        for row, values in enumerate(near)
        for column in np.argsort(-values, kind="stable")[:n_near]
    }
    found |= {
        (int(row), column)
        for column, values in enumerate(near.T)
        for row in np.argsort(-values, kind="stable")[:n_near]
    }
    return sorted(found)


class _Choice:
    """How surely each of two entries would take the other, had it to take one entry or none."""

    def __init__(self, alike: Floats) -> None:
        self._alike = alike
        pull = np.exp(SCALE * alike - NOBODY)
        self._mine = pull / (1.0 + pull.sum(axis=1, keepdims=True))
        self._theirs = pull / (1.0 + pull.sum(axis=0, keepdims=True))

    def of(self, row: int, column: int) -> list[float]:
        """Return how near the issues are, and the probability that each takes the other."""
        mine, theirs = float(self._mine[row, column]), float(self._theirs[row, column])
        return [
            float(self._alike[row, column]),
            math.sqrt(mine * theirs),
            min(mine, theirs),
            max(mine, theirs),
        ]


class _Standing:
    """How a pair stands among all the pairs that its entries could make, of two voices."""

    def __init__(self, near: Floats) -> None:
        self._near = near
        self._sides = [_Ranking(near), _Ranking(near.T)]

    def of(self, row: int, column: int) -> list[float]:
        """Return ranks, whether it is best for both, and margins over the best other and mean."""
        value = float(self._near[row, column])
        places = list(zip(self._sides, (row, column), strict=True))
        ranks = [side.rank(place, value) for side, place in places]
        margins = [side.margin(place, value) for side, place in places]
        above = [value - float(side.means[place]) for side, place in places]
        return [
            math.log1p(min(ranks)),
            math.log1p(max(ranks)),
            float(ranks == [0, 0]),
            min(margins),
            max(margins),
            min(above),
            max(above),
        ]


class _Ranking:
    """The nearness of each entry of one voice to those of another, sorted."""

    def __init__(self, near: Floats) -> None:
        self._near = near
        self._ordered = -np.sort(-near, axis=1)
        self.means = near.mean(axis=1)

    def rank(self, place: int, value: float) -> int:
        """Count the entries that are nearer."""
        return int((self._near[place] > value).sum())

    def margin(self, place: int, value: float) -> float:
        """Return how much nearer a value is than the best other; 1 where there is no other."""
        best = self._ordered[place]
        if len(best) == 1:
            return 1.0
        return value - float(best[1] if best[0] == value else best[0])


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
