from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.attributions.mode import Mode
from rashomon.attributions.quotations import find_quoted
from rashomon.attributions.reader.links import Link
from rashomon.attributions.reader.pieces import OVERLAP, WINDOW
from rashomon.attributions.reader.read import Reader, read
from rashomon.model import Span

ByChance = Callable[[int, float], Reader]

# Of one piece and of many; "ก" is a letter whose words the tokenizer cuts letter by letter.
WORDS = st.sampled_from(["Velmora", "said", "“No", "dam”", ".", "unexplainably", "ก" * 90])
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=3)


def links_of(reader: Reader, lines: Sequence[str], mode: Mode) -> list[Link]:
    text = "\n".join(lines)
    spans, start = [], 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return read(reader, text, spans, find_quoted(text, Span(0, len(text))), mode)


@settings(deadline=None)
@given(LINES, st.sampled_from(Mode), st.integers(0, 99), st.sampled_from([-2.0, 0.0, 4.0]))
def test_links_are_well_formed_whatever_the_network_says(
    by_chance: ByChance, lines: list[str], mode: Mode, seed: int, bias: float
) -> None:
    text = "\n".join(lines)
    found = links_of(by_chance(seed, bias), lines, mode)
    assert [link.cue for link in found] == sorted(link.cue for link in found)
    for link in found:
        assert link.cue
        assert link.contents
        assert 0 <= link.confidence <= 1
        for ranges in (link.source, link.cue, link.contents):
            assert list(ranges) == sorted(ranges)
            for first, stop in ranges:
                assert text[first:stop].strip() == text[first:stop] != ""
                assert "\n" not in text[first:stop]


@pytest.mark.parametrize("mode", Mode)
def test_a_line_that_ends_in_a_word_of_many_pieces_is_read(by_chance: ByChance, mode: Mode) -> None:
    # The second window judges nothing but pieces that go on with the last word.
    links_of(by_chance(0, 0.0), ["dam " * (WINDOW - OVERLAP - 1) + "ก" * 95], mode)


@pytest.mark.parametrize("mode", Mode)
def test_a_long_line_that_is_all_cue_is_read(by_chance: ByChance, mode: Mode) -> None:
    links_of(by_chance(0, 99.0), ["said " * 900], mode)


@settings(deadline=None)
@given(st.integers(0, 999))
def test_no_word_is_cut_in_two(by_chance: ByChance, seed: int) -> None:
    line = " ".join(["unexplainably said"] * 50)
    for link in links_of(by_chance(seed, 1.0), [line], Mode.ACCURATE):
        for first, stop in (*link.source, *link.cue, *link.contents):
            assert not line[first - 1 : first].strip()
            assert not line[stop : stop + 1].strip()


@pytest.mark.parametrize("mode", Mode)
def test_a_text_without_words_has_no_links(by_chance: ByChance, mode: Mode) -> None:
    assert links_of(by_chance(0, 0.0), ["\x07"], mode) == []
