"""A page may do to its worker what it likes: the other pages are read, and nothing is left over."""

import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rashomon.documents import Limits, extract
from rashomon.documents.containment import close_idle_workers, contain
from rashomon.errors import FaultError, LimitError, PageError, ResourceError
from rashomon.model import Document, DocumentId, Page, PageForm, Rejection

TOYS = Path(__file__).parent / "toys"
TOY = "hostile:extract_toy"
# The clock is generous: only what sleeps runs into it, and a busy machine must not.
LIMITS = Limits(cpu_s=1, wall_s_per_cpu_s=20.0, memory_bytes=120_000_000)
HASTY = Limits(cpu_s=1, wall_s_per_cpu_s=2.0)

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps this limit")


@pytest.fixture(autouse=True, scope="module")
def toys() -> Iterator[None]:
    sys.path.insert(0, str(TOYS))  # a worker looks for modules where its parent does
    yield
    sys.path.remove(str(TOYS))
    close_idle_workers()


def pages(*acts: str) -> list[Page]:
    return [
        Page(id=DocumentId(act), form=PageForm.HTML, content=act.encode(), path=f"{act}.html")
        for act in acts
    ]


def run(*acts: str, limits: Limits = LIMITS) -> list[Document | Rejection]:
    return contain(TOY, pages(*acts), limits)


def worker_of(result: Document | Rejection) -> int:
    assert isinstance(result, Document), result
    return int(result.text.split()[1])


def error_of(result: Document | Rejection) -> Exception:
    assert isinstance(result, Rejection), result
    assert result.stage == "extract"
    return result.error


def test_pages_come_back_in_order_from_one_process_that_is_not_ours() -> None:
    results = run("one", "two", "three")
    assert [result.text.split()[0] for result in results] == ["one", "two", "three"]
    assert len({worker_of(result) for result in results} - {os.getpid()}) == 1


def test_a_later_call_finds_the_worker_of_the_one_before() -> None:
    assert worker_of(run("one")[0]) == worker_of(run("two")[0])


def test_a_worker_is_replaced_after_its_share_of_pages() -> None:
    results = run("a", "b", "c", limits=Limits(n_pages_per_worker=2))
    first, second, third = map(worker_of, results)
    assert first == second != third


@linux_only
def test_a_worker_that_keeps_memory_is_replaced() -> None:
    results = run("keep-memory", "next", "next")
    first, second, third = map(worker_of, results)
    assert first != second == third


@pytest.mark.parametrize("act", ["loop", "loop-in-c"])
def test_an_endless_loop_costs_one_page(act: str) -> None:
    before, bad, after = run("before", act, "after")
    error = error_of(bad)
    assert isinstance(error, LimitError)
    assert (error.path, error.excess) == (f"{act}.html", "takes more than 1 s of processor time")
    assert "--page-timeout" in str(error)
    assert worker_of(before) != worker_of(after)


def test_a_page_that_waits_for_ever_runs_into_the_clock() -> None:
    error = error_of(run("sleep", limits=HASTY)[0])
    assert isinstance(error, LimitError)
    assert error.excess == "takes more than 2 s"


@linux_only
def test_a_memory_bomb_costs_one_page() -> None:
    before, bad, after = run("before", "take-memory", "after")
    error = error_of(bad)
    assert isinstance(error, LimitError)
    assert error.excess == "takes more than 120 MB of memory"
    assert worker_of(before) != worker_of(after)


@pytest.mark.parametrize(
    ("act", "end"), [("exit", "exit status 3"), ("die", "SIGKILL"), ("abort", "SIGABRT")]
)
def test_a_crash_costs_one_page(act: str, end: str) -> None:
    bad, after = run(act, "after")
    error = error_of(bad)
    assert isinstance(error, LimitError)
    assert error.excess == f"ends the process that does it ({end})"
    worker_of(after)


def test_a_page_is_not_blamed_for_a_worker_that_died_while_idle() -> None:
    worker = worker_of(run("one")[0])
    os.kill(worker, signal.SIGKILL)
    assert worker_of(run("two")[0]) != worker


def test_a_page_is_not_blamed_for_what_an_earlier_page_left_behind() -> None:
    acts = ["die-of-what-was-left"] * 3
    assert len({worker_of(result) for result in run(*acts)}) == 3


def test_an_error_of_our_tree_comes_back_as_it_was_raised() -> None:
    error = error_of(run("refuse")[0])
    assert type(error) is PageError
    assert (error.path, error.advice) == ("page.html", "Give another.")


def test_any_other_exception_is_a_fault_of_ours_on_one_page() -> None:
    bad, after = run("fail", "after")
    error = error_of(bad)
    assert isinstance(error, FaultError)
    assert "ZeroDivisionError: planted" in str(error)
    worker_of(after)


def test_a_damaged_installation_is_no_fault_of_a_page() -> None:
    with pytest.raises(ResourceError, match=r"words\.toml"):
        run("miss")
    with pytest.raises(ResourceError, match="no_such_module"):
        contain("no_such_module:extract", pages("one"))


def test_what_is_no_text_cannot_be_sent_and_costs_one_page() -> None:
    bad, after = run("surrogate", "after")
    assert isinstance(error_of(bad), FaultError)
    worker_of(after)


def test_what_a_parser_prints_garbles_no_answer() -> None:
    assert [worker_of(result) for result in run("chatter", "after")]


@pytest.mark.parametrize("act", ["answer-by-half", "answer-garbage", "announce-too-much"])
def test_a_worker_that_lies_cannot_hang_its_parent(act: str) -> None:
    bad, after = run(act, "after")
    assert isinstance(error_of(bad), LimitError)
    worker_of(after)


def test_no_process_is_left_of_a_worker_that_was_closed() -> None:
    worker = worker_of(run("one")[0])
    close_idle_workers()
    with pytest.raises(ProcessLookupError):  # a zombie could be signalled
        os.kill(worker, 0)


def test_threads_work_with_workers_of_their_own() -> None:
    acts = [[f"{n}-{m}" for m in range(20)] for n in range(3)]
    with ThreadPoolExecutor(3) as pool:
        results = list(pool.map(lambda each: run(*each), acts))
    assert [[result.id for result in part] for part in results] == acts


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_leaves_the_worker_to_its_parent() -> None:
    worker = worker_of(run("one")[0])
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = int(worker_of(run("two")[0]) == worker)
            close_idle_workers()
        finally:
            os._exit(status)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert worker_of(run("three")[0]) == worker


def test_extract_puts_html_through_the_worker_and_text_through_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.modules[extract.__module__], "EXTRACT_HTML", TOY)
    text = Page(id=DocumentId("text"), form=PageForm.TEXT, content=b"It rained.", path="text")
    results = extract([*pages("one", "loop"), text, *pages("two")], limits=LIMITS)
    kinds = [type(result) for result in results]
    assert kinds == [Document, Rejection, Document, Document]
    assert isinstance(results[2], Document)
    assert results[2].text == "It rained."
