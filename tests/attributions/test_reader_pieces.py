from collections.abc import Sequence
from importlib.resources import files
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from rashomon.attributions.quotations import find_quoted
from rashomon.attributions.reader.pieces import (
    FIRST_PIECE,
    LAST_PIECE,
    MARKED,
    NEXT,
    OVERLAP,
    QUOTED,
    REACH,
    WINDOW,
    Pieces,
    around,
    columns,
    cut,
    windows,
)
from rashomon.model import Span

TOKENIZER = Tokenizer.from_str(
    files("rashomon.encoders").joinpath("wordpiece.json").read_text("utf-8")
)
TOKENIZER.no_truncation()
TOKENIZER.no_padding()
SMALL, TITLE, CAPITALS = range(3)
# Letters that lower-casing, accents and decomposition change, marks, and signs no piece knows.
ALPHABET = "abT XY.,'“”\"-éÉİﬁß가\u0301\u200b\x07😀\t"
LENGTHS = st.lists(st.integers(1, 3 * WINDOW), max_size=12) | st.lists(
    st.integers(1, 9), max_size=200
)


def cut_text(text: str) -> Pieces:
    lines, start = [], 0
    for line in text.split("\n"):
        if line:
            lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    return cut(TOKENIZER, text, lines, find_quoted(text, Span(0, len(text))) if text else [])


def laid_out(lengths: Sequence[int], quoted: Sequence[int] = ()) -> Pieces:
    """Make one-letter words in lines of these lengths; the lines numbered in quoted are quoted."""
    n = sum(lengths)
    lines = np.repeat(np.arange(len(lengths)), lengths)
    starts = np.arange(n) + lines  # a line end is a code point, too
    return Pieces(
        ids=1000 + np.arange(n),
        features=QUOTED * np.isin(lines, quoted),
        starts=starts,
        ends=starts + 1,
        is_first=np.ones(n, dtype=bool),
        lines=lines,
    )


