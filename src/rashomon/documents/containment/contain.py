"""Pages in, documents or rejections out, in order, whatever the pages do."""

import atexit
import logging
import os
from collections.abc import Sequence
from contextlib import suppress

from rashomon import errors
from rashomon.documents.containment.limits import LIMITS, Limits
from rashomon.documents.containment.messages import Exceeded, Extracted, Failed, Refused, Reply
from rashomon.documents.containment.worker import LostError, Worker
from rashomon.errors import FaultError, LimitError, RashomonError, ResourceError
from rashomon.model import Document, Page, Rejection

logger = logging.getLogger(__name__)

STAGE = "extract"
TIME_ADVICE = "If it is worth the wait, give it more: --page-timeout."
TEXT_ADVICE = "If it is worth the trouble, save its text as a .txt file and give that."

# Workers that wait for their next page. Taking one out and putting it back are atomic, so that
# threads need no lock: each works with a worker of its own.
_idle: list[Worker] = []


def contain(
    function: str, pages: Sequence[Page], limits: Limits = LIMITS
) -> list[Document | Rejection]:
    """Put pages through a function in another process, within limits.

    The process is started for the first page, and kept for the pages of later calls. A page that
    takes more than it may, or ends the process, becomes a rejection; a new process goes on.

    Args:
        function: A function of one page that returns its document, as "package.module:function":
            what it imports is imported over there alone.
        pages: Pages.
        limits: What a page may cost.

    Returns:
        One document or rejection a page, in order.

    Raises:
        ResourceError: If the function cannot be run: a part of the installation is missing.
    """
    return [_read(_take(function, limits), page) for page in pages]


def close_idle_workers() -> None:
    """End the processes that wait for pages; the next page starts a new one."""
    while (worker := _pop()) is not None:
        worker.close()


def _take(function: str, limits: Limits) -> Worker:
    """Take an idle worker, or start one."""
    while (worker := _pop()) is not None:
        if worker.is_alive and (worker.function, worker.limits) == (function, limits):
            return worker
        worker.close()
    return Worker(function, limits)


def _pop() -> Worker | None:
    try:
        return _idle.pop()
    except IndexError:  # also when another thread was faster
        return None


def _give_back(worker: Worker) -> None:
    """Keep one worker for the next page."""
    if worker.is_worn or _idle:
        worker.close()
    else:
        _idle.append(worker)


def _read(worker: Worker, page: Page) -> Document | Rejection:
    """Read a page; it is blamed for a crash or for memory only by a worker that is new.

    What an earlier page left behind could be the cause otherwise, and the same page be read in one
    run and not in the next.
    """
    while True:
        is_new = worker.n_pages == 0
        try:
            reply = worker.read(page)
        except LostError as lost:
            if lost.is_slow or is_new:
                return _reject(page, _limit_error(page, lost))
        else:
            if not isinstance(reply, Exceeded):
                _give_back(worker)
                return _result(page, reply)
            worker.close()
            if is_new:
                return _reject(page, LimitError(page.path, f"takes {reply.limit}", TEXT_ADVICE))
        worker = Worker(worker.function, worker.limits)


def _limit_error(page: Page, lost: LostError) -> LimitError:
    if lost.is_slow:
        return LimitError(page.path, f"takes {lost.end}", TIME_ADVICE)
    return LimitError(page.path, f"ends the process that does it ({lost.end})", TEXT_ADVICE)


def _result(page: Page, reply: Reply) -> Document | Rejection:
    if isinstance(reply, Extracted):
        return reply.document
    if isinstance(reply, Refused):
        error = _rebuild(page, reply)
        if isinstance(error, ResourceError):  # true for every page
            raise error
        return _reject(page, error)
    if isinstance(reply, Failed):
        logger.debug("%s failed\n%s", page.path, reply.traceback)
        return _reject(page, FaultError(page.path, reply.fault))
    return _reject(page, FaultError(page.path, f"its worker answered {reply}"))


def _rebuild(page: Page, reply: Refused) -> RashomonError:
    """Make the error again that the function raised over there."""
    found = getattr(errors, reply.error, None)
    if isinstance(found, type) and issubclass(found, RashomonError):
        with suppress(TypeError):  # fields that it does not take
            return found(*reply.fields)
    return FaultError(page.path, f"{reply.error}{reply.fields}")


def _reject(page: Page, error: RashomonError) -> Rejection:
    return Rejection(page.id, STAGE, error)


def _forget_workers() -> None:
    """In a forked process: the workers are the parent's, who may be talking to them."""
    while (worker := _pop()) is not None:
        worker.forget()


atexit.register(close_idle_workers)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_workers)
