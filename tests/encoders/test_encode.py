import json
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.encoders import Encoder, Input, encode, load_encoder
from rashomon.errors import ResourceError

TINY = Path(__file__).with_name("tiny.onnx")
# Truncates and pads, as files of models that compare sentences do.
TOKENIZER = json.dumps(
    {
        "version": "1.0",
        "truncation": {
            "direction": "Right",
            "max_length": 2,
            "strategy": "LongestFirst",
            "stride": 0,
        },
        "padding": {
            "strategy": {"Fixed": 9},
            "direction": "Right",
            "pad_to_multiple_of": None,
            "pad_id": 0,
            "pad_type_id": 0,
            "pad_token": "[PAD]",
        },
        "added_tokens": [],
        "normalizer": None,
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {
            "type": "WordLevel",
            "vocab": {"[PAD]": 0, "[UNK]": 1, "velmora": 2, "says": 3},
            "unk_token": "[UNK]",
        },
    }
).encode()


def installed(folder: Path, model: bytes, tokenizer: bytes = TOKENIZER) -> Path:
    parts = {"model": ("tiny.onnx", model), "tokenizer": ("tokenizer.json", tokenizer)}
    for name, content in parts.values():
        (folder / name).write_bytes(content)
    card = {
        part: {"file": name, "sha256": sha256(content).hexdigest()}
        for part, (name, content) in parts.items()
    }
    (folder / "tiny.json").write_text(json.dumps(card), encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return installed(tmp_path, TINY.read_bytes())


@pytest.fixture
def encoder(folder: Path) -> Encoder:
    return load_encoder(folder, "tiny.json")


def columns(*numbers: int) -> Input:
    return {"ids": np.array(numbers, dtype=np.int64)}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(st.integers(1, 999), min_size=1, max_size=40), max_size=20))
def test_every_input_gets_its_own_outputs_in_order(
    encoder: Encoder, texts: list[list[int]]
) -> None:
    results = list(encode(encoder, [columns(*text) for text in texts]))
    assert [pieces[:, 0].tolist() for pieces, _ in results] == texts
    assert [pieces[:, 1].tolist() for pieces, _ in results] == [[10 * n for n in t] for t in texts]
    assert [float(total) for _, total in results] == [sum(text) for text in texts]


def test_nothing_is_encoded_to_nothing(encoder: Encoder) -> None:
    assert list(encode(encoder, [])) == []


def test_a_tokenizer_neither_truncates_nor_pads(encoder: Encoder) -> None:
    assert encoder.tokenizer.encode("velmora says velmora says").ids == [2, 3, 2, 3]


def test_an_encoder_tells_the_digest_of_its_weights(encoder: Encoder) -> None:
    assert encoder.sha256 == sha256(TINY.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["tiny.json", "tiny.onnx", "tokenizer.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ResourceError, match=name):
        load_encoder(folder, "tiny.json")


@pytest.mark.parametrize("name", ["tiny.onnx", "tokenizer.json"])
def test_a_changed_file_is_refused(folder: Path, name: str) -> None:
    with (folder / name).open("ab") as file:
        file.write(b" ")
    with pytest.raises(ResourceError, match=f"{name} is not the file that tiny.json describes"):
        load_encoder(folder, "tiny.json")


@pytest.mark.parametrize("card", ["", "[]", "{}", '{"model": {"file": "tiny.onnx"}}'])
def test_a_damaged_card_is_refused(folder: Path, card: str) -> None:
    (folder / "tiny.json").write_text(card, encoding="utf-8")
    with pytest.raises(ResourceError, match=r"the card tiny\.json .* cannot be read"):
        load_encoder(folder, "tiny.json")


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"tiny\.onnx is no model"):
        load_encoder(installed(tmp_path, b"no model"), "tiny.json")


def test_a_file_that_is_no_tokenizer_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"tokenizer\.json is no tokenizer"):
        load_encoder(installed(tmp_path, TINY.read_bytes(), b"{}"), "tiny.json")


def test_weights_of_a_package_that_is_not_installed_are_named(tmp_path: Path) -> None:
    part = {"file": "model.onnx", "package": "no_such_weights", "sha256": "0"}
    (tmp_path / "card.json").write_text(json.dumps({"model": part, "tokenizer": part}))
    with pytest.raises(ResourceError, match="no_such_weights are not installed"):
        load_encoder(tmp_path, "card.json")
