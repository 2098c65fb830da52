"""What words mean: vectors of two networks, of whole texts and of words in their sentence.

One is all-MiniLM-L6-v2 (Reimers and Gurevych 2019, "Sentence-BERT"), in eight-bit ONNX, from a
package that holds nothing else. Its vectors are taken relative to the mean of official prose: all
of it is about leaders who speak, and what is common to all tells nothing. The other is the same
network, trained further on pairs of readouts (`training/comparison`): its vectors are near where
two points are about one issue.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from rashomon.encoders import Encoder, encode, load_encoder

Floats = NDArray[np.float64]

N_DIMENSIONS = 384
MAX_PIECES = 254  # the network was trained on at most 256, with its two marks
EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Pieces:
    """The vectors of a text's word pieces, with their offsets in it."""

    vectors: NDArray[np.float32]  # shape (n_pieces, N_DIMENSIONS)
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def mean(self, among: NDArray[np.bool_] | slice = slice(None)) -> Floats:
        """Return the mean of the vectors of some pieces, or of all, shape (N_DIMENSIONS,)."""
        mean: Floats = self.vectors[among].mean(axis=0, dtype=np.float64)
        return mean

    def between(self, first: int, stop: int) -> NDArray[np.bool_]:
        """Tell which pieces stand in a part of the text, shape (n_pieces,)."""
        found: NDArray[np.bool_] = (
            (self.starts < stop) & (self.ends > first) & (self.ends > self.starts)
        )
        return found


class Reader:
    """Turns text into vectors; remembers the texts of one comparison."""

    def __init__(self) -> None:
        self._mean = load_mean()
        self._read: dict[str, Pieces] = {}
        self._judged: dict[str, Pieces] = {}

    def pieces(self, text: str) -> Pieces:
        """Return the vectors of a text's pieces; texts longer than the network's reach are cut."""
        if text not in self._read:
            self._read[text] = _run(load_meaning(), text, has_mask=True)
        return self._read[text]

    def issues(self, text: str) -> Pieces:
        """Return what a text's pieces are about; cut as above."""
        if text not in self._judged:
            self._judged[text] = _run(load_issues(), text, has_mask=False)
        return self._judged[text]

    def whole(self, text: str) -> Floats:
        """Return one vector of length 1 for a text."""
        return self.centred(self.pieces(text).mean())

    def centred(self, vectors: Floats) -> Floats:
        """Take vectors, scaled to length 1, relative to the mean of official prose."""
        unit = vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + EPSILON)
        moved = unit - self._mean
        scaled: Floats = moved / (np.linalg.norm(moved, axis=-1, keepdims=True) + EPSILON)
        return scaled


def _run(encoder: Encoder, text: str, *, has_mask: bool) -> Pieces:
    encoding = encoder.tokenizer.encode(text)
    ids = np.array([*encoding.ids[: MAX_PIECES + 1], encoding.ids[-1]])[: len(encoding.ids)]
    columns = {"input_ids": ids}
    if has_mask:
        columns |= {"attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
    vectors = next(encode(encoder, [columns]))[0].copy()  # it holds on to more memory
    offsets = np.array(encoding.offsets[: len(ids)], dtype=np.int64)
    return Pieces(vectors, offsets[:, 0], offsets[:, 1])


@lru_cache(maxsize=1)
def load_meaning() -> Encoder:
    """Load the network, once a process.

    Raises:
        ResourceError: If its weights are not installed, or not those that its card describes.
    """
    return load_encoder(files("rashomon.accounts") / "data", "meaning.json")


@lru_cache(maxsize=1)
def load_issues() -> Encoder:
    """Load the network that was trained on readouts, once a process.

    Raises:
        ResourceError: As above.
    """
    return load_encoder(files("rashomon.accounts") / "data", "issues.json")


@lru_cache(maxsize=1)
def load_mean() -> Floats:
    """Return the mean vector of official prose, shape (N_DIMENSIONS,)."""
    text = (files("rashomon.accounts") / "data" / "mean.json").read_text("utf-8")
    return np.array(json.loads(text), dtype=np.float64)
