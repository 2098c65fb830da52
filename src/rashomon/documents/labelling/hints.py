"""Hints of words: what the words of a line are known for, in any of the lexicon's languages."""

from dataclasses import dataclass

import numpy as np

from rashomon.documents.labelling.pages import Floats, Numbers
from rashomon.documents.labelling.words import Words, load_lexicon

MAX_WEIGHED = 16  # words; of a line with more only those at its beginning and its end are weighed
N_FIRST, N_LAST = 5, 5
# Categories that stand for one thing: dates, authors, pictures, menus, the page's own words.
GROUPS = (
    ("month", "weekday", "clock"),
    ("role",),
    ("picture", "agency"),
    ("menu", "desk"),
    ("sharing", "service"),
    ("listing",),
)


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of the words of lines."""

    features: Floats  # shape (4 * n_kinds, n_lines): first, last, any, share
    groups: tuple[Floats, ...]  # whether a line has a word of a group; then whether "by" opens it
    rows: Numbers  # row in the network's table of every word that is weighed
    n_weighed: Numbers  # words a line


def describe_hints(words: Words) -> Hints:
    """Weigh the words of lines; of a long line only those at its beginning and its end."""
    sizes, starts, line_of = words.sizes, words.starts, words.line_of
    place = np.arange(len(words.packed)) - starts[line_of]
    size = sizes[line_of]
    weighed = np.flatnonzero((size <= MAX_WEIGHED) | (place < N_FIRST) | (place >= size - N_LAST))
    n_weighed = np.where(sizes <= MAX_WEIGHED, sizes, N_FIRST + N_LAST)
    ends = np.cumsum(n_weighed)
    kinds = words.kinds_of(weighed)
    first, last = kinds[ends - n_weighed], kinds[ends - 1]
    sums = np.add.reduceat(kinds, ends - n_weighed, dtype=np.uint8)
    n_kinds = kinds.shape[1]
    features = np.empty((4 * n_kinds, len(sizes)), np.float32)
    for number, values in enumerate((first, last, sums > 0, sums)):
        features[number * n_kinds : (number + 1) * n_kinds] = values.T
    features[3 * n_kinds :] /= n_weighed
    categories = load_lexicon()[0]
    is_any = features[2 * n_kinds : 3 * n_kinds]
    groups = [is_any[[categories.index(name) for name in group]].max(axis=0) for group in GROUPS]
    return Hints(
        features=features,
        groups=(*groups, features[categories.index("by")]),
        rows=words.rows_of(weighed),
        n_weighed=n_weighed,
    )
