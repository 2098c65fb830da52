"""What passes between a parent and its worker: frames of bytes, and replies in them.

A frame is its length in eight bytes, then the bytes. Replies are msgspec and no pickle: whatever a
page makes of its worker, the parent reads nothing but records, their types checked.
"""

import struct
from typing import BinaryIO, TypeAlias

import msgspec

from rashomon.model import Document

HEADER = struct.Struct(">Q")


class Ready(msgspec.Struct, tag=True, frozen=True):
    """The worker waits for pages."""


class Unusable(msgspec.Struct, tag=True, frozen=True):
    """The worker cannot start: what it needs is missing."""

    problem: str


class Extracted(msgspec.Struct, tag=True, frozen=True):
    """A page became a document."""

    document: Document


class Refused(msgspec.Struct, tag=True, frozen=True):
    """The function raised an error of our tree: its class and fields."""

    error: str
    fields: tuple[str | int | float | None, ...]


class Failed(msgspec.Struct, tag=True, frozen=True):
    """The function raised anything else."""

    fault: str
    traceback: str


class Exceeded(msgspec.Struct, tag=True, frozen=True):
    """The worker ran into a limit and lives."""

    limit: str


Reply: TypeAlias = Ready | Unusable | Extracted | Refused | Failed | Exceeded


class Answer(msgspec.Struct, frozen=True):
    """A reply, and whether the worker has grown too large to go on."""

    reply: Reply
    is_worn: bool = False


ENCODER = msgspec.msgpack.Encoder()
DECODER = msgspec.msgpack.Decoder(Answer)


def write_frame(stream: BinaryIO, content: bytes) -> None:
    """Write a frame.

    Raises:
        OSError: If nobody reads any more.
    """
    stream.write(HEADER.pack(len(content)))
    stream.write(content)
    stream.flush()


def read_frame(stream: BinaryIO, max_bytes: int | None = None) -> bytes | None:
    """Read a frame.

    Args:
        stream: Open for reading bytes, buffered.
        max_bytes: The longest frame to believe in.

    Returns:
        The bytes; None when the stream ends before the frame does, or the frame is too long.
    """
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    (n_bytes,) = HEADER.unpack(header)
    if max_bytes is not None and n_bytes > max_bytes:
        return None
    content = stream.read(n_bytes)
    return content if len(content) == n_bytes else None


def read_answer(stream: BinaryIO, max_bytes: int) -> Answer | None:
    """Read an answer; None when the stream ends before it does, or holds something else."""
    frame = read_frame(stream, max_bytes)
    try:
        return None if frame is None else DECODER.decode(frame)
    except (msgspec.DecodeError, ValueError):
        return None
