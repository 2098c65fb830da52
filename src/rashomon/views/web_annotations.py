"""W3C Web Annotations in JSON-LD: one for each quote of a cell, at its place in the document.

The model: https://www.w3.org/TR/annotation-model/. Its context has the prefixes dc and schema.
"""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote as percent_encode_all

from rashomon.model import Cell, Comparison, Document, Quote, Reading, Row, content_hash
from rashomon.views.addresses import percent_encode, web_address
from rashomon.views.json import encode
from rashomon.views.wording import heading

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
N_AROUND = 32  # code points before and after a quote, as many as a Place keeps


def comparison_annotations(comparison: Comparison, readings: Sequence[Reading]) -> str:
    """Write the quotes of a comparison as one AnnotationCollection with one page.

    Args:
        comparison: Of the documents.
        readings: The documents that it quotes.
    """
    documents = {reading.document.id: reading.document for reading in readings}
    items = [
        _annotation(row, side, cell, quote, documents[quote.document_id])
        for row in comparison.rows
        for side, cell in zip(comparison.sides, row.cells, strict=True)
        for quote in cell.quotes
    ]
    items = list({item["id"]: item for item in items}.values())
    name = content_hash("annotations", *(item["id"] for item in items))
    collection = {
        "@context": CONTEXT,
        "id": f"urn:rashomon:annotations:{name}",
        "type": "AnnotationCollection",
        "label": heading(comparison, readings),
        "total": len(items),
        "first": {
            "id": f"urn:rashomon:annotations:{name}:page",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    return encode(collection) + "\n"


def _annotation(
    row: Row, side: str, cell: Cell, quote: Quote, document: Document
) -> dict[str, Any]:
    span = quote.span
    place = (document.id, document.sha256, span.start, span.end)
    said = (row.topic, side, cell.status, row.relation, row.reason)
    return {
        "id": f"urn:rashomon:annotation:{content_hash('annotation', *place, *said)}",
        "type": "Annotation",
        "motivation": "describing",
        "body": list(_bodies(row, side, cell)),
        "target": {
            "type": "SpecificResource",
            "source": _source(document),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": quote.exact,
                    "prefix": document.text[max(0, span.start - N_AROUND) : span.start],
                    "suffix": document.text[span.end : span.end + N_AROUND],
                },
                {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            ],
        },
    }


def _bodies(row: Row, side: str, cell: Cell) -> Iterator[dict[str, str]]:
    """Say what the words are: each body has a purpose of its own, so that it can be told."""
    for purpose, value in (
        ("tagging", row.topic),
        ("identifying", side),
        ("describing", str(cell.status)),
        ("classifying", str(row.relation)),
        ("commenting", row.reason),
    ):
        yield {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _source(document: Document) -> dict[str, str]:
    address = web_address(document.url)
    return {
        "id": percent_encode(address)
        if address
        else f"urn:rashomon:document:{percent_encode_all(document.id, safe='')}",
        "type": "Text",
        "dc:identifier": document.id,
        "schema:sha256": document.sha256,
    }
