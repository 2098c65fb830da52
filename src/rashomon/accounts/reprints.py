"""Reprints: texts that are near the same word for word count as one voice.

A text is a copy when nearly all its runs of five words stand in another of like length (Broder
1997, "On the resemblance and containment of documents").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.model import Reading, Zone

N_WORDS = 5  # of a shingle
MIN_CONTAINED = 0.8  # of a text's shingles, that stand in the other
MIN_LENGTH_SHARE = (
    0.5  # of the longer text: a short text inside a long one is quoted, not reprinted
)

Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reprint:
    """A text that stands in another one."""

    reading: Reading
    original: Reading
    share: float  # of its words that stand in the other, in [0, 1]
    is_joint: bool  # two sides put the same words forward: both speak in them


def find_reprints(readings: Sequence[Reading]) -> list[Reprint]:
    """Find the texts that stand in another one of those given, and need not be searched twice.

    Of two copies, one in a side's own name is kept before one that is nobody's, else the one that
    holds the other, else the first.

    Args:
        readings: In their order.

    Returns:
        At most one record for a reading.
    """
    shingles = [_shingles(reading) for reading in readings]
    dropped: dict[int, Reprint] = {}
    joint: dict[int, Reprint] = {}
    for first, second in combinations(range(len(readings)), 2):
        sizes = sorted((len(shingles[first]), len(shingles[second])))
        if not sizes[0] or sizes[0] < MIN_LENGTH_SHARE * sizes[1]:
            continue
        sides = {readings[place].document.side for place in (first, second)}
        for copy, kept in _by_rank(readings, first, second):
            share = len(shingles[copy] & shingles[kept]) / len(shingles[copy])
            if share < MIN_CONTAINED or {copy, kept} & dropped.keys():
                continue
            is_joint = len(sides) > 1 and None not in sides
            found = Reprint(readings[copy], readings[kept], share, is_joint)
            (joint if is_joint else dropped).setdefault(copy, found)
            break
    return [each for copy, each in sorted({**joint, **dropped}.items())]


def _by_rank(readings: Sequence[Reading], first: int, second: int) -> list[tuple[int, int]]:
    """Return which text may be the copy and which be kept, the better way first.

    A side's own text is never the copy of one that is nobody's.
    """
    is_own = [readings[place].document.is_own_account for place in (first, second)]
    ways = [(second, first), (first, second)]
    if is_own[0] == is_own[1]:
        return ways
    return ways[:1] if is_own[0] else ways[1:]


def _shingles(reading: Reading) -> Shingles:
    text = reading.document.text
    spans = reading.document.spans_of(Zone.BODY)
    words = [word for span in spans for word in text[span.start : span.end].lower().split()]
    stops = range(N_WORDS, max(N_WORDS, len(words)) + 1)
    return frozenset(tuple(words[stop - N_WORDS : stop]) for stop in stops if words)
