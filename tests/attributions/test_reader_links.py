from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.attributions.reader.labels import Range
from rashomon.attributions.reader.links import Link, parents_of, shared, without_rivals
from rashomon.model import Force

RANGE = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda r: (r[0], r[0] + r[1]))


@st.composite
def ranges(draw: st.DrawFn) -> list[Range]:
    """One to three disjoint ranges in reading order."""
    edges = draw(st.lists(st.integers(0, 40), unique=True, min_size=2, max_size=6).map(sorted))
    return list(zip(edges[::2], edges[1::2], strict=False))


LINKS = st.lists(
    st.builds(
        lambda cue, contents, confidence: link(*contents, cue=cue, confidence=confidence),
        RANGE,
        ranges(),
        st.floats(0, 1),
    ),
    max_size=8,
)


def link(*contents: Range, cue: Range, confidence: float = 0.5) -> Link:
    return Link(source=(), cue=(cue,), contents=contents, force=Force.SAYS, confidence=confidence)


@settings(deadline=None)
@given(ranges(), ranges())
def test_what_two_lists_of_ranges_share_is_counted(left: list[Range], right: list[Range]) -> None:
    offsets = [{n for first, stop in each for n in range(first, stop)} for each in (left, right)]
    assert shared(left, right) == shared(right, left) == len(offsets[0] & offsets[1])


def test_of_two_links_for_one_cue_the_likelier_stays() -> None:
    weak = link((5, 20), cue=(0, 4), confidence=0.3)
    strong = link((30, 40), cue=(2, 4), confidence=0.8)
    assert without_rivals([weak, strong]) == [strong]


def test_of_two_links_that_tell_the_same_words_the_likelier_stays() -> None:
    weak = link((5, 20), cue=(0, 4), confidence=0.3)
    strong = link((5, 20), cue=(21, 25), confidence=0.8)
    assert without_rivals([weak, strong]) == [strong]


def test_links_that_share_less_than_half_of_the_smaller_content_both_stay() -> None:
    left, right = link((5, 20), cue=(0, 4)), link((16, 25), cue=(26, 30))
    assert shared(left.contents, right.contents) == 4
    assert without_rivals([left, right]) == [left, right]


def test_a_link_nested_in_another_is_no_rival() -> None:
    outer = link((5, 40), cue=(0, 4))
    inner = link((20, 40), cue=(10, 19), confidence=0.9)
    assert outer.holds(inner)
    assert not inner.holds(outer)
    assert without_rivals([inner, outer]) == [outer, inner]


def test_links_that_hold_each_other_are_rivals() -> None:
    weak = link((0, 20), cue=(21, 25), confidence=0.3)
    strong = link((8, 30), cue=(2, 6), confidence=0.8)
    assert without_rivals([weak, strong]) == [strong]


@settings(deadline=None)
@given(LINKS)
def test_what_stays_are_links_given_in_reading_order(links: list[Link]) -> None:
    kept = without_rivals(links)
    assert all(each in links for each in kept)
    assert [each.cue for each in kept] == sorted(each.cue for each in kept)
    assert without_rivals(kept) == kept


@settings(deadline=None)
@given(LINKS)
def test_no_two_links_that_stay_share_a_word_of_their_cues(links: list[Link]) -> None:
    for left, right in combinations(without_rivals(links), 2):
        assert not shared(left.cue, right.cue)


@settings(deadline=None)
@given(LINKS)
def test_the_likeliest_link_stays(links: list[Link]) -> None:
    best = max((each.confidence for each in links), default=None)
    assert max((each.confidence for each in without_rivals(links)), default=None) == best


def test_the_parent_is_the_smallest_link_that_holds_the_cue() -> None:
    links = [
        link((5, 60), cue=(0, 4)),
        link((15, 60), cue=(10, 14)),
        link((25, 60), cue=(20, 24)),
        link((75, 90), cue=(70, 74)),
    ]
    assert parents_of(links) == [None, 0, 1, None]


def test_a_cue_that_ends_outside_a_content_is_not_nested_in_it() -> None:
    assert parents_of([link((5, 20), cue=(0, 4)), link((23, 30), cue=(19, 22))]) == [None, None]


@settings(deadline=None)
@given(LINKS)
def test_a_parent_is_larger_than_its_children(links: list[Link]) -> None:
    parents = parents_of(links)
    for each, parent in zip(links, parents, strict=True):
        if parent is not None:
            assert links[parent].size > each.size
            assert links[parent].holds(each)
