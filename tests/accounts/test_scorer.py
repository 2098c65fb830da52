import json

import numpy as np
import pytest

from rashomon.accounts.confidence import confidence_of, lone_evidence, paired_evidence
from rashomon.accounts.scorer import load_scorer, read_scorer
from rashomon.model import Relation


def test_trees_walk_to_the_leaf_that_a_row_belongs_to() -> None:
    tree = [[1, 0, 0], [0.5, 0.0, 0.0], [1, 0, 0], [2, 0, 0], [0.0, -2.0, 2.0]]
    line = {"means": [0], "scales": [1], "weights": [1], "bias": 0}
    least = dict.fromkeys(["least_join", "least_rejoin", "least_attach", "least_likeness"], 0.5)
    lines = {"joins": line, "paired_rows": line, "lone_rows": line}
    table = {**lines, "likeness": {"bias": 0.0, "trees": [tree]}, **least}
    scorer = read_scorer(json.dumps(table))
    judged = scorer.likeness.probabilities(np.array([[9.0, 0.4], [0.0, 0.6]]))
    assert judged.tolist() == pytest.approx([1 / (1 + np.exp(2)), 1 / (1 + np.exp(-2))])
    assert scorer.joins.probabilities(np.array([[0.0]])).tolist() == [0.5]


def test_what_the_package_brings_is_read() -> None:
    scorer = load_scorer()
    assert 0 < scorer.least_likeness < 1
    assert len(scorer.joins.weights) == len(scorer.joins.means) == len(scorer.joins.scales)


def test_how_sure_a_row_is_is_a_share() -> None:
    scorer = load_scorer()
    sure = paired_evidence(0.95, 0.8, Relation.AGREE, is_typed=False, is_lead=False)
    unsure = paired_evidence(0.3, 0.1, Relation.DIFFER, is_typed=False, is_lead=False)
    alone = lone_evidence(0.05, 8, 1)
    nearly = lone_evidence(0.9, 1, 1)
    likely, unlikely = (confidence_of(each, scorer, is_paired=True) for each in (sure, unsure))
    assert 0 < unlikely < likely < 1
    far, near = (confidence_of(each, scorer, is_paired=False) for each in (alone, nearly))
    assert 0 < near < far < 1
