from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rashomon.model import Span
from rashomon.views.report.pieces import Mark, cut, nest


@st.composite
def texts_with_quotes(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(min_size=1, max_size=30))
    offsets = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(offsets, offsets), max_size=6))
    return text, [Span(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]


def words_of(nodes: tuple[str | Mark, ...]) -> str:
    return "".join(node if isinstance(node, str) else words_of(node.nodes) for node in nodes)


def marks_in(nodes: tuple[str | Mark, ...]) -> list[Mark]:
    own = [node for node in nodes if isinstance(node, Mark)]
    return [found for mark in own for found in (mark, *marks_in(mark.nodes))]


@given(texts_with_quotes(), st.lists(st.integers(0, 30)))
def test_pieces_make_up_the_text(case: tuple[str, list[Span]], edges: list[int]) -> None:
    text, quotes = case
    edges = [edge for edge in edges if edge <= len(text)]
    pieces = cut(text, quotes, edges)
    assert "".join(piece.words for piece in pieces) == text
    assert all(piece.words for piece in pieces)
    assert {0, *edges} - {len(text)} <= {piece.start for piece in pieces}
    assert all(a.start + len(a.words) == b.start for a, b in pairwise(pieces))


@given(texts_with_quotes())
def test_the_pieces_of_a_quote_make_up_its_exact_words(case: tuple[str, list[Span]]) -> None:
    text, quotes = case
    pieces = cut(text, quotes)
    for place, quote in enumerate(quotes):
        inside = [piece for piece in pieces if place in piece.quotes]
        assert "".join(piece.words for piece in inside) == text[quote.start : quote.end]


@given(texts_with_quotes())
def test_marks_make_up_the_text_and_every_quote(case: tuple[str, list[Span]]) -> None:
    text, quotes = case
    nodes = nest(cut(text, quotes), set())
    assert words_of(nodes) == text
    for place, quote in enumerate(quotes):
        parts = [mark for mark in marks_in(nodes) if mark.quote == place]
        assert "".join(words_of(mark.nodes) for mark in parts) == text[quote.start : quote.end]
        assert [mark.is_first for mark in parts] == [True, *[False] * (len(parts) - 1)]


def test_a_quote_inside_another_is_a_mark_inside_a_mark() -> None:
    inner = Mark(1, is_first=True, nodes=("bc",))
    assert nest(cut("abcde", [Span(0, 4), Span(1, 3)]), set()) == (
        Mark(0, is_first=True, nodes=("a", inner, "d")),
        "e",
    )


def test_of_two_quotes_that_cross_the_second_is_cut() -> None:
    nodes = nest(cut("abcd", [Span(0, 3), Span(2, 4)]), set())
    assert [(mark.quote, words_of(mark.nodes)) for mark in marks_in(nodes)] == [
        (0, "abc"),
        (1, "c"),
        (1, "d"),
    ]
