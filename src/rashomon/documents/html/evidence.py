"""What resiliparse takes for the article, told of our own blocks.

Bevendorff et al. 2023, "An empirical comparison of web content extraction algorithms". It is one
witness among the features of the body finder, not the judge: it keeps whatever stands inside of the
article's element. Trafilatura as the witness gave no better body and took six times as long:
docs/methods/html.md.
"""

from collections.abc import Sequence

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from rashomon.documents.html.blocks import Block, Element
from rashomon.documents.html.headings import squeeze

SILENT = (
    "head",
    "img",
    "script",
    "source",
    "style",
    "svg",
)  # more than half of many a page, none of its words
ADDRESSES = ("href", "src", "srcset")  # a sixth of the rest, and not asked
MIN_PART = 24  # letters of a block that may be a part of a paragraph; shorter ones are whole


def find_evident(root: Element, blocks: Sequence[Block]) -> list[bool]:
    """Ask resiliparse which blocks are the article's.

    Args:
        root: The root of the tree; its head, scripts, styles and addresses are cut out.
        blocks: Of the tree.
    """
    text = _ask(root)
    if not text:
        return [False] * len(blocks)
    paragraphs = {squeeze(paragraph) for paragraph in text.split("\n")}
    article = squeeze(text)
    found: list[bool] = []
    place = 0  # an article is read forwards, so the next part is mostly the next one found
    for block in blocks:
        letters = squeeze(block.text)
        is_in = letters in paragraphs
        if not is_in and len(letters) >= MIN_PART:
            at = article.find(letters, place)
            # Before that place it may begin, and reach beyond.
            is_in = at >= 0 or article.find(letters, 0, place + len(letters)) >= 0
            place = at if at >= 0 else place
        found.append(bool(letters) and is_in)
    return found


def _ask(root: Element) -> str:
    # Serialised from our tree, not the page's own bytes: that is never nested deeper than 256
    # elements, and what is nested 100,000 deep ends the process inside of resiliparse.
    from resiliparse.extract.html2text import (  # noqa: PLC0415  # for those who read HTML
        extract_plain_text,
    )

    etree.strip_elements(root, *SILENT, with_tail=False)
    etree.strip_attributes(root, *ADDRESSES)
    text: str = extract_plain_text(
        etree.tostring(root, method="html", encoding="unicode"),
        main_content=True,
        alt_texts=False,
        form_fields=False,
        noscript=False,
        comments=False,
    )
    return text
