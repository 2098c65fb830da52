"""The learned judgements of a comparison, written out as numbers.

Whether two pieces that follow one another are one point is told by a logistic regression; whether
two entries of two sides are about one point, by boosted trees; how sure a row is, by two more
regressions. All are trained by ``training/comparison/train.py``, which writes the file they are
read from.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.accounts.meaning import Floats


@dataclass(frozen=True, slots=True)
class Line:
    """A logistic regression over scaled features."""

    means: Floats
    scales: Floats
    weights: Floats
    bias: float

    def probabilities(self, features: Floats) -> Floats:
        """Judge feature rows, shape (n, n_features); returns shape (n,)."""
        return _squashed((features - self.means) / self.scales @ self.weights + self.bias)


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees; each is five columns, a row a node, the first the root."""

    bias: float
    trees: tuple[
        tuple[NDArray[np.int64], Floats, NDArray[np.int64], NDArray[np.int64], Floats], ...
    ]

    def probabilities(self, features: Floats) -> Floats:
        """Judge feature rows, shape (n, n_features); returns shape (n,)."""
        total = np.full(len(features), self.bias)
        rows = np.arange(len(features))
        for feature, threshold, left, right, value in self.trees:
            at = np.zeros(len(features), dtype=np.int64)
            while (is_inner := left[at] > 0).any():
                goes_left = features[rows, feature[at]] <= threshold[at]
                at = np.where(is_inner, np.where(goes_left, left[at], right[at]), at)
            total += value[at]
        return _squashed(total)


@dataclass(frozen=True, slots=True)
class Scorer:
    """What was learned, with the least probabilities that count, chosen with it."""

    joins: Line
    likeness: Trees
    paired_rows: Line  # how sure a row of several sides is
    lone_rows: Line  # how sure a row of one side is
    least_join: float  # of two pieces of one sentence that are one point, whatever others say
    least_rejoin: float  # the same, when no other side speaks of either
    least_attach: float  # the same, when another side speaks of one
    least_likeness: float  # of two entries that make one row


@lru_cache(maxsize=1)
def load_scorer() -> Scorer:
    """Read what was learned, once a process."""
    text = (files("rashomon.accounts") / "data" / "scorer.json").read_text("utf-8")
    return read_scorer(text)


def read_scorer(text: str) -> Scorer:
    """Read what was learned from its JSON."""
    table = json.loads(text)
    trees = table["likeness"]
    return Scorer(
        joins=read_line(table["joins"]),
        paired_rows=read_line(table["paired_rows"]),
        lone_rows=read_line(table["lone_rows"]),
        likeness=Trees(
            float(trees["bias"]),
            tuple(
                (
                    np.array(feature, dtype=np.int64),
                    np.array(threshold, dtype=np.float64),
                    np.array(left, dtype=np.int64),
                    np.array(right, dtype=np.int64),
                    np.array(value, dtype=np.float64),
                )
                for feature, threshold, left, right, value in trees["trees"]
            ),
        ),
        least_join=float(table["least_join"]),
        least_rejoin=float(table["least_rejoin"]),
        least_attach=float(table["least_attach"]),
        least_likeness=float(table["least_likeness"]),
    )


def read_line(table: dict[str, Any]) -> Line:
    """Read a regression from its JSON."""
    return Line(
        np.array(table["means"]),
        np.array(table["scales"]),
        np.array(table["weights"]),
        float(table["bias"]),
    )


def _squashed(values: Floats) -> Floats:
    probabilities: Floats = 1.0 / (1.0 + np.exp(-values))
    return probabilities
