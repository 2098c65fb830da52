"""Documents from pages: their text, zones and metadata."""

from rashomon.documents.extract import extract

__all__ = ["extract"]
