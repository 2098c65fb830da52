import json
from hashlib import sha256

import pytest

from rashomon.documents import extract
from rashomon.errors import RecordError
from rashomon.model import Document, DocumentId, Kind, Page, PageForm, Rejection, Zone

TEXT = "Solheim calls Lund\n\nThe two spoke for an hour.\r\nThey disagreed on the crossing."


def page_of(content: bytes) -> Page:
    return Page(
        id=DocumentId("page.txt"), form=PageForm.RECORD, content=content, path="page.txt", line=7
    )


def extract_record(*, label_records: bool = False, **fields: object) -> Document | Rejection:
    line = json.dumps({"id": "n/1", "text": TEXT, **fields}, ensure_ascii=False)
    (result,) = extract([page_of(line.encode())], label_records=label_records)
    return result


def read_record(*, label_records: bool = False, **fields: object) -> Document:
    document = extract_record(label_records=label_records, **fields)
    assert isinstance(document, Document), document
    return document


def test_the_text_of_a_record_never_changes_and_all_of_it_is_body() -> None:
    document = read_record()
    assert document.id == "n/1"
    assert document.text == TEXT
    assert {zone.zone for zone in document.zones} == {Zone.BODY}
    assert len(document.zones) == 3
    assert document.sha256 == sha256(TEXT.encode()).hexdigest()


def test_a_first_paragraph_that_repeats_the_title_is_the_headline() -> None:
    document = read_record(title="Solheim calls Lund")
    assert [zone.zone for zone in document.zones] == [Zone.HEADLINE, Zone.BODY, Zone.BODY]


@pytest.mark.parametrize("by_record", [True, False])
def test_zones_are_labelled_on_demand(call_text: str, *, by_record: bool) -> None:
    fields = {"form": "page"} if by_record else {}
    document = read_record(text=call_text, label_records=not by_record, **fields)
    assert len(document.spans_of(Zone.TEASER)) == 3
    assert document.title == "Petrov, Solheim hold talks on gas transit"


def test_what_the_record_says_of_itself_is_kept() -> None:
    document = read_record(
        title="A call", publisher="Norhaven Post", url="https://example.org/1", language="de",
        kind="statement", side="NO", fetched="2024-05-04", unknown={"ignored": True},
    )  # fmt: skip
    assert (document.title, document.publisher) == ("A call", "Norhaven Post")
    assert (document.url, document.language) == ("https://example.org/1", "de")
    assert (document.kind, document.kind_reason) == (Kind.STATEMENT, "given with the record")
    assert (document.side, document.fetched) == ("NO", "2024-05-04")


@pytest.mark.parametrize(
    "moment",
    ["2021-01-22", "2021-01-22 22:14:29-05:00", "2021-01-22T22:14:29Z", "2021-01-22T23:59:59.5"],
)
def test_a_moment_is_kept_as_the_day_in_its_own_zone(moment: str) -> None:
    assert read_record(published=moment).published == "2021-01-22"


def test_the_dates_of_the_page_fill_in_for_the_records() -> None:
    page = Page(
        id=DocumentId("x.jsonl"), form=PageForm.RECORD, path="x.jsonl", line=1,
        content=b'{"id": "1", "text": "The two spoke."}', published="2024-05-03",
        fetched="2024-05-04",
    )  # fmt: skip
    (document,) = extract([page])
    assert isinstance(document, Document)
    assert (document.published, document.fetched) == ("2024-05-03", "2024-05-04")


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"text": " \n"}, '"text" is empty'),
        ({"id": ""}, '"id" is empty'),
        ({"id": 3}, '"id": Expected "str", got "int"'),
        ({"title": ["a"]}, '"title": Expected "str | null"'),
        ({"kind": "rumour"}, "expected one of report, statement, readout"),
        ({"form": "html"}, "expected one of article, page"),
        ({"published": "last Monday"}, '"published" is no date'),
        ({"published": "2023-02-30"}, '"published" is no date'),
        ({"published": "0001-01-01"}, '"published" has a year outside 1000 to 9998'),
        ({"published": "9999-12-31"}, '"published" has a year outside 1000 to 9998'),
        ({"fetched": "0999-12-31"}, '"fetched" has a year outside 1000 to 9998'),
    ],
)
def test_a_wrong_field_is_named(fields: dict[str, object], problem: str) -> None:
    rejection = extract_record(label_records=False, **fields)
    assert isinstance(rejection, Rejection)
    assert isinstance(rejection.error, RecordError)
    assert problem in str(rejection.error)
    assert "page.txt, line 7" in str(rejection.error)


@pytest.mark.parametrize(
    "line",
    [b"", b"{", b"[1]", b'"text"', b'{"id": "1"}', b"\xff\xfe", b'{"id": "1", "text": "\xe9t\xe9"}',
     b'{"id": "1", "text": "lone \\ud800 half"}', b"[" * 100_000],
)  # fmt: skip
def test_a_broken_line_is_rejected_and_the_others_are_read(line: bytes) -> None:
    good = page_of(b'{"id": "2", "text": "The two spoke."}')
    broken, document = extract([page_of(line), good])
    assert isinstance(broken, Rejection)
    assert isinstance(broken.error, RecordError)
    assert broken.stage == "extract"
    assert isinstance(document, Document)
