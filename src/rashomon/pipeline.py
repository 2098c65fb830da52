"""The stages in order: the only place where they meet.

    page ─extract→ document ─annotate→ layers ─attribute→ attributions ─resolve→ claims
         ─code→ events ─compare→ accounts side by side

Pages stream through in batches: memory stays flat however many there are, and results come in the
order of the input. With several jobs, batches go to processes of their own.
"""

import logging
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import replace
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.queues import SimpleQueue
from pathlib import Path
from typing import TypeAlias, TypeGuard, TypeVar

from rashomon import accounts, annotations, attributions, claims, documents, events
from rashomon.actors import (
    KnowledgeBase,
    identify,
    load_knowledge,
    odd_labels,
    under_one_label,
)
from rashomon.attributions import Mode
from rashomon.documents import LIMITS, Limits
from rashomon.errors import DuplicateIdError, FaultError, RashomonError
from rashomon.model import (
    Annotations,
    Attribution,
    Comparison,
    Document,
    DocumentId,
    Page,
    Reading,
    Rejection,
    TimeExpression,
    Tokens,
)

Attributed: TypeAlias = tuple[Document, tuple[Attribution, ...]]
Dated: TypeAlias = tuple[Document, tuple[TimeExpression, ...]]
Input: TypeAlias = Page | Rejection
Result = TypeVar("Result")

logger = logging.getLogger(__name__)

LANGUAGES_READ = frozenset({"en"})
MAX_BATCH = 32  # pages: enough to fill the parser's batches
MAX_BATCH_BYTES = 100_000  # all layers of a batch are held at once; 100 kB take about 60 MB
MAX_EXTRACTED_BYTES = 400_000  # zones alone take little, and are told faster many at once


def extract(pages: Iterable[Input], *, limits: Limits = LIMITS) -> Iterator[Document | Rejection]:
    """Label the zones of every text, records included.

    Args:
        pages: Pages, and rejections of those that could not be read; these are passed on.
        limits: What a page of HTML may cost.

    Yields:
        One document or rejection a page, in order.
    """
    stage = partial(documents.extract, label_records=True, limits=limits)
    yield from _run(pages, stage, _id_of_document, 1, MAX_EXTRACTED_BYTES)


def dates(
    pages: Iterable[Input], *, n_jobs: int = 1, limits: Limits = LIMITS
) -> Iterator[Dated | Rejection]:
    """Find time expressions and their values, without a parse.

    Args:
        pages: Pages, and rejections of those that could not be read; these are passed on.
        n_jobs: Processes to use.
        limits: What a page of HTML may cost.

    Yields:
        A document and its time expressions, or a rejection, one a page, in order. Documents in a
        language that is not read have none.
    """
    stage = partial(_date_batch, limits=limits)
    yield from _run(pages, stage, _id_of_dated, n_jobs, MAX_EXTRACTED_BYTES)


def attribute(
    pages: Iterable[Input],
    *,
    mode: Mode = Mode.ACCURATE,
    min_confidence: float | None = None,
    n_jobs: int = 1,
    limits: Limits = LIMITS,
) -> Iterator[Attributed | Rejection]:
    """Find who said what, without asking who the sources are.

    Args:
        pages: Pages, and rejections of those that could not be read; these are passed on.
        mode: How thoroughly to read.
        min_confidence: Leave out what is less sure, in [0, 1]; None for the best balance.
        n_jobs: Processes to use.
        limits: What a page of HTML may cost.

    Yields:
        A document and its attributions, or a rejection, one a page, in order. Documents in a
        language that is not read have none.
    """
    attributions.load_reader()  # a wrong file is told at once, not once a page
    stage = partial(_attribute_batch, mode=mode, min_confidence=min_confidence, limits=limits)
    yield from _run(pages, stage, _id_of_attributed, n_jobs)


