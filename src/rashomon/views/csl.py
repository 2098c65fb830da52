"""CSL-JSON: an item a document, its quoted words in `note`.

The fields are those of the CSL data schema, https://github.com/citation-style-language/schema.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from rashomon.model import Comparison, Kind, Reading
from rashomon.views.json import encode
from rashomon.views.references import Reference, references_of

GENRES = {Kind.STATEMENT: "Statement", Kind.READOUT: "Readout"}
WORD_JOINER = "\u2060"


def comparison_csl(comparison: Comparison, readings: Sequence[Reading]) -> str:
    """Write the documents that a comparison quotes as CSL-JSON, for Zotero, pandoc and citeproc."""
    return encode([_item(each) for each in references_of(comparison, readings)]) + "\n"


def _item(reference: Reference) -> dict[str, Any]:
    document = reference.document
    is_report = document.kind is Kind.REPORT
    official_type = "webpage" if reference.address else "document"
    item = {
        "id": reference.key,
        "type": "article-newspaper" if is_report else official_type,
        "title": reference.title,
        "author": [{"literal": name} for name in reference.authors],
        "container-title" if is_report else "publisher": reference.publisher,
        "genre": GENRES.get(document.kind),
        "issued": _date(reference.published),
        "accessed": _date(reference.accessed),
        "URL": reference.address,
        "language": document.language,
        "note": _note(reference.quotes),
        "custom": {"document": document.id, "sha256": document.sha256},
    }
    return {name: value for name, value in item.items() if value}


def _date(day: date | None) -> dict[str, list[list[int]]] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def _note(quotes: Sequence[str]) -> str:
    """Put a quote a line; what looks like "{:name: value}" would set a field of the item."""
    return "\n".join(f"“{words.replace('{:', f'{{{WORD_JOINER}:')}”" for words in quotes)
