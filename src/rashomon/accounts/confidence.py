"""How sure a row is: the share of rows like it that a careful reader would have made, too.

Two logistic regressions over a few numbers, one for rows of several sides and one for rows of one
side, are learned from what was compared held out (`training/comparison/train.py`). A row counts as
right when a reader has it with the same cells and the same relation. They are learned from texts
that speak for themselves; of rows with words that reports cite nothing was measured, and the
confidence stays that of the rule.
"""

import math

import numpy as np

from rashomon.accounts.scorer import Scorer
from rashomon.model import Relation

EDGE = 0.02  # likeness is kept this far from 0 and 1, where its logarithm runs away


def paired_evidence(
    score: float, shared: float, relation: Relation, *, is_typed: bool, is_lead: bool
) -> tuple[float, ...]:
    """Return what tells how sure a row of several sides is.

    Args:
        score: Likeness of its nearest entries of two sides, in [0, 1].
        shared: How much wording they share, in [0, 1].
        relation: As it was judged.
        is_typed: Whether a typed rule judged, and not shared words.
        is_lead: Whether the row is about the contact itself.
    """
    bounded = min(1 - EDGE, max(EDGE, score))
    return (
        math.log(bounded / (1 - bounded)),
        shared,
        float(relation is Relation.AGREE),
        float(is_typed),
        float(is_lead),
    )


def lone_evidence(likeliest: float, n_terms: int, n_pieces: int) -> tuple[float, ...]:
    """Return what tells how sure a row of one side is.

    Args:
        likeliest: Likeness of the nearest entry of another side, in [0, 1].
        n_terms: Terms in its words.
        n_pieces: Entries it holds.
    """
    return likeliest, math.log1p(n_terms), float(n_pieces > 1)


def confidence_of(evidence: tuple[float, ...], scorer: Scorer, *, is_paired: bool) -> float:
    """Return the probability that a row is right, in [0, 1]."""
    line = scorer.paired_rows if is_paired else scorer.lone_rows
    return float(line.probabilities(np.array([evidence]))[0])
