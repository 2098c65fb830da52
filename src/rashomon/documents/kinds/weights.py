"""What the wording of a body weighs: two logistic regressions, as a table."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from rashomon.documents.kinds.features import Wording


@dataclass(frozen=True, slots=True)
class Weights:
    """One logistic regression; a positive score speaks for its question."""

    intercept: float
    features: Mapping[str, float]

    def score(self, wording: Wording) -> float:
        """Return the log-odds that a wording gives."""
        return self.intercept + sum(self.contributions(wording).values())

    def contributions(self, wording: Wording) -> dict[str, float]:
        """Return what each feature adds to the log-odds."""
        return {name: self.features.get(name, 0.0) * rate for name, rate in wording.rates.items()}


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, Weights]:
    """Read `weights.toml`, once a process.

    Returns:
        By question: `official` (an official's own text, not a report) and `readout` (of official
        texts: the summary of one call or meeting).
    """
    name = "weights.toml"
    tables = tomllib.loads(files("rashomon.documents.kinds").joinpath(name).read_text("utf-8"))
    return {
        question: Weights(intercept=table.pop("intercept"), features=table)
        for question, table in tables.items()
    }
