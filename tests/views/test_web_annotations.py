import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from rashomon.views.web_annotations import comparison_annotations

# What the Web Annotation Data Model says an annotation must have, for the parts in use.
IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
BODY = {
    "type": "object",
    "properties": {
        "type": {"const": "TextualBody"},
        "purpose": {"enum": ["tagging", "identifying", "describing", "classifying", "commenting"]},
        "value": {"type": "string"},
        "format": {"const": "text/plain"},
    },
    "required": ["type", "purpose", "value"],
    "additionalProperties": False,
}
QUOTE = {
    "type": "object",
    "properties": {
        "type": {"const": "TextQuoteSelector"},
        **{name: {"type": "string"} for name in ("exact", "prefix", "suffix")},
    },
    "required": ["type", "exact"],
    "additionalProperties": False,
}
POSITION = {
    "type": "object",
    "properties": {
        "type": {"const": "TextPositionSelector"},
        **{name: {"type": "integer", "minimum": 0} for name in ("start", "end")},
    },
    "required": ["type", "start", "end"],
    "additionalProperties": False,
}
SOURCE = {"type": "object", "properties": {"id": IRI}, "required": ["id", "schema:sha256"]}
TARGET = {
    "type": "object",
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": SOURCE,
        "selector": {"type": "array", "prefixItems": [QUOTE, POSITION], "items": False},
    },
    "required": ["source", "selector"],
    "additionalProperties": False,
}
ANNOTATION = {
    "type": "object",
    "properties": {
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"const": "describing"},
        "body": {"type": "array", "items": BODY},
        "target": TARGET,
    },
    "required": ["id", "type", "target"],
    "additionalProperties": False,
}
PAGE = {
    "type": "object",
    "properties": {
        "id": IRI,
        "type": {"const": "AnnotationPage"},
        "items": {"type": "array", "items": ANNOTATION},
        "startIndex": {"const": 0},
    },
    "required": ["id", "type", "items"],
    "additionalProperties": False,
}
COLLECTION = {
    "type": "object",
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": {"type": "integer", "minimum": 0},
        "first": PAGE,
    },
    "required": ["@context", "id", "type", "total", "first"],
    "additionalProperties": False,
}


def annotations_of(comparison, readings) -> list[dict[str, Any]]:
    collection = json.loads(comparison_annotations(comparison, readings))
    jsonschema.validate(collection, COLLECTION)
    items = collection["first"]["items"]
    assert collection["total"] == len(items)
    return items


def test_every_quote_of_a_cell_is_found_again_by_its_words_and_by_its_place(story_of) -> None:
    comparison, readings = story_of("pass 🕊️")  # one code point, two units of UTF-16
    texts = {reading.document.id: reading.document.text for reading in readings}
    items = annotations_of(comparison, readings)
    cells = [cell for row in comparison.rows for cell in row.cells]
    assert len(items) == sum(len(cell.quotes) for cell in cells)
    for item in items:
        text = texts[item["target"]["source"]["dc:identifier"]]
        quote, place = item["target"]["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert text[place["start"] - len(quote["prefix"]) :].startswith(whole)
        assert max(len(quote["prefix"]), len(quote["suffix"])) <= 32


def test_the_bodies_say_point_side_status_relation_and_reason(comparison_of) -> None:
    (item,) = annotations_of(*comparison_of("the pass is closed"))
    assert {body["purpose"]: body["value"] for body in item["body"]} == {
        "tagging": "the pass",
        "identifying": "Velmora",
        "describing": "says",
        "classifying": "only",
        "commenting": "nothing of Arrendia found in the text searched",
    }


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://news.example/a|b", "https://news.example/a%7Cb"),
        ("javascript:alert(1)", "urn:rashomon:document:Arrendia.txt"),
        (None, "urn:rashomon:document:Arrendia.txt"),
    ],
)
def test_the_source_is_an_address_or_an_id_with_its_version(story_of, url, name: str) -> None:
    source = annotations_of(*story_of("pass", url=url))[0]["target"]["source"]
    assert source["id"] == name
    assert source["schema:sha256"] == "0" * 64


def test_ids_are_the_same_in_every_run_and_of_another_version_others(story_of) -> None:
    comparison, readings = story_of("pass")
    first = comparison_annotations(comparison, readings)
    assert comparison_annotations(*story_of("pass")) == first
    newer = [replace(each, document=replace(each.document, sha256="1" * 64)) for each in readings]
    ids = [{item["id"] for item in annotations_of(comparison, each)} for each in (readings, newer)]
    assert ids[0].isdisjoint(ids[1])


def test_nothing_quoted_is_an_empty_collection(story_of) -> None:
    assert annotations_of(*story_of(n_rows=0)) == []
