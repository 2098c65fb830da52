"""How much the words of entries share: an index from terms to the entries that hold them."""

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.wording import Wording

# A share of the smaller entry's words counts for as much as one of both: clauses of official texts
# are cut at different lengths. Set on the dev pairs of docs/methods/comparison.md.
CONTAINMENT_SHARE = 0.5
MIN_COUNT = 2
FULL_WEIGHT = 4.0  # length of the terms from which a share of the lighter entry counts in full


def rarity(wordings: Sequence[Wording]) -> dict[str, float]:
    """Return how rare terms are among the entries: their inverse document frequency, at least 0.

    A term that only one entry has says no more than one that two have: every shared term has two,
    and in a short text a word counts as rare only because the text is short.
    """
    counts = Counter(term for wording in wordings for term in wording.weights)
    return {term: math.log(1 + len(wordings) / max(n, MIN_COUNT)) for term, n in counts.items()}


class Index:
    """Finds the entries that share terms with one; memory grows with the words, not the pairs."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        """Index entries by their terms.

        Args:
            wordings: The entries' words.
        """
        self.rare = rarity(wordings)
        self._new = math.log(1 + len(wordings) / MIN_COUNT)  # of a term that no entry has
        self._squares = np.array([self._square(wording) for wording in wordings])
        places: dict[str, list[int]] = {}
        for place, wording in enumerate(wordings):
            for term in wording.weights:
                places.setdefault(term, []).append(place)
        self._holders = {
            term: (
                np.array(found),
                np.array([wordings[p].weights[term] * self.rare[term] for p in found]),
            )
            for term, found in places.items()
        }

    def similarities(self, wording: Wording) -> NDArray[np.float64]:
        """Compare one entry's words with those of all entries.

        The weight of the terms that two entries share is set against the weights of both (their
        geometric mean, as in a cosine) and against that of the lighter one.

        Returns:
            Similarities in [0, 1], shape (n_entries,). An entry without terms is similar to none.
        """
        shared = np.zeros(len(self._squares))
        for term, weight in wording.weights.items():
            if term in self._holders:
                places, weights = self._holders[term]
                shared[places] += weight * self.rare[term] * weights
        square = self._square(wording)
        both, lighter = np.sqrt(self._squares * square), np.minimum(self._squares, square)
        cosine = np.divide(shared, both, out=np.zeros_like(shared), where=both > 0)
        contained = np.divide(shared, lighter, out=np.zeros_like(shared), where=lighter > 0)
        contained = np.minimum(contained, 1.0) * np.minimum(1.0, np.sqrt(lighter) / FULL_WEIGHT)
        blend: NDArray[np.float64] = (
            1 - CONTAINMENT_SHARE
        ) * cosine + CONTAINMENT_SHARE * contained
        return blend

    def _square(self, wording: Wording) -> float:
        weights = wording.weights.items()
        return sum((weight * self.rare.get(term, self._new)) ** 2 for term, weight in weights)


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Which entries are near one another."""

    pairs: tuple[tuple[int, int, float], ...]  # similar ones, the most similar first
    nearest: tuple[int, ...]  # of each entry, the most similar of another voice, leads left out


def find_neighbours(
    index: Index,
    wordings: Sequence[Wording],
    voices: Sequence[Hashable],
    leads: Sequence[int],
    least: tuple[float, float],
) -> Neighbours:
    """Find the entries that are near one another.

    Args:
        index: Of the entries' words.
        wordings: The entries' words.
        voices: Who speaks in them.
        leads: Places of entries that are no neighbours.
        least: Similarity from which two entries make a pair: of two voices, of one.

    Returns:
        Pairs of which the first stands before the second; ties in the order of the entries.
    """
    known: dict[Hashable, int] = {}
    numbers = np.array([known.setdefault(voice, len(known)) for voice in voices])
    is_lead = np.zeros(len(voices), dtype=bool)
    is_lead[list(leads)] = True
    firsts, seconds, scores, nearest = [], [], [], []
    for place, wording in enumerate(wordings):
        values = index.similarities(wording)
        is_other = numbers != numbers[place]
        nearest.append(int(np.where(is_other & ~is_lead, values, -1.0).argmax()))
        after = np.flatnonzero(values[place + 1 :] >= np.where(is_other, *least)[place + 1 :])
        after = (after + place + 1)[~is_lead[after + place + 1] & (not is_lead[place])]
        firsts.append(np.full(len(after), place))
        seconds.append(after)
        scores.append(values[after])
    score = np.concatenate(scores)
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    order = np.argsort(-score, kind="stable")
    columns = first[order].tolist(), second[order].tolist(), score[order].tolist()
    return Neighbours(tuple(zip(*columns, strict=True)), tuple(nearest))
