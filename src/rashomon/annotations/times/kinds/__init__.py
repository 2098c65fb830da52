"""The grammar, one file a kind of expression.

Where two rules match the same words, the one that begins first wins, then the longer one, then the
one that stands first here.
"""

from rashomon.annotations.times.kinds import (
    clocks,
    counted,
    days,
    durations,
    holidays,
    numeric,
    periods,
    references,
    repeated,
    shifts,
    weekdays,
    years,
)
from rashomon.annotations.times.rule import Forms, Rule

KINDS = (
    numeric,
    days,
    holidays,
    clocks,
    counted,
    repeated,
    shifts,
    weekdays,
    periods,
    years,
    durations,
    references,
)


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of all kinds, over the words of a language."""
    return tuple(rule for kind in KINDS for rule in kind.rules(forms))


__all__ = ["rules"]
