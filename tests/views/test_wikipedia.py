import html
import re
from dataclasses import replace

import pytest

from rashomon.model import Kind
from rashomon.views.wikipedia import comparison_wikipedia

HOSTILE = (
    "a | b = c",
    "}} {{Delete}} {{",
    "[[File:x.png]] [http://x y]",
    "<ref>x</ref> <nowiki>",
    "'''bold''' ~~~~ __NOTOC__",
    "&lt; &amp;#124;",
    "line\n* break\n== heading ==",
)


def fields_of(template: str) -> dict[str, str]:
    """Read a template as MediaWiki does: fields at bars, then what entities stand for."""
    body = re.fullmatch(r"\{\{([^{}]+)\}\}", template)
    assert body, template
    name, *fields = body[1].split("|")
    pairs = (field.partition("=") for field in fields)
    return {"": name.strip()} | {key: html.unescape(value.strip()) for key, _, value in pairs}


def first_of(comparison, readings) -> dict[str, str]:
    return fields_of(comparison_wikipedia(comparison, readings).splitlines()[0])


def test_an_official_text_is_a_press_release(story_of) -> None:
    comparison, readings = story_of("pass")
    assert first_of(comparison, readings) | {"quote": ""} == {
        "": "cite press release",
        "author1": "A. pass",
        "title": "On the pass",
        "url": "https://news.example/1",
        "publisher": "Office of pass",
        "date": "2025-03-04",
        "quote": "",
    }


def test_a_day_of_access_that_somebody_gave_is_told(story_of) -> None:
    comparison, readings = story_of("pass")
    given = [
        replace(each, document=replace(each.document, is_fetch_assumed=False)) for each in readings
    ]
    assert first_of(comparison, given)["access-date"] == "2025-03-06"


@pytest.mark.parametrize(
    ("url", "template"), [("https://news.example/1", "cite web"), (None, "cite news")]
)
def test_journalism_is_a_page_or_news(story_of, url, template: str) -> None:
    comparison, readings = story_of("pass", url=url)
    reports = [
        replace(each, document=replace(each.document, kind=Kind.REPORT)) for each in readings
    ]
    assert first_of(comparison, reports)[""] == template


def test_words_left_out_between_quotes_are_an_ellipsis(story_of) -> None:
    quote = first_of(*story_of("pass"))["quote"]
    assert "It stays. Arrendia said" in quote  # nothing is left out here


@pytest.mark.parametrize("word", HOSTILE)
def test_words_of_a_page_are_never_markup(story_of, word: str) -> None:
    text = comparison_wikipedia(*story_of(word))
    assert len(text.splitlines()) == 2
    fields = fields_of(text.splitlines()[0])
    assert list(fields) == list(first_of(*story_of("pass")))
    assert fields["title"] == " ".join(f"On the {word}".split())
    for markup in ("[", "]", "<", ">", "''", "~", "__", "{{Delete"):
        assert markup not in text


def test_an_address_ends_neither_field_nor_link(story_of) -> None:
    fields = first_of(*story_of("pass", url="https://news.example/a|b]c'd{e}?f=g&h"))
    assert fields["url"] == "https://news.example/a%7Cb%5Dc%27d%7Be%7D?f=g&h"
