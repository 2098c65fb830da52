"""Output of a command: to standard output, or to a file that appears whole or not at all."""

import io
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

import click
from rich.console import Console, RenderableType

FORMAT_OF_SUFFIX = {
    ".json": "json",
    ".jsonl": "json",
    ".csv": "csv",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".bib": "bibtex",
    ".jsonld": "annotations",
}
WIDTH_IN_FILES = 100


def format_for(format_name: str | None, output: Path | None, formats: Sequence[str]) -> str:
    """Choose the output format: as asked, as the file's name ends, or as the reader is.

    Args:
        format_name: What the user asked for.
        output: The file to write to.
        formats: Those that the command writes; the first is for people.

    Raises:
        BadParameter: If the file's name asks for a format that the command does not write.
    """
    if format_name:
        return format_name
    if output:
        named = FORMAT_OF_SUFFIX.get(output.suffix.lower(), formats[0])
        if named not in formats:
            raise click.BadParameter(
                f"{output.name} would be {named}, which this command does not write; "
                f"it writes {', '.join(formats)}",
                param_hint="-o",
            )
        return named
    return formats[0] if sys.stdout.isatty() else "json"


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """Open standard output or a file for writing text; a file as `opened_for_bytes` does."""
    if output is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    with opened_for_bytes(output) as stream, io.TextIOWrapper(stream, encoding="utf-8") as text:
        yield text


@contextmanager
def opened_for_bytes(output: Path) -> Iterator[BinaryIO]:
    """Open a file for writing bytes.

    It is written beside its place and moved there at the end: after a failure or Ctrl-C, what
    stood there before still stands there.
    """
    if not output.parent.is_dir():
        raise click.BadParameter(f"the folder {output.parent} does not exist", param_hint="-o")
    handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(output)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def draw(stream: TextIO, picture: RenderableType) -> None:
    """Draw a table or text, as wide as the terminal, in colour only where there is one."""
    width = None if stream.isatty() else WIDTH_IN_FILES
    Console(file=stream, width=width, highlight=False, markup=False, emoji=False).print(picture)
