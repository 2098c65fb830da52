"""What the labeller sees of lines: their shapes, hints of their words, and where they stand.

Everything is computed for many pages at once, in arrays over their characters, words and lines.
Nothing is known of one language alone; the hints of `lexicon.toml` have several.
"""

from dataclasses import dataclass

import numpy as np

from rashomon.documents.labelling.hints import describe_hints
from rashomon.documents.labelling.pages import Floats, Numbers, Pages
from rashomon.documents.labelling.places import describe_places
from rashomon.documents.labelling.shapes import describe_shapes


@dataclass(frozen=True, slots=True)
class Features:
    """The features of lines, the lines of all pages in their order."""

    dense: Floats  # shape (n_lines, n_features)
    words: Numbers  # rows of the table of words, line after line
    n_tokens: Numbers  # rows a line, at least one, shape (n_lines,)


def describe(pages: Pages) -> Features:
    """Describe the lines of pages; there is at least one."""
    shapes, hints = describe_shapes(pages), describe_hints(pages.lines)
    places = describe_places(pages, shapes, hints)
    dense = np.concatenate([shapes.features, hints.features.T, places], dtype=np.float32)
    return Features(dense.T, hints.words, hints.n_tokens)
