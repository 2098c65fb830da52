from collections.abc import Callable

import pytest

from rashomon.model import Attribution

Read = Callable[[str], tuple[Attribution, ...]]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ('"The dam is open," Maar was quoted as saying.', "Maar", '"The dam is open,"'),
        ("Maar was cited as saying the dam was open.", "Maar", "the dam was open"),
        ("The palace described the pass as fully open.", "The palace", "the pass as fully open"),
        (
            "Blame for the flood was placed on Velmora by Nordland.",
            "Nordland",
            "Blame for the flood … on Velmora",
        ),
        (
            "It was also conveyed by the Velmoran side that pilgrims should be allowed to travel.",
            "the Velmoran side",
            "that pilgrims should be allowed to travel",
        ),
        (
            "Maar told reporters after the meeting that Nordland had asked for four boats.",
            "Maar",
            "that Nordland had asked for four boats",
        ),
    ],
)
def test_a_clause_that_hangs_elsewhere_keeps_its_speaker(
    read: Read, text: str, source: str, content: str
) -> None:
    (found,) = [a for a in read(text) if a.parent is None]
    assert found.source is not None
    assert (found.source.words, found.content.words) == (source, content)


@pytest.mark.parametrize(
    "text",
    [
        "Envoy Ilse Maar spoke by video link with Jon Brek for an hour, mostly about the dam.",
        "The envoy spoke with Jon Brek about the dam.",
        "The lantern was put on the roof by Maar.",
        "It was approved by the minister that the people backed.",
    ],
)
def test_a_talk_or_a_deed_is_nobodys_words(read: Read, text: str) -> None:
    assert read(text) == ()
