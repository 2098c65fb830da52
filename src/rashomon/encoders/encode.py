"""Running a model over many inputs of different lengths."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.encoders.load import Encoder

# A column of the network's input, by its name; the columns of one input have one length.
Input = Mapping[str, NDArray[np.int64]]
# The network's outputs of one input, in the order in which it names them.
Outputs = tuple[NDArray[np.float32], ...]

# Pieces a batch, padding counted: enough to keep a core busy, little enough to stay in its cache.
MAX_BATCH = 2_048


def encode(encoder: Encoder, inputs: Sequence[Input]) -> list[Outputs]:
    """Run a network over inputs, those of like length together.

    Args:
        encoder: The model.
        inputs: Integer columns of shape (n_pieces,); shorter ones are padded with 0, so a network
            has to tell padding by that.

    Returns:
        The outputs of each input, in order. What the network gives a piece is cut to the input's
        length; what it gives a whole input stays as it is.
    """
    results: list[Outputs] = [()] * len(inputs)
    for batch in _batches([_length(columns) for columns in inputs]):
        outputs = encoder.session.run(None, _padded([inputs[number] for number in batch]))
        for row, number in enumerate(batch):
            length = _length(inputs[number])
            results[number] = tuple(
                output[row, :length] if output.ndim > 2 else output[row] for output in outputs
            )
    return results


def _length(columns: Input) -> int:
    return len(next(iter(columns.values())))


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda number: lengths[number]):
        if batch and (len(batch) + 1) * lengths[number] > MAX_BATCH:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def _padded(inputs: Sequence[Input]) -> dict[str, NDArray[np.int64]]:
    length = max(map(_length, inputs))
    padded = {}
    for name in inputs[0]:
        column = np.zeros((len(inputs), length), dtype=np.int64)
        for row, columns in enumerate(inputs):
            column[row, : len(columns[name])] = columns[name]
        padded[name] = column
    return padded
