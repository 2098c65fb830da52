"""Rashomon finds who said what, and sets the accounts of the sides next to each other.

>>> from rashomon import compare, read, read_pages
>>> readings = list(read(read_pages(["readouts.jsonl"])))  # doctest: +SKIP
>>> comparison = compare(readings)  # doctest: +SKIP

It compares; it never says who is right.
"""

from rashomon.errors import InputError, RashomonError, ResourceError
from rashomon.model import (
    Attribution,
    Claim,
    Comparison,
    Document,
    Event,
    Page,
    Reading,
    Rejection,
    Span,
)
from rashomon.pages import read_pages
from rashomon.pipeline import attribute, compare, extract, read

__all__ = [
    "Attribution",
    "Claim",
    "Comparison",
    "Document",
    "Event",
    "InputError",
    "Page",
    "RashomonError",
    "Reading",
    "Rejection",
    "ResourceError",
    "Span",
    "attribute",
    "compare",
    "extract",
    "read",
    "read_pages",
]
