"""Links of source, cue and content, and which of several stay."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.attributions.reader.confidence import Evidence
from rashomon.attributions.reader.labels import Range
from rashomon.model import Force

# Two contents that share this much of the smaller one tell the same words twice.
SHARED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What was found for one cue, in offsets of code points, half-open.

    Attributes:
        source: The ranges of the source, disjoint, in reading order; none if nobody is named.
        cue: The ranges of the cue, at least one.
        contents: The ranges of the content, at least one.
        force: What the source does in saying it.
        confidence: How likely it is right, in [0, 1].
        evidence: What the network said for it, None where a rule found it.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    contents: tuple[Range, ...]
    force: Force
    confidence: float
    evidence: Evidence | None = None

    @property
    def size(self) -> int:
        """Number of code points of the content."""
        return sum(stop - first for first, stop in self.contents)

    def holds(self, other: "Link") -> bool:
        """Whether the other's cue stands in this one's content."""
        return any(_within(piece, self.contents) for piece in other.cue)


def _within(piece: Range, ranges: Sequence[Range]) -> bool:
    return any(first <= piece[0] and piece[1] <= stop for first, stop in ranges)


def shared(left: Sequence[Range], right: Sequence[Range]) -> int:
    """Count the code points that two lists of ranges have in common."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in left for b in right)


def without_rivals(links: Sequence[Link]) -> list[Link]:
    """Keep the likelier of two links that tell the same words.

    Rivals share a word of their cues, or half of the smaller content without one being nested in
    the other.

    Returns:
        What stays, in reading order of the cues.
    """
    kept: list[Link] = []
    for link in sorted(links, key=lambda each: (-each.confidence, each.cue)):
        near = (each for each in kept if _are_near(each, link))
        if not any(_are_rivals(each, link) for each in near):
            kept.append(link)
    return sorted(kept, key=lambda each: (each.cue, each.contents))


def _are_near(left: Link, right: Link) -> bool:
    first = min(left.cue[0][0], left.contents[0][0])
    stop = max(left.cue[-1][1], left.contents[-1][1])
    return first < max(right.cue[-1][1], right.contents[-1][1]) and (
        min(right.cue[0][0], right.contents[0][0]) < stop
    )


def _are_rivals(left: Link, right: Link) -> bool:
    if shared(left.cue, right.cue):
        return True
    if left.holds(right) != right.holds(left):
        return False
    return shared(left.contents, right.contents) >= SHARED * min(left.size, right.size)


def parents_of(links: Sequence[Link]) -> list[int | None]:
    """Find, for each link, the smallest larger one whose content holds its cue.

    Returns:
        Per link, the number of the link it is nested in, or None.
    """
    parents: list[int | None] = []
    for link in links:
        holders = [
            number
            for number, other in enumerate(links)
            if other is not link and other.size > link.size and other.holds(link)
        ]
        parents.append(min(holders, key=lambda number: links[number].size, default=None))
    return parents
