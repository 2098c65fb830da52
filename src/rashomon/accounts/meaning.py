"""What words mean: vectors of MiniLM, of whole texts and of words in their sentence.

The network is all-MiniLM-L6-v2 (Reimers and Gurevych 2019, "Sentence-BERT"), in eight-bit ONNX,
from a package that holds nothing else. Vectors are taken relative to the mean of official prose:
all of it is about leaders who speak, and what is common to all tells nothing.
"""

import json
from collections.abc import Sequence
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

    vectors: Floats  # shape (n_pieces, N_DIMENSIONS)
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Reader:
    """Turns text into vectors; remembers the texts of one comparison."""

    def __init__(self) -> None:
        self._encoder = load_meaning()
        self._mean = load_mean()
        self._read: dict[str, Pieces] = {}

    def pieces(self, text: str) -> Pieces:
        """Return the vectors of a text's pieces; texts longer than the network's reach are cut."""
        if text not in self._read:
            self._read[text] = self._run(text)
        return self._read[text]

    def whole(self, text: str) -> Floats:
        """Return one vector of length 1 for a text."""
        return self.centred(self.pieces(text).vectors.mean(axis=0))

    def centred(self, vectors: Floats) -> Floats:
        """Take vectors, scaled to length 1, relative to the mean of official prose."""
        unit = vectors / (np.linalg.norm(vectors, axis=-1, keepdims=True) + EPSILON)
        moved = unit - self._mean
        scaled: Floats = moved / (np.linalg.norm(moved, axis=-1, keepdims=True) + EPSILON)
        return scaled

    def _run(self, text: str) -> Pieces:
        encoding = self._encoder.tokenizer.encode(text)
        ids = np.array([*encoding.ids[: MAX_PIECES + 1], encoding.ids[-1]])[: len(encoding.ids)]
        columns = {
            "input_ids": ids,
            "attention_mask": np.ones_like(ids),
            "token_type_ids": np.zeros_like(ids),
        }
        vectors = next(encode(self._encoder, [columns]))[0].astype(np.float64)
        offsets: Sequence[tuple[int, int]] = encoding.offsets[: len(ids)]
        return Pieces(vectors, tuple(s for s, _ in offsets), tuple(e for _, e in offsets))


@lru_cache(maxsize=1)
def load_meaning() -> Encoder:
    """Load the network, once a process.

    Raises:
        ResourceError: If its weights are not installed, or not those that its card describes.
    """
    return load_encoder(files("rashomon.accounts") / "data", "meaning.json")


@lru_cache(maxsize=1)
def load_mean() -> Floats:
    """Return the mean vector of official prose, shape (N_DIMENSIONS,)."""
    text = (files("rashomon.accounts") / "data" / "mean.json").read_text("utf-8")
    return np.array(json.loads(text), dtype=np.float64)
