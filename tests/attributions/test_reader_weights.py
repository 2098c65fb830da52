"""The weights that the package brings: they load, match their card, and read."""

from importlib.resources import files

import pytest

from rashomon.attributions.mode import Mode
from rashomon.attributions.quotations import find_quoted
from rashomon.attributions.reader.confidence import load_calibration
from rashomon.attributions.reader.read import Reader, read
from rashomon.encoders import load_encoder
from rashomon.model import Span

TEXT = "The Velmoran minister said that the dam was safe."


@pytest.mark.parametrize("mode", list(Mode))
def test_the_reader_that_the_package_brings_reads_a_plain_sentence(mode: Mode) -> None:
    folder = files("rashomon.attributions.reader") / "data"
    reader = Reader(load_encoder(folder, "reader.json"), load_calibration(folder))
    whole = Span(0, len(TEXT))
    (link,) = read(reader, TEXT, [whole], find_quoted(TEXT, whole), mode)
    words = [
        [TEXT[start:end] for start, end in role] for role in (link.source, link.cue, link.contents)
    ]
    assert words == [["The Velmoran minister"], ["said"], ["that the dam was safe"]]
    assert link.confidence > 0.5
