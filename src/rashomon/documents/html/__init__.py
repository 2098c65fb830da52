"""Documents from pages of HTML."""

from rashomon.documents.html.extract import extract_html

__all__ = ["extract_html"]
