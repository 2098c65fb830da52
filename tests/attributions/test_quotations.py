from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.attributions.quotations import find_quoted, quotation_of
from rashomon.model import Quotation, Span


def quoted_in(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in find_quoted(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it “a gift” twice.", ["“a gift”"]),
        ('He called it "a gift" twice.', ['"a gift"']),
        ("He called it ‘a gift’ twice.", ["‘a gift’"]),
        ("The king's men said it's the crew's boat.", []),
        ("The king’s men said it’s the crew’s boat.", []),
        ("“We go. “They stay.”", ["“We go. “They stay.”"]),
        ("“We go.\nHe left.", ["“We go."]),
        ("“We go.\nThey stay.” He left.", ["“We go.", "They stay.”"]),
        ("They stay.” He left.", []),
        ("„Wir gehen“ and «on y va»", ["„Wir gehen“", "«on y va»"]),
        ('A plank of 6" and one of 7"', []),
    ],
)
def test_quoted_stretches_are_found(text: str, expected: list[str]) -> None:
    assert quoted_in(text) == expected


@given(st.text(alphabet="ab. \n\"'“”‘’«»", max_size=60))
def test_quoted_stretches_are_disjoint_in_order_and_on_one_line(text: str) -> None:
    quoted = find_quoted(text, Span(0, len(text))) if text else []
    for before, after in pairwise(quoted):
        assert before.span.end <= after.span.start
    assert not any("\n" in text[q.span.start : q.span.end] for q in quoted)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("“a gift”", Quotation.DIRECT),
        ("a gift", Quotation.DIRECT),
        ("called it “a gift”", Quotation.MIXED),
        ("called it", Quotation.INDIRECT),
    ],
)
def test_a_content_is_direct_mixed_or_indirect(content: str, expected: Quotation) -> None:
    text = "He called it “a gift” twice."
    start = text.index(content)
    quoted = find_quoted(text, Span(0, len(text)))
    assert quotation_of([Span(start, start + len(content))], text, quoted) is expected
