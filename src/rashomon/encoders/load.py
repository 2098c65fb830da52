"""A trained model as it lies on disk: a card that names its files and their digests.

The card is JSON: ``{"model": {"file": "reader.onnx", "sha256": "…"}, "tokenizer": {"file": …}}``;
what else it holds (training, scores) is for people. A file that an installed package brings is
named with it: ``{"file": "model.onnx", "package": "some_weights", "sha256": "…"}``.
"""

import json
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from rashomon.errors import ResourceError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ADVICE = "Install Rashomon again: its weights and its code belong together."
PARTS = ("model", "tokenizer")


class Session(Protocol):
    """What we use of onnxruntime's session."""

    def run(
        self, output_names: None, input_feed: dict[str, NDArray[np.int64]], /
    ) -> list[NDArray[np.float32]]:
        """Run the network on named columns of shape (n_inputs, n_pieces)."""
        ...


@dataclass(frozen=True, slots=True)
class Encoder:
    """A model ready to run.

    Attributes:
        tokenizer: Cuts text into the pieces that the model knows; never truncates or pads.
        session: Runs the network, on one thread.
        sha256: The digest of the weights, for provenance.
    """

    tokenizer: "Tokenizer"
    session: Session
    sha256: str


def load_encoder(folder: Traversable, card: str) -> Encoder:
    """Load a model and check that its files are those its card describes.

    Args:
        folder: Where the card and its files lie.
        card: The card's file name.

    Returns:
        The model. It is not cached: who loads it keeps it.

    Raises:
        ResourceError: If a file is missing, unreadable, or not the one the card describes.
    """
    try:
        described = json.loads(folder.joinpath(card).read_text("utf-8"))
        parts = [(str(described[k]["file"]), str(described[k]["sha256"])) for k in PARTS]
        packages = [described[k].get("package") for k in PARTS]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(
            f"the card {card} of a model cannot be read: {error!r}", ADVICE
        ) from error
    model, tokenizer = (
        _checked(_folder_of(package) if package else folder, card, name, digest)
        for (name, digest), package in zip(parts, packages, strict=True)
    )
    return Encoder(_tokenizer(tokenizer, parts[1][0]), _session(model, parts[0][0]), parts[0][1])


def _folder_of(package: str) -> Traversable:
    try:
        return files(package)
    except ModuleNotFoundError as error:
        raise ResourceError(f"the weights in {package} are not installed", ADVICE) from error


def _checked(folder: Traversable, card: str, name: str, digest: str) -> bytes:
    try:
        content = folder.joinpath(name).read_bytes()
    except OSError as error:
        raise ResourceError(
            f"{name}, which {card} names, cannot be read: {error}", ADVICE
        ) from error
    if sha256(content).hexdigest() != digest:
        raise ResourceError(f"{name} is not the file that {card} describes", ADVICE)
    return content


def _session(model: bytes, name: str) -> Session:
    # Half a second of import time that only reading should pay; it ships no types.
    runtime = import_module("onnxruntime")
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # --jobs keeps the cores busy
    options.log_severity_level = 3  # errors; they are raised, too
    # The arena keeps the largest batch it has seen; without it memory stays flat.
    options.enable_cpu_mem_arena = False
    try:
        session: Session = runtime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # the classes of onnxruntime share no parent but this
        raise ResourceError(
            f"{name} is no model that onnxruntime can run: {error}", ADVICE
        ) from error
    return session


def _tokenizer(content: bytes, name: str) -> "Tokenizer":
    from tokenizers import Tokenizer  # noqa: PLC0415  # as above

    try:
        tokenizer: Tokenizer = Tokenizer.from_buffer(content)
    except Exception as error:  # tokenizers raises nothing narrower
        raise ResourceError(f"{name} is no tokenizer: {error}", ADVICE) from error
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
