import json
from importlib.resources import files
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.documents.labelling import label, label_pages, network
from rashomon.documents.labelling.features import describe
from rashomon.documents.labelling.network import CARD, WEIGHTS, load_network
from rashomon.documents.labelling.pages import Pages
from rashomon.documents.labelling.paths import find_paths
from rashomon.documents.labelling.states import HEAD, IS_HEAD, N_STATES, STATES, states_of
from rashomon.errors import ResourceError
from rashomon.model import Zone

ARTICLE = [
    "Home", "World", "Sign in", "Arrendia reopens the crossing at Tarn", "By Ida Moen",
    "Arrendia reopened the crossing at Tarn on Monday, its interior ministry said in a statement.",
    "The ministry said that lorries would be let through from Tuesday, after the road is cleared.",
    "Velmora, which had closed its own side in May, did not say whether it would follow soon.",
    "Most read", "Sudmark cup final ends in a draw", "Share this article",
]  # fmt: skip

lines = st.text(min_size=1, max_size=120).map(str.strip).filter(lambda line: "\n" not in line)
pages_of_lines = st.lists(lines.filter(bool), min_size=1, max_size=12)


def scores(*shape: int) -> st.SearchStrategy[np.ndarray]:
    size = int(np.prod(shape))
    values = st.lists(st.integers(-8, 8), min_size=size, max_size=size)
    return values.map(lambda found: np.array(found, np.float32).reshape(shape))


@given(st.data(), st.lists(st.integers(1, 4), min_size=1, max_size=4))
def test_the_walk_found_is_the_best_of_all_walks(data: st.DataObject, lengths: list[int]) -> None:
    n_states = 3
    of_lines = data.draw(scores(sum(lengths), n_states))
    changes = data.draw(scores(n_states, n_states))
    start, end = data.draw(scores(n_states)), data.draw(scores(n_states))

    def worth(walk: tuple[int, ...], rows: np.ndarray) -> float:
        steps = sum(changes[a, b] for a, b in pairwise(walk))
        return float(start[walk[0]] + steps + end[walk[-1]] + rows[range(len(walk)), walk].sum())

    found = find_paths(of_lines, np.array(lengths), changes, start, end).tolist()
    before = 0
    for length in lengths:
        rows = of_lines[before : before + length]
        walk = tuple(found[before : before + length])
        best = max(worth(each, rows) for each in product(range(n_states), repeat=length))
        assert worth(walk, rows) == best
        before += length


@settings(deadline=None)
@given(st.lists(pages_of_lines, min_size=1, max_size=4))
def test_what_a_page_is_labelled_does_not_depend_on_its_batch(pages: list[list[str]]) -> None:
    assert label_pages(pages) == [label_pages([page])[0] for page in pages]


@settings(deadline=None)
@given(st.lists(pages_of_lines, min_size=1, max_size=3))
def test_features_are_finite_and_of_one_width(pages: list[list[str]]) -> None:
    features = describe(Pages.of(pages))
    width = len(describe(Pages.of([["a"]])).dense)
    assert features.dense.shape == (width, sum(map(len, pages)))
    assert np.isfinite(features.dense).all()
    assert features.n_weighed.min() >= 1


@settings(deadline=None)
@given(st.lists(st.sampled_from(ARTICLE), min_size=1, max_size=30))
def test_an_article_is_one_stretch_and_has_a_body(page: list[str]) -> None:
    zones = label_pages([page])[0]
    stretches = [STATES[state][0] for state in states_of(zones)]
    assert stretches == sorted(stretches)
    assert HEAD not in stretches or Zone.BODY in zones


@settings(deadline=None)
@given(st.integers(5, 40))
def test_a_list_of_stories_is_no_long_head(n_stories: int) -> None:
    story = ["Crossing at Tarn stays shut", "By IDA MOEN", "November 20, 2019 10:43"]
    zones = label_pages([[*story * n_stories, *ARTICLE[5:]]])[0]
    head = [zone for zone, state in zip(zones, states_of(zones), strict=True) if IS_HEAD[state]]
    assert len(head) <= label.MAX_HEAD


@pytest.mark.parametrize(
    "page",
    [
        ARTICLE[5:6],
        ["国境の検問所が再開", "政府は月曜日に国境の検問所を再開した。", "夏に閉鎖されていた。"],
    ],
)
def test_what_is_prose_for_the_most_part_has_a_body(page: list[str]) -> None:
    assert label_pages([page])[0].count(Zone.BODY) == len(page) - (len(page) > 1)


def test_titles_alone_are_no_article() -> None:
    titles = ["Nordland wins cup final", "Storm closes schools in three counties"] * 4
    assert Zone.BODY not in label_pages([["Home", "News", *titles, "Contact us"]])[0]


def test_a_menu_in_one_long_line_is_no_article() -> None:
    menu = " ".join(["Home World Politics Business Sport Culture Weather Subscribe"] * 4)
    assert Zone.BODY not in label_pages([["Log in", menu]])[0]


def test_an_empty_page_has_no_labels() -> None:
    assert label_pages([[], ARTICLE[:1], []])[::2] == [[], []]


def test_a_page_of_too_many_lines_is_labelled_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(label, "MAX_LINES", 4)
    assert [len(zones) for zones in label_pages([ARTICLE, ARTICLE[:3]])] == [len(ARTICLE), 3]


def test_a_plain_article_is_told_from_what_stands_around_it() -> None:
    zones = label_pages([ARTICLE])[0]
    assert zones[:3] == [Zone.FURNITURE] * 3
    assert zones[3:8] == [Zone.HEADLINE, Zone.BYLINE, Zone.BODY, Zone.BODY, Zone.BODY]
    assert zones[8:] == [Zone.SECTION, Zone.TEASER, Zone.FURNITURE]


def test_the_card_tells_of_the_weights_that_are_shipped() -> None:
    folder = files(network.ROOM)
    card = json.loads(folder.joinpath(CARD).read_text("utf-8"))
    content = folder.joinpath(WEIGHTS).read_bytes()
    assert card["bytes"] == len(content) < 1_000_000
    assert card["scores"]
    assert load_network().output.shape[1] == N_STATES


@pytest.mark.parametrize(("name", "value"), [("WEIGHTS", "none.npz"), ("CARD", "none.json")])
def test_missing_weights_are_a_clear_error(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    load_network.cache_clear()
    monkeypatch.setattr(network, name, value)
    with pytest.raises(ResourceError, match="Install Rashomon again"):
        load_network()
    load_network.cache_clear()


def test_other_weights_than_the_card_describes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    load_network.cache_clear()
    monkeypatch.setattr(network, "WEIGHTS", "lexicon.toml")
    with pytest.raises(ResourceError, match=r"is not the file that zones\.json describes"):
        load_network()
    load_network.cache_clear()
