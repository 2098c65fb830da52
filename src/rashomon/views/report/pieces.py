"""A text cut into pieces at the edges of the quotes over it, and the marks around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from rashomon.model import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text over which the same quotes lie."""

    start: int  # offset in the text, in code points
    words: str
    quotes: tuple[int, ...]  # their places in the list of quotes, outermost first


@dataclass(frozen=True, slots=True)
class Mark:
    """A quote, or a part of one that other quotes or the edge of a paragraph cut."""

    quote: int
    is_first: bool  # the part where the quote begins
    nodes: tuple[str | Mark, ...]


def cut(text: str, quotes: Sequence[Span], edges: Iterable[int] = ()) -> list[Piece]:
    """Cut a text wherever a quote begins or ends.

    Args:
        text: The whole text.
        quotes: Spans inside it; they may repeat, hold or cross each other.
        edges: Further offsets to cut at.

    Returns:
        Pieces in reading order that make up the text.
    """
    opening: defaultdict[int, set[int]] = defaultdict(set)
    closing: defaultdict[int, set[int]] = defaultdict(set)
    for place, quote in enumerate(quotes):
        opening[quote.start].add(place)
        closing[quote.end].add(place)

    def outermost(place: int) -> tuple[int, int, int]:
        return quotes[place].start, -quotes[place].end, place

    covering: set[int] = set()
    pieces = []
    for start, end in pairwise(sorted({0, len(text), *opening, *closing, *edges})):
        covering = (covering - closing[start]) | opening[start]
        pieces.append(Piece(start, text[start:end], tuple(sorted(covering, key=outermost))))
    return pieces


def nest(pieces: Iterable[Piece], begun: set[int]) -> tuple[str | Mark, ...]:
    """Put marks around neighbouring pieces: a quote inside another is a mark inside a mark.

    Of two quotes that cross, the second is cut in two.

    Args:
        pieces: Neighbours in one text.
        begun: Quotes that have had their first mark; those that get it here are added.
    """
    return _nest(pieces, 0, begun)


def _nest(pieces: Iterable[Piece], depth: int, begun: set[int]) -> tuple[str | Mark, ...]:
    def quote_at_depth(piece: Piece) -> int | None:
        return piece.quotes[depth] if len(piece.quotes) > depth else None

    nodes: list[str | Mark] = []
    for quote, run in groupby(pieces, key=quote_at_depth):
        if quote is None:
            nodes.append("".join(piece.words for piece in run))
            continue
        is_first = quote not in begun
        begun.add(quote)
        nodes.append(Mark(quote, is_first, _nest(run, depth + 1, begun)))
    return tuple(nodes)
