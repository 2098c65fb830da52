import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from rashomon.model import Relation
from rashomon.views.addresses import web_address
from rashomon.views.report import comparison_html, readings_html
from rashomon.views.report.characters import harmless

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "</style><!--",
    "]]>&lt;b&gt;&amp;",
    "{{ 7 * 7 }}{% raw %}",
    "\u202etxt.exe \x1b[31m\x00\x85",
)
URLS = ("javascript:alert(1)", "data:text/html,<b>", "http://[", "https://a b", "//x", "mailto:a")


def tree_of(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def shape_of(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page and their attributes, without a word of content."""
    elements = tree_of(page).iter()
    return [(str(each.tag), tuple(sorted(each.attrib))) for each in elements]


def text_of(element: html.HtmlElement) -> str:
    return "".join(element.itertext())


@pytest.fixture(scope="session")
def report_of(story_of) -> Callable[..., tuple[str, str]]:
    """The report of a comparison, and the report of its readings, with a word of a page in both."""

    def build(word: str, **options: object) -> tuple[str, str]:
        comparison, readings = story_of(word, **options)
        alone = [(each, replace(comparison, documents=(each.document.id,))) for each in readings]
        return comparison_html(comparison, readings), readings_html(alone)

    return build


@pytest.mark.parametrize("word", HOSTILE)
def test_what_a_page_says_is_never_markup(report_of, word: str) -> None:
    for calm, attacked in zip(report_of("pass"), report_of(word), strict=True):
        assert shape_of(attacked) == shape_of(calm)


@settings(max_examples=25, deadline=None)
@given(word=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_no_text_changes_the_elements_of_a_report(report_of, word: str) -> None:
    for calm, attacked in zip(report_of("pass"), report_of(word), strict=True):
        assert shape_of(attacked) == shape_of(calm)


@pytest.mark.parametrize("word", HOSTILE)
def test_no_word_of_a_page_enters_the_script_or_the_style(report_of, word: str) -> None:
    for calm, attacked in zip(report_of("pass"), report_of(word), strict=True):
        for name in ("script", "style"):
            ours, theirs = (tree_of(page).xpath(f"//{name}") for page in (calm, attacked))
            assert [each.text for each in theirs] == [each.text for each in ours]


@pytest.mark.parametrize("word", HOSTILE)
def test_control_and_override_characters_do_not_come_through(report_of, word: str) -> None:
    for page in report_of(word):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


@given(st.text())
def test_harmless_text_keeps_its_offsets(text: str) -> None:
    assert len(harmless(text)) == len(text)
    harmless(text).encode("utf-8")


def test_line_breaks_of_a_text_are_kept() -> None:
    assert harmless("one\ntwo\tthree") == "one\ntwo\tthree"


@pytest.mark.parametrize("url", URLS)
def test_only_addresses_of_the_web_are_links(report_of, url: str) -> None:
    assert web_address(url) is None
    for page in report_of("pass", url=url):
        tree = tree_of(page)
        assert all(each.get("href").startswith("#") for each in tree.xpath("//a"))
        assert url in text_of(tree)


def test_an_address_of_the_web_is_a_link_that_tells_nothing(report_of) -> None:
    for page in report_of("pass", url="https://news.example/1?a=1&b=2"):
        (link, *_) = tree_of(page).xpath("//a[starts-with(@href, 'http')]")
        assert link.get("href") == text_of(link) == "https://news.example/1?a=1&b=2"
        assert link.get("rel") == "noopener noreferrer"


def test_the_policy_lets_in_the_inline_blocks_alone(report_of) -> None:
    for page in report_of("pass"):
        tree = tree_of(page)
        (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        for name in ("script", "style"):
            (block,) = tree.xpath(f"//{name}")
            digest = b64encode(sha256(block.text.encode()).digest()).decode()
            assert rules.pop(f"{name}-src") == f"'sha256-{digest}'"
        assert rules == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}


def test_a_report_needs_nothing_from_elsewhere(report_of) -> None:
    for page in report_of("pass"):
        tree = tree_of(page)
        assert not tree.xpath("//link | //img | //iframe | //object | //*[@src] | //*[@style]")
        assert not tree.xpath("//@*[starts-with(name(), 'on')]")
        assert "url(" not in page
        assert "@import" not in page


@pytest.mark.parametrize("is_read", [True, False])
def test_every_name_is_used_once_and_every_link_inside_leads_somewhere(
    report_of, *, is_read: bool
) -> None:
    for page in report_of("pass", is_read=is_read):
        tree = tree_of(page)
        names = Counter(tree.xpath("//@id"))
        assert [name for name, n in names.items() if n > 1] == []
        inside = {each[1:] for each in tree.xpath("//a/@href") if each.startswith("#")}
        said = {name for each in tree.xpath("//@aria-labelledby") for name in each.split()}
        assert inside | said | set(filter(None, tree.xpath("//@data-copies"))) <= set(names)


@pytest.mark.parametrize("word", ["pass", "a  b", *HOSTILE])
def test_a_quote_leads_to_its_own_words(report_of, word: str) -> None:
    for page in report_of(word):
        tree = tree_of(page)
        links = tree.xpath("//a[@class='words']")
        assert links
        for link in links:
            number = link.get("href").removeprefix("#q")
            marks = tree.xpath(f"//mark[@data-quote='{number}']")
            assert marks[0].get("id") == f"q{number}"
            assert seen(text_of(link)) == f"“{seen(''.join(map(text_of, marks)))}”"


def seen(words: str) -> str:
    """Words without spaces, control characters and what stands in their place."""
    return re.sub("[\\s\u2400-\u241f\ufffd\u2060]", "", words)


def test_the_whole_text_of_a_document_is_in_the_report(story_of) -> None:
    comparison, readings = story_of("pass\n  that is\tclosed")
    texts = tree_of(comparison_html(comparison, readings)).xpath("//*[@class='words-of-text']")
    for text, reading in zip(texts, readings, strict=True):
        for summary in text.xpath(".//summary"):
            summary.drop_tree()
        assert text_of(text) == reading.document.text


def test_a_citation_says_all_that_one_needs_to_find_the_words(story_of) -> None:
    comparison, readings = story_of("pass")
    (first, *_) = tree_of(comparison_html(comparison, readings)).xpath("//*[@class='citation']")
    assert text_of(first) == (
        "“Arrendia said: point 0 of the pass. It stays.” — A. pass, Office of pass, “On the pass”, "
        "published 2025-03-04, https://news.example/1, accessed 2025-03-06 (assumed: the day of "
        f"this run), characters 50–95 of the text, SHA-256 {'0' * 64}."
    )
    assert readings[0].document.text[50:95] == "Arrendia said: point 0 of the pass. It stays."


def test_a_table_says_its_roles_so_that_cards_do_not_lose_them(report_of) -> None:
    for page in report_of("pass", sides=("A", "B", "C", "D", "E")):
        tree = tree_of(page)
        roles = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
        for name, role in roles.items():
            assert set(tree.xpath(f"//table//{name}/@role")) == {role}
        assert set(tree.xpath("//thead//th/@scope")) == {"col"}
        assert set(tree.xpath("//tbody//th/@scope")) == {"row"}
        assert len(tree.xpath("//table/caption")) == len(tree.xpath("//table"))
        for row in tree.xpath("//tr"):
            assert len(row) == 7


def test_headings_come_in_order(report_of) -> None:
    for page in report_of("pass"):
        levels = [int(each.tag[1]) for each in tree_of(page).iter("h1", "h2", "h3", "h4", "h5")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_same_records_give_the_same_report(report_of) -> None:
    assert report_of("pass") == report_of("pass")


def test_a_text_that_is_not_read_is_said_so(story_of) -> None:
    comparison, readings = story_of("pass", is_read=False)
    readings = [replace(each, document=replace(each.document, language="fr")) for each in readings]
    for page in (
        comparison_html(comparison, readings),
        readings_html([(each, comparison) for each in readings]),
    ):
        assert "The language of this text (fr) is not read" in page
        assert "Not read, for their language" in page


@pytest.mark.parametrize("sides", [(), ("Arrendia",)])
def test_nothing_to_compare_is_said(report_of, sides: tuple[str, ...]) -> None:
    assert "No points to compare." in report_of("pass", sides=sides, n_rows=0)[0]


def test_no_readings_make_an_empty_report() -> None:
    assert "0 texts read" in readings_html([])


def test_the_page_says_what_it_says_about_itself_and_where(report_of) -> None:
    for page in report_of("pass"):
        assert "Title of pass" in page
        assert "(JSON-LD)" in page
        assert "two titles: pass" in page


def test_several_readings_have_a_table_of_contents(report_of) -> None:
    _, page = report_of("pass")
    assert tree_of(page).xpath("//nav//a/@href") == ["#chapter-1", "#chapter-2", "#citations"]


def test_relations_are_told_by_word_and_sign(report_of) -> None:
    page, _ = report_of("pass", n_rows=len(Relation))
    assert tree_of(page).xpath("//p[@class='verdict']/b/text()") == list(Relation)


def test_a_large_text_is_written_whole(story_of) -> None:
    comparison, readings = story_of("pass " * 40_000, n_rows=1)
    assert len(comparison_html(comparison, readings)) > 400_000
