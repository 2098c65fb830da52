"""Layers of spans over a document's text: sentences, tokens, mentions, time expressions."""

from rashomon.annotations.annotate import annotate
from rashomon.annotations.times import find_times

__all__ = ["annotate", "find_times"]
