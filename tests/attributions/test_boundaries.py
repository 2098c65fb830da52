from collections.abc import Callable

import pytest

from rashomon.model import Attribution

Read = Callable[[str], tuple[Attribution, ...]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Nordland puts the number at 50; Velmora says it has sent fewer than 20.",
            [("Nordland", "the number at 50"), ("Velmora", "it has sent fewer than 20")],
        ),
        (
            "According to Sudmark, it will be in May; Nordland maintains no round is agreed.",
            [("Sudmark", "it will be in May"), ("Nordland", "no round is agreed")],
        ),
        (
            "Sudmark says the talks lasted an hour; Nordland, two.",
            [("Sudmark", "the talks lasted an hour")],
        ),
        (
            "Velmora said the closure lasted two hours, while Nordland put it at half an hour.",
            [("Velmora", "the closure lasted two hours"), ("Nordland", "it at half an hour")],
        ),
        (
            "Nordland said the dam was full, whereas Velmora insisted that it was empty.",
            [("Nordland", "the dam was full"), ("Velmora", "that it was empty")],
        ),
        (
            "According to Nordland, the dam was full, while according to Velmora it was empty.",
            [("Nordland", "the dam was full"), ("Velmora", "it was empty")],
        ),
    ],
)
def test_what_one_side_says_ends_where_the_other_begins(
    read: Read, text: str, said: list[tuple[str, str]]
) -> None:
    found = read(text)
    assert [(a.source and a.source.words, a.content.words) for a in found] == said
    assert all(a.parent is None for a in found)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "“The road is open; the dam is shut,” the premier said.",
            "“The road is open; the dam is shut,”",
        ),
        (
            "The spokesman said that, while Velmora regrets the delay, the talks go on.",
            "that, while Velmora regrets the delay, the talks go on",
        ),
        (
            "Velmora said it would keep its ships in port while Nordland holds its drill.",
            "it would keep its ships in port while Nordland holds its drill",
        ),
    ],
)
def test_what_nobody_else_says_stays_whole(read: Read, text: str, content: str) -> None:
    assert read(text)[0].content.words == content
