import textwrap
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rashomon.documents.wrapping import unwrap

PAGES = [page.read_text("utf-8") for page in (Path(__file__).parent / "pages").glob("*.txt")]
PARAGRAPHS = [line for line in PAGES[0].split("\n") if len(line) > 100]


@given(st.integers(60, 100))
def test_wrapped_paragraphs_become_lines_of_the_same_length(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)
    unwrapped = unwrap(wrapped)
    assert len(unwrapped) == len(wrapped)
    assert unwrapped.split("\n\n") == PARAGRAPHS


def test_a_page_of_lines_and_a_menu_are_left_alone() -> None:
    menu = "Home\nNews\nSports\nNordland wins the cup final\nStorm closes schools in three counties"
    for text in (*PAGES, menu, "", "one line"):
        assert unwrap(text) == text