def read(
    pages: Iterable[Input],
    *,
    sides: Path | None = None,
    mode: Mode = Mode.ACCURATE,
    min_confidence: float | None = None,
    are_references: bool = False,
    n_jobs: int = 1,
    limits: Limits = LIMITS,
) -> Iterator[Reading | Rejection]:
    """Read pages: who said what for which side, and about which event.

    Args:
        pages: Pages, and rejections of those that could not be read; these are passed on.
        sides: A TOML file of sides, for parties that are no states.
        mode: How thoroughly to read who said what.
        min_confidence: Leave out attributions that are less sure, in [0, 1]; None for the best
            balance.
        are_references: Take them for no side's: for what comparisons are checked against.
        n_jobs: Processes to use.
        limits: What a page of HTML may cost.

    Yields:
        One reading or rejection a page, in order.

    Raises:
        SidesError: If the sides file does not hold sides.
    """
    load_knowledge(sides)  # a wrong file is told at once, not once a process
    attributions.load_reader()
    stage = partial(
        _read_batch,
        sides=sides,
        mode=mode,
        min_confidence=min_confidence,
        are_references=are_references,
        limits=limits,
    )
    yield from _run(pages, stage, _id_of_reading, n_jobs)


def compare(
    readings: Sequence[Reading],
    *,
    references: Sequence[Reading] = (),
    sides: Path | None = None,
) -> Comparison:
    """Set the accounts of the sides next to each other, inside one document or across several.

    A document's own label for its side ("RU") stands for the actor it means (Russia) in all of
    the documents compared.

    Args:
        readings: Of documents about the same event; the first leads the order of the rows.
        references: No side's documents, which may raise what no side mentions; read as such.
        sides: The TOML file of sides that they were read with.
    """
    knowledge = load_knowledge(sides)
    comparison = accounts.compare(under_one_label(readings, knowledge), references=references)
    odd = tuple(odd_labels(readings, knowledge))
    return replace(comparison, notes=(*odd, *comparison.notes)) if odd else comparison


def _date_batch(pages: Sequence[Page], limits: Limits) -> list[Dated | Rejection]:
    return [
        each
        if isinstance(each, Rejection)
        else (each, annotations.find_times(each) if _is_readable(each) else ())
        for each in documents.extract(pages, limits=limits)
    ]


def _attribute_batch(
    pages: Sequence[Page], mode: Mode, min_confidence: float | None, limits: Limits
) -> list[Attributed | Rejection]:
    found = documents.extract(pages, limits=limits)
    readable = [each for each in found if _is_readable(each)]
    said = iter(attributions.attribute(readable, mode=mode, min_confidence=min_confidence))
    return [
        each if isinstance(each, Rejection) else (each, next(said) if _is_readable(each) else ())
        for each in found
    ]


def _read_batch(
    pages: Sequence[Page],
    sides: Path | None,
    mode: Mode,
    min_confidence: float | None,
    limits: Limits,
    *,
    are_references: bool,
) -> list[Reading | Rejection]:
    found = documents.extract(pages, limits=limits)
    if are_references:
        found = [
            each if isinstance(each, Rejection) else replace(each, side=accounts.REFERENCE)
            for each in found
        ]
    readable = [each for each in found if _is_readable(each)]
    readings = iter(_read_documents(readable, load_knowledge(sides), mode, min_confidence))
    return [
        each
        if isinstance(each, Rejection)
        else next(readings)
        if _is_readable(each)
        else _unread(each)
        for each in found
    ]


def _read_documents(
    batch: Sequence[Document], knowledge: KnowledgeBase, mode: Mode, min_confidence: float | None
) -> list[Reading]:
    layers = annotations.annotate(batch)
    said = attributions.attribute(batch, mode=mode, min_confidence=min_confidence)
    casts = [identify(*each, knowledge) for each in zip(batch, layers, strict=True)]
    claimed = claims.resolve(batch, layers, said, casts)
    told = events.code(batch, layers, said, casts)
    return [
        Reading(
            document=document,
            annotations=annotated,
            attributions=found,
            claims=resolved,
            events=coded,
            is_read=True,
        )
        for document, annotated, found, resolved, coded in zip(
            batch, layers, said, claimed, told, strict=True
        )
    ]


def _is_readable(result: Document | Rejection) -> TypeGuard[Document]:
    return isinstance(result, Document) and result.language in LANGUAGES_READ


