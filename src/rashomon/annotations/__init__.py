"""Layers of spans over a document's text: sentences, tokens, mentions, time expressions."""

from rashomon.annotations.annotate import annotate

__all__ = ["annotate"]
