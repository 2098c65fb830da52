"""The stage: pages in, documents out."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.documents.assembly import body_of, find_language, find_people_in
from rashomon.documents.containment import LIMITS, Limits, contain
from rashomon.documents.decoding import decode
from rashomon.documents.kinds import KindFinding, find_kind
from rashomon.documents.records import Record, RecordForm, decode_record
from rashomon.documents.wrapping import unwrap
from rashomon.documents.zones import find_clean_zones, find_zones
from rashomon.errors import InputError
from rashomon.model import (
    Document,
    DocumentId,
    Page,
    PageForm,
    Rejection,
    Zone,
    ZoneSpan,
)

logger = logging.getLogger(__name__)

STAGE = "extract"

# By name: the worker alone imports it, and with it the parsers of HTML.
EXTRACT_HTML = "rashomon.documents.html:extract_html"


def extract(
    pages: Sequence[Page], *, label_records: bool = False, limits: Limits = LIMITS
) -> list[Document | Rejection]:
    """Extract documents from pages.

    A page of HTML or of plain text is divided into zones. A record is a clean article, all of it
    body, unless it says `"form": "page"`. HTML is read in another process, within limits.

    Args:
        pages: Pages of any form.
        label_records: Divide the texts of all records into zones, too.
        limits: What a page of HTML may cost.

    Returns:
        One document or rejection a page, in order.

    Raises:
        ResourceError: If HTML cannot be read: a part of the installation is missing.
    """
    contained = iter(contain(EXTRACT_HTML, [p for p in pages if p.form is PageForm.HTML], limits))
    opened = [
        next(contained) if page.form is PageForm.HTML else _open(page, label_records=label_records)
        for page in pages
    ]
    labelled = [each for each in opened if isinstance(each, _Text) and each.is_page]
    zones = iter(find_zones([each.text for each in labelled]))
    results = [
        _finish(each, next(zones) if each.is_page else None) if isinstance(each, _Text) else each
        for each in opened
    ]
    n_rejected = sum(isinstance(result, Rejection) for result in results)
    logger.info("extracted %d documents, %d rejected", len(results) - n_rejected, n_rejected)
    return results


@dataclass(frozen=True, slots=True)
class _Text:
    """A page or a record whose text is there and whose zones are not."""

    page: Page
    text: str
    record: Record | None
    is_page: bool  # with its furniture


def _open(page: Page, *, label_records: bool) -> _Text | Rejection:
    try:
        if page.form is PageForm.TEXT:
            return _Text(page, unwrap(decode(page.content, page.path)), None, is_page=True)
        record = decode_record(page)
    except InputError as error:
        return Rejection(page.id, STAGE, error)
    is_page = label_records or record.form is RecordForm.PAGE
    return _Text(page, record.text, record, is_page=is_page)


def _finish(opened: _Text, zones: tuple[ZoneSpan, ...] | None) -> Document:
    page, text, record = opened.page, opened.text, opened.record
    if record is None:
        return _from_text(page, text, zones or ())
    return _from_record(page, record, zones or find_clean_zones(text, record.title))


def _from_text(page: Page, text: str, zones: tuple[ZoneSpan, ...]) -> Document:
    title = _first(text, zones, Zone.HEADLINE)
    body = body_of(text, zones)
    found = find_kind(title=title, body=body, publisher=None, url=None)
    return Document(
        id=page.id,
        text=text,
        zones=zones,
        kind=found.kind,
        kind_reason=found.reason,
        kind_confidence=found.confidence,
        sha256=page.sha256,
        title=title,
        published=page.published,
        fetched=page.fetched,
        is_fetch_assumed=page.is_fetch_assumed,
        language=find_language(text, body),
        people_in_caption=find_people_in(text, zones),
    )


def _from_record(page: Page, record: Record, zones: tuple[ZoneSpan, ...]) -> Document:
    text = record.text
    title = record.title or _first(text, zones, Zone.HEADLINE)
    body = body_of(text, zones)
    found = _kind_of(record, title, body)
    return Document(
        id=DocumentId(record.id),
        text=text,
        zones=zones,
        kind=found.kind,
        kind_reason=found.reason,
        kind_confidence=found.confidence,
        sha256=record.sha256,
        title=title,
        published=record.published or page.published,
        fetched=record.fetched or page.fetched,
        is_fetch_assumed=page.is_fetch_assumed and not record.fetched,
        publisher=record.publisher,
        url=record.url,
        language=record.language or find_language(text, body),
        side=record.side,
        people_in_caption=find_people_in(text, zones),
    )


def _kind_of(record: Record, title: str | None, body: str) -> KindFinding:
    if record.kind is not None:
        return KindFinding(record.kind, confidence=1.0, reason="given with the record")
    return find_kind(title=title, body=body, publisher=record.publisher, url=record.url)


def _first(text: str, zones: Sequence[ZoneSpan], zone: Zone) -> str | None:
    return next((text[z.span.start : z.span.end] for z in zones if z.zone is zone), None)
