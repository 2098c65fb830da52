import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.accounts.lexicon import stem
from rashomon.accounts.similarity import similarity
from rashomon.accounts.wording import Wording

words = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.1, 1.0), max_size=5)
wordings = st.lists(words.map(lambda weights: Wording((), weights, {})), max_size=8)


@given(wordings)
def test_similarities_are_symmetric_and_within_zero_and_one(entries: list[Wording]) -> None:
    values = similarity(entries)
    assert values.shape == (len(entries), len(entries))
    assert np.allclose(values, values.T)
    assert (values >= 0).all()
    assert (values <= 1 + 1e-9).all()


def test_words_of_one_root_are_one_term() -> None:
    assert stem("terrorist") == stem("terrorism") == stem("Terrorists")
