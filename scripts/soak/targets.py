"""What is put under load, and what must hold whatever the page is.

Runs in the worker that contains HTML pages: a loop without end, a crash and a full memory are
findings like any other. A page's id names its target.
"""

import json
from collections.abc import Callable
from importlib.util import find_spec
from itertools import pairwise

import jsonschema

from rashomon.annotations.times import find_times
from rashomon.documents import extract
from rashomon.documents.decoding import MAX_CODE_POINTS, decode
from rashomon.model import Document, Kind, Page, PageForm, Rejection, Span, Zone, ZoneSpan
from rashomon.views.json import encode, extract_shape, schema

EXTRACT_SCHEMA = jsonschema.Draft202012Validator(schema("extract"))
HAS_HTML = find_spec("rashomon.documents.html") is not None


def put_through(page: Page) -> Document:
    """Extract a page twice and check what comes out.

    Raises:
        AssertionError: If something does not hold that must.
        RashomonError: If the page is refused, which it may be.
    """
    first = TARGETS[page.id](page)
    check(first)
    assert TARGETS[page.id](page) == first, "a second run finds something else"
    return first


def check(document: Document) -> None:
    """Check what holds for every document."""
    n_code_points = len(document.text)
    assert n_code_points <= MAX_CODE_POINTS, "a text that is too long"
    spans = [zone.span for zone in document.zones]
    assert all(span.end <= n_code_points for span in spans), "a zone outside the text"
    assert all(a.end <= b.start for a, b in pairwise(spans)), "zones out of order, or overlapping"
    assert all(document.text[span.start : span.end].strip() for span in spans), "a blank zone"
    for person in document.people_in_caption:
        assert person.span.end <= n_code_points, "a person outside the text"
    for time in find_times(document):
        assert time.span.end <= n_code_points, "a time outside the text"
    shape = extract_shape(document)
    quotes = [document.text[span.start : span.end] for span in document.spans_of(Zone.BODY)]
    assert shape.body == "\n\n".join(quotes), "a body that is not the text's"
    EXTRACT_SCHEMA.validate(json.loads(encode(shape)))


def _decode(page: Page) -> Document:
    text = decode(page.content, page.path)
    assert not set("\0\r") & set(text), "a NUL byte or a carriage return"
    return _whole(page, text)


def _dates(page: Page) -> Document:
    text = page.content.decode("utf-8", "replace")[:MAX_CODE_POINTS]
    return _whole(page, text)


def _whole(page: Page, text: str) -> Document:
    """Make a document of a text, all of it body: `check` looks for the times in it."""
    zones = (ZoneSpan(Zone.BODY, Span(0, len(text))),) if text.strip() else ()
    return Document(
        id=page.id,
        text=text,
        zones=zones,
        kind=Kind.REPORT,
        kind_reason="a soak",
        sha256=page.sha256,
        published="2024-11-06" if len(text) % 2 else None,
        fetched="2024-11-07",
    )


def _text(page: Page) -> Document:
    return _only(extract([page]))


def _record(page: Page) -> Document:
    record = Page(id=page.id, form=PageForm.RECORD, content=page.content, path=page.path, line=1)
    return _only(extract([record], label_records=len(page.content) % 2 == 0))


def _html(page: Page) -> Document:
    from rashomon.documents.html import extract_html  # noqa: PLC0415  # not in every tree

    return extract_html(page)


def _only(results: list[Document | Rejection]) -> Document:
    (result,) = results
    if isinstance(result, Rejection):
        raise result.error
    return result


TARGETS: dict[str, Callable[[Page], Document]] = {
    "decoding": _decode,
    "dates": _dates,
    "text": _text,
    "records": _record,
    "html": _html,
}
