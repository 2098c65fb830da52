"""One zone a line: what each line of a page is for."""

from collections.abc import Iterator, Sequence

from rashomon.documents.labelling.features import describe
from rashomon.documents.labelling.mending import mend
from rashomon.documents.labelling.network import Network, load_network
from rashomon.documents.labelling.pages import Pages
from rashomon.documents.labelling.paths import find_paths
from rashomon.documents.labelling.states import ZONES
from rashomon.model import Zone

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
    zones = (zone for part in _cut(pages) for zone in label_with(network, part))
    return [[next(zones) for _ in page] for page in pages]


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
    zones = [ZONES[state] for state in path.tolist()]
    for start, end in zip(pages.starts.tolist(), pages.ends.tolist(), strict=True):
        zones[start:end] = mend(pages.lines[start:end], zones[start:end])
    return zones