def _unread(document: Document) -> Reading:
    """Keep a document in a language that is not read, with nothing found in it."""
    nothing = Tokens(
        starts=(), ends=(), words=(), lemmas=(), pos=(), tags=(), relations=(), heads=()
    )
    return Reading(
        document=document,
        annotations=Annotations(document_id=document.id, tokens=nothing, sentences=(), mentions=()),
        attributions=(),
        claims=(),
        events=(),
        is_read=False,
    )


def _id_of_document(result: Document) -> DocumentId:
    return result.id


def _id_of_attributed(result: Attributed) -> DocumentId:
    return result[0].id


def _id_of_dated(result: Dated) -> DocumentId:
    return result[0].id


def _id_of_reading(result: Reading) -> DocumentId:
    return result.document.id


def _run(
    pages: Iterable[Input],
    stage: Callable[[Sequence[Page]], list[Result | Rejection]],
    id_of: Callable[[Result], DocumentId],
    n_jobs: int,
    max_bytes: int = MAX_BATCH_BYTES,
) -> Iterator[Result | Rejection]:
    """Put pages through a stage in batches; results in order, every id once."""
    seen: set[DocumentId] = set()
    for batch, results in _batches(_cut(pages, max_bytes), stage, n_jobs):
        outputs = iter(results)
        for given in batch:
            if isinstance(given, Rejection):
                yield given
                continue
            result = next(outputs)
            if isinstance(result, Rejection):
                yield result
            elif (name := id_of(result)) in seen:
                refusal = DuplicateIdError(name, given.path, given.line)
                yield Rejection(name, "extract", refusal)
            else:
                seen.add(name)
                yield result


def _batches(
    batches: Iterable[list[Input]],
    stage: Callable[[Sequence[Page]], list[Result | Rejection]],
    n_jobs: int,
) -> Iterator[tuple[list[Input], list[Result | Rejection]]]:
    if n_jobs == 1:
        for batch in batches:
            yield batch, _attempt(stage, _pages_of(batch))
        return
    # "spawn": a forked copy of a process that has threads may never start.
    context = get_context("spawn")
    started: SimpleQueue[int] = context.SimpleQueue()
    pool = ProcessPoolExecutor(n_jobs, context, initializer=_begin_job, initargs=(started,))
    try:
        waiting: deque[tuple[list[Input], Future[list[Result | Rejection]]]] = deque()
        for batch in batches:
            waiting.append((batch, pool.submit(_attempt, stage, _pages_of(batch))))
            if len(waiting) > 2 * n_jobs:
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()
    except BaseException:  # Ctrl-C, or nobody wants the rest: a page may take a minute, so no wait
        while not started.empty():
            with suppress(ProcessLookupError):
                os.kill(started.get(), signal.SIGTERM)
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _attempt(
    stage: Callable[[Sequence[Page]], list[Result | Rejection]], pages: Sequence[Page]
) -> list[Result | Rejection]:
    """Put a batch through a stage; if that fails, page by page, so that only one is lost."""
    try:
        return stage(pages)
    except RashomonError:
        raise  # said on purpose, and true for every page: a part of the installation is missing
    except Exception as error:  # noqa: BLE001  # whatever it is, the other documents go on
        if len(pages) > 1:
            return [result for page in pages for result in _attempt(stage, [page])]
        logger.debug("%s failed", pages[0].path, exc_info=True)
        fault = FaultError(pages[0].path, f"{type(error).__name__}: {error}")
        return [Rejection(pages[0].id, "read", fault)]


def _cut(pages: Iterable[Input], max_bytes: int) -> Iterator[list[Input]]:
    """Cut a stream of pages into batches that are small in number and in bytes."""
    batch: list[Input] = []
    n_bytes = 0
    for page in pages:
        batch.append(page)
        n_bytes += len(page.content) if isinstance(page, Page) else 0
        if len(batch) == MAX_BATCH or n_bytes >= max_bytes:
            yield batch
            batch, n_bytes = [], 0
    if batch:
        yield batch


def _pages_of(batch: list[Input]) -> list[Page]:
    return [given for given in batch if isinstance(given, Page)]


def _begin_job(started: "SimpleQueue[int]") -> None:
    """Tell the parent who we are, leave Ctrl-C to it, and end when it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    started.put(os.getpid())
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
