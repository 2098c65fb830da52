"""Where pages come from: files, folders and standard input."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, cast

from rashomon.errors import PageError
from rashomon.model import DocumentId, Page, PageForm, Rejection
from rashomon.pages.forms import HEAD, tell_form
from rashomon.pages.lines import read_lines

STANDARD_INPUT = "-"
GZIP_MAGIC = b"\x1f\x8b"
RECORD_SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")

# Longer than any text that is read (1,050,000 code points, escaped in JSON): more of a page than
# this is not worth holding in memory.
MAX_BYTES = 8_000_000
# Pages saved as one file carry their pictures in themselves: some megabytes, seldom ten.
MAX_HTML_BYTES = 32_000_000
ADVICE = "Split it, or give it as JSON Lines with one article a line."
HTML_ADVICE = "Save the page without its pictures, and give that."


def read_pages(
    paths: Iterable[str],
    *,
    published: str | None = None,
    fetched: str | None = None,
    is_fetch_assumed: bool = False,
) -> Iterator[Page | Rejection]:
    """Read pages from files, folders and standard input, one at a time.

    What a file holds is told by its content: JSON Lines give a page a line, anything else is one
    page, HTML or plain text. Files ending in ``.gz`` or beginning like gzip are unpacked. Folders
    are read in the order of their names, hidden files left out.

    Args:
        paths: File and folder names, or "-" for standard input.
        published: ISO date on which the pages were published, when the caller knows it.
        fetched: ISO date on which the pages were fetched.
        is_fetch_assumed: Whether that date is only the day of this run.

    Yields:
        Pages, and a rejection for every path that cannot be read.
    """
    for given in paths:
        path = _printable(given)
        try:
            for page in _read_path(given, path):
                if isinstance(page, Page):
                    yield replace(
                        page,
                        published=published,
                        fetched=fetched,
                        is_fetch_assumed=is_fetch_assumed,
                    )
                else:
                    yield page
        except PageError as error:
            yield Rejection(DocumentId(error.path), "pages", error)
        except (OSError, EOFError, zlib.error) as error:
            problem = getattr(error, "strerror", None) or str(error)
            refusal = PageError(path, f"cannot be read ({problem})", "Check the name and the file.")
            yield Rejection(DocumentId(path), "pages", refusal)


def _printable(path: str) -> str:
    """Write a file name that is not UTF-8 with escapes: ids and messages must be text."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _read_path(given: str, path: str) -> Iterator[Page | Rejection]:
    if path == STANDARD_INPUT:
        yield from _read_stream(path, sys.stdin.buffer)
    elif path.startswith(("http://", "https://")):
        raise PageError(
            path, "pages are not fetched yet", "Save the page to a file, and give that."
        )
    elif Path(given).is_dir():
        yield from _read_folder(Path(given), path)
    elif not Path(given).exists():
        raise PageError(path, "no such file or folder", "Check the name.")
    else:
        with Path(given).open("rb") as stream:
            yield from _read_stream(path, stream)


def _read_folder(folder: Path, path: str) -> Iterator[Page | Rejection]:
    files = sorted(
        file
        for file in folder.rglob("*")
        if file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    )
    if not files:
        raise PageError(path, "the folder holds no files", "Give one that does.")
    yield from read_pages(str(file) for file in files)


def _read_stream(path: str, stream: BinaryIO) -> Iterator[Page | Rejection]:
    buffered = cast("io.BufferedReader[Any]", stream)  # what files and standard input are
    if buffered.peek(2)[:2] != GZIP_MAGIC:
        yield from _read_content(path, buffered)
        return
    with gzip.GzipFile(fileobj=buffered) as unpacked, io.BufferedReader(unpacked) as inner:
        yield from _read_content(path, inner)


def _read_content(path: str, stream: "io.BufferedReader[Any]") -> Iterator[Page | Rejection]:
    if path.lower().endswith(RECORD_SUFFIXES) or _looks_like_records(stream.peek(64)):
        yield from read_lines(path, stream, MAX_BYTES)
        return
    form = tell_form(stream.peek(HEAD), path)
    is_html = form is PageForm.HTML
    limit = MAX_HTML_BYTES if is_html else MAX_BYTES
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise PageError(
            path, f"more than {limit:,} bytes in one page", HTML_ADVICE if is_html else ADVICE
        )
    yield Page(id=DocumentId(path), form=form, content=content, path=path)


def _looks_like_records(head: bytes) -> bool:
    """Tell JSON Lines by how they begin: a brace, then a quotation mark."""
    stripped = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return stripped.startswith(b"{") and stripped[1:].lstrip(b" \t").startswith(b'"')
