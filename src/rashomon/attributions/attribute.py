"""The stage: documents in, who said what out."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

from rashomon.attributions.mode import Mode
from rashomon.attributions.quotations import Quoted, find_quoted, quotation_of
from rashomon.attributions.reader.confidence import load_calibration
from rashomon.attributions.reader.labels import Range
from rashomon.attributions.reader.links import Link, parents_of
from rashomon.attributions.reader.read import Reader, read
from rashomon.encoders import load_encoder
from rashomon.model import OWN_STORY, Anchor, Attribution, Document, Span

LINE = re.compile(r"[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*")


@lru_cache(maxsize=1)
def load_reader() -> Reader:
    """Load the reader that the package brings, once a process.

    Raises:
        ResourceError: If a file of it is missing or not the one its card describes.
    """
    folder = files("rashomon.attributions.reader") / "data"
    return Reader(load_encoder(folder, "reader.json"), load_calibration(folder))


def attribute(
    documents: Sequence[Document],
    *,
    mode: Mode = Mode.ACCURATE,
    min_confidence: float | None = None,
    reader: Reader | None = None,
) -> list[tuple[Attribution, ...]]:
    """Find who said what.

    A document's own story is read, headline and captions too. A source is None where
    the text names nobody ("it was reported that").

    Args:
        documents: Documents in English.
        mode: How thoroughly to read.
        min_confidence: Leave out what is less sure, in [0, 1]. None: the threshold that gave the
            best full F1 on articles held out of training.
        reader: The trained reader; None for the one that the package brings.

    Returns:
        One tuple a document, in order; attributions in reading order of their cues. One whose cue
        stands in another's content names the smallest such as its parent.

    Raises:
        ResourceError: If the reader's files are missing or wrong.
    """
    reader = reader or load_reader()
    return [
        tuple(_attributions_of(document, mode, min_confidence, reader)) for document in documents
    ]


def _attributions_of(
    document: Document,
    mode: Mode,
    min_confidence: float | None,
    reader: Reader,
) -> Iterator[Attribution]:
    text = document.text
    quoted = find_quoted(text, Span(0, len(text))) if text else []
    found = read(reader, text, list(_lines_of(document)), quoted, mode)
    scale = reader.calibration.fast if mode is Mode.FAST else reader.calibration.accurate
    floor = scale.threshold if min_confidence is None else min_confidence
    links = [link for link in found if link.confidence >= floor]
    made: dict[int, Attribution] = {}
    parents = parents_of(links)
    # A parent is made before what is nested in it: its content is larger.
    for number in sorted(range(len(links)), key=lambda n: -links[n].size):
        parent = parents[number]
        made[number] = _made(
            document, quoted, links[number], made[parent] if parent is not None else None
        )
    for number in range(len(links)):
        yield made[number]


def _lines_of(document: Document) -> Iterator[Span]:
    for zone in document.spans_of(*OWN_STORY):
        for line in LINE.finditer(document.text, zone.start, zone.end):
            yield Span(line.start(), line.end())


def _made(
    document: Document, quoted: Sequence[Quoted], link: Link, parent: Attribution | None
) -> Attribution:
    content = _anchor(document, link.contents)
    return Attribution.of(
        document,
        source=_anchor(document, link.source) if link.source else None,
        cue=_anchor(document, link.cue),
        content=content,
        quotation=quotation_of(content.spans, document.text, quoted),
        force=link.force,
        confidence=round(link.confidence, 4),
        parent=parent.id if parent else None,
    )


def _anchor(document: Document, ranges: Sequence[Range]) -> Anchor:
    return Anchor.at(document.text, *(Span(*each) for each in ranges))
