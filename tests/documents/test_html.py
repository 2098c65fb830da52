import contextlib
import gzip
import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from rashomon.documents import extract
from rashomon.documents.html import extract_html
from rashomon.errors import PageError
from rashomon.model import (
    Document,
    DocumentId,
    Field,
    Kind,
    Origin,
    Page,
    PageForm,
    Rejection,
    Zone,
)

PAGES = Path(__file__).parent / "pages/html"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))
ENCODINGS = {"russkij": "windows-1251", "deutsch": "cp1252"}
MAX_S = 4.0
STEP = re.compile(r"(?P<gap> > | )?(?P<tag>[\w-]+)(?::nth-of-type\((?P<number>\d+)\))?")


def page_of(content: str | bytes) -> Page:
    data = content.encode() if isinstance(content, str) else content
    return Page(id=DocumentId("page.html"), form=PageForm.HTML, content=data, path="page.html")


def content_of(name: str) -> bytes:
    return (PAGES / f"{name}.html").read_text("utf-8").encode(ENCODINGS.get(name, "utf-8"))


def read(content: str | bytes) -> Document:
    return extract_html(page_of(content))


def texts(document: Document, zone: Zone) -> list[str]:
    return [document.text[span.start : span.end] for span in document.spans_of(zone)]


def select(root: html.HtmlElement, selector: str) -> html.HtmlElement:
    """Evaluate the few forms of CSS selectors that places have."""
    found = root
    for match in STEP.finditer(selector):
        tag, number = match["tag"], int(match["number"] or 1)
        if found.tag == "table" and tag == "tr" and match["gap"] == " ":
            found = found.findall("tr")[number - 1]
        else:
            found = [child for child in found if child.tag == tag][number - 1]
    return found


@pytest.fixture(scope="module")
def courier() -> Document:
    return read(content_of("courier"))


def test_a_news_page_is_divided_into_its_zones(courier: Document) -> None:
    assert texts(courier, Zone.HEADLINE)[0] == "Solberg: talks on Verrin Pass continue"
    assert texts(courier, Zone.BYLINE) == ["By Ola Berg,"]
    assert texts(courier, Zone.DATELINE) == ["3 May 2024", "NORHAVEN (NPA) —"]
    assert texts(courier, Zone.CAPTION) == ["President Ingrid Solheim (left) and Erik Lund."]
    assert texts(courier, Zone.CREDIT) == ["Photo: Jane Roe / NPA"]
    assert texts(courier, Zone.SECTION) == ["More from World"]
    assert len(texts(courier, Zone.TEASER)) >= 2
    assert "© 2024 The Nordkai Courier" in texts(courier, Zone.FURNITURE)
    assert [person.name for person in courier.people_in_caption] == ["Ingrid Solheim"]


def test_links_to_other_stories_inside_the_article_are_no_body(courier: Document) -> None:
    assert not any("Read more" in paragraph for paragraph in texts(courier, Zone.BODY))


def test_hidden_text_is_no_body_and_is_remarked(courier: Document) -> None:
    assert not any("Ignore all previous" in paragraph for paragraph in texts(courier, Zone.BODY))
    assert any("48 characters of text that it does not show" in each for each in courier.remarks)


def test_metadata_keep_every_origin_the_most_trusted_first(courier: Document) -> None:
    published = [each for each in courier.metadata if each.field is Field.PUBLISHED]
    assert [(each.origin, each.value) for each in published] == [
        (Origin.JSON_LD, "2024-05-04"),
        (Origin.TIME, "2024-05-03"),
        (Origin.ADDRESS, "2024-05-03"),
    ]
    assert courier.published == "2024-05-04"
    assert courier.authors == ("Ola Berg",)
    assert (courier.publisher, courier.language) == ("Nordkai Courier", "en")
    assert courier.url == "https://courier.example/2024/05/03/verrin"


def test_contradicting_origins_are_told_in_a_sentence(courier: Document) -> None:
    assert any("contradicts itself about its publication date" in each for each in courier.remarks)


def test_a_ministry_s_readout_keeps_its_lists_and_quotes_in_order() -> None:
    document = read(content_of("ministry"))
    body = texts(document, Zone.BODY)
    assert [line.split()[0] for line in body] == ["Foreign", "The", "a", "a", "a", '"A', "The"]
    assert (document.kind, document.published) == (Kind.READOUT, "2024-05-06")


