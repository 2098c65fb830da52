import re

import pytest
from bibtexparser import parse_string
from bibtexparser.middlewares import RemoveEnclosingMiddleware
from bibtexparser.model import Entry
from hypothesis import given
from hypothesis import strategies as st

from rashomon.views.bibtex import comparison_bibtex

HOSTILE = (
    "100 % & $5 #1 a_b ~x ^y",
    r"\input{/etc/passwd}",
    "} ,\n}\n@misc{evil,\n title = {x",
    "{{{",
    "}}}",
    '"quoted" # "joined"',
    "@comment{x}",
    "\u202e\x00 control",
)


NAMED = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    "{}": "",
}
COMMAND = re.compile(r"(\\text[a-z]+\{\}|\\[&%$#_]|\{\})")
SPECIAL = re.compile(r"[\\{}~^&%$#_]|--|''|``|,,|<<|>>|[!?]`")


def entries_of(text: str) -> list[Entry]:
    library = parse_string(text, parse_stack=[RemoveEnclosingMiddleware()])
    assert not library.failed_blocks
    return library.entries


def printed(value: str) -> str:
    """What TeX prints, of text without other commands than these."""
    pieces = COMMAND.split(value)
    assert not any(SPECIAL.search(piece) for piece in pieces[::2])
    return "".join(NAMED.get(piece, piece.removeprefix("\\")) for piece in pieces)


def test_an_entry_has_what_a_citation_needs(story_of) -> None:
    first, second = entries_of(comparison_bibtex(*story_of("pass")))
    assert (first.entry_type, second.entry_type) == ("misc", "misc")
    assert first["title"] == "{On the pass}"
    assert first["howpublished"] == "Office of pass"
    assert first["author"] == "{A. pass}"
    assert (first["date"], first["year"], first["month"]) == ("2025-03-04", "2025", "mar")
    assert first["url"] == "https://news.example/1"
    assert "“Arrendia said: point 0 of the pass. It stays." in first["annote"]
    assert f"SHA-256 {'0' * 64}" in first["annote"]
    assert "urldate" not in first  # the day was assumed


@pytest.mark.parametrize("word", HOSTILE)
def test_words_of_a_page_end_no_field_and_run_no_command(story_of, word: str) -> None:
    calm, attacked = (entries_of(comparison_bibtex(*story_of(each))) for each in ("pass", word))
    assert [each.key for each in attacked] == [each.key for each in calm]
    for one, other in zip(calm, attacked, strict=True):
        assert [field.key for field in one.fields] == [field.key for field in other.fields]


@given(st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1))
def test_what_is_written_reads_back(comparison_of, words: str) -> None:
    (entry,) = entries_of(comparison_bibtex(*comparison_of(words)))
    assert printed(entry["annote"]).startswith(f"Quoted: “{words}” Version:")


def test_an_address_holds_no_brace(story_of) -> None:
    text = comparison_bibtex(*story_of("pass", url="https://news.example/{1}?a=b_c&d=%20#e"))
    (first, _) = entries_of(text)
    assert "url = {https://news.example/%7B1%7D?a=b_c&d=%20#e}" in text
    assert first["url"]


def test_what_is_no_web_address_is_no_url(story_of) -> None:
    assert "url" not in comparison_bibtex(*story_of("pass", url="javascript:alert(1)"))
