import gzip
import io
import sys
from pathlib import Path

import pytest

from rashomon.errors import PageError, RecordError
from rashomon.model import Page, PageForm, Rejection
from rashomon.pages import read_pages, sources


def pages_of(*paths: object) -> list[Page | Rejection]:
    return list(read_pages(str(path) for path in paths))


def test_a_text_file_is_one_page_under_its_path(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_bytes(b"Velmora said no.\r\n")
    (page,) = pages_of(file)
    assert isinstance(page, Page)
    assert (page.id, page.form, page.content) == (str(file), PageForm.TEXT, b"Velmora said no.\r\n")


def test_json_lines_are_told_by_content_and_give_a_page_a_line(tmp_path: Path) -> None:
    file = tmp_path / "records"
    file.write_text('{"id": "a", "text": "x"}\n\n{"id": "b", "text": "y"}\n')
    pages = pages_of(file)
    assert [page.line for page in pages if isinstance(page, Page)] == [1, 3]
    assert {page.form for page in pages if isinstance(page, Page)} == {PageForm.RECORD}


@pytest.mark.parametrize("name", ["page.txt.gz", "page-without-suffix"])
def test_gzip_is_unpacked_whatever_the_file_is_called(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(gzip.compress(b"Velmora said no."))
    (page,) = pages_of(file)
    assert isinstance(page, Page)
    assert page.content == b"Velmora said no."


def test_a_folder_is_read_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert [page.content for page in pages_of(tmp_path) if isinstance(page, Page)] == [
        b"a.txt",
        b"b.txt",
        b"sub/c.txt",
    ]


def test_standard_input_is_a_page_called_minus(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(b"Velmora said no.")))
    monkeypatch.setattr(sys, "stdin", stream)
    (page,) = pages_of("-")
    assert isinstance(page, Page)
    assert (page.id, page.content) == ("-", b"Velmora said no.")


@pytest.mark.parametrize("path", ["/no/such/file", "https://velmora.example/news"])
def test_what_cannot_be_had_is_rejected_and_the_rest_goes_on(tmp_path: Path, path: str) -> None:
    file = tmp_path / "page.txt"
    file.write_text("x")
    refused, page = pages_of(path, file)
    assert isinstance(refused, Rejection)
    assert isinstance(refused.error, PageError)
    assert path in str(refused.error)
    assert isinstance(page, Page)


def test_an_empty_folder_is_rejected(tmp_path: Path) -> None:
    (refused,) = pages_of(tmp_path)
    assert isinstance(refused, Rejection)


def test_a_broken_gzip_file_is_rejected(tmp_path: Path) -> None:
    file = tmp_path / "page.gz"
    file.write_bytes(gzip.compress(b"Velmora said no." * 99)[:40])
    (refused,) = pages_of(file)
    assert isinstance(refused, Rejection)


def test_a_page_beyond_the_limit_is_rejected_without_being_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 100)
    file = tmp_path / "page.txt"
    file.write_text("x" * 101)
    (refused,) = pages_of(file)
    assert isinstance(refused, Rejection)
    assert "100 bytes" in str(refused.error)


def test_a_line_beyond_the_limit_is_rejected_with_its_number_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 50)
    file = tmp_path / "records.jsonl"
    file.write_text('{"id": "a", "text": "' + "x" * 200 + '"}\n{"id": "b", "text": "y"}\n')
    refused, page = pages_of(file)
    assert isinstance(refused, Rejection)
    assert isinstance(refused.error, RecordError)
    assert refused.error.line == 1
    assert isinstance(page, Page)
    assert page.line == 2
