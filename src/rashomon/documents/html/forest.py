"""The body finder's model: boosted trees, as arrays.

Friedman 2001, "Greedy function approximation: a gradient boosting machine". Trained elsewhere
(`training/bodies/train.py`); to ask it takes numpy alone.

All nodes of a tree are asked at once, on the way to a leaf or not: their answers are the bits of a
number, and a table has the leaf of each number. That is the thought of Lucchese et al. 2015,
"QuickScorer: a fast algorithm to rank documents with additive ensembles of regression trees"; step
by step down the trees takes six times as long in numpy.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rashomon.errors import ResourceError

Numbers: TypeAlias = NDArray[np.intp]

MAX_ROWS = 1_024  # asked at once: what is gathered for them fits a processor's cache


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of few nodes each."""

    features: tuple[str, ...]  # names of the columns
    column: Numbers  # the feature that each node asks, shape (n_trees, n_nodes)
    threshold: NDArray[np.float32]  # at most this: left; same shape
    value: NDArray[np.float32]  # in log-odds, by the answers, shape (n_trees, 2 ** n_nodes)
    base: float

    def probabilities(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Estimate how likely each row is an article's block.

        Args:
            rows: Shape (n_blocks, n_features), columns in the order of `features`.

        Returns:
            Probabilities, shape (n_blocks,).
        """
        starts = range(0, len(rows), MAX_ROWS)
        scores = np.concatenate([self._score(rows[start : start + MAX_ROWS]) for start in starts])
        return np.asarray(1.0 / (1.0 + np.exp(-scores)), dtype=np.float64)

    def _score(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        n_trees, n_nodes = self.column.shape
        asked = np.ascontiguousarray(rows.T)[self.column.ravel()]
        goes_right = (asked > self.threshold.reshape(-1, 1)).reshape(n_trees, n_nodes, -1)
        places = np.arange(n_trees)[:, None] << n_nodes  # in the table; the answers are added
        for node in range(n_nodes):
            places = places + (goes_right[:, node].astype(np.intp) << node)
        scores = self.value.take(places).sum(axis=0, dtype=np.float64) + self.base
        return np.asarray(scores, dtype=np.float64)


def _tabulate(roots: Numbers, node_of: Numbers, left: Numbers, right: Numbers) -> Numbers:
    """Find the leaf to which all answers of a tree lead.

    Args:
        roots: Of each tree, the place of its root among all nodes.
        node_of: The number in its tree of each node that asks; leaves lead to themselves.
        left: The next node, by node.
        right: The same, for the other answer.

    Returns:
        Places of leaves, shape (n_trees, 2 ** n_nodes).
    """
    n_nodes = int(node_of.max()) + 1
    answers = np.arange(1 << n_nodes)
    places = np.repeat(roots[:, None], len(answers), axis=1)
    for _ in range(n_nodes):  # no way is longer
        goes_right = answers >> node_of[places] & 1
        places = np.where(goes_right, right[places], left[places])
    return places


def _arrange(data: dict[str, list[float]]) -> tuple[Numbers, NDArray[np.float32], Numbers]:
    """Arrange the nodes that ask by tree: their columns, their thresholds, and the leaves."""
    roots, left, right = (np.array(data[name], np.intp) for name in ("roots", "left", "right"))
    asks = left != right
    tree_of = np.searchsorted(roots, np.arange(len(left)), side="right") - 1
    n_before = np.cumsum(asks) - asks
    node_of = np.where(asks, n_before - n_before[roots][tree_of], 0)
    shape = (len(roots), int(node_of.max()) + 1)
    column, threshold = np.zeros(shape, np.intp), np.zeros(shape, np.float32)
    column[tree_of[asks], node_of[asks]] = np.array(data["column"], np.intp)[asks]
    threshold[tree_of[asks], node_of[asks]] = np.array(data["threshold"], np.float32)[asks]
    return column, threshold, _tabulate(roots, node_of, left, right)


@lru_cache(maxsize=2)
def load_forest(name: str) -> Forest:
    """Read a forest of the package, once a process.

    Args:
        name: Its file's name without the ending.

    Raises:
        ResourceError: If it is missing or damaged.
    """
    try:
        data = json.loads(files("rashomon.documents.html").joinpath(f"{name}.json").read_bytes())
        column, threshold, leaves = _arrange(data)
        return Forest(
            features=tuple(data["features"]),
            column=column,
            threshold=threshold,
            value=np.array(data["value"], dtype=np.float32)[leaves],
            base=float(data["base"]),
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        what = f"the weights of the body finder cannot be read ({error})"
        raise ResourceError(what, "Install rashomon again.") from error
