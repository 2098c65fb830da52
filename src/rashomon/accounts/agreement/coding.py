"""Codings: comparisons read from JSON, as this program prints them or as people label them.

The two forms differ in their cells: `{"status": "says", "spans": [{"document", "start", "end"}]}`,
or only `[[start, end]]`, places in the document of the side.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

import msgspec

from rashomon.errors import CodingError
from rashomon.model import CellStatus, Relation

# Code points; longer than any text that is read, and short enough to be held place by place.
Offset = Annotated[int, msgspec.Meta(ge=0, le=10_000_000)]
Place = tuple[str, int]  # a document (in labels: the side whose document it is), a code point

ADVICE = (
    'Expected what "rashomon compare --format json" prints, or labels as in docs/codebook.md: '
    '{"rows": [{"relation": "differ", "cells": {"SIDE": [[start, end]]}}]}'
)


class _Quote(msgspec.Struct, frozen=True):
    document: str
    start: Offset
    end: Offset


class _Cell(msgspec.Struct, frozen=True):
    status: CellStatus
    spans: tuple[_Quote, ...] = ()


class _Row(msgspec.Struct, frozen=True):
    relation: Relation
    cells: dict[str, _Cell | list[tuple[Offset, Offset]]]


class _Document(msgspec.Struct, frozen=True):
    id: str
    side: str | None = None
    sha256: str | None = None


class _Comparison(msgspec.Struct, frozen=True):
    rows: tuple[_Row, ...]
    documents: tuple[_Document, ...] | dict[str, int | str] = ()
    pair: str | None = None


@dataclass(frozen=True, slots=True)
class CodedRow:
    """A point: the relation of the sides, and which code points of the texts are theirs."""

    relation: Relation
    cells: dict[str, frozenset[Place]]  # of the sides with words

    @property
    def is_paired(self) -> bool:
        """Whether two or more sides speak."""
        return len(self.cells) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """A comparison as somebody, or a program, made it."""

    path: str
    pair: str | None
    has_labels: bool  # in the form of labels: places alone, no names of documents
    digests: dict[str, str | None]  # of the documents named, by id
    owners: dict[str, str]  # the document of each side, where it has one alone
    rows: tuple[CodedRow, ...]

    @property
    def sides(self) -> frozenset[str]:
        """The sides that have words."""
        return frozenset(side for row in self.rows for side in row.cells)


def read_coding(path: str, text: bytes) -> Coding:
    """Read a coding.

    Args:
        path: What it is called in messages.
        text: JSON.

    Raises:
        CodingError: If it is no JSON, or no comparison.
    """
    try:
        given = msgspec.json.decode(text, type=_Comparison)
    except msgspec.ValidationError as error:
        raise CodingError(path, f"no comparison: {error}", ADVICE) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CodingError(path, f"not JSON: {error}", ADVICE) from error
    listed = given.documents if isinstance(given.documents, tuple) else ()
    rows = (CodedRow(row.relation, _filled(row)) for row in given.rows)
    return Coding(
        path=path,
        pair=given.pair,
        has_labels=any(isinstance(cell, list) for row in given.rows for cell in row.cells.values()),
        digests={document.id: document.sha256 for document in listed},
        owners=_owners(listed),
        rows=tuple(row for row in rows if row.cells),
    )


def _owners(documents: tuple[_Document, ...]) -> dict[str, str]:
    sides = [document.side for document in documents]
    return {d.side: d.id for d in documents if d.side and sides.count(d.side) == 1}


def _filled(row: _Row) -> dict[str, frozenset[Place]]:
    cells = {side: frozenset(_places(side, cell)) for side, cell in row.cells.items()}
    return {side: places for side, places in cells.items() if places}


def _places(side: str, cell: _Cell | list[tuple[int, int]]) -> list[Place]:
    if isinstance(cell, list):
        return [(side, i) for start, end in cell for i in range(start, end)]
    if cell.status is not CellStatus.SAYS:
        return []
    return [(each.document, i) for each in cell.spans for i in range(each.start, each.end)]


def on_common_ground(first: Coding, second: Coding) -> tuple[Coding, Coding]:
    """Bring two codings of the same documents to one form.

    Labels say only which places of the side's own document are meant. Set against them, the other
    coding keeps of each side the words in its own document.

    Raises:
        CodingError: If the two are of other documents, or there is nothing in them.
    """
    _refuse_strangers(first, second)
    if first.has_labels == second.has_labels:
        return first, second
    return _as_labels(first), _as_labels(second)


def words_left_out(first: Coding, second: Coding) -> Iterator[str]:
    """Yield, for people, which words `on_common_ground` leaves out of a coding, if any.

    Labels hold places in one document a side; what stands in another one cannot be set against
    them.
    """
    if first.has_labels == second.has_labels:
        return
    coding = second if first.has_labels else first
    for side in sorted(coding.sides):
        owner = coding.owners.get(side)
        documents = {
            name for row in coding.rows for name, _ in row.cells.get(side, ()) if name != owner
        }
        if documents:
            names = ", ".join(sorted(documents))
            yield (
                f"{coding.path}: words of {side} in {names} are left out: labels hold places in "
                "one document of each side"
            )


def _as_labels(coding: Coding) -> Coding:
    if coding.has_labels:
        return coding
    rows = []
    for row in coding.rows:
        own = {
            side: frozenset((side, i) for name, i in places if name == coding.owners.get(side))
            for side, places in row.cells.items()
        }
        cells = {side: places for side, places in own.items() if places}
        if cells:
            rows.append(CodedRow(row.relation, cells))
    if coding.rows and not rows:
        problem = "none of its words stand in a document that is given with a side"
        advice = "Labels are places in the document of each side; only such words can meet them."
        raise CodingError(coding.path, problem, advice)
    return replace(coding, rows=tuple(rows), has_labels=True)


def _refuse_strangers(first: Coding, second: Coding) -> None:
    if not first.rows and not second.rows:
        raise CodingError(f"{first.path}, {second.path}", "no row with words in either", ADVICE)
    advice = "Only comparisons of the same documents can agree; give them the same names and sides."
    if first.digests and second.digests:
        for name in sorted(first.digests.keys() ^ second.digests.keys()):
            has, lacks = (first, second) if name in first.digests else (second, first)
            problem = f"of other documents than {has.path}: {name!r} is not among them"
            raise CodingError(lacks.path, problem, advice)
        for name, digest in first.digests.items():
            if digest and (second.digests[name] or digest) != digest:
                problem = f"of another text of {name!r} than {first.path} (SHA-256)"
                raise CodingError(second.path, problem, advice)
    if first.pair and second.pair and first.pair != second.pair:
        problem = f"of the pair {second.pair!r}, and {first.path} of {first.pair!r}"
        raise CodingError(second.path, problem, advice)
    if first.rows and second.rows and first.sides.isdisjoint(second.sides):
        problem = f"its sides are {_listed(second)}, those of {first.path} {_listed(first)}"
        raise CodingError(second.path, problem, advice)


def _listed(coding: Coding) -> str:
    return ", ".join(sorted(coding.sides))
