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

    dense: Floats  # shape (n_features, n_lines)
    rows: Numbers  # of the table of words, line after line
    n_weighed: Numbers  # rows a line, at least one, shape (n_lines,)


def describe(pages: Pages) -> Features:
    """Describe the lines of pages; there is at least one."""
    shapes = describe_shapes(pages)
    hints = describe_hints(shapes.words)
    places = describe_places(pages, shapes, hints)
    dense = np.concatenate([shapes.features, hints.features, places])
    return Features(dense, hints.rows, hints.n_weighed)
