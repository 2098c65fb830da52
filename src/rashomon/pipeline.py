"""The stages in order: the only place where they meet.

    page ─extract→ document ─annotate→ layers ─attribute→ attributions ─resolve→ claims
         ─code→ events ─compare→ accounts side by side

Pages stream through in batches: memory stays flat however many there are, and results come in the
order of the input. With several jobs, batches go to processes of their own.
"""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeAlias, TypeGuard, TypeVar

from rashomon import accounts, annotations, attributions, claims, documents, events
from rashomon.actors import KnowledgeBase, identify, load_knowledge
from rashomon.errors import DuplicateIdError
from rashomon.model import (
    Annotations,
    Attribution,
    Comparison,
    Document,
    DocumentId,
    Page,
    Reading,
    Rejection,
    Tokens,
)

Attributed: TypeAlias = tuple[Document, tuple[Attribution, ...]]
Input: TypeAlias = Page | Rejection
Result = TypeVar("Result")

LANGUAGES_READ = frozenset({"en"})
BATCH_SIZE = 16  # documents: enough to fill the parser's batches, few enough to stay small


def extract(pages: Iterable[Input]) -> Iterator[Document | Rejection]:
    """Label the zones of every text, records included.

    Args:
        pages: Pages, and rejections of those that could not be read; these are passed on.

    Yields:
        One document or rejection a page, in order.
    """
    yield from _run(pages, partial(documents.extract, label_records=True), _id_of_document, 1)


def attribute(pages: Iterable[Input], *, n_jobs: int = 1) -> Iterator[Attributed | Rejection]:
    """Find who said what, without asking who the sources are.

    Args:
        pages: Pages, and rejections of those that could not be read; these are passed on.
        n_jobs: Processes to use.

    Yields:
        A document and its attributions, or a rejection, one a page, in order. Documents in a
        language that is not read have none.
    """
    yield from _run(pages, _attribute_batch, _id_of_attributed, n_jobs)


def read(
    pages: Iterable[Input], *, sides: Path | None = None, n_jobs: int = 1
) -> Iterator[Reading | Rejection]:
    """Read pages: who said what for which side, and about which event.

    Args:
        pages: Pages, and rejections of those that could not be read; these are passed on.
        sides: A TOML file of sides, for parties that are no states.
        n_jobs: Processes to use.

    Yields:
        One reading or rejection a page, in order.

    Raises:
        SidesError: If the sides file does not hold sides.
    """
    load_knowledge(sides)  # a wrong file is told at once, not once a process
    yield from _run(pages, partial(_read_batch, sides=sides), _id_of_reading, n_jobs)


def compare(readings: Sequence[Reading], *, sides: Path | None = None) -> Comparison:
    """Set the accounts of the sides next to each other, inside one document or across several.

    A document's own label for its side ("RU") stands for the actor it means (Russia) in all of
    the documents compared.

    Args:
        readings: Of documents about the same event; the first leads the order of the rows.
        sides: The TOML file of sides that they were read with.
    """
    return accounts.compare(_under_one_label(readings, load_knowledge(sides)))


def _attribute_batch(pages: Sequence[Page]) -> list[Attributed | Rejection]:
    found = documents.extract(pages)
    readable = [each for each in found if _is_readable(each)]
    said = iter(attributions.attribute(readable, annotations.annotate(readable)))
    return [
        each if isinstance(each, Rejection) else (each, next(said) if _is_readable(each) else ())
        for each in found
    ]


def _read_batch(pages: Sequence[Page], sides: Path | None) -> list[Reading | Rejection]:
    found = documents.extract(pages)
    readable = [each for each in found if _is_readable(each)]
    readings = iter(_read_documents(readable, load_knowledge(sides)))
    return [
        each
        if isinstance(each, Rejection)
        else next(readings)
        if _is_readable(each)
        else _unread(each)
        for each in found
    ]


def _read_documents(batch: Sequence[Document], knowledge: KnowledgeBase) -> list[Reading]:
    layers = annotations.annotate(batch)
    said = attributions.attribute(batch, layers)
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


def _under_one_label(readings: Sequence[Reading], knowledge: KnowledgeBase) -> list[Reading]:
    labels = {
        side: reading.document.side
        for reading in readings
        if reading.document.side and (side := knowledge.side_named(reading.document.side))
    }

    def label(side: str | None) -> str | None:
        return labels.get(side, side) if side else None

    return [
        replace(
            reading,
            claims=tuple(replace(claim, side=label(claim.side)) for claim in reading.claims),
            events=tuple(
                replace(
                    event,
                    participants=tuple(
                        replace(each, side=label(each.side)) for each in event.participants
                    ),
                )
                for event in reading.events
            ),
        )
        for reading in readings
    ]


def _id_of_document(result: Document) -> DocumentId:
    return result.id


def _id_of_attributed(result: Attributed) -> DocumentId:
    return result[0].id


def _id_of_reading(result: Reading) -> DocumentId:
    return result.document.id


def _run(
    pages: Iterable[Input],
    stage: Callable[[Sequence[Page]], list[Result | Rejection]],
    id_of: Callable[[Result], DocumentId],
    n_jobs: int,
) -> Iterator[Result | Rejection]:
    """Put pages through a stage in batches; results in order, every id once."""
    seen: set[DocumentId] = set()
    for batch, results in _batches(pages, stage, n_jobs):
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
    pages: Iterable[Input],
    stage: Callable[[Sequence[Page]], list[Result | Rejection]],
    n_jobs: int,
) -> Iterator[tuple[list[Input], list[Result | Rejection]]]:
    stream = iter(pages)
    batches = iter(lambda: list(islice(stream, BATCH_SIZE)), [])
    if n_jobs == 1:
        for batch in batches:
            yield batch, stage(_pages_of(batch))
        return
    # "spawn": a forked copy of a process that has threads may never start.
    pool = ProcessPoolExecutor(n_jobs, mp_context=get_context("spawn"), initializer=_ignore_ctrl_c)
    try:
        waiting: deque[tuple[list[Input], Future[list[Result | Rejection]]]] = deque()
        for batch in batches:
            waiting.append((batch, pool.submit(stage, _pages_of(batch))))
            if len(waiting) > 2 * n_jobs:
                first, future = waiting.popleft()
                yield first, future.result()
        for first, future in waiting:
            yield first, future.result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pages_of(batch: list[Input]) -> list[Page]:
    return [given for given in batch if isinstance(given, Page)]


def _ignore_ctrl_c() -> None:
    """Leave Ctrl-C to the parent, which then stops its workers in an orderly way."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
