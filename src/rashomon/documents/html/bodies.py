"""Which blocks of a page are its article."""

from collections import defaultdict
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
EASED = 0.12  # how much less is asked of a block between two of the article's
REACH = 2  # blocks to both sides
# Where no block passes, the page may still hold an article of few or odd words.
LOW_THRESHOLD = 0.2


def find_body(
    root: Element, blocks: Sequence[Block], lines: Sequence[Line], titles: Titles
) -> list[bool]:
    """Find the blocks of a page's article.

    Args:
        root: The root of the tree; its head, scripts, styles and addresses are cut out.
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
    chosen = may_be & choose(blocks, likely, THRESHOLD)
    if not chosen.any():
        chosen = may_be & (likely >= LOW_THRESHOLD)
    return [bool(each) for each in chosen]


def choose(
    blocks: Sequence[Block], likely: NDArray[np.float64], threshold: float
) -> NDArray[np.bool_]:
    """Choose the article's blocks by their probabilities and by what they stand between.

    Args:
        blocks: In reading order.
        likely: How likely each is the article's, in [0, 1].
        threshold: From which probability on a block is the article's whatever its neighbours are.
    """
    sure = likely >= threshold
    # Between paragraphs of the article less is asked: short quotations and subheads.
    padded = np.concatenate([[False] * REACH, sure, [False] * REACH])
    n_blocks = len(sure)
    before = np.any([padded[i : i + n_blocks] for i in range(REACH)], axis=0)
    after = np.any([padded[i + REACH + 1 :][:n_blocks] for i in range(REACH)], axis=0)
    return complete_lists(blocks, sure | (before & after & (likely >= threshold - EASED)))


def may_be_body(blocks: Sequence[Block], titles: Titles) -> NDArray[np.bool_]:
    """Tell which blocks may be the article's: neither the headline nor what is hidden."""
    may_be = np.array([not block.is_hidden for block in blocks])
    if titles.headline is not None:
        may_be[titles.headline] = False
    return may_be


def complete_lists(blocks: Sequence[Block], chosen: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Take lists as one thing: where at least half of the items are the article's, all are.

    Args:
        blocks: In reading order.
        chosen: Whether each is the article's.
    """
    lists: dict[Element, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        if block.element.tag == "li":
            lists[block.element.getparent()].append(index)
    completed = chosen.copy()
    for items in lists.values():
        if 2 * int(chosen[items].sum()) >= len(items):
            completed[items] = True
    return completed
