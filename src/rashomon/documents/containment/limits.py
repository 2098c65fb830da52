"""What one page may cost."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one page may cost, and how long a worker is kept.

    Time holds everywhere. Memory holds on Linux alone: macOS does not enforce a limit on address
    space, and Windows has no such limit for a process that wants none.
    """

    # Seconds of the processor, which do not pass faster when the machine is busy. A news page takes
    # a fiftieth of one; the longest page that is read, 8 MB in paragraphs, takes trafilatura 2.2.
    cpu_s: int = 20

    # The wall clock is asked too, since what sleeps or waits uses no processor. Four times, because
    # four processes on one core are a busy machine and no fault of the page.
    wall_s_per_cpu_s: float = 4.0

    # Beyond what the worker holds when it starts. The same page takes trafilatura 194 MB.
    memory_bytes: int = 1_000 * MEGABYTE

    # A new worker costs half a second: a thousandth of the time that so many pages take.
    n_pages_per_worker: int = 2_000

    # No document comes near. A worker that lies about a length would cost the parent its memory.
    reply_bytes: int = 64 * MEGABYTE

    @property
    def wall_s(self) -> float:
        """Seconds of the wall clock."""
        return self.cpu_s * self.wall_s_per_cpu_s

    @property
    def growth_bytes(self) -> int:
        """Memory that a worker may have kept from earlier pages; then another one takes over."""
        return self.memory_bytes // 4


LIMITS = Limits()
