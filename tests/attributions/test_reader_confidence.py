import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.attributions.reader.confidence import (
    Calibration,
    Evidence,
    Scale,
    load_calibration,
)
from rashomon.errors import ResourceError

NUMBER = st.floats(-1e9, 1e9)
KINDS = [field.name for field in fields(Evidence)]
EVIDENCE = st.builds(Evidence, *[NUMBER] * len(KINDS))
SCALES = st.builds(Scale, st.tuples(*[NUMBER] * len(KINDS)), NUMBER, st.floats(0, 1))
WEIGHTS = {**dict.fromkeys(KINDS, 0.0), "judged": 1.0, "cue": 0.5, "content": -2.0}
ENTRY = {"weights": list(WEIGHTS.values()), "bias": 0.25, "threshold": 0.5}


def evidence(**told: float) -> Evidence:
    return Evidence(**{**dict.fromkeys(KINDS, 0.0), **told})


@given(SCALES, EVIDENCE)
def test_a_confidence_is_a_share(scale: Scale, evidence: Evidence) -> None:
    assert 0 <= scale.of(evidence) <= 1


def test_a_confidence_weighs_the_evidence() -> None:
    scale = Scale(tuple(WEIGHTS.values()), 0.25, 0.5)
    assert scale.of(evidence(judged=0.75, cue=-2, source=9)) == 0.5
    assert scale.of(evidence(judged=3)) > 0.9
    assert scale.of(evidence(judged=-3)) < 0.1


def test_both_scales_are_read(tmp_path: Path) -> None:
    fast = ENTRY | {"threshold": 0.125}
    (tmp_path / "calibration.json").write_text(json.dumps({"fast": fast, "accurate": ENTRY}))
    weights = tuple(WEIGHTS.values())
    assert load_calibration(tmp_path) == Calibration(
        fast=Scale(weights, 0.25, 0.125), accurate=Scale(weights, 0.25, 0.5)
    )


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '"fast"',
        json.dumps({"fast": ENTRY}),
        json.dumps({"fast": ENTRY, "accurate": []}),
        json.dumps({"fast": ENTRY, "accurate": ENTRY | {"weights": [1, 2, 3]}}),
        json.dumps({"fast": ENTRY, "accurate": ENTRY | {"weights": 1}}),
        json.dumps({"fast": ENTRY, "accurate": ENTRY | {"weights": [*KINDS[1:], None]}}),
        json.dumps({"fast": ENTRY, "accurate": ENTRY | {"bias": "high"}}),
        json.dumps({"fast": ENTRY, "accurate": {"weights": ENTRY["weights"], "bias": 0}}),
    ],
)
def test_a_damaged_calibration_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "calibration.json").write_text(content)
    with pytest.raises(ResourceError, match=r"calibration\.json cannot be read.*Install Rashomon"):
        load_calibration(tmp_path)


def test_a_calibration_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "calibration.json").write_bytes(b"\xff\xfe")
    with pytest.raises(ResourceError, match=r"calibration\.json"):
        load_calibration(tmp_path)


def test_a_missing_calibration_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResourceError, match=r"calibration\.json cannot be read: FileNotFoundError"):
        load_calibration(tmp_path)
