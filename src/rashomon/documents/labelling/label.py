"""One zone a line: what each line of a page is for."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]  # ships no stubs

from rashomon.documents.labelling.features import describe
from rashomon.documents.labelling.mending import mend
from rashomon.documents.labelling.network import Network, load_network
from rashomon.documents.labelling.pages import Floats, Numbers, Pages
from rashomon.documents.labelling.paths import find_paths
from rashomon.documents.labelling.states import IMPOSSIBLE, IS_AHEAD, IS_BODY, IS_HEAD, ZONES
from rashomon.documents.lines import ends_sentence, may_be_paragraph
from rashomon.model import Zone

Chosen: TypeAlias = NDArray[np.bool_]

# Lines of headline, byline, dateline, captions and credits over a body; none of the pages that
# the labeller learns from has more.
MAX_HEAD = 12
MAX_LINES = 10_000  # labelled at once: their features take about 30 MB


def label_pages(pages: Sequence[Sequence[str]]) -> list[list[Zone]]:
    """Label the lines of pages; many pages at once take less time than one by one.

    A page of more than `MAX_LINES` lines is labelled in parts of so many.

    Args:
        pages: The lines of each page in order, without white space around them, none empty.

    Returns:
        One zone a line, in order; none is `Zone.BODY` when a page holds no article.
    """
    network = load_network()
    with _threads().limit(limits=1, user_api="blas"):
        zones = [zone for part in _cut(pages) for zone in label_with(network, part)]
    ends = list(accumulate(map(len, pages)))
    return [zones[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    """Find the libraries that multiply matrices; a second thread waits more than it works here."""
    return ThreadpoolController()


def _cut(pages: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """Cut pages into parts that are labelled at once."""
    batch: list[Sequence[str]] = []
    n_lines = 0
    for page in pages:
        for start in range(0, len(page), MAX_LINES):
            part = page[start : start + MAX_LINES]
            if n_lines + len(part) > MAX_LINES:
                yield batch
                batch, n_lines = [], 0
            batch.append(part)
            n_lines += len(part)
    if batch:
        yield batch


def label_with(network: Network, parts: Sequence[Sequence[str]]) -> list[Zone]:
    """Label the lines of pages, one page after the other, at once."""
    pages = Pages.of(parts)
    scores = network.score(pages, describe(pages))
    path = find_paths(scores, pages.lengths, network.changes, network.start, network.end)
    zones: list[Zone] = []
    for start, end in zip(pages.starts.tolist(), pages.ends.tolist(), strict=True):
        lines = pages.lines[start:end]
        walk = _walk_again(network, lines, scores[start:end], path[start:end])
        zones += mend(lines, [ZONES[state] for state in walk.tolist()])
    return zones


def _walk_again(network: Network, lines: Sequence[str], scores: Floats, path: Numbers) -> Numbers:
    """Walk a page again on which something was found that no article has.

    A list of stories with authors and days looks like one long head; its titles, like a body, but
    none of them is a sentence. And what is prose for the most part holds an article: a paragraph
    that was pasted alone.
    """
    head = np.flatnonzero(IS_HEAD[path])
    if len(head) > MAX_HEAD:
        is_beyond = np.arange(len(path)) >= head[MAX_HEAD]
        scores = _forbid(scores, is_beyond, IS_HEAD)
        path = _walk(network, scores)
    body = np.flatnonzero(IS_BODY[path])
    if len(body) and not any(may_be_paragraph(lines[row]) for row in body.tolist()):
        is_title = np.array([not may_be_paragraph(line) for line in lines])
        path = _walk(network, _forbid(scores, is_title, IS_BODY))
    elif not len(body) and _is_prose(lines):
        last = np.arange(len(path)) == len(path) - 1
        path = _walk(network, _forbid(scores, last, IS_AHEAD))
    return path


def _is_prose(lines: Sequence[str]) -> bool:
    n_prose = sum(len(line) for line in lines if ends_sentence(line))  # a menu may be one long line
    return 2 * n_prose > sum(map(len, lines))


def _forbid(scores: Floats, lines: Chosen, states: Chosen) -> Floats:
    return np.where(lines[:, None] & states, np.float32(IMPOSSIBLE), scores)


def _walk(network: Network, scores: Floats) -> Numbers:
    length = np.array([len(scores)])
    return find_paths(scores, length, network.changes, network.start, network.end)
