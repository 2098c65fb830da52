"""What was learned, as numbers for the package's JSON."""

from collections.abc import Iterable

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler


def line_of(scaler: StandardScaler, fitted: LogisticRegression) -> dict[str, object]:
    """Write out a regression over scaled features."""
    return {
        "means": rounded(scaler.mean_),
        "scales": rounded(scaler.scale_),
        "weights": rounded(fitted.coef_[0]),
        "bias": round(float(fitted.intercept_[0]), 5),
    }


def rounded(values: Iterable[float]) -> list[float]:
    """Round to five places: enough for the same judgements."""
    return [round(float(value), 5) for value in np.asarray(values)]
