from collections.abc import Callable
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from rashomon.attributions import Mode, attribute
from rashomon.attributions.reader.read import Reader
from rashomon.model import Attribution, Document, DocumentId, Kind, Span, Zone, ZoneSpan

ByChance = Callable[[int, float], Reader]

WORDS = st.sampled_from(["Velmora", "said", "“No", "dam”", ".", "unexplainably", "\n", "\u2028"])
TEXTS = st.lists(WORDS, max_size=80).map(" ".join)
MODES = st.sampled_from(Mode)
SEEDS = st.integers(0, 99)


def document_of(text: str, zone: Zone = Zone.BODY) -> Document:
    return Document(
        id=DocumentId("text"),
        text=text,
        zones=(ZoneSpan(zone, Span(0, len(text))),) if text else (),
        kind=Kind.REPORT,
        kind_reason="",
        sha256=sha256(text.encode()).hexdigest(),
    )


def read(
    reader: Reader, text: str, mode: Mode, min_confidence: float | None = 0.0
) -> tuple[Attribution, ...]:
    (found,) = attribute(
        [document_of(text)], mode=mode, min_confidence=min_confidence, reader=reader
    )
    return found


@given(TEXTS, MODES, SEEDS)
def test_every_anchor_quotes_its_text_whatever_the_network_says(
    by_chance: ByChance, text: str, mode: Mode, seed: int
) -> None:
    for found in read(by_chance(seed, 1.0), text, mode):
        for anchor in filter(None, (found.source, found.cue, found.content)):
            anchor.check(text)
            assert not any({"\n", "\u2028"} & set(words) for words in anchor.exact)


@given(TEXTS, MODES, SEEDS)
def test_a_parent_is_an_attribution_of_the_same_text(
    by_chance: ByChance, text: str, mode: Mode, seed: int
) -> None:
    found = read(by_chance(seed, 1.0), text, mode)
    by_id = {attribution.id: attribution for attribution in found}
    for attribution in found:
        if attribution.parent is not None:
            assert by_id[attribution.parent].content.overlaps(attribution.cue)


@given(TEXTS, MODES, SEEDS)
def test_a_rerun_finds_the_same_in_reading_order(
    by_chance: ByChance, text: str, mode: Mode, seed: int
) -> None:
    found = read(by_chance(seed, 1.0), text, mode)
    assert found == read(by_chance(seed, 1.0), text, mode)
    assert [a.cue.start for a in found] == sorted(a.cue.start for a in found)


@given(TEXTS, MODES, SEEDS, st.floats(0, 1))
def test_what_is_less_sure_is_left_out(
    by_chance: ByChance, text: str, mode: Mode, seed: int, least: float
) -> None:
    everything = {a.id for a in read(by_chance(seed, 1.0), text, mode)}
    found = read(by_chance(seed, 1.0), text, mode, least)
    assert {a.id for a in found} <= everything
    assert all(a.confidence >= round(least, 4) for a in found)


def test_without_a_least_confidence_the_threshold_of_the_scale_cuts(by_chance: ByChance) -> None:
    text, mode = "Velmora said no. " * 20, Mode.ACCURATE
    cut = by_chance(0, 1.0).calibration.accurate.threshold
    assert read(by_chance(0, 1.0), text, mode, None) == read(by_chance(0, 1.0), text, mode, cut)


def test_what_is_not_the_documents_own_story_is_not_read(by_chance: ByChance) -> None:
    document = document_of("Velmora said no. " * 20, Zone.TEASER)
    assert attribute([document], min_confidence=0.0, reader=by_chance(0, 1.0)) == [()]


def test_a_document_without_words_has_no_attributions(by_chance: ByChance) -> None:
    assert read(by_chance(0, 1.0), "", Mode.ACCURATE) == ()
