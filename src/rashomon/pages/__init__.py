"""Pages: the bytes of files and standard input as they came."""

from rashomon.pages.sources import read_pages

__all__ = ["read_pages"]
