"""Whatever ends a process that reads pages ends its workers too, in the middle of a page or not."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from rashomon.cli.main import INTERRUPTED

TOYS = Path(__file__).parent / "toys"
LONG_S = 60.0  # for what takes a second on a machine that does nothing else

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")

OPENING = f"""
import sys
from dataclasses import replace
sys.path.insert(0, {str(TOYS)!r})
from hostile import contain_toys
from rashomon import cli, pipeline
from rashomon.cli import inputs
from rashomon.model import Page, PageForm
from rashomon.pages import read_pages

def page(act):
    return Page(id=act, form=PageForm.HTML, content=act.encode(), path=act)

def read_as_html(*given, **named):
    return (replace(each, form=PageForm.HTML) for each in read_pages(*given, **named))

def id_of(document):
    return document.id

if __name__ == "__main__":
"""
ONE_PAGE = """
    (found,) = contain_toys([page(sys.argv[1])])
    print(found.text, flush=True)
    sys.stdin.read()
"""
TWO_JOBS = """
    acts = [page(act) for act in sys.argv[1:]]
    acts = [replace(each, content=each.content.ljust(100_000)) for each in acts]  # a batch each
    results = pipeline._run(acts, contain_toys, id_of, 2)
    print(next(results).text, flush=True)
    sys.stdin.readline()
    results.close()
"""
COMMAND_LINE = """
    sys.modules["rashomon.documents.extract"].EXTRACT_HTML = "hostile:extract_toy"
    inputs.read_pages = read_as_html
    cli.main()
"""


@contextmanager
def started(folder: Path, program: str, *words: str | Path) -> Iterator[subprocess.Popen[str]]:
    script = folder / "script.py"
    script.write_text(OPENING + program, "utf-8")
    pipe = subprocess.PIPE
    command = [sys.executable, str(script), *map(str, words)]
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def first_worker(process: subprocess.Popen[str]) -> int:
    """Wait for the first document, which tells the process that it was made in."""
    assert process.stdout
    return int(process.stdout.readline().split()[1])


def told_worker(file: Path) -> int:
    """Wait for the page that tells its process before it loops for ever."""
    deadline = time.monotonic() + LONG_S
    while not (file.exists() and file.read_text("utf-8")) and time.monotonic() < deadline:
        time.sleep(0.02)
    return int(file.read_text("utf-8"))


def ends(pid: int) -> bool:
    deadline = time.monotonic() + LONG_S
    while is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not is_running(pid)


def is_running(pid: int) -> bool:
    """Tell whether a process does anything: a zombie that nobody waits for does not."""
    try:
        status = Path(f"/proc/{pid}/stat").read_text("utf-8")
    except (ProcessLookupError, FileNotFoundError):
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_the_end_of_a_program_ends_its_idle_worker(tmp_path: Path) -> None:
    with started(tmp_path, ONE_PAGE, "one") as process:
        worker = first_worker(process)
        _, err = process.communicate("")
    assert (process.returncode, err) == (0, "")
    assert ends(worker)


def test_a_kill_of_the_parent_ends_its_idle_worker(tmp_path: Path) -> None:
    with started(tmp_path, ONE_PAGE, "one") as process:
        worker = first_worker(process)
        process.kill()
        assert ends(worker)


def test_a_kill_of_the_parent_ends_a_worker_that_loops_in_c(tmp_path: Path) -> None:
    told = tmp_path / "worker"
    with started(tmp_path, ONE_PAGE, f"tell-and-loop {told}") as process:
        worker = told_worker(told)
        process.kill()
        assert ends(worker)


def test_a_kill_of_the_parent_ends_the_workers_of_its_jobs(tmp_path: Path) -> None:
    told = tmp_path / "worker"
    with started(tmp_path, TWO_JOBS, "one", f"tell-and-loop {told}") as process:
        idle, busy = first_worker(process), told_worker(told)
        process.kill()
        assert ends(idle)
        assert ends(busy)


def test_results_that_nobody_wants_any_more_are_not_waited_for(tmp_path: Path) -> None:
    told = tmp_path / "worker"
    with started(tmp_path, TWO_JOBS, "one", f"tell-and-loop {told}") as process:
        first_worker(process)
        worker = told_worker(told)
        _, err = process.communicate("\n", timeout=LONG_S)
    assert (process.returncode, err) == (0, "")
    assert ends(worker)


def test_ctrl_c_in_the_middle_of_a_page_ends_command_and_worker(tmp_path: Path) -> None:
    told, page = tmp_path / "worker", tmp_path / "page.html"
    page.write_text(f"tell-and-loop {told}", "utf-8")
    words = ("read", page, "--page-timeout", "3600")
    with started(tmp_path, COMMAND_LINE, *words) as process:
        worker = told_worker(told)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=LONG_S)
    assert (process.returncode, out, err.strip()) == (INTERRUPTED, "", "rashomon: stopped")
    assert ends(worker)


def test_a_page_on_standard_input_that_never_ends_is_rejected(tmp_path: Path) -> None:
    with started(tmp_path, COMMAND_LINE, "extract", "-", "--page-timeout", "1") as process:
        out, err = process.communicate("loop", timeout=LONG_S)
    assert (process.returncode, out) == (1, "")
    assert "-: reading this page takes more than 1 s of processor time" in err
    assert "1 of 1 inputs rejected" in err
