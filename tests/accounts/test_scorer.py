import json

import numpy as np
import pytest

from rashomon.accounts.scorer import load_scorer, read_scorer


def test_trees_walk_to_the_leaf_that_a_row_belongs_to() -> None:
    tree = [[1, 0, 0], [0.5, 0.0, 0.0], [1, 0, 0], [2, 0, 0], [0.0, -2.0, 2.0]]
    line = {"means": [0], "scales": [1], "weights": [1], "bias": 0}
    least = dict.fromkeys(["least_join", "least_rejoin", "least_attach", "least_likeness"], 0.5)
    table = {"joins": line, "likeness": {"bias": 0.0, "trees": [tree]}, **least}
    scorer = read_scorer(json.dumps(table))
    judged = scorer.likeness.probabilities(np.array([[9.0, 0.4], [0.0, 0.6]]))
    assert judged.tolist() == pytest.approx([1 / (1 + np.exp(2)), 1 / (1 + np.exp(-2))])
    assert scorer.joins.probabilities(np.array([[0.0]])).tolist() == [0.5]


def test_what_the_package_brings_is_read() -> None:
    scorer = load_scorer()
    assert 0 < scorer.least_likeness < 1
    assert len(scorer.joins.weights) == len(scorer.joins.means) == len(scorer.joins.scales)
