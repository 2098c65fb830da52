"""The table of a tree's leaves gives what its nodes give, asked one after the other."""

import json
from importlib.resources import files
from typing import Any

import numpy as np
import pytest

from rashomon.documents.html.forest import MAX_ROWS, load_forest

DATA: dict[str, Any] = json.loads(
    files("rashomon.documents.html").joinpath("body_model.json").read_bytes()
)


def walk_down(row: list[float]) -> float:
    score = DATA["base"]
    for root in DATA["roots"]:
        node = root
        while DATA["left"][node] != node:
            is_left = row[DATA["column"][node]] <= np.float32(DATA["threshold"][node])
            node = DATA["left" if is_left else "right"][node]
        score += DATA["value"][node]
    return float(1 / (1 + np.exp(-score)))


def test_a_table_of_leaves_gives_what_the_nodes_give() -> None:
    chance = np.random.default_rng(7)
    rows = chance.normal(0.5, 3.0, (200, len(DATA["features"]))).astype(np.float32)
    rows[:, ::3] = np.round(rows[:, ::3])  # many thresholds are met exactly
    expected = [walk_down(row) for row in rows.tolist()]
    assert load_forest("body_model").probabilities(rows) == pytest.approx(expected, abs=1e-5)


def test_rows_are_told_alike_however_many_there_are() -> None:
    row = np.ones((1, len(DATA["features"])), np.float32)
    forest = load_forest("body_model")
    many = forest.probabilities(np.repeat(row, 2 * MAX_ROWS + 1, axis=0))
    assert many.shape == (2 * MAX_ROWS + 1,)
    assert set(many) == set(forest.probabilities(row))
