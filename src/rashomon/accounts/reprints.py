"""Reprints: texts that are near the same word for word count as one voice.

Two texts are one when nearly all runs of five words of the shorter stand in the longer (Broder
1997, "On the resemblance and containment of documents").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.model import Reading, Zone

N_WORDS = 5  # of a shingle
MIN_CONTAINED = 0.8  # of the shorter text's shingles
MIN_LENGTH_SHARE = (
    0.5  # of the longer text: a short text inside a long one is quoted, not reprinted
)


@dataclass(frozen=True, slots=True)
class Reprint:
    """A text that another one repeats."""

    reading: Reading
    original: Reading
    share: float  # of its words that stand in the other, in [0, 1]

    @property
    def is_joint(self) -> bool:
        """Whether two sides put the same words forward, so that both speak in them."""
        sides = {self.reading.document.side, self.original.document.side}
        return len(sides) > 1 and None not in sides


def find_reprints(readings: Sequence[Reading]) -> list[Reprint]:
    """Find the texts that repeat an earlier one of those given.

    Args:
        readings: In their order.

    Returns:
        At most one record for each reading but the first.
    """
    found: list[Reprint] = []
    shingles = [_shingles(reading) for reading in readings]
    for place, mine in enumerate(shingles):
        for earlier in range(place):
            theirs = shingles[earlier]
            longer, shorter = max(len(mine), len(theirs)), min(len(mine), len(theirs))
            if not shorter or shorter < MIN_LENGTH_SHARE * longer:
                continue
            share = len(mine & theirs) / shorter
            if share >= MIN_CONTAINED:
                found.append(Reprint(readings[place], readings[earlier], share))
                break
    return found


def _shingles(reading: Reading) -> frozenset[tuple[str, ...]]:
    text = reading.document.text
    spans = reading.document.spans_of(Zone.BODY)
    words = [word for span in spans for word in text[span.start : span.end].lower().split()]
    stops = range(N_WORDS, max(N_WORDS, len(words)) + 1)
    return frozenset(tuple(words[stop - N_WORDS : stop]) for stop in stops if words)
