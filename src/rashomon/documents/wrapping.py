"""Texts wrapped by hand: paragraphs cut into lines of one width, as press offices mail them."""

import re
from itertools import pairwise

BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)+")
MIN_WIDTH, MAX_WIDTH = 50, 120  # columns; terminals, mails and typewriters
# Of the width: a line is full when the next word would have gone beyond. Hand-wrapped is ragged.
FULL = 0.9
MIN_BREAKS = 4  # fewer line ends show no width


def unwrap(text: str) -> str:
    """Join the lines of paragraphs that were wrapped to a width, and leave other texts alone.

    A text may be wrapped when none of its lines is longer than a page is wide. Of its blocks
    between blank lines, one is wrapped when every line ends where the next line's first word would
    have gone over the edge. Each line end that is joined becomes a blank, so offsets stay.
    """
    width = max(map(len, text.split("\n")))
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return text
    wrapped = [block for block in BLOCK.finditer(text) if _is_wrapped(block.group(), width)]
    if sum(block.group().count("\n") for block in wrapped) < MIN_BREAKS:
        return text
    return BLOCK.sub(lambda block: _join(block.group(), width), text)


def _join(block: str, width: int) -> str:
    return block.replace("\n", " ") if _is_wrapped(block, width) else block


def _is_wrapped(block: str, width: int) -> bool:
    return all(_is_full(line, following, width) for line, following in pairwise(block.split("\n")))


def _is_full(line: str, following: str, width: int) -> bool:
    first_word = following.split(maxsplit=1)[:1]
    return bool(first_word) and len(line) + 1 + len(first_word[0]) > FULL * width
