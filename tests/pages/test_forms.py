import codecs
import gzip
from pathlib import Path

import pytest

from rashomon.model import Page, PageForm, Rejection
from rashomon.pages import read_pages, sources
from rashomon.pages.forms import tell_form


@pytest.mark.parametrize(
    "head",
    [
        b"<!DOCTYPE html><html>",
        b"\n<!-- saved from url=(0014)about:internet -->\n<html lang=en>",
        b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
        b"\xef\xbb\xbf<HTML><BODY>",
        codecs.BOM_UTF16_LE + "<html>".encode("utf-16-le"),
        b"<div class=article><p>A saved part of a page.</p></div>",
        b"<meta charset=utf-8><p>x",
    ],
)
def test_html_is_told_by_how_it_begins(head: bytes) -> None:
    assert tell_form(head, "page") is PageForm.HTML


@pytest.mark.parametrize(
    "head",
    [
        b"Velmora said <b>no</b>.",
        b"<Velmora> said no.",
        b"<<< News >>>",
        b"a < b",
        b"",
        b"<p",
        b'{"id": 1}',
    ],
)
def test_plain_text_stays_plain_text(head: bytes) -> None:
    assert tell_form(head, "page.txt") is PageForm.TEXT


def test_a_name_that_ends_in_html_counts_where_there_is_a_tag_at_all() -> None:
    head = b"Skip to content <p>Velmora said no.</p>"
    assert tell_form(head, "page.html.gz") is PageForm.HTML
    assert tell_form(head, "page.txt") is PageForm.TEXT
    assert tell_form(b"Velmora said no.", "page.html") is PageForm.TEXT


@pytest.mark.parametrize("name", ["page.html", "page.html.gz", "page"])
def test_a_page_of_html_keeps_its_bytes(tmp_path: Path, name: str) -> None:
    content = b"<!doctype html><p>Velmora said no.\r\n</p>"
    file = tmp_path / name
    file.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    (page,) = read_pages([str(file)])
    assert isinstance(page, Page)
    assert (page.form, page.content) == (PageForm.HTML, content)


def test_html_beyond_its_limit_is_refused_without_being_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_HTML_BYTES", 100)
    file = tmp_path / "page.html"
    file.write_bytes(b"<html>" + b"x" * 200)
    (refused,) = read_pages([str(file)])
    assert isinstance(refused, Rejection)
    assert "100 bytes" in str(refused.error)
    assert "without its pictures" in str(refused.error)
