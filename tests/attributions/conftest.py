"""Invented texts, parsed and read."""

import re
from collections.abc import Callable
from hashlib import sha256
from importlib.resources import files

import numpy as np
import pytest
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.attributions import attribute
from rashomon.attributions.forces import FORCES
from rashomon.attributions.reader.confidence import Calibration, Scale
from rashomon.attributions.reader.labels import N_LABELS, Role
from rashomon.attributions.reader.read import TIE, Reader
from rashomon.encoders import Encoder
from rashomon.model import Attribution, Document, DocumentId, Kind, Span, Zone, ZoneSpan

Read = Callable[[str], tuple[Attribution, ...]]
IsTold = Callable[[Attribution, str | None, str], bool]
N_PLACES = 512  # pieces the network can take at once


class Chance:
    """A network that says anything; the larger its bias, the longer the spans."""

    def __init__(self, seed: int, bias: float) -> None:
        self.draw = np.random.default_rng(seed)
        self.bias = bias

    def run(
        self, output_names: None, input_feed: dict[str, NDArray[np.int64]], /
    ) -> list[NDArray[np.float32]]:
        assert output_names is None
        n = input_feed["input_ids"].shape[1]
        assert n <= N_PLACES
        n_tags, n_forces = len(Role) * N_LABELS, len(FORCES)
        shapes: list[tuple[int, ...]] = [
            (n, n_tags),
            (n, 2 * TIE),
            (n, 2 * TIE),
            (n, n_forces),
            (n, n_tags),
        ]
        shapes += [(), (n_forces,)]
        outputs = [self.draw.normal(0, 3, (1, *shape)).astype(np.float32) for shape in shapes]
        for number in (0, 4):
            outputs[number][:, :, N_LABELS - 1 :: N_LABELS] += self.bias
        return outputs


def document_of(text: str) -> Document:
    """Make a report whose body is the whole text, a zone a line."""
    zones = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            zones.append(ZoneSpan(Zone.BODY, Span(start, start + len(line.rstrip("\n")))))
        start += len(line)
    return Document(
        id=DocumentId("text"),
        text=text,
        zones=tuple(zones),
        kind=Kind.REPORT,
        kind_reason="",
        sha256=sha256(text.encode()).hexdigest(),
    )


@pytest.fixture(scope="session")
def read() -> Read:
    """Read a text with the weights of the package."""

    def read_text(text: str) -> tuple[Attribution, ...]:
        document = document_of(text)
        (attributions,) = attribute([document])
        return attributions

    return read_text


@pytest.fixture(scope="session")
def is_told() -> IsTold:
    """Tell whether an attribution is the one meant: a word of the source, half of the content.

    A trained reader draws bounds as PolNeAR's annotators did, a preposition more or less.
    """

    def words_of(text: str) -> set[str]:
        return set(re.findall(r"\w+", text.lower()))

    def is_told(found: Attribution, source: str | None, content: str) -> bool:
        said = found.source.words if found.source else None
        is_by = said == source or bool(said and source and words_of(said) & words_of(source))
        mine, wanted = words_of(found.content.words), words_of(content)
        return is_by and len(mine & wanted) >= len(mine | wanted) / 2

    return is_told


@pytest.fixture(scope="session")
def by_chance() -> Callable[[int, float], Reader]:
    """Make readers whose network says anything, from a seed and a bias."""
    content = files("rashomon.encoders").joinpath("wordpiece.json").read_text("utf-8")
    tokenizer = Tokenizer.from_str(content)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    scale = Scale((1.0,) * 4 + (0.0,) * 4, 3.0, 0.2)

    def reader(seed: int, bias: float) -> Reader:
        return Reader(Encoder(tokenizer, Chance(seed, bias), ""), Calibration(scale, scale))

    return reader
