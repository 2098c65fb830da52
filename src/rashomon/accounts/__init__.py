"""The accounts of the sides on one story, side by side, every cell with its words."""

from rashomon.accounts.compare import compare

__all__ = ["compare"]
