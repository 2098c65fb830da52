"""Feed nasty pages to the parsers for some minutes, and tell what broke.

    python scripts/soak/run.py [--minutes 10] [--seed N] [--only TARGET ...]
    python scripts/soak/run.py --replay FILE

Every page goes through the worker that contains HTML pages. A page may be refused with an error of
our tree; anything else, a limit reached included, is a finding: hypothesis makes the page as small
as it can, and it is saved in out/soak/ under the name of its target. Exit status: 0, 1 when
something was found, 130 after Ctrl-C.
"""

import argparse
import logging
import random
import sys
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.database import DirectoryBasedExampleDatabase
from nasty import HTML_PAGES, RECORDS, TEXT_PAGES
from targets import HAS_HTML

from rashomon.documents.containment import Limits, contain
from rashomon.errors import FaultError, LimitError
from rashomon.model import DocumentId, Page, PageForm, Rejection

ROOT = Path(__file__).resolve().parents[2]
FOUND = ROOT / "out/soak"
EXAMPLES = DirectoryBasedExampleDatabase(ROOT / ".hypothesis/soak")
# Pages have some 60 kB: what takes seconds is not in proportion to its length. Each is read
# and checked twice.
LIMITS = Limits(cpu_s=5, wall_s_per_cpu_s=20.0)
N_PAGES_A_ROUND = 100
INTERRUPTED = 130

PAGES: dict[str, st.SearchStrategy[bytes]] = {
    "decoding": TEXT_PAGES,
    "dates": TEXT_PAGES,
    "text": TEXT_PAGES,
    "records": RECORDS,
    "html": HTML_PAGES,
}


class Finding(Exception):  # noqa: N818  # it is one, and hypothesis wants an exception
    """A page that breaks something."""


class Soak:
    """Rounds of pages through one target after another."""

    def __init__(self, first_seed: int) -> None:
        self.seed = first_seed
        self.n_pages: Counter[str] = Counter()
        self.n_refused: Counter[str] = Counter()
        self.found: dict[str, Path] = {}
        self._last: bytes = b""

    def put_through(self, target: str, content: bytes) -> None:
        """Put one page through a target.

        Raises:
            Finding: If it breaks something.
        """
        self._last = content
        form = PageForm.HTML if target == "html" else PageForm.TEXT
        page = Page(id=DocumentId(target), form=form, content=content, path=target)
        (result,) = contain("targets:put_through", [page], LIMITS)
        self.n_pages[target] += 1
        if isinstance(result, Rejection):
            self.n_refused[target] += 1
            if isinstance(result.error, FaultError | LimitError):
                raise Finding(str(result.error))

    def round(self, target: str) -> None:
        """Put a hundred pages through a target; save the smallest page that breaks it."""
        self.seed += 1

        @seed(self.seed)
        @settings(
            max_examples=N_PAGES_A_ROUND,
            deadline=None,
            database=EXAMPLES,
            phases=(Phase.reuse, Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        @given(PAGES[target])
        def one_round(content: bytes) -> None:
            self.put_through(target, content)

        try:
            one_round()
        except Finding as finding:  # the last page it tried is the smallest
            self.found[target] = save(target, self._last)
            print(f"\n{target}: {finding}\n  replay: {replay_command(self.found[target])}")

    def tell(self, elapsed_s: float, end: str) -> None:
        """Print how many pages were read and refused."""
        counts = ", ".join(
            f"{target} {n:,} ({self.n_refused[target]:,} refused)"
            for target, n in self.n_pages.items()
        )
        print(f"\rsoak: {elapsed_s:4.0f} s: {counts}", end=end, flush=True)


def save(target: str, content: bytes) -> Path:
    """Save a page under its target and digest."""
    FOUND.mkdir(parents=True, exist_ok=True)
    file = FOUND / f"{target}-{sha256(content).hexdigest()[:12]}.page"
    file.write_bytes(content)
    return file


def replay_command(file: Path) -> str:
    """Return what runs the page again."""
    return f"python scripts/soak/run.py --replay {file.relative_to(ROOT)}"


def replay(file: Path) -> int:
    """Put a saved page through the target in its name."""
    logging.basicConfig(level=logging.DEBUG, format="%(message)s")  # tracebacks of the worker
    target = file.name.partition("-")[0]
    try:
        Soak(0).put_through(target, file.read_bytes())
    except Finding as finding:
        print(f"{target}: {finding}")
        return 1
    print(f"{target}: nothing found")
    return 0


def soak(minutes: float, first_seed: int, targets: list[str]) -> int:
    """Run rounds until the time is over, or every target is broken."""
    run, start = Soak(first_seed), time.monotonic()
    print(f"soak: {minutes:g} minutes, seed {first_seed}, targets {', '.join(targets)}")
    status = 0
    try:
        while time.monotonic() - start < 60 * minutes:
            for target in targets:
                if target not in run.found and time.monotonic() - start < 60 * minutes:
                    run.round(target)
                    run.tell(time.monotonic() - start, "" if sys.stdout.isatty() else "\n")
            if run.found.keys() >= set(targets):
                break
    except KeyboardInterrupt:
        status = INTERRUPTED
    run.tell(time.monotonic() - start, "\n")
    print(f"soak: {len(run.found)} findings" + (f" in {FOUND}" if run.found else ""))
    return status or int(bool(run.found))


def main() -> int:
    """Soak, or replay."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--only", nargs="+", choices=PAGES, default=list(PAGES))
    parser.add_argument("--replay", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    if arguments.replay:
        return replay(arguments.replay)
    targets = [target for target in arguments.only if target != "html" or HAS_HTML]
    if "html" in arguments.only and not HAS_HTML:
        print("soak: no HTML: there is no rashomon.documents.html")
    first_seed = random.getrandbits(32) if arguments.seed is None else arguments.seed
    return soak(arguments.minutes, first_seed, targets)


if __name__ == "__main__":
    sys.exit(main())
