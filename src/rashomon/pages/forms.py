"""Whether bytes are HTML or plain text, told by how they begin."""

import codecs
import re

from rashomon.model import PageForm

HEAD = 8_000  # bytes in which a page shows itself
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".html.gz", ".htm.gz", ".xhtml.gz")
# Comments and an XML declaration may stand before what tells.
PREAMBLE = re.compile(r"(?:\s+|<!--.*?-->|<\?xml[^>]*>)*", re.DOTALL)
# Elements a page, or a part of one, begins with. Prose does not begin so.
START = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|base|article|main|section"
    r"|header|nav|aside|div|p|h[1-6]|table|ul|ol|blockquote|figure|center)\b[^<]*>",
    re.IGNORECASE,
)
TAG = re.compile(r"</?[a-z][a-z0-9]*\b[^<>]*>", re.IGNORECASE)


def tell_form(head: bytes, path: str) -> PageForm:
    """Tell HTML from plain text.

    Args:
        head: How the page begins, some thousand bytes.
        path: Its name: an ending in .html counts where the beginning has a tag at all.
    """
    text = _decode_head(head[:HEAD])
    preamble = PREAMBLE.match(text)
    start = 0 if preamble is None else preamble.end()
    if START.match(text, start) is not None:
        return PageForm.HTML
    is_named = path.lower().endswith(HTML_SUFFIXES)
    has_comment_only = text.startswith("<!--", start)
    if is_named and (has_comment_only or TAG.search(text) is not None):
        return PageForm.HTML
    return PageForm.TEXT


def _decode_head(head: bytes) -> str:
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, errors="replace")
    return head.replace(b"\0", b"").decode("latin-1")
