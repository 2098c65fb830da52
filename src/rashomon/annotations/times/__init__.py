"""Time expressions of a document, and what each can mean: found first, then anchored."""

from rashomon.annotations.times.anchoring import anchor
from rashomon.annotations.times.patterns import find
from rashomon.model import Document, TimeExpression


def find_times(document: Document) -> tuple[TimeExpression, ...]:
    """Find the dates and durations of a document's own story, and give them their values.

    Args:
        document: Its publication and fetch dates are what values are anchored on.

    Returns:
        Time expressions in reading order; one whose value cannot be known says why.
    """
    return anchor(find(document), document)


__all__ = ["find_times"]
