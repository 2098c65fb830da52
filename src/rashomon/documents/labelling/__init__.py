"""A trained labeller: one zone for every line of a page of plain text."""

from rashomon.documents.labelling.label import label_pages

__all__ = ["label_pages"]