def words_of(text: str) -> list[str]:
    pieces = cut_text(text)
    begins = np.flatnonzero(pieces.is_first).tolist()
    return [
        text[pieces.starts[first] : pieces.ends[stop - 1]]
        for first, stop in pairwise([*begins, len(pieces)])
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Velmora's envoy left.", ["Velmora", "'", "s", "envoy", "left", "."]),
        ("Éva said no.", ["Éva", "said", "no", "."]),
        ("😀 “No”", ["😀", "“", "No", "”"]),
        ("No\n\nYes", ["No", "Yes"]),
    ],
)
def test_words_quote_the_text(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@settings(deadline=None)
@given(st.text(alphabet=ALPHABET + "\n", max_size=80))
def test_every_piece_lies_in_its_line_in_reading_order(text: str) -> None:
    pieces = cut_text(text)
    assert (pieces.starts < pieces.ends).all()
    assert (np.diff(pieces.starts) >= 0).all()
    assert (np.diff(pieces.lines) >= 0).all()
    lines = [line for line in text.split("\n") if line]
    for start, end, line in zip(pieces.starts, pieces.ends, pieces.lines, strict=True):
        assert text[start:end] in lines[line]


@settings(deadline=None)
@given(st.text(alphabet=ALPHABET + "\n", max_size=80))
def test_every_line_begins_a_word(text: str) -> None:
    pieces = cut_text(text)
    assert pieces.is_first[np.flatnonzero(np.diff(pieces.lines, prepend=-1))].all()


def test_a_line_without_pieces_does_not_join_the_words_around_it() -> None:
    pieces = cut_text("No\n\x07\nYes")
    assert pieces.lines.tolist() == [0, 2]
    assert pieces.is_first.tolist() == [True, True]


def test_a_text_without_lines_has_no_pieces() -> None:
    assert len(cut_text("")) == 0


def test_a_feature_tells_how_a_word_is_written_and_whether_it_is_quoted() -> None:
    text = "The NATO envoy said “no Deal”, A."
    pieces = cut_text(text)
    assert words_of(text) == ["The", "NATO", "envoy", "said", "“", "no", "Deal", "”", ",", "A", "."]
    assert pieces.features[pieces.is_first].tolist() == [
        *(TITLE, CAPITALS, SMALL, SMALL),
        *(QUOTED, QUOTED, QUOTED + TITLE, QUOTED),
        *(SMALL, TITLE, SMALL),
    ]


@pytest.mark.parametrize(("word", "shape"), [("Velmoranistan", TITLE), ("VELMORANISTAN", CAPITALS)])
def test_all_pieces_of_a_word_share_its_feature(word: str, shape: int) -> None:
    pieces = cut_text(word)
    assert len(pieces) > 1
    assert pieces.is_first.tolist() == [True] + [False] * (len(pieces) - 1)
    assert set(pieces.features.tolist()) == {shape}


def test_places_are_cut_where_a_line_ends() -> None:
    pieces = laid_out([3, 2, 2])
    assert pieces.places((1, 3)) == ((1, 3),)
    assert pieces.places((1, 6), (6, 7)) == ((1, 3), (4, 6), (7, 8), (8, 9))


@settings(deadline=None)
@given(LENGTHS)
@example([])
@example([10 * WINDOW])
@example([WINDOW, WINDOW + 1, WINDOW])
@example([1] * (3 * WINDOW))
def test_the_cores_of_windows_cover_every_piece_once(lengths: list[int]) -> None:
    cores = [core for *_, start, end in windows(laid_out(lengths)) for core in range(start, end)]
    assert cores == list(range(sum(lengths)))


@settings(deadline=None)
@given(LENGTHS)
@example([10 * WINDOW])
@example([1] * (3 * WINDOW))
def test_a_window_takes_no_more_than_the_network_can(lengths: list[int]) -> None:
    for first, stop, start, end in windows(laid_out(lengths)):
        assert first <= start < end <= stop
        assert end - start <= WINDOW
        assert stop - first <= WINDOW + OVERLAP


@settings(deadline=None)
@given(LENGTHS)
def test_only_a_line_too_long_for_a_window_is_cut(lengths: list[int]) -> None:
    edges = [0, *np.cumsum(lengths, dtype=int).tolist()]
    for first, stop, start, end in windows(laid_out(lengths)):
        if first in edges and stop in edges and stop - first <= WINDOW:
            continue
        (line,) = [(a, b) for a, b in pairwise(edges) if a <= start < b]
        assert line[1] - line[0] > WINDOW
        assert (first, stop) == (max(line[0], start - OVERLAP), min(line[1], end + OVERLAP))


def test_short_lines_share_a_window() -> None:
    n_lines = WINDOW // 10
    assert windows(laid_out([10] * n_lines)) == [(0, 10 * n_lines, 0, 10 * n_lines)]


def test_a_cue_is_read_with_its_line_and_no_other() -> None:
    assert around(laid_out([5, 10, 5]), 7, 8) == (5, 15)


def test_a_cue_in_a_long_line_is_read_with_what_is_near() -> None:
    at = 2 * REACH
    assert around(laid_out([5 * REACH]), at, at + 2) == (at - REACH, at + 2 + REACH)


def test_the_next_line_is_read_where_it_opens_with_a_quotation() -> None:
    assert around(laid_out([5, 10, 5, 5], quoted=[2, 3]), 7, 8) == (5, 20)
    assert around(laid_out([5, 10, 2 * NEXT], quoted=[2]), 7, 8) == (5, 15 + NEXT)
    assert around(laid_out([5, 10, 5], quoted=[0]), 7, 8) == (5, 15)


@settings(deadline=None)
@given(st.lists(st.integers(1, 2 * REACH), min_size=1, max_size=6), st.data())
def test_what_is_read_for_a_cue_holds_the_cue(lengths: list[int], data: st.DataObject) -> None:
    n = sum(lengths)
    pieces = laid_out(lengths, quoted=data.draw(st.lists(st.integers(0, 5))))
    cue = data.draw(st.integers(0, n - 1))
    first, stop = around(pieces, cue, cue + 1)
    assert 0 <= first <= cue < stop <= n
    assert pieces.lines[first] == pieces.lines[cue]
    assert pieces.lines[stop - 1] - pieces.lines[cue] <= 1
    assert stop - first <= 2 * REACH + 1


def test_a_window_is_framed_and_its_cue_is_marked() -> None:
    pieces = laid_out([3, 3], quoted=[1])
    laid = columns(pieces, 1, 5, (2, 4))
    assert laid["input_ids"].tolist() == [FIRST_PIECE, 1001, 1002, 1003, 1004, LAST_PIECE]
    assert laid["token_type_ids"].tolist() == [0, 0, MARKED, QUOTED + MARKED, QUOTED, 0]


def test_a_window_without_a_cue_has_no_marks_and_leaves_the_pieces_as_they_are() -> None:
    pieces = laid_out([3, 3], quoted=[1])
    columns(pieces, 0, 6, (0, 6))
    assert columns(pieces, 0, 6, None)["token_type_ids"].tolist() == [0, 0, 0, 0, 3, 3, 3, 0]


def test_the_frame_is_the_one_the_tokenizer_knows() -> None:
    assert TOKENIZER.token_to_id("[CLS]") == FIRST_PIECE
    assert TOKENIZER.token_to_id("[SEP]") == LAST_PIECE
