"""Time expressions of a document, and what each can mean: found first, then anchored."""

from rashomon.annotations.times.anchoring import anchor
from rashomon.annotations.times.finding import find
from rashomon.annotations.times.words import languages
from rashomon.model import Document, TimeExpression


def find_times(document: Document) -> tuple[TimeExpression, ...]:
    """Find the dates and durations of a document's own story, and give them their values.

    Args:
        document: Its publication and fetch dates are what values are anchored on.

    Returns:
        Time expressions in reading order; one whose value cannot be known says why. None in a
        language that has no tables.
    """
    if document.language not in languages():
        return ()
    return anchor(find(document), document)


__all__ = ["find_times"]