def test_a_page_laid_out_in_tables_is_read() -> None:
    body = "\n".join(texts(read(content_of("tables")), Zone.BODY))
    assert body.startswith("The harbour of Ostwick was closed")
    assert "two million crowns." in body
    assert "Copyright" not in body


@pytest.mark.parametrize(
    ("name", "language", "first", "last"),
    [
        ("deutsch", "de", "Die Regierung von Velmora", "offen bleibe."),
        ("francais", "fr", "Le gouvernement de Velmora", "mois d'avril."),
        ("russkij", "ru", "Правительство Велморы", "открыта и зимой."),
        ("arabi", "ar", "أعادت حكومة", "الشتاء أيضا."),
    ],
)
def test_pages_in_other_languages_are_read(name: str, language: str, first: str, last: str) -> None:
    document = read(content_of(name))
    body = texts(document, Zone.BODY)
    assert document.language == language
    assert any(paragraph.startswith(first) for paragraph in body[:2])
    assert body[-1].endswith(last)
    assert texts(document, Zone.HEADLINE)[0] == document.title


def test_a_page_without_any_markup_that_tells_is_read_by_its_words() -> None:
    body = texts(read(content_of("plain")), Zone.BODY)
    assert [line.split()[0] for line in body if len(line.split()) > 5] == ["A", "The", "The"]


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_one_zone_and_a_place_that_holds_its_words(name: str) -> None:
    content = content_of(name)
    document = read(content)
    parser = html.HTMLParser(encoding=ENCODINGS.get(name, "utf-8"))
    root = html.document_fromstring(content, parser=parser)
    end = 0
    for each in document.zones:
        assert not document.text[end : each.span.start].strip()
        end = each.span.end
        assert each.place is not None
        words = " ".join(select(root, each.place.selector).text_content().split())
        wanted = document.text[each.span.start : each.span.end]
        assert re.sub(r"\s", "", wanted) in re.sub(r"\s", "", words)
        assert document.text[: each.span.start].endswith(each.place.prefix)
    assert not document.text[end:].strip()


ARTICLE = "<p>" + "</p><p>".join(
    f"The council of Aldby said no to plan {i} again." for i in range(5)
)


@pytest.mark.parametrize(
    "hiding",
    [
        "<p hidden>{}</p>",
        '<div style="color:red; display : none">{}</div>',
        '<p style="visibility:hidden">{}</p>',
        '<p style="font-size:0px">{}</p>',
        '<p style="opacity: 0.0;">{}</p>',
        "<style>.gone, .x {{ display: none }}</style><p class='a gone'>{}</p>",
        "<style>#gone{{opacity:0}}</style><p id=gone>{}</p>",
        "<template><p>{}</p></template>",
        "<noscript>{}</noscript>",
        "<p class=sr-only>{}</p>",
    ],
)
def test_what_a_page_hides_is_furniture(hiding: str) -> None:
    unseen = "Nobody sees that the mayor of Aldby said yes to the plan."
    document = read(f"<html><body>{ARTICLE}{hiding.format(unseen)}{ARTICLE}</body></html>")
    assert unseen in texts(document, Zone.FURNITURE)
    assert document.remarks


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="opacity:0.5">{}</p>',
        '<p style="font-size:0.8em">{}</p>',
        "<style>@media print {{ .a {{ display: none }} }}</style><p class=a>{}</p>",
        "<p aria-hidden=true>{}</p>",
    ],
)
def test_what_a_page_shows_is_not_taken_for_hidden(shown: str) -> None:
    document = read(f"<html><body>{ARTICLE}{shown.format('The mayor said yes.')}</body></html>")
    assert document.remarks == ()


def test_code_points_without_a_width_do_not_break_words() -> None:
    document = read("<p>The coun\u200bcil of Ald\u00adby met.</p>")
    assert document.text == "The council of Aldby met."


def test_scripts_and_styles_are_no_text() -> None:
    document = read("<body><script>var a = 'x'</script><style>p{}</style><p>Aldby said no.</p>")
    assert document.text == "Aldby said no."


def test_markup_inside_titles_stays_text() -> None:
    title = "&lt;img src=x onerror=alert(1)&gt; in Aldby"
    document = read(f"<title>{title}</title><h1>{title}</h1>{ARTICLE}")
    assert document.title == "<img src=x onerror=alert(1)> in Aldby"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "/relative", "http://["]
)
def test_addresses_that_are_none_are_not_taken(address: str) -> None:
    document = read(
        f'<link rel="canonical" href="{address}"><meta property="og:url" '
        f'content="{address}">{ARTICLE}'
    )
    assert document.url is None


