"""JSON Lines: a page a line, however long the file is."""

from collections.abc import Iterator
from typing import BinaryIO

from rashomon.errors import RecordError
from rashomon.model import DocumentId, Page, PageForm, Rejection


def read_lines(path: str, stream: BinaryIO, max_bytes: int) -> Iterator[Page | Rejection]:
    """Read the lines of a JSON Lines file that are not blank.

    Args:
        path: For ids and messages.
        stream: Open for reading bytes.
        max_bytes: Lines longer than this are refused, and never held in memory whole.

    Yields:
        A page a line; a rejection for a line that is too long.
    """
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        name = DocumentId(f"{path}:{number}")
        if len(line) > max_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(max_bytes)  # the rest of this line is let go
            problem = f"the line is longer than {max_bytes:,} bytes"
            yield Rejection(name, "pages", RecordError(path, number, problem))
        elif content := line.removeprefix(b"\xef\xbb\xbf").strip():
            yield Page(id=name, form=PageForm.RECORD, content=content, path=path, line=number)
