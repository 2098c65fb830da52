"""The kind of a document: report, statement or readout, by metadata and wording."""

from rashomon.documents.kinds.find import KindFinding, find_kind

__all__ = ["KindFinding", "find_kind"]
