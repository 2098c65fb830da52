"""The limits that the system keeps for a process, whatever code runs in it.

Linux keeps all of them. Other POSIX systems keep the processor's time; Windows keeps none, and
there the parent's clock is the only limit.
"""

import math
import os
import select
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl
    import resource


def limit_memory(n_bytes: int) -> None:
    """Let this process map so many bytes more than it does now: beyond, it gets no memory."""
    if sys.platform == "linux":
        _lower(resource.RLIMIT_AS, address_space() + n_bytes)


def limit_time(cpu_s: int) -> None:
    """Let this process use so many seconds more of the processor: then SIGXCPU ends it."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
        _lower(resource.RLIMIT_CPU, math.ceil(time.process_time()) + cpu_s)


def address_space() -> int:
    """Return the bytes that this process has mapped; 0 where the system does not tell."""
    if sys.platform != "linux":
        return 0
    n_pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    return n_pages * resource.getpagesize()


@contextmanager
def ended_with_parent(descriptor: int) -> Iterator[None]:
    """End this process when the other end of a pipe is closed, whatever code runs at the time.

    The kernel sends SIGIO when a pipe hangs up, and SIGIO ends a process that does not handle it:
    an endless loop in C included. (PR_SET_PDEATHSIG would end the worker with the *thread* that
    started it.) It also comes when bytes arrive, so nobody may write to the pipe meanwhile.

    Args:
        descriptor: The end of a pipe that this process reads from.
    """
    if sys.platform != "linux":
        yield  # the limit of time ends an orphan there
        return
    flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
    fcntl.fcntl(descriptor, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_ASYNC)
    poll = select.poll()
    poll.register(descriptor, 0)
    if poll.poll(0):  # it hung up before the signal was asked for
        os._exit(1)
    try:
        yield
    finally:
        fcntl.fcntl(descriptor, fcntl.F_SETFL, flags)


if sys.platform != "win32":

    def _lower(which: int, limit: int) -> None:
        """Set a soft limit, never above the hard one, which stays for the next page."""
        _, hard = resource.getrlimit(which)
        soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(which, (soft, hard))
