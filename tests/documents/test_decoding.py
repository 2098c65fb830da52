import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.documents.decoding import MAX_CODE_POINTS, decode
from rashomon.errors import PageError

RUSSIAN = (
    "Президент Велморы встретился с премьер-министром Судмарка. Стороны обсудили ситуацию на "
    "границе и договорились продолжить переговоры."
)
GERMAN = "Präsident Müller spricht über Friedensgespräche, sagte die Außenministerin."


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [RUSSIAN, GERMAN])
def test_unicode_is_read_with_and_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "page.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8_r"), (GERMAN, "cp1252"), ("“Café” – yes", "cp1252")],
)
def test_older_encodings_are_guessed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "page.txt") == text


def test_a_page_pasted_from_two_encodings_is_readable() -> None:
    mixed = (GERMAN + "\n").encode("cp1252") + RUSSIAN.encode()
    assert decode(mixed, "page.txt") == f"{GERMAN}\n{RUSSIAN}"


def test_a_cut_character_costs_only_itself() -> None:
    assert decode(RUSSIAN.encode()[:-2], "page.txt") == RUSSIAN[:-2] + "\ufffd"


def test_a_text_about_a_file_format_is_no_file_of_it() -> None:
    text = "SQLite format 3 is what the ministry's archive is kept in."
    assert decode(text.encode(), "page.txt") == text


def test_stray_nul_bytes_are_dropped_and_line_ends_made_one() -> None:
    assert decode(b"The pre\0sident\r\nsaid\rso.", "page.txt") == "The president\nsaid\nso."


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "no text"),
        (b" \n\t\xc2\xa0\n", "no text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"PK\x03\x04\x14\0", "a ZIP archive"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"SQLite format 3\0\x10", "a database"),
        (b"\x7fELF\x02\x01", "a program"),
        (bytes(range(1, 32)) * 50 + b"a", "binary data"),
        (b"\n<!DOCTYPE html>\n<html><body>News</body></html>", "this is HTML"),
        (b"a " * (MAX_CODE_POINTS // 2) + b"a", f"{MAX_CODE_POINTS:,}"),
        (b"a" * 50_000_000, f"{MAX_CODE_POINTS:,}"),
    ],
)
def test_what_is_no_text_of_a_page_is_refused_with_advice(content: bytes, problem: str) -> None:
    with pytest.raises(PageError, match=problem) as caught:
        decode(content, "page.txt")
    assert caught.value.advice


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_page_error(content: bytes) -> None:
    try:
        text = decode(content, "page.txt")
    except PageError:
        return
    assert text.strip()
    assert not set("\0\r") & set(text)
    text.encode()
