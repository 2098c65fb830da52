import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import SpanError
from rashomon.model import Anchor, Span

texts = st.text(min_size=1, max_size=60)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(texts)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    return text, [Span(start, end) for start, end in pairs]


@given(texts_with_spans())
def test_an_anchor_always_quotes_its_own_text(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    anchor = Anchor.at(text, *spans)
    anchor.check(text)
    assert anchor.exact == tuple(text[span.start : span.end] for span in anchor.spans)


@given(texts_with_spans())
def test_spans_come_out_in_reading_order(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    assert Anchor.at(text, *reversed(spans)) == Anchor.at(text, *spans)


@given(texts, st.integers(1, 9))
def test_a_span_outside_its_text_is_refused(text: str, beyond: int) -> None:
    with pytest.raises(SpanError, match="does not fit a text of"):
        Anchor.at(text, Span(len(text) - 1, len(text) + beyond))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_an_empty_or_negative_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        Span(start, end)


def test_overlapping_spans_are_refused() -> None:
    with pytest.raises(SpanError):
        Anchor.at("Velmora", Span(0, 4), Span(3, 5))


def test_an_anchor_of_another_text_is_noticed() -> None:
    anchor = Anchor.at("Velmora said", Span(0, 7))
    with pytest.raises(SpanError):
        anchor.check("Arrendia said")


def test_offsets_count_code_points_not_bytes_or_utf16_units() -> None:
    text = "🕊️ Zürich señó́ said"
    start = text.index("said")
    assert Anchor.at(text, Span(start, start + 4)).exact == ("said",)
