"""Links of source, cue and content, and which of several stay."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.attributions.reader.confidence import Evidence
from rashomon.attributions.reader.labels import Range
from rashomon.model import Force

# Two contents that share this much of the smaller one tell the same words twice.
SHARED = 0.5
STRETCH = 512  # code points; links are only held against those that touch the same ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What was found for one cue, in offsets of code points, half-open.

    Attributes:
        source: The ranges of the source, disjoint, in reading order; none if nobody is named.
        cue: The ranges of the cue, at least one.
        contents: The ranges of the content, at least one.
        force: What the source does in saying it.
        confidence: How likely it is right, in [0, 1].
        evidence: What the network said for it.
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
    near: dict[int, list[Link]] = defaultdict(list)  # what is kept, by the stretches it touches
    for link in sorted(links, key=lambda each: (-each.confidence, each.cue)):
        stretches = _stretches_of(link)
        if not any(_are_rivals(each, link) for number in stretches for each in near[number]):
            kept.append(link)
            for number in stretches:
                near[number].append(link)
    return sorted(kept, key=lambda each: (each.cue, each.contents))


def _stretches_of(link: Link) -> set[int]:
    """Number the stretches of the text that a cue and a content touch."""
    return {
        number
        for first, stop in (*link.cue, *link.contents)
        for number in range(first // STRETCH, stop // STRETCH + 1)
    }


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
    near: dict[int, list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        for stretch in _stretches_of(link):
            near[stretch].append(number)
    parents: list[int | None] = []
    for number, link in enumerate(links):
        holders = [
            other
            for other in near[link.cue[0][0] // STRETCH]
            if other != number and links[other].size > link.size and links[other].holds(link)
        ]
        parents.append(min(holders, key=lambda holder: links[holder].size, default=None))
    return parents
