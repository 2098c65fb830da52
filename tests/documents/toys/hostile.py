"""What pages have done to parsers, as functions that a worker runs; the page says which."""

import os
import re
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from rashomon.documents.containment import contain
from rashomon.errors import PageError, ResourceError
from rashomon.model import Document, Kind, Page, Rejection

HOARD: list[bytes] = []


def contain_toys(pages: Sequence[Page]) -> list[Document | Rejection]:
    """Put pages through `extract_toy` as a stage does that runs in a process of its own."""
    return contain("hostile:extract_toy", pages)


def extract_toy(page: Page) -> Document:
    """Do what the page says, then make a document that tells the process it was made in."""
    act, _, argument = page.content.decode().strip().partition(" ")
    ACTS.get(act, str)(argument)
    text = "\ud800" if act == "surrogate" else f"{act} {os.getpid()}"
    return Document(
        id=page.id,
        text=text,
        zones=(),
        kind=Kind.REPORT,
        kind_reason="a toy",
        sha256=page.sha256,
    )


def loop(_: str) -> None:
    while True:
        pass


def loop_in_c(_: str) -> None:
    re.match(r"(a+)+$", "a" * 64 + "b")  # takes longer than the universe has; holds Python's lock


def tell_and_loop_in_c(path: str) -> None:
    Path(path).write_text(str(os.getpid()), "utf-8")
    loop_in_c(path)


def take_memory(_: str) -> None:
    HOARD.append(b"x" * 10**12)


def keep_memory(_: str) -> None:
    HOARD.append(b"x" * 40_000_000)


def die(_: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_of_what_was_left(_: str) -> None:
    if HOARD:
        die(_)
    HOARD.append(b"")


def refuse(_: str) -> None:
    raise PageError("page.html", "the page has no text", "Give another.")


def miss(_: str) -> None:
    raise ResourceError("words.toml is missing", "Install again.")


def fail(_: str) -> None:
    raise ZeroDivisionError("planted")


def answer_by_half(_: str) -> None:
    """Begin an answer on every pipe there is, and never end it."""
    for descriptor in range(3, 20):
        with suppress(OSError):
            os.write(descriptor, (10).to_bytes(8, "big") + b"half")
    loop_in_c("")


def answer_garbage(_: str) -> None:
    for descriptor in range(3, 20):
        with suppress(OSError):
            os.write(descriptor, (4).to_bytes(8, "big") + b"junk")


def announce_too_much(_: str) -> None:
    for descriptor in range(3, 20):
        with suppress(OSError):
            os.write(descriptor, (2**60).to_bytes(8, "big"))


def chatter(_: str) -> None:
    sys.stdout.write("parser: what a page\n" * 10_000)
    sys.stdout.flush()


ACTS = {
    "loop": loop,
    "loop-in-c": loop_in_c,
    "tell-and-loop": tell_and_loop_in_c,
    "sleep": lambda _: time.sleep(1000),
    "take-memory": take_memory,
    "keep-memory": keep_memory,
    "exit": lambda _: os._exit(3),
    "die": die,
    "abort": lambda _: os.abort(),
    "die-of-what-was-left": die_of_what_was_left,
    "refuse": refuse,
    "miss": miss,
    "fail": fail,
    "answer-by-half": answer_by_half,
    "answer-garbage": answer_garbage,
    "announce-too-much": announce_too_much,
    "chatter": chatter,
}
