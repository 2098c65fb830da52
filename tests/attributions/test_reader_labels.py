from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.attributions.reader.labels import (
    BEGIN,
    INSIDE,
    N_LABELS,
    OUTSIDE,
    Range,
    Scores,
    log_shares,
    spans_of,
)

SCORE = st.floats(-8, 8, width=32)
SCORES = st.lists(st.tuples(*[SCORE] * N_LABELS), max_size=6).map(
    lambda rows: np.array(rows, dtype=np.float32).reshape(-1, N_LABELS)
)


def labels_of(spans: list[Range], n_words: int) -> list[int]:
    labels = [OUTSIDE] * n_words
    for first, stop in spans:
        labels[first:stop] = [BEGIN] + [INSIDE] * (stop - first - 1)
    return labels


def share_of(labels: list[int], shares: Scores) -> float:
    return float(sum(row[label] for row, label in zip(shares.tolist(), labels, strict=True)))


def scores_of(labels: list[int]) -> Scores:
    return log_shares(np.float32(9) * np.eye(N_LABELS, dtype=np.float32)[labels])


@settings(deadline=None)
@given(SCORES)
def test_no_other_spans_are_likelier(scores: Scores) -> None:
    shares = log_shares(scores) if len(scores) else scores
    allowed = [
        share_of(list(labels), shares)
        for labels in product(range(N_LABELS), repeat=len(shares))
        if (OUTSIDE, INSIDE) not in pairwise([OUTSIDE, *labels])
    ]
    found = share_of(labels_of(spans_of(shares), len(shares)), shares)
    assert found == pytest.approx(max(allowed))


@settings(deadline=None)
@given(SCORES)
def test_spans_are_disjoint_in_reading_order_and_hold_words(scores: Scores) -> None:
    spans = spans_of(scores)
    assert all(0 <= first < stop <= len(scores) for first, stop in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        ([OUTSIDE, OUTSIDE], []),
        ([BEGIN], [(0, 1)]),
        ([BEGIN, INSIDE, BEGIN, OUTSIDE, BEGIN], [(0, 2), (2, 3), (4, 5)]),
        ([INSIDE, INSIDE, OUTSIDE], [(0, 2)]),  # nothing goes on that has not begun
    ],
)
def test_labels_are_read_as_spans(labels: list[int], spans: list[Range]) -> None:
    assert spans_of(scores_of(labels)) == spans


def test_no_words_hold_no_spans() -> None:
    assert spans_of(np.zeros((0, N_LABELS), dtype=np.float32)) == []


@settings(deadline=None)
@given(SCORES.filter(len))
def test_the_shares_of_a_word_sum_to_one(scores: Scores) -> None:
    assert np.exp(log_shares(scores)).sum(axis=-1) == pytest.approx(1, abs=1e-5)


def test_large_scores_do_not_overflow() -> None:
    assert np.isfinite(log_shares(np.array([[1e4, -1e4, 0]], dtype=np.float32))).all()