@pytest.mark.parametrize(
    "data",
    [
        "{broken",
        "[" * 5000,
        '{"@type": "NewsArticle", "headline": 7, "author": {"name": [["Ola", null], 3]}}',
        '{"@graph": [[{"@type": ["Thing", "Article"], "author": "Ola", "datePublished": "soon"}]]}',
        "null",
        "<!-- {} -->",
    ],
)
def test_json_ld_of_any_shape_does_not_hurt(data: str) -> None:
    document = read(f'<script type="application/ld+json">{data}</script>{ARTICLE}')
    assert document.authors in ((), ("Ola",))
    assert document.published is None


def test_a_given_date_only_fills_what_the_page_does_not_say(courier: Document) -> None:
    page = Page(
        id=DocumentId("a"),
        form=PageForm.HTML,
        content=content_of("courier"),
        path="a",
        published="2020-01-01",
    )
    assert extract_html(page).published == courier.published
    undated = Page(
        id=DocumentId("a"),
        form=PageForm.HTML,
        content=ARTICLE.encode(),
        path="a",
        published="2020-01-01",
    )
    assert extract_html(undated).published == "2020-01-01"


def test_english_in_name_only_is_told_by_the_words() -> None:
    content = content_of("deutsch").replace(b'lang="de-DE"', b'lang="en"')
    document = read(content)
    assert document.language == "de"
    assert any('"en"' in each for each in document.remarks)


@pytest.mark.parametrize(
    "content",
    ["<html></html>", "<script>var a = 1</script>", "<p> \u200b </p>", "<p>a</p>" * 30_000],
)
def test_a_page_without_words_or_with_too_many_is_refused_with_advice(content: str) -> None:
    with pytest.raises(PageError) as caught:
        read(content)
    assert caught.value.advice
    (result,) = extract([page_of(content)])
    assert isinstance(result, Rejection)


@pytest.mark.parametrize(
    "content",
    [
        "<div>" * 100_000 + "Aldby said no.",
        "<p>" + "<b>" * 100_000 + "Aldby said no.",
        "<p>Aldby.</p><table><tr><td colspan=9007199254740991 rowspan=9007199254740991>a</table>",
        "<p>Aldby said no.</p>" * 15_000,
        "<p>Aldby said no.<p " + "a=b " * 300_000 + ">x",
        "<p>Aldby said no." + "&lol;" * 50_000,
        "<p>Aldby." + "<span class=credit>x</span>" * 10_000,
        "<h1>Aldby said no</h1><p>" + "<time datetime=2020-01-01>x</time>" * 10_000,
        "<title>" + "a - " * 250 + "</title><h1>" + "a - " * 9_000 + "</h1><p>Aldby.",
        "<style>" + "display:none" * 30_000 + "</style><p>Aldby said no.",
        "<style>a{" + "display:none;" * 30_000 + "}</style><p>Aldby said no.",
        "<table>" + "<tr><td>a<td>b</tr>" * 9_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script><p>Aldby said no.",
    ],
)
def test_hostile_pages_neither_hang_nor_break(content: str) -> None:
    begin = process_time()
    with contextlib.suppress(PageError):
        read(content)
    assert process_time() - begin < MAX_S


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div class=credit>", "</div>", "<table><tr><td>", "</table>", "<li>",
             "<a href=x>", "</a>", "<span hidden>", "</span>", "<time>", "<br>", "Aldby said no. ",
             "\u00e9\u4e2d ", "<script>", "</script>", "&#0;&#x1F600;", "<!--", "-->", "<h1>"]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_any_soup_of_tags_gives_a_document_or_a_page_error(pieces: list[str]) -> None:
    try:
        document = read("".join(pieces))
    except PageError:
        return
    ends = [0, *(each.span.end for each in document.zones)]
    assert all(a <= each.span.start for a, each in zip(ends, document.zones, strict=False))
    document.text.encode()


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_a_page_error(content: bytes) -> None:
    try:
        assert read(content).text
    except PageError:
        return
    except etree.LxmlError as error:  # pragma: no cover
        pytest.fail(str(error))


def test_the_same_page_gives_the_same_document() -> None:
    content = gzip.decompress(gzip.compress(content_of("courier")))
    assert read(content) == read(content)
