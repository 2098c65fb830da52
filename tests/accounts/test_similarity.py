import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.accounts.lexicon import stem
from rashomon.accounts.similarity import Index, find_neighbours
from rashomon.accounts.wording import Wording

words = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 1.0), max_size=5)
wordings = st.lists(words.map(lambda weights: Wording((), weights, {})), min_size=1, max_size=8)


@given(wordings)
def test_similarities_are_symmetric_and_within_zero_and_one(entries: list[Wording]) -> None:
    index = Index(entries)
    values = np.array([index.similarities(entry) for entry in entries])
    assert np.allclose(values, values.T)
    assert (values >= 0).all()
    assert (values <= 1 + 1e-9).all()


@given(wordings)
def test_pairs_stand_in_order_and_hold_no_lead(entries: list[Wording]) -> None:
    sides = ["NR"[place % 2] for place in range(len(entries))]
    pairs = find_neighbours(Index(entries), entries, sides, [0], (0.1, 0.5)).pairs
    scores = [score for _, _, score in pairs]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < first < second for first, second, _ in pairs)
    assert all(score >= (0.5 if sides[a] == sides[b] else 0.1) for a, b, score in pairs)


def test_words_of_one_root_are_one_term() -> None:
    assert stem("terrorist") == stem("terrorism") == stem("Terrorists")
