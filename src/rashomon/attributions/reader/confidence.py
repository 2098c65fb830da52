"""What the network's scores are worth: how often links with such scores are right."""

import json
from dataclasses import astuple, dataclass, fields
from importlib.resources.abc import Traversable
from math import exp

from rashomon.errors import ResourceError


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a link.

    Attributes:
        judged: Log odds of the second pass that the cue is one; in fast mode, as `content`, of its
            words.
        cue: Mean log probability that the cue's words belong to one; in fast mode, of the tie.
        source: That of the source's words, or of there being none.
        content: That of the content's words.
        weakest: That of the content's least sure word.
        words: Natural logarithm of the number of the content's words, and one.
        quoted: Share of them inside quotation marks, in [0, 1].
        named: 1 if there is a source, else 0.
    """

    judged: float
    cue: float
    source: float
    content: float
    weakest: float
    words: float
    quoted: float
    named: float


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
