"""Places in a text: half-open offsets in Unicode code points, and the words found there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from rashomon.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets [start, end) into a text, in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse what cannot be a place in any text."""
        if not 0 <= self.start < self.end:
            raise SpanError(self.start, self.end, self.end)

    def __len__(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quotable place in a text: the offsets, and the words found there."""

    spans: tuple[Span, ...]  # disjoint, in reading order, at least one
    exact: tuple[str, ...]  # exact[i] is the text at spans[i]: a reader can check us

    @classmethod
    def at(cls, text: str, *spans: Span) -> Anchor:
        """Quote a text at the given spans.

        Args:
            text: The document's whole text.
            spans: One or more disjoint spans, in any order.

        Raises:
            SpanError: If a span is outside the text, two overlap, or none is given.
        """
        ordered = tuple(sorted(spans))
        if not ordered:
            raise SpanError(0, 0, len(text))
        for before, after in pairwise(ordered):
            if before.overlaps(after):
                raise SpanError(after.start, before.end, len(text))
        if ordered[-1].end > len(text):
            raise SpanError(ordered[-1].start, ordered[-1].end, len(text))
        return cls(ordered, tuple(text[span.start : span.end] for span in ordered))

    @property
    def start(self) -> int:
        """Offset of the first code point."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Offset after the last code point."""
        return self.spans[-1].end

    @property
    def words(self) -> str:
        """The quoted words in one line, pieces joined by an ellipsis."""
        return " … ".join(self.exact)

    def check(self, text: str) -> None:
        """Verify that the anchor quotes this text.

        Raises:
            SpanError: If the words at an offset are not the ones kept.
        """
        for span, exact in zip(self.spans, self.exact, strict=True):
            if text[span.start : span.end] != exact:
                raise SpanError(span.start, span.end, len(text))

    def overlaps(self, other: Anchor) -> bool:
        """Tell whether the two anchors share a code point."""
        return any(mine.overlaps(its) for mine in self.spans for its in other.spans)
