"""What the network's scores are worth: how often links with such scores are right."""

import json
from dataclasses import astuple, dataclass, fields
from importlib.resources.abc import Traversable
from math import exp

from rashomon.errors import ResourceError


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the network says for a link: log odds of the judgement, then mean log probabilities."""

    judged: float
    cue: float
    source: float
    content: float


@dataclass(frozen=True, slots=True)
class Scale:
    """A logistic regression from evidence to confidence (Platt 1999), and where it is cut.

    Attributes:
        weights: One a field of Evidence.
        bias: The constant term.
        threshold: The confidence below which a link is not told: best full F1 on held-out articles.
    """

    weights: tuple[float, ...]
    bias: float
    threshold: float

    def of(self, evidence: Evidence) -> float:
        """Return the confidence, in [0, 1]."""
        odds = self.bias + sum(
            weight * value for weight, value in zip(self.weights, astuple(evidence), strict=True)
        )
        return 1 / (1 + exp(-max(-50.0, min(50.0, odds))))


@dataclass(frozen=True, slots=True)
class Calibration:
    """A scale for each mode."""

    fast: Scale
    accurate: Scale


def load_calibration(folder: Traversable) -> Calibration:
    """Read `calibration.json`.

    Raises:
        ResourceError: If it is missing or does not hold two scales.
    """
    try:
        table = json.loads(folder.joinpath("calibration.json").read_text("utf-8"))
        return Calibration(**{mode: _scale(table[mode]) for mode in ("fast", "accurate")})
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ResourceError(
            f"the reader's calibration.json cannot be read: {error!r}",
            "Install Rashomon again: its weights and its code belong together.",
        ) from error


def _scale(entry: dict[str, object]) -> Scale:
    weights = entry["weights"]
    if not isinstance(weights, list) or len(weights) != len(fields(Evidence)):
        raise ValueError("a scale needs one weight for each field of Evidence")
    return Scale(
        tuple(float(weight) for weight in weights),
        float(str(entry["bias"])),
        float(str(entry["threshold"])),
    )
