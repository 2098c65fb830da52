"""The worker's side: pages come in through one pipe, answers go out through another."""

import os
import pickle
import traceback
from collections.abc import Callable
from importlib import import_module
from typing import BinaryIO, cast

from rashomon.documents.containment.confinement import (
    address_space,
    ended_with_parent,
    limit_memory,
    limit_time,
)
from rashomon.documents.containment.limits import MEGABYTE, Limits
from rashomon.documents.containment.messages import (
    ENCODER,
    Answer,
    Exceeded,
    Extracted,
    Failed,
    Ready,
    Refused,
    Reply,
    Unusable,
    read_frame,
    write_frame,
)
from rashomon.errors import RashomonError
from rashomon.model import Document, Page

Extract = Callable[[Page], Document]


def serve() -> None:
    """Answer pages until the parent closes the pipe."""
    requests, replies = _take_pipes()
    order = read_frame(requests)
    if order is None:
        return
    name, limits = cast("tuple[str, Limits]", pickle.loads(order))  # noqa: S301  # our own parent's
    try:
        extract = _load(name)
    except Exception as error:  # noqa: BLE001  # whatever a broken installation raises
        write_frame(replies, ENCODER.encode(Answer(Unusable(_describe(error)))))
        return
    limit_memory(limits.memory_bytes)
    n_bytes_at_start = address_space()
    write_frame(replies, ENCODER.encode(Answer(Ready())))
    while (request := read_frame(requests)) is not None:
        with ended_with_parent(requests.fileno()):
            limit_time(limits.cpu_s)
            reply = _answer(extract, request, limits)
            is_worn = address_space() - n_bytes_at_start > limits.growth_bytes
            content = _encode(Answer(reply, is_worn), limits)
        write_frame(replies, content)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Take standard input and output away, so that a print cannot garble an answer."""
    pipes = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return pipes


def _load(name: str) -> Extract:
    module, _, function = name.partition(":")
    return cast("Extract", getattr(import_module(module), function))


def _answer(extract: Extract, request: bytes, limits: Limits) -> Reply:
    try:
        return Extracted(extract(pickle.loads(request)))  # noqa: S301  # our own parent's
    except MemoryError:  # what the function held is free again when its frames are
        return Exceeded(f"more than {limits.memory_bytes // MEGABYTE:,} MB of memory")
    except RashomonError as error:
        return Refused(type(error).__name__, tuple(_plain(field) for field in error.args))
    except Exception as error:  # noqa: BLE001  # whatever it is, the other pages go on
        return Failed(_describe(error), "".join(traceback.format_exception(error)))


def _encode(answer: Answer, limits: Limits) -> bytes:
    try:
        content = ENCODER.encode(answer)
    except (MemoryError, ValueError) as error:  # a lone surrogate is no text, and is no UTF-8
        return ENCODER.encode(Answer(Failed(f"no such document can be sent: {error}", "")))
    if len(content) <= limits.reply_bytes:
        return content
    limit = f"a document of more than {limits.reply_bytes // MEGABYTE:,} MB"
    return ENCODER.encode(Answer(Exceeded(limit)))


def _describe(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _plain(field: object) -> str | int | float | None:
    return field if isinstance(field, str | int | float | None) else str(field)
