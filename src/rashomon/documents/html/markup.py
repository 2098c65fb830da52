"""Bytes of HTML to a tree, within bounds."""

from copy import deepcopy

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from rashomon.documents.decoding import decode_html
from rashomon.documents.html.blocks import Element
from rashomon.errors import PageError

NO_TEXT_ADVICE = (
    "If scripts build the page, open it in a browser and save it from there, or give its text."
)


def parse(content: bytes, path: str) -> Element:
    """Parse a page of HTML as browsers do, near enough, whatever it is made of.

    libxml2 cuts what is nested deeper than 256 elements, knows no entities but HTML's own, and
    reads nothing from the network.

    Args:
        content: The bytes as they came.
        path: Where they came from, for messages.

    Returns:
        The root of the tree, without comments and processing instructions.

    Raises:
        PageError: If the bytes are no HTML that has words.
    """
    markup = decode_html(content, path).encode("utf-8", errors="replace")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root = etree.fromstring(markup, parser)
    except (etree.LxmlError, ValueError) as error:
        raise PageError(path, "the page holds no HTML", NO_TEXT_ADVICE) from error
    if root is None:
        raise PageError(path, "the page holds no HTML", NO_TEXT_ADVICE)
    return root


def copy_as_html(root: Element) -> Element:
    """Copy a tree for those who want the elements of lxml.html.

    Our own are plain: those take twice as long to reach, and have methods that we do not need.
    Few pages need the import.
    """
    from lxml.html import HtmlElementClassLookup  # type: ignore[import-untyped]  # noqa: PLC0415

    # Elements are made when they are reached, as the parser of their tree says at that time.
    root.getroottree().parser.set_element_class_lookup(HtmlElementClassLookup())
    return deepcopy(root)
