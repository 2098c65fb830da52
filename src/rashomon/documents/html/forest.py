"""The body finder's model: boosted trees, as arrays.

Friedman 2001, "Greedy function approximation: a gradient boosting machine". Trained elsewhere
(`training/bodies/train.py`); to ask it takes numpy alone.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from rashomon.errors import ResourceError

LEAF = -1  # in place of a feature


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of equal depth limits; node 0 of each is its root."""

    features: tuple[str, ...]  # names of the columns
    roots: NDArray[np.int32]  # of each tree, the place of its root in the arrays below
    column: NDArray[np.int32]  # the feature that a node asks, or LEAF
    threshold: NDArray[np.float32]  # at most this: left
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: NDArray[np.float32]  # of a leaf, in log-odds
    base: float
    n_steps: int  # of the deepest tree

    def probabilities(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Estimate how likely each row is an article's block.

        Args:
            rows: Shape (n_blocks, n_features), columns in the order of `features`.

        Returns:
            Probabilities, shape (n_blocks,).
        """
        n_rows = len(rows)
        nodes = np.repeat(self.roots[None, :], n_rows, axis=0)
        offsets = np.arange(n_rows, dtype=np.int64)[:, None] * rows.shape[1]
        flat = np.ascontiguousarray(rows).ravel()
        for _ in range(self.n_steps):
            asked = flat.take(offsets + self.column.take(nodes))
            goes_left = asked <= self.threshold.take(nodes)
            nodes = np.where(goes_left, self.left.take(nodes), self.right.take(nodes))
        scores = self.value.take(nodes).sum(axis=1, dtype=np.float64) + self.base
        return np.asarray(1.0 / (1.0 + np.exp(-scores)), dtype=np.float64)


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
        return Forest(
            features=tuple(data["features"]),
            roots=np.array(data["roots"], dtype=np.int32),
            column=np.array(data["column"], dtype=np.int32),
            threshold=np.array(data["threshold"], dtype=np.float32),
            left=np.array(data["left"], dtype=np.int32),
            right=np.array(data["right"], dtype=np.int32),
            value=np.array(data["value"], dtype=np.float32),
            base=float(data["base"]),
            n_steps=int(data["n_steps"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        what = f"the weights of the body finder cannot be read ({error})"
        raise ResourceError(what, "Install rashomon again.") from error
