"""Events: what a document reports to have happened, when, and who took part."""

from rashomon.events.code import code

__all__ = ["code"]
