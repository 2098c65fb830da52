"""BibTeX: an entry a document, its quoted words in `annote`."""

import re
from collections.abc import Iterator, Sequence

from rashomon.model import Comparison, Reading
from rashomon.views.references import Reference, references_of

# What TeX would act on. BibTeX counts braces even behind a backslash, so braces get names.
COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{each: f"\\{each}" for each in "&%$#_"},
}
SPECIAL = re.compile(r"[\\{}~^&%$#_]")
LIGATURE = re.compile(r"(?<=([-'`,<>]))(?=\1)|(?<=[!?])(?=`)")  # "--" would print as a dash
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def comparison_bibtex(comparison: Comparison, readings: Sequence[Reading]) -> str:
    """Write the documents that a comparison quotes as entries for BibTeX and biblatex."""
    return "\n".join(_entry(each) for each in references_of(comparison, readings))


def _entry(reference: Reference) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(reference))
    return f"@misc{{{reference.key},\n{fields}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.authors:  # in braces: a name is not taken apart
        yield "author", f"{{{' and '.join(f'{{{_escape(name)}}}' for name in reference.authors)}}}"
    yield "title", f"{{{{{_escape(reference.title)}}}}}"  # in braces: capitals stay
    if reference.publisher:
        yield "howpublished", f"{{{_escape(reference.publisher)}}}"
    if reference.published:
        yield "date", f"{{{reference.published}}}"  # biblatex; BibTeX knows no day
        yield "year", f"{{{reference.published.year}}}"
        yield "month", MONTHS[reference.published.month - 1]
    if reference.address:  # \url and biblatex take it as it is
        yield "url", f"{{{reference.address}}}"
        if reference.accessed:
            yield "urldate", f"{{{reference.accessed}}}"
    words = " ".join(f"“{words}”" for words in reference.quotes)
    yield (
        "annote",
        f"{{{_escape(f'Quoted: {words} Version: SHA-256 {reference.document.sha256}')}}}",
    )


def _escape(text: str) -> str:
    return LIGATURE.sub("{}", SPECIAL.sub(lambda found: COMMANDS[found[0]], text))
