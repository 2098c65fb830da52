"""Documents from pages: their text, zones and metadata."""

from rashomon.documents.containment import LIMITS, Limits
from rashomon.documents.extract import extract

__all__ = ["LIMITS", "Limits", "extract"]
