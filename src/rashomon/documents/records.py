"""Records of JSON Lines: one object with a text, and what is known about it."""

from datetime import datetime
from enum import StrEnum
from hashlib import sha256

import msgspec

from rashomon.documents.decoding import MAX_CODE_POINTS, is_blank
from rashomon.errors import RecordError
from rashomon.model import Kind, Page

MIN_YEAR, MAX_YEAR = 1000, 9998  # later stages count days from a date, within four-digit years
MAX_SHOWN = 40  # code points of a wrong value in a message
UTF8_MARK = b"\xef\xbb\xbf"


class RecordForm(StrEnum):
    """What the text of a record is."""

    ARTICLE = "article"  # clean: every paragraph is body
    PAGE = "page"  # a page with its furniture


class Record(msgspec.Struct, frozen=True):
    """One line; keys that are not named here are ignored."""

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    fetched: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    kind: Kind | None = None
    side: str | None = None
    form: RecordForm = RecordForm.ARTICLE

    @property
    def sha256(self) -> str:
        """Digest of the text in UTF-8, in hexadecimal digits."""
        return sha256(self.text.encode("utf-8")).hexdigest()


_decoder = msgspec.json.Decoder(Record)


def decode_record(page: Page) -> Record:
    """Decode the line of a JSON Lines file; its text stays as it is, code point for code point.

    Args:
        page: A page of the form `PageForm.RECORD`.

    Returns:
        The record, dates cut to ISO 8601 days.

    Raises:
        RecordError: If the line is no JSON object, a field is missing, of another type or value
            than can be used, or the text is blank or longer than one page can be.
    """
    try:
        record = _decoder.decode(page.content.removeprefix(UTF8_MARK))
    except msgspec.ValidationError as error:
        raise _reject(page, _word_validation(str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _reject(page, f"this is no JSON in UTF-8 ({error})") from error
    if not record.id.strip():
        raise _reject(page, 'the field "id" is empty')
    if is_blank(record.text):
        raise _reject(page, 'the field "text" is empty')
    if len(record.text) > MAX_CODE_POINTS:
        raise _reject(page, f'the field "text" is longer than {MAX_CODE_POINTS:,} characters')
    return msgspec.structs.replace(
        record,
        published=_cut_to_day(page, "published", record.published),
        fetched=_cut_to_day(page, "fetched", record.fetched),
    )


def _reject(page: Page, problem: str) -> RecordError:
    return RecordError(page.path, page.line or 1, problem)


def _word_validation(message: str) -> str:
    """Word msgspec's message for people who do not know its paths: "… - at `$.id`"."""
    problem, _, place = message.partition(" - at `$.")
    if problem.startswith("Invalid enum value"):
        allowed = Kind if place.startswith("kind") else RecordForm
        problem += f", expected one of {', '.join(allowed)}"
    problem = problem.replace("`", '"')
    field = place.rstrip("`")
    return f'the field "{field}": {problem}' if field else problem


def _cut_to_day(page: Page, field: str, value: str | None) -> str | None:
    """Keep the day of a moment, in the moment's own time zone."""
    if value is None or not value.strip():
        return None
    shown = repr(value[:MAX_SHOWN])
    try:
        day = datetime.fromisoformat(value.strip()).date()
    except ValueError as error:
        raise _reject(
            page, f'the field "{field}" is no date: {shown}, expected one like "2024-05-03"'
        ) from error
    if not MIN_YEAR <= day.year <= MAX_YEAR:
        years = f"{MIN_YEAR} to {MAX_YEAR}"
        raise _reject(page, f'the field "{field}" has a year outside {years}: {shown}')
    return day.isoformat()
