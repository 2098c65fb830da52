"""A text as the network reads it: pieces of words with a feature each, and windows on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rashomon.attributions.quotations import Quoted
from rashomon.model import Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Numbers = NDArray[np.int64]

FIRST_PIECE, LAST_PIECE = 101, 102  # [CLS], [SEP]
# A feature says how a piece is written and where: 0 small, 1 Title, 2 CAPITALS; +3 if quoted;
# +6 if it belongs to the cue that is asked about. The network's own pieces cannot tell these.
N_SHAPES = 3
QUOTED = N_SHAPES
MARKED = 2 * N_SHAPES
N_FEATURES = 4 * N_SHAPES

# Pieces the first pass takes at once; a longer line is cut, and each part also sees this many
# pieces of its neighbours.
WINDOW = 254
OVERLAP = 64
# Pieces on each side of a cue that the second pass reads: 99 % of PolNeAR's links lie within.
REACH = 80
# Pieces of the next paragraph it reads where that one goes on with a quotation.
NEXT = 48


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a document's readable lines, as columns of shape (n_pieces,).

    Attributes:
        ids: The tokenizer's numbers.
        features: How each is written, in [0, 6).
        starts: Offset of its first code point.
        ends: Offset after its last code point.
        is_first: Whether it begins a word; words are judged by their first piece.
        lines: The number of its line, rising.
    """

    ids: Numbers
    features: Numbers
    starts: Numbers
    ends: Numbers
    is_first: NDArray[np.bool_]
    lines: Numbers

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self.ids)

    def places(self, *ranges: tuple[int, int]) -> tuple[tuple[int, int], ...]:
        """Return the offsets of ranges of pieces, cut where a line ends."""
        found: list[tuple[int, int]] = []
        for first, stop in ranges:
            edges = first + 1 + np.flatnonzero(np.diff(self.lines[first:stop]))
            for start, end in pairwise([first, *edges.tolist(), stop]):
                found.append((int(self.starts[start]), int(self.ends[end - 1])))
        return tuple(found)


def cut(
    tokenizer: "Tokenizer", text: str, lines: Sequence[Span], quoted: Sequence[Quoted]
) -> Pieces:
    """Cut the lines of a text into pieces.

    Args:
        tokenizer: An uncased WordPiece tokenizer that neither truncates nor pads.
        text: The document's whole text.
        lines: The lines to read, in reading order, disjoint.
        quoted: The quoted stretches of the text, in reading order.
    """
    is_quoted = np.zeros(len(text) + 1, dtype=bool)
    for stretch in quoted:
        is_quoted[stretch.span.start : stretch.span.end] = True
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    words: list[int] = []
    numbers: list[int] = []
    n_words = 0
    for number, line in enumerate(lines):
        encoding = tokenizer.encode(text[line.start : line.end], add_special_tokens=False)
        ids += encoding.ids
        starts += [line.start + start for start, _ in encoding.offsets]
        ends += [line.start + end for _, end in encoding.offsets]
        words += [n_words + word for word in encoding.word_ids if word is not None]
        numbers += [number] * len(encoding.ids)
        n_words = words[-1] + 1 if words else 0
    word_of = np.array(words, dtype=np.int64)
    is_first = np.diff(word_of, prepend=-1) > 0
    first = np.array(starts, dtype=np.int64)
    shapes = _shapes(text, first, np.array(ends, dtype=np.int64), word_of, is_first)
    return Pieces(
        ids=np.array(ids, dtype=np.int64),
        features=shapes + QUOTED * is_quoted[first],
        starts=first,
        ends=np.array(ends, dtype=np.int64),
        is_first=is_first,
        lines=np.array(numbers, dtype=np.int64),
    )


def _shapes(
    text: str, starts: Numbers, ends: Numbers, words: Numbers, is_first: NDArray[np.bool_]
) -> Numbers:
    begins = np.flatnonzero(is_first)
    if not len(begins):
        return np.zeros(0, dtype=np.int64)
    lasts = np.append(begins[1:], len(words)) - 1
    shapes = [
        0
        if not text[start].isupper()
        else 2
        if text[start:end].isupper() and end - start > 1
        else 1
        for start, end in zip(starts[begins].tolist(), ends[lasts].tolist(), strict=True)
    ]
    return np.repeat(np.array(shapes, dtype=np.int64), lasts - begins + 1)


def windows(pieces: Pieces) -> list[tuple[int, int, int, int]]:
    """Cut a document into windows for the first pass.

    Returns:
        (first, stop, core first, core stop) in piece numbers: what is read, and the part of it
        that this window judges. Whole lines as long as they fit; a longer line is cut, and each
        part sees OVERLAP pieces of its neighbours. The cores cover every piece once.
    """
    found: list[tuple[int, int, int, int]] = []
    if not len(pieces):
        return found
    breaks = np.flatnonzero(np.diff(pieces.lines)) + 1
    first = 0
    for begin, end in pairwise([0, *breaks.tolist(), len(pieces)]):
        if end - first <= WINDOW:
            continue
        if begin > first:
            found.append((first, begin, first, begin))
        first = begin
        while end - first > WINDOW:
            stop = first + WINDOW - OVERLAP
            found.append((max(begin, first - OVERLAP), min(end, stop + OVERLAP), first, stop))
            first = stop
        if first > begin:  # the rest of a long line stands alone, with what it follows
            found.append((max(begin, first - OVERLAP), end, first, end))
            first = end
    if first < len(pieces):
        found.append((first, len(pieces), first, len(pieces)))
    return found


def around(pieces: Pieces, first: int, stop: int) -> tuple[int, int]:
    """Return the pieces that the second pass reads for a cue: its line, REACH on each side.

    Where the next line opens with a quotation, NEXT of its pieces are read too.
    """
    line = pieces.lines[first]
    begin = int(np.searchsorted(pieces.lines, line, "left"))
    end = int(np.searchsorted(pieces.lines, line, "right"))
    if end < len(pieces) and pieces.features[end] >= QUOTED:
        end = min(end + NEXT, int(np.searchsorted(pieces.lines, pieces.lines[end], "right")))
    return max(begin, first - REACH), min(end, stop + REACH)


def columns(
    pieces: Pieces, first: int, stop: int, cue: tuple[int, int] | None
) -> dict[str, Numbers]:
    """Lay a window out as the network's input, between the two pieces that frame a text.

    Args:
        pieces: The document.
        first: First piece of the window.
        stop: One past its last piece.
        cue: The cue that is asked about, as a range of pieces inside the window, or None.

    Returns:
        Columns of shape (stop - first + 2,).
    """
    ids = np.empty(stop - first + 2, dtype=np.int64)
    ids[0], ids[-1] = FIRST_PIECE, LAST_PIECE
    ids[1:-1] = pieces.ids[first:stop]
    features = np.zeros_like(ids)
    features[1:-1] = pieces.features[first:stop]
    if cue is not None:
        features[1 + cue[0] - first : 1 + cue[1] - first] += MARKED
    return {"input_ids": ids, "token_type_ids": features}
