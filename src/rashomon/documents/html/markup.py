"""Bytes of HTML to a tree, within bounds."""

from collections.abc import Callable
from typing import TypeAlias

from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from rashomon.documents.decoding import decode_html
from rashomon.documents.html.blocks import Element
from rashomon.errors import PageError

MakeParser: TypeAlias = Callable[..., object]

NO_TEXT_ADVICE = (
    "If scripts build the page, open it in a browser and save it from there, or give its text."
)


def parse(content: bytes, path: str, make_parser: MakeParser = etree.HTMLParser) -> Element:
    """Parse a page of HTML as browsers do, near enough, whatever it is made of.

    libxml2 cuts what is nested deeper than 256 elements, knows no entities but HTML's own, and
    reads nothing from the network.

    Args:
        content: The bytes as they came.
        path: Where they came from, for messages.
        make_parser: Makes lxml's parser. Its own makes plain elements; lxml.html's, elements of
            more methods, each of which takes twice as long to reach.

    Returns:
        The root of the tree, without comments and processing instructions.

    Raises:
        PageError: If the bytes are no HTML that has words.
    """
    markup = decode_html(content, path).encode("utf-8", errors="replace")
    parser = make_parser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root = etree.fromstring(markup, parser)
    except (etree.LxmlError, ValueError) as error:
        raise PageError(path, "the page holds no HTML", NO_TEXT_ADVICE) from error
    if root is None:
        raise PageError(path, "the page holds no HTML", NO_TEXT_ADVICE)
    return root
