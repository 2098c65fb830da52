"""A page of HTML in, a document out."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.documents.assembly import body_of, find_language, find_people_in
from rashomon.documents.decoding import MAX_CODE_POINTS, is_blank
from rashomon.documents.html.blocks import Block, Element, read_blocks
from rashomon.documents.html.bodies import find_body
from rashomon.documents.html.cuts import cut_zones
from rashomon.documents.html.features import Titles
from rashomon.documents.html.headings import find_headline, squeeze
from rashomon.documents.html.markup import NO_TEXT_ADVICE, parse
from rashomon.documents.html.metadata import Said, complete, gather
from rashomon.documents.html.structured import read_structured
from rashomon.documents.html.times import guess_day, times_beside
from rashomon.documents.html.visibility import Visibility
from rashomon.documents.html.zoning import Layout, tell_zones
from rashomon.documents.kinds import find_kind
from rashomon.documents.lines import WORD, Line
from rashomon.errors import PageError
from rashomon.model import Document, Field, Metadatum, Origin, Page

MIN_WORD = 4  # letters: shorter words are mostly grammar
MIN_DESCRIPTION = 30  # letters; shorter ones name the site
MAX_BLOCKS = 20_000  # a page of 500,000 code points has some thousand


@dataclass(frozen=True, slots=True)
class Parts:
    """A page taken apart: its tree, its lines, and what its head says."""

    root: Element
    blocks: Sequence[Block]
    lines: Sequence[Line]  # the same blocks; offsets are those of the document's text
    titles: Titles
    found: Sequence[Metadatum]


def take_apart(page: Page) -> Parts:
    """Parse a page and read its lines.

    Raises:
        PageError: If it is no HTML, has no words or too many.
    """
    root = parse(page.content, page.path)
    css = "\n".join(style.text or "" for style in root.iter("style"))
    blocks = read_blocks(root, Visibility(css))
    _refuse(page, blocks)
    lines: list[Line] = []
    start = 0
    for block in blocks:
        lines.append(Line(start, block.text))
        start += len(block.text) + 1
    found = gather(root, read_structured(root))
    titles = [each.value for each in found if each.field is Field.TITLE]
    words = {word.lower() for title in titles for word in WORD.findall(title)}
    return Parts(
        root=root,
        blocks=blocks,
        lines=lines,
        titles=Titles(
            letters=" ".join(map(squeeze, titles)),
            words=frozenset(word for word in words if len(word) >= MIN_WORD),
            headline=find_headline(blocks, titles),
        ),
        found=found,
    )


def _refuse(page: Page, blocks: Sequence[Block]) -> None:
    n_points = sum(len(block.text) + 1 for block in blocks)
    if n_points > MAX_CODE_POINTS or len(blocks) > MAX_BLOCKS:
        limit = f"{MAX_CODE_POINTS:,} characters or {MAX_BLOCKS:,} lines"
        problem = f"the page's text is longer than one page can be ({limit})"
        raise PageError(page.path, problem, "Give one article a page.")
    if all(is_blank(block.text) for block in blocks):
        raise PageError(page.path, "the page has no text", NO_TEXT_ADVICE)


def extract_html(page: Page) -> Document:
    """Extract a document from a page of HTML.

    Args:
        page: A page of the form `PageForm.HTML`.

    Returns:
        A document whose text is all of the page's lines in reading order, one a block, each in a
        zone and with its place on the page.

    Raises:
        PageError: If the page is no HTML, or has no words or too many.
    """
    parts = take_apart(page)
    times = times_beside(parts.blocks, parts.titles.headline)
    headline = None if parts.titles.headline is None else parts.blocks[parts.titles.headline].text
    is_dated = bool(times) or any(each.field is Field.PUBLISHED for each in parts.found)
    guess = None if is_dated else guess_day(parts.root)
    descriptions = _descriptions(parts.root)
    # Cuts the head and the scripts out of the tree, so it comes after all that reads them.
    body = find_body(parts.root, parts.blocks, parts.lines, parts.titles)
    said, contradictions = complete(parts.found, times, headline, guess)
    layout = Layout(
        blocks=parts.blocks,
        lines=parts.lines,
        body=body,
        headline=parts.titles.headline,
        authors=frozenset(map(squeeze, said.authors)) - {""},
        descriptions=descriptions,
    )
    return _assemble(page, layout, said, [*contradictions, *_remark_hidden(parts.blocks)])


def _assemble(page: Page, layout: Layout, said: Said, remarks: Sequence[str]) -> Document:
    text = "\n".join(block.text for block in layout.blocks)
    zones = cut_zones(text, layout, tell_zones(layout))
    title = said.first(Field.TITLE)
    publisher, url = said.first(Field.PUBLISHER), said.first(Field.URL)
    body = body_of(text, zones)
    found = find_kind(title=title, body=body, publisher=publisher, url=url)
    language, said, language_remarks = _choose_language(text, body, said)
    return Document(
        id=page.id,
        text=text,
        zones=zones,
        kind=found.kind,
        kind_reason=found.reason,
        kind_confidence=found.confidence,
        sha256=page.sha256,
        title=title,
        published=said.first(Field.PUBLISHED) or page.published,
        modified=said.first(Field.MODIFIED),
        authors=said.authors,
        fetched=page.fetched,
        is_fetch_assumed=page.is_fetch_assumed,
        publisher=publisher,
        url=url,
        language=language,
        people_in_caption=find_people_in(text, zones),
        metadata=said.metadata,
        remarks=(*remarks, *language_remarks),
    )


def _descriptions(root: Element) -> frozenset[str]:
    names = ("description", "og:description", "twitter:description")
    found = (
        squeeze(meta.get("content") or "")
        for meta in root.iter("meta")
        if (meta.get("name") or meta.get("property") or "").lower() in names
    )
    return frozenset(letters for letters in found if len(letters) >= MIN_DESCRIPTION)


def _choose_language(text: str, body: str, said: Said) -> tuple[str, Said, tuple[str, ...]]:
    """Choose the language: a page that calls itself English, or nothing, is asked for its words.

    Templates say "en" by default, so there the words are trusted; those that name another language
    were told to.
    """
    named = said.first(Field.LANGUAGE)
    if named is not None and named != "en":
        return named, said, ()
    shown = find_language(text, body)
    if named is None or shown == named:
        return shown, said, ()
    remark = f'The page says that its language is "{named}"; its words are "{shown}". These count.'
    seen = Metadatum(Field.LANGUAGE, shown, Origin.TEXT)
    return shown, Said((*said.metadata, seen)), (remark,)


def _remark_hidden(blocks: Sequence[Block]) -> tuple[str, ...]:
    hidden = [block.text for block in blocks if block.is_hidden]
    if not hidden:
        return ()
    n_points = sum(map(len, hidden))
    return (
        f"The page holds {n_points:,} characters of text that it does not show, in "
        f"{len(hidden)} lines. None of it is in the body.",
    )
