"""Krippendorff's alpha for two coders and categories without an order."""

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


def alpha(counts: Mapping[tuple[T, T], int]) -> float | None:
    """Measure agreement beyond what chance would give: 1 when perfect, 0 at chance.

    One minus observed over expected disagreement, both from the table of coincidences, into which
    every unit enters twice. Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability",
    part B; Krippendorff 2004, "Content Analysis", chapter 11.

    Args:
        counts: How often the first coder gave one value and the second another.

    Returns:
        None when all values are alike, or there are none: nothing can then be told from chance.
    """
    values: Counter[T] = Counter()
    for (one, other), n_units in counts.items():
        values[one] += n_units
        values[other] += n_units
    n_values = values.total()
    observed = sum(2 * n_units for (one, other), n_units in counts.items() if one != other)
    by_chance = n_values**2 - sum(n**2 for n in values.values())
    if not by_chance:
        return None
    return 1 - (n_values - 1) * observed / by_chance
