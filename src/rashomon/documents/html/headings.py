"""What the page calls itself, and which of its blocks says so."""

from collections.abc import Sequence
from functools import lru_cache

from rashomon.documents.html.blocks import Block

MARKS = bytes(code for code in range(128) if not chr(code).isalnum())  # of ASCII
MIN_LETTERS = 10  # of a title: shorter ones are sections' names ("World")
MIN_LETTERS_DENSE = 4  # of one in a script without blanks
H1_WORTH = 1_000  # letters: an <h1> that repeats the title is the headline whatever else does


@lru_cache(maxsize=4096)  # every line is asked for several times while its page is read
def squeeze(text: str) -> str:
    """Reduce a text to its letters and digits, in lower case, to compare it with another."""
    if text.isascii():
        return text.encode("ascii").translate(None, MARKS).decode("ascii").lower()
    return "".join(filter(str.isalnum, text)).lower()


def find_headline(blocks: Sequence[Block], titles: Sequence[str]) -> int | None:
    """Find the block that is the headline.

    Args:
        blocks: In reading order.
        titles: What the page calls itself, the most trusted first.

    Returns:
        Its index: the longest block that one of the titles contains, an <h1> before others; else
        the first <h1>; None when there is neither.
    """
    squeezed = [letters for title in titles if (letters := squeeze(title))]
    best, chosen = 0, None
    for index, block in enumerate(blocks):
        is_h1 = block.element.tag == "h1"
        if block.is_hidden or (len(block.text) > 400 and not is_h1):
            continue
        letters = squeeze(block.text)
        n_needed = MIN_LETTERS if block.text.isascii() else MIN_LETTERS_DENSE
        if len(letters) < n_needed or not any(letters in title for title in squeezed):
            continue
        worth = len(letters) + H1_WORTH * is_h1
        if worth > best:
            best, chosen = worth, index
    if chosen is not None:
        return chosen
    return next(
        (i for i, b in enumerate(blocks) if b.element.tag == "h1" and not b.is_hidden), None
    )
