"""The accounts of the sides on one story, side by side, every cell with its words."""

from rashomon.accounts.compare import compare
from rashomon.accounts.references import REFERENCE

__all__ = ["REFERENCE", "compare"]
