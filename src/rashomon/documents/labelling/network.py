"""The trained part: scores of the states of lines, and of going from one to another.

A linear layer over the features of a line and its words, two layers that look at the lines around
it (Collobert et al. 2011, "Natural language processing (almost) from scratch"), and a linear-chain
conditional random field on top (Lafferty et al. 2001). Trained by `training/zones`; the weights are
data, and their card (`zones.json`) says what they learned from and how well they do.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from rashomon.documents.labelling.features import Features
from rashomon.documents.labelling.pages import Floats, Pages
from rashomon.documents.labelling.states import CHANGES, ENDS, STARTS
from rashomon.errors import ResourceError

ROOM = "rashomon.documents.labelling"
WEIGHTS, CARD = "zones.npz", "zones.json"
ADVICE = "Install Rashomon again: its weights and its code belong together."

# How far the two layers look: to 2 lines on each side, then to 2 of every 4th.
STEPS = ((-2, -1, 0, 1, 2), (-8, -4, 0, 4, 8))
PADDING = 8  # lines between two pages, so that none sees another


@dataclass(frozen=True, slots=True)
class Network:
    """The weights; shapes with h hidden units, s states, f features and e numbers a word."""

    words: Floats  # shape (n_words, e): summed over a line's words
    first_words: Floats  # shape (n_words, e): of its first word
    input: Floats  # shape (f + 2e, h)
    input_bias: Floats
    near: Floats  # shape (5, h, h)
    near_bias: Floats
    far: Floats  # shape (5, h, h)
    far_bias: Floats
    output: Floats  # shape (2h, s)
    output_bias: Floats
    changes: Floats  # shape (s, s); what cannot follow is forbidden
    start: Floats  # shape (s,)
    end: Floats  # shape (s,)

    def score(self, pages: Pages, features: Features) -> Floats:
        """Score the states of every line, shape (n_lines, n_states)."""
        starts = np.cumsum(features.n_weighed) - features.n_weighed
        sums = np.add.reduceat(self.words[features.rows], starts)
        sums /= np.sqrt(features.n_weighed, dtype=np.float32)[:, None]
        first = self.first_words[features.rows[starts]]
        n_features = len(features.dense)
        line: Floats = features.dense.T @ self.input[:n_features]
        line += np.concatenate([sums, first], axis=1) @ self.input[n_features:]
        line += self.input_bias
        np.maximum(line, 0, out=line)
        rows = np.arange(len(pages.lines)) + PADDING * (pages.page_of + 1)
        apart = np.zeros((rows[-1] + PADDING + 1, line.shape[1]), dtype=np.float32)
        apart[rows] = line  # there is nothing before a page and after it
        near = line + self._see(apart, STEPS[0], self.near, self.near_bias)[rows - PADDING]
        apart[rows] = near
        near += self._see(apart, STEPS[1], self.far, self.far_bias)[rows - PADDING]
        scores: Floats = np.concatenate([line, near], axis=1) @ self.output
        scores += self.output_bias
        return scores

    @staticmethod
    def _see(apart: Floats, steps: Sequence[int], weights: Floats, bias: Floats) -> Floats:
        """Sum up what stands around every row but the padding at both ends."""
        n_rows = len(apart) - 2 * PADDING
        seen = np.tile(bias, (n_rows, 1))
        for step, weight in zip(steps, weights, strict=True):
            seen += apart[PADDING + step : PADDING + step + n_rows] @ weight
        return np.maximum(seen, 0, out=seen)


@lru_cache(maxsize=1)
def load_network() -> Network:
    """Read the weights, once a process.

    Raises:
        ResourceError: If they are missing, or not the ones that the card describes.
    """
    folder = files(ROOM)
    try:
        content = folder.joinpath(WEIGHTS).read_bytes()
        card = json.loads(folder.joinpath(CARD).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ResourceError(
            f"the weights of the zone labeller cannot be read: {error}", ADVICE
        ) from error
    if sha256(content).hexdigest() != card["sha256"]:
        raise ResourceError(f"{WEIGHTS} is not the file that {CARD} describes", ADVICE)
    with np.load(BytesIO(content)) as arrays:
        return assemble({name: arrays[name] for name in arrays.files})


def assemble(arrays: dict[str, NDArray[np.floating]]) -> Network:
    """Make a network of its arrays as they are kept.

    The weights take over what makes features alike, and what cannot be is forbidden.
    """
    weights = {name: array.astype(np.float32) for name, array in arrays.items()}
    mean, scale = weights.pop("mean"), weights.pop("scale")
    weights["input"][: len(mean)] *= scale[:, None]
    weights["input_bias"] -= mean @ weights["input"][: len(mean)]
    weights["changes"] += CHANGES
    weights["start"] += STARTS
    weights["end"] += ENDS
    return Network(**weights)
