"""The parent's side of one worker: a process that reads pages, one at a time, within limits."""

import logging
import pickle
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from typing import BinaryIO, cast

from rashomon.documents.containment.limits import Limits
from rashomon.documents.containment.messages import (
    Answer,
    Ready,
    Reply,
    Unusable,
    read_answer,
    write_frame,
)
from rashomon.errors import ResourceError
from rashomon.model import Page

logger = logging.getLogger(__name__)

# The parser's import takes half a second, on a cold and busy machine ten times as long.
START_S = 120.0

# -P: a file in the user's folder that is named like a module of ours is not imported. The module
# search path is the parent's, so that the worker runs the same code.
PROGRAM = """\
import signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, which ends its worker
sys.path[:] = {path!r}
from rashomon.documents.containment.serving import serve
serve()
"""


class LostError(Exception):
    """The worker is gone and has not answered."""

    def __init__(self, end: str, *, is_slow: bool) -> None:
        super().__init__(end, is_slow)
        self.end = end  # in words
        self.is_slow = is_slow  # it ran into a limit of time


class Worker:
    """A process that puts pages through a function."""

    def __init__(self, function: str, limits: Limits) -> None:
        """Start the process.

        Args:
            function: "package.module:function".
            limits: What a page may cost.

        Raises:
            ResourceError: If the function cannot be run there.
        """
        self.function, self.limits = function, limits
        self.is_worn = False
        self.n_pages = 0
        self._process = _start()
        try:
            reply = self._ask(pickle.dumps((function, limits)), START_S)
        except LostError as lost:
            raise _unusable(lost.end) from lost
        if not isinstance(reply, Ready):
            self.close()
            raise _unusable(reply.problem if isinstance(reply, Unusable) else str(reply))
        logger.debug("process %d reads pages", self.pid)

    @property
    def pid(self) -> int:
        """The id of the process."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None

    def read(self, page: Page) -> Reply:
        """Put a page through the function.

        Raises:
            LostError: If the worker did not answer; it is closed then.
        """
        self.n_pages += 1
        self.is_worn = self.n_pages >= self.limits.n_pages_per_worker
        return self._ask(pickle.dumps(page), self.limits.wall_s)

    def close(self) -> None:
        """End the process, whatever it does, and leave nothing of it."""
        self._process.kill()
        self._process.wait()
        self._close_pipes()

    def forget(self) -> None:
        """Let go of a process that belongs to the process we were forked from."""
        self._close_pipes()
        self._process.returncode = 0

    def _ask(self, request: bytes, wall_s: float) -> Reply:
        """Send a request and wait for the answer, killing the worker when it takes too long.

        A timer kills, and so the pipes can be written and read as if the worker were honest: when
        it reads nothing, writes half an answer or stops, the kill ends the pipes.
        """
        is_late = threading.Event()
        timer = threading.Timer(wall_s, self._kill, [is_late])
        timer.daemon = True
        timer.start()
        try:
            answer = self._exchange(request)
        except BaseException:  # Ctrl-C above all: the worker is busy, and not to be used again
            self.close()
            raise
        finally:
            timer.cancel()
        timer.join()  # it may be killing at this moment
        if is_late.is_set() or answer is None:
            self.close()
        if answer is None:
            raise self._lost(wall_s if is_late.is_set() else None)
        self.is_worn = self.is_worn or answer.is_worn
        return answer.reply

    def _exchange(self, request: bytes) -> Answer | None:
        requests, replies = self._pipes
        try:
            write_frame(requests, request)
        except OSError:  # nobody reads: it is gone
            return None
        return read_answer(replies, self.limits.reply_bytes)

    def _kill(self, is_late: threading.Event) -> None:
        is_late.set()
        self._process.kill()

    def _lost(self, late_s: float | None) -> LostError:
        if late_s is not None:
            return LostError(f"more than {late_s:,.0f} s", is_slow=True)
        status = self._process.returncode
        if sys.platform != "win32" and status == -signal.SIGXCPU:
            limit = f"more than {self.limits.cpu_s:,} s of processor time"
            return LostError(limit, is_slow=True)
        return LostError(_describe_end(status), is_slow=False)

    @property
    def _pipes(self) -> tuple[BinaryIO, BinaryIO]:
        return cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)

    def _close_pipes(self) -> None:
        for pipe in self._pipes:
            with suppress(OSError):  # what was not sent to a process that is gone
                pipe.close()


def _start() -> "subprocess.Popen[bytes]":
    """Start a Python of our own: no copy of a process with threads, no second run of its script."""
    is_debugging = logger.isEnabledFor(logging.DEBUG)
    return subprocess.Popen(  # noqa: S603  # our own code
        [sys.executable, "-P", "-c", PROGRAM.format(path=sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if is_debugging else subprocess.DEVNULL,  # C libraries print what they think
    )


def _unusable(problem: str) -> ResourceError:
    return ResourceError(
        f"the process that reads pages of HTML does not start ({problem})",
        "Install rashomon again; --debug shows what the process says.",
    )


def _describe_end(status: int) -> str:
    if status >= 0:
        return f"exit status {status}"
    try:
        return signal.Signals(-status).name
    except ValueError:
        return f"signal {-status}"
