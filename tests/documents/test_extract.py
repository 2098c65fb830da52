import pickle
from collections.abc import Callable

from rashomon.documents import extract
from rashomon.model import Document, Page, PageForm, Rejection

Build = Callable[..., Page]


def test_there_is_one_output_a_page_in_order(build: Build, call_text: str) -> None:
    results = extract([build(call_text), build(b"\0\0"), build(call_text)])
    assert [type(result) for result in results] == [Document, Rejection, Document]
    assert pickle.loads(pickle.dumps(results)) is not None  # noqa: S301  # our own bytes


def test_a_text_page_keeps_the_digest_of_its_bytes(build: Build, call_text: str) -> None:
    page = build(call_text.encode("utf-16"))
    (document,) = extract([page])
    assert isinstance(document, Document)
    assert document.sha256 == page.sha256
    assert document.text == call_text


def test_the_same_pages_give_the_same_documents(build: Build, call_text: str) -> None:
    pages: list[Page] = [build(call_text), build('{"id": "1", "text": "a b"}', PageForm.RECORD)]
    assert extract(pages) == extract(pages)
