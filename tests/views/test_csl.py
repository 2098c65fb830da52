import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from rashomon.model import Kind
from rashomon.views.csl import comparison_csl

# What the CSL data schema (schemas/input/csl-data.json of citation-style-language/schema) says of
# the fields that are in use; it, too, allows no other fields.
TEXT = {"type": "string"}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {
            "type": "array",
            "items": {
                "type": "array",
                "items": {"type": ["string", "number"]},
                "minItems": 1,
                "maxItems": 3,
            },
            "minItems": 1,
            "maxItems": 2,
        }
    },
    "additionalProperties": False,
}
NAME = {"type": "object", "properties": {"literal": TEXT}, "additionalProperties": False}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "type": {"enum": ["article-newspaper", "document", "webpage"]},
            "id": {"type": ["string", "number"]},
            "language": TEXT,
            "author": {"type": "array", "items": NAME},
            "accessed": DATE,
            "issued": DATE,
            "container-title": TEXT,
            "genre": TEXT,
            "note": TEXT,
            "publisher": TEXT,
            "title": TEXT,
            "URL": TEXT,
            "custom": {"type": "object"},
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}


def items_of(comparison, readings) -> list[dict[str, Any]]:
    items = json.loads(comparison_csl(comparison, readings))
    jsonschema.validate(items, SCHEMA)
    return items


def test_an_item_has_what_a_citation_needs(story_of) -> None:
    first, second = items_of(*story_of("pass"))
    assert (first["id"], second["id"]) == tuple(sorted({first["id"], second["id"]}))
    assert (first["type"], first["genre"]) == ("webpage", "Readout")
    assert (first["title"], first["publisher"]) == ("On the pass", "Office of pass")
    assert first["issued"] == {"date-parts": [[2025, 3, 4]]}
    assert first["author"] == [{"literal": "A. pass"}]
    assert first["note"].startswith("“Arrendia said: point 0 of the pass. It stays.")
    assert first["custom"] == {"document": "Arrendia.txt", "sha256": "0" * 64}
    assert "accessed" not in first  # the day was assumed


def test_journalism_is_an_article_in_its_publisher(story_of) -> None:
    comparison, readings = story_of("pass")
    reports = [
        replace(each, document=replace(each.document, kind=Kind.REPORT)) for each in readings
    ]
    first, _ = items_of(comparison, reports)
    assert (first["type"], first["container-title"]) == ("article-newspaper", "Office of pass")
    assert {"publisher", "genre"}.isdisjoint(first)


@pytest.mark.parametrize("url", [None, "javascript:alert(1)"])
def test_what_is_not_on_the_web_is_a_document_without_an_address(story_of, url) -> None:
    first, _ = items_of(*story_of("pass", url=url))
    assert first["type"] == "document"
    assert "URL" not in first


def test_a_quote_sets_no_field_of_its_item(comparison_of) -> None:
    (item,) = items_of(*comparison_of("{:author: Somebody Else}"))
    assert "{:" not in item["note"]


def test_nothing_quoted_is_no_item(story_of) -> None:
    assert items_of(*story_of(n_rows=0)) == []
