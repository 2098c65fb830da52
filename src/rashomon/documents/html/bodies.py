"""Which blocks of a page are its article."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rashomon.documents.html.blocks import Block, Element
from rashomon.documents.html.evidence import find_evident
from rashomon.documents.html.features import Titles, compute_features
from rashomon.documents.html.forest import load_forest
from rashomon.documents.lines import Line

MODEL = "body_model"
THRESHOLD = 0.5  # cross-validated on dev: F1 is flat between .45 and .6
# Where no block passes, the page may still hold an article of few or odd words.
LOW_THRESHOLD = 0.2


def find_body(
    root: Element, blocks: Sequence[Block], lines: Sequence[Line], titles: Titles
) -> list[bool]:
    """Find the blocks of a page's article.

    Args:
        root: The root of the tree; left as it is.
        blocks: Of the tree, in reading order; at least one.
        lines: The same blocks as lines of text.
        titles: What the page calls itself.

    Returns:
        Whether each block is the article's; the headline and what is hidden never are.
    """
    evident = find_evident(root, blocks)
    rows = compute_features(blocks, lines, titles, evident)
    likely = load_forest(MODEL).probabilities(rows)
    may_be = may_be_body(blocks, titles)
    chosen = may_be & (likely >= THRESHOLD)
    if not chosen.any():
        chosen = may_be & (likely >= LOW_THRESHOLD)
    return [bool(each) for each in chosen]


def may_be_body(blocks: Sequence[Block], titles: Titles) -> NDArray[np.bool_]:
    """Tell which blocks may be the article's: neither the headline nor what is hidden."""
    may_be = np.array([not block.is_hidden for block in blocks])
    if titles.headline is not None:
        may_be[titles.headline] = False
    return may_be
