from dataclasses import replace

import pytest

from rashomon.attributions.reader.completions import with_namers, with_opening
from rashomon.attributions.reader.links import Link
from rashomon.model import Force


def link_in(text: str, source: str, cue: str, content: str) -> Link:
    """Make a link from words of a text."""
    places = [(text.index(words), text.index(words) + len(words)) for words in (cue, content)]
    start = text.index(source)
    return Link(
        source=((start, start + len(source)),),
        cue=(places[0],),
        contents=(places[1],),
        force=Force.SAYS,
        confidence=0.9,
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "wanted"),
    [
        pytest.param(
            "Vell assured Brek of Arrendia's support.",
            "Vell",
            "assured",
            "Arrendia's support",
            ("assured", "of Arrendia's support"),
            id="after a hearer",
        ),
        pytest.param(
            "Vell assured Brek of Arrendia's support.",
            "Vell",
            "assured Brek of",
            "Arrendia's support",
            ("assured", "of Arrendia's support"),
            id="with the hearer in the cue",
        ),
        pytest.param(
            "Maar also urged for  access to the port.",
            "Maar",
            "also urged for",
            "access to the port",
            ("also urged", "for  access to the port"),
            id="after a verb of urging",
        ),
        pytest.param(
            "Maar called for access to the port.",
            "Maar",
            "called for",
            "access to the port",
            ("called for", "access to the port"),
            id="a verb that needs its preposition keeps it",
        ),
        pytest.param(
            "The head of the port warned that it was shut.",
            "The head of",
            "warned",
            "the port",
            ("warned", "the port"),
            id="a preposition of the source",
        ),
        pytest.param(
            "The talks of the port, Maar said.",
            "Maar",
            "said",
            "the port",
            ("said", "the port"),
            id="before the cue",
        ),
    ],
)
def test_a_content_has_the_preposition_that_opens_it(
    text: str, source: str, cue: str, content: str, wanted: tuple[str, str]
) -> None:
    found = with_opening(text, link_in(text, source, cue, content))
    (first, stop), (begin, end) = found.cue[0], found.contents[0]
    assert (text[first:stop], text[begin:end]) == wanted


def test_who_names_a_thing_in_the_content_is_an_unsaid_source() -> None:
    text = "Criticism was levelled at what Brek called reckless, and fines were called for."
    levelled = replace(
        link_in(text, "Criticism", "levelled", "at what Brek called reckless"), source=()
    )
    called = link_in(text, "Brek", "called", "reckless")
    outer, inner = with_namers(text, [levelled, called])
    assert outer.source == inner.source == called.source


def test_another_source_in_the_content_leaves_it_unsaid() -> None:
    text = "It was said that Brek called the trip reckless."
    said = replace(link_in(text, "It", "said", "that Brek called the trip reckless"), source=())
    called = link_in(text, "Brek", "called", "the trip reckless")
    assert with_namers(text, [said, called]) == [said, called]


def test_who_only_says_or_wants_what_is_not_known_is_no_source() -> None:
    text = "It was not known what Velmora demanded."
    known = replace(link_in(text, "It", "known", "what Velmora demanded"), source=())
    demanded = link_in(text, "Velmora", "demanded", "what")
    assert with_namers(text, [known, demanded]) == [known, demanded]
