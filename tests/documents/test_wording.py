"""Words are found whatever their case, whichever of the two ways of matching is taken."""

import re
import tomllib
from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from rashomon.documents.wording import PLAIN, Parts, Phrases, load_wording

TABLES = tomllib.loads(files("rashomon.documents").joinpath("wording.toml").read_text("utf-8"))
PARTS: list[str] = TABLES["furniture"]["parts"]
STARTS: list[str] = TABLES["furniture"]["starts"]
PLAIN_LETTERS = [chr(code) for code in range(0x10000) if PLAIN.fullmatch(chr(code))]


def test_lower_case_changes_no_answer_about_plain_letters() -> None:
    known = set(files("rashomon.documents").joinpath("wording.toml").read_text("utf-8").lower())
    for letter in known:
        any_case = re.compile(re.escape(letter), re.IGNORECASE)
        for other in PLAIN_LETTERS:
            assert (any_case.match(other) is not None) == (other.lower() == letter)


def test_no_plain_letter_is_longer_in_lower_case() -> None:
    assert all(len(letter.lower()) == 1 for letter in PLAIN_LETTERS)


@given(st.from_regex(re.compile("|".join(STARTS), re.IGNORECASE)))
def test_phrases_are_found_at_the_start_whatever_their_case(text: str) -> None:
    expected = re.compile("|".join(STARTS), re.IGNORECASE).match(text) is not None
    assert Phrases("|".join(STARTS)).match(text) == expected


@given(st.lists(st.from_regex(re.compile("|".join(PARTS), re.IGNORECASE)) | st.text()))
def test_parts_are_found_wherever_they_stand(texts: list[str]) -> None:
    pattern = re.compile("|".join(PARTS), re.IGNORECASE)
    expected = [pattern.search(text) is not None for text in texts]
    assert load_wording().furniture_part.search_each(texts) == expected


def test_letters_that_differ_only_by_case_folding_are_found_as_before() -> None:
    texts = ["Coo\u212aie settings", "Cookie \u0130ST", "SPAM \u017f"]
    assert Parts(["cookie", "spam"]).search_each(texts) == [True, True, True]
