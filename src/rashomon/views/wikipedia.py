"""Wikitext: a citation template a document, its quoted words in `quote`.

The templates are those of English Wikipedia: https://en.wikipedia.org/wiki/Help:Citation_Style_1.
"""

import re
from collections.abc import Iterator, Sequence

from rashomon.model import Comparison, Kind, Reading
from rashomon.views.addresses import percent_encode
from rashomon.views.references import Reference, references_of

# What MediaWiki acts on: templates, links, tags, entities, signatures; bold, italic, __NOTOC__.
MARKUP = re.compile(r"[&<>{}|\[\]~]|''+|__+")
MARKUP_IN_ADDRESS = re.compile(r"[\[\]~']")  # of that, what a URI may hold


def comparison_wikipedia(comparison: Comparison, readings: Sequence[Reading]) -> str:
    """Write the documents that a comparison quotes as citation templates, one a line."""
    return "".join(f"{_template(each)}\n" for each in references_of(comparison, readings))


def _template(reference: Reference) -> str:
    fields = " ".join(f"|{name}={value}" for name, value in _fields(reference))
    return f"{{{{{_name(reference)} {fields}}}}}"


def _name(reference: Reference) -> str:
    if reference.document.kind is not Kind.REPORT:
        return "cite press release"
    return "cite web" if reference.address else "cite news"  # "cite web" has to have an address


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    document = reference.document
    for number, name in enumerate(reference.authors, start=1):
        yield f"author{number}", _escape(name)
    yield "title", _escape(reference.title)
    if reference.address:
        yield "url", percent_encode(reference.address, MARKUP_IN_ADDRESS)
    if reference.publisher:
        yield "publisher", _escape(reference.publisher)
    if reference.published:
        yield "date", str(reference.published)
    if reference.address and reference.accessed:
        yield "access-date", str(reference.accessed)
    if document.language != "en":
        yield "language", _escape(document.language)
    yield "quote", " ... ".join(_escape(words) for words in reference.quotes)


def _escape(text: str) -> str:
    return MARKUP.sub(lambda found: "".join(f"&#{ord(each)};" for each in found[0]), text)
