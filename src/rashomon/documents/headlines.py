"""The headline: the line above an article that says what it is about."""

from collections import Counter
from collections.abc import Sequence

from rashomon.documents.lines import Line, ends_sentence

MAX_HEADLINE = 250  # code points
MIN_WORDS, MAX_WORDS = 3, 30
MIN_UNSPACED = 8  # code points of a headline in a script without blanks
MIN_LETTERS = 4
MAX_DISTANCE = 30  # candidates: menus further up are not about the article

# Set by hand on pages of our own; no gold holds headlines.
SHARED = 3.0  # times the share of words that the article repeats
REPEATED = 0.7  # a title also stands in the breadcrumb and in the page's name
UNFINISHED = 1.0  # headlines end without a full stop
PER_LINE_AWAY = -0.12


def may_be_headline(line: Line) -> bool:
    """Tell whether a line has a headline's length."""
    if line.is_bullet or len(line.text) > MAX_HEADLINE or len(line.words) > MAX_WORDS:
        return False
    return len(line.words) >= MIN_WORDS or (
        len(line.text) >= MIN_UNSPACED and not line.text.isascii() and bool(line.words)
    )


def find_headline(
    lines: Sequence[Line], candidates: Sequence[int], article: Sequence[Line]
) -> int | None:
    """Choose the headline.

    Args:
        lines: The page's lines.
        candidates: Indices of the lines that may be it, in order, all above the article.
        article: The lines of the article.

    Returns:
        The index of the best candidate; of equal ones the first. None when there is none.
    """
    nearest = candidates[-MAX_DISTANCE:]
    if not nearest:
        return None
    vocabulary = {word.lower() for line in article for word in line.words}
    counts = Counter(line.text for line in lines)

    def score(rank: int) -> float:
        line = lines[nearest[rank]]
        content = [word.lower() for word in line.words if len(word) >= MIN_LETTERS]
        shared = sum(word in vocabulary for word in content) / max(2, len(content))
        return (
            SHARED * shared
            + REPEATED * (counts[line.text] > 1)
            + UNFINISHED * (not ends_sentence(line.text) or line.text.endswith(("?", "!")))
            + PER_LINE_AWAY * (len(nearest) - 1 - rank)
        )

    return nearest[max(range(len(nearest)), key=score)]
