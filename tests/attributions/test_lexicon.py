from dataclasses import fields

from rashomon.attributions.candidate import Construction
from rashomon.attributions.lexicon import load_lexicon


def test_every_construction_has_a_confidence() -> None:
    confidence = load_lexicon().confidence
    assert set(confidence) == {construction.value for construction in Construction}
    assert all(0 < value < 1 for value in confidence.values())


def test_every_word_list_holds_lower_case_words() -> None:
    lexicon = load_lexicon()
    for field in fields(lexicon):
        value = getattr(lexicon, field.name)
        lists = value.values() if isinstance(value, dict) else [value]
        for words in lists:
            if isinstance(words, frozenset):
                assert all(word == word.lower() for word in words), field.name


def test_nothing_is_both_a_silence_and_something_withheld() -> None:
    lexicon = load_lexicon()
    assert not set(lexicon.unmentioned) & set(lexicon.withheld)
