"""What a page says about itself, from all the places where it does, the most trusted first."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.documents.html.blocks import Element
from rashomon.documents.html.dates import are_same_day, read_address_day, read_moment
from rashomon.documents.html.headings import squeeze
from rashomon.documents.html.said import SEPARATOR, drop_publisher, is_address, read_head
from rashomon.documents.html.structured import Structured
from rashomon.model import Field, Metadatum, Origin

FIELDS, ORDER = tuple(Field), tuple(Origin)
DATES = (Field.PUBLISHED, Field.MODIFIED)
MAX_AUTHOR = 100  # code points of a name; longer ones are sentences about an author
ISO_639_1 = 2  # letters
MAX_PER_FIELD = 20
MAX_SHOWN = 200  # code points of a value in a remark


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says about itself."""

    metadata: tuple[Metadatum, ...]  # field by field, the most trusted first

    def first(self, field: Field) -> str | None:
        """Return the most trusted value."""
        return next((each.value for each in self.metadata if each.field is field), None)

    def all_of(self, field: Field) -> tuple[Metadatum, ...]:
        """Return every value of a field."""
        return tuple(each for each in self.metadata if each.field is field)

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors, from the most trusted place that names any."""
        named = self.all_of(Field.AUTHOR)
        return tuple(each.value for each in named if each.origin is named[0].origin)


def gather(root: Element, structured: Structured) -> list[Metadatum]:
    """Gather what the head and JSON-LD say, before the text is divided."""
    found = [*_from_structured(structured), *read_head(root)]
    return [kept for each in found if (kept := _clean(each)) is not None]


def _from_structured(said: Structured) -> list[Metadatum]:
    values = (
        *((Field.TITLE, title) for title in said.titles),
        *((Field.AUTHOR, author) for author in said.authors),
        (Field.PUBLISHED, said.published),
        (Field.MODIFIED, said.modified),
        (Field.PUBLISHER, said.publisher),
        (Field.LANGUAGE, said.language),
        (Field.URL, said.url),
    )
    return [Metadatum(field, value, Origin.JSON_LD) for field, value in values if value]


def _clean(each: Metadatum) -> Metadatum | None:
    """Bring a value to its field's form; None when it has none."""
    value: str | None = each.value.strip()
    if each.field is Field.AUTHOR:
        is_name = bool(value) and len(each.value) <= MAX_AUTHOR and "://" not in each.value
        value = value if is_name and any(map(str.isalpha, each.value)) else None
    elif each.field is Field.URL:
        value = value if is_address(each.value) else None
    elif each.field is Field.LANGUAGE:
        code = each.value.strip().replace("_", "-").split("-")[0].lower()
        value = code if len(code) == ISO_639_1 and code.isascii() and code.isalpha() else None
    elif each.field in DATES:
        value = each.value if read_moment(each.value) is not None else None
    return Metadatum(each.field, value, each.origin) if value else None


def complete(
    found: Sequence[Metadatum], times: Sequence[str], headline: str | None, guess: str | None
) -> tuple[Said, tuple[str, ...]]:
    """Add what the text and the address say, and bring all into order.

    Args:
        found: What `gather` gave.
        times: The moments of the <time> elements beside the headline.
        headline: As the page shows it.
        guess: The day that the visible text seems to give.

    Returns:
        What the page says, dates as ISO 8601 days, and a remark for each contradiction.
    """
    more = [Metadatum(Field.PUBLISHED, time, Origin.TIME) for time in times[:1]]
    if headline:
        more.append(Metadatum(Field.TITLE, headline, Origin.TEXT))
    if guess:
        more.append(Metadatum(Field.PUBLISHED, guess, Origin.TEXT))
    addresses = [each.value for each in found if each.field is Field.URL]
    day = next((day for a in addresses if (day := read_address_day(a)) is not None), None)
    if day:
        more.append(Metadatum(Field.PUBLISHED, day, Origin.ADDRESS))
    publishers = [each.value for each in found if each.field is Field.PUBLISHER]
    ranked = sorted(
        [*found, *more],
        key=lambda each: (FIELDS.index(each.field), ORDER.index(each.origin)),
    )
    tidy = [_tidy(each, publishers, headline) for each in ranked]
    remarks = tuple(_find_contradictions(ranked))
    return Said(_once(tidy)), remarks


def _tidy(each: Metadatum, publishers: Sequence[str], headline: str | None) -> Metadatum:
    if each.field is Field.TITLE:
        if headline and SEPARATOR.match(each.value.removeprefix(headline)):
            return Metadatum(each.field, headline, each.origin)
        return Metadatum(each.field, drop_publisher(each.value, publishers), each.origin)
    moment = read_moment(each.value) if each.field in DATES else None
    return each if moment is None else Metadatum(each.field, moment.day, each.origin)


def _once(metadata: Sequence[Metadatum]) -> tuple[Metadatum, ...]:
    kept = tuple(dict.fromkeys(metadata))
    counted: dict[Field, int] = {}
    few: list[Metadatum] = []
    for each in kept:
        counted[each.field] = counted.get(each.field, 0) + 1
        if counted[each.field] <= MAX_PER_FIELD:
            few.append(each)
    return tuple(few)


def _find_contradictions(ranked: Sequence[Metadatum]) -> list[str]:
    remarks: list[str] = []
    for field in (Field.TITLE, Field.PUBLISHED, Field.MODIFIED, Field.PUBLISHER):
        by_origin: dict[Origin, Metadatum] = {}
        for each in ranked:
            if each.field is field:
                by_origin.setdefault(each.origin, each)
        said = list(by_origin.values())
        strange = next((each for each in said[1:] if not _agree(said[0], each)), None)
        if strange is not None:
            remarks.append(_word(said[0], strange))
    return remarks


def _agree(first: Metadatum, second: Metadatum) -> bool:
    if first.field in DATES:
        one, other = read_moment(first.value), read_moment(second.value)
        return one is None or other is None or are_same_day(one, other)
    one_text, other_text = squeeze(first.value), squeeze(second.value)
    if one_text in other_text or other_text in one_text:
        return True
    words = [set(map(squeeze, each.value.split())) for each in (first, second)]
    return len(words[0] & words[1]) * 2 >= min(map(len, words))


def _word(first: Metadatum, second: Metadatum) -> str:
    names = {
        Field.TITLE: "title",
        Field.PUBLISHED: "publication date",
        Field.MODIFIED: "modification date",
        Field.PUBLISHER: "publisher",
    }
    return (
        f"The page contradicts itself about its {names[first.field]}: {_say(first)}; "
        f"{_say(second)}. The first is used."
    )


def _say(each: Metadatum) -> str:
    where = {
        Origin.JSON_LD: "its JSON-LD says",
        Origin.META: "its <meta> says",
        Origin.TIME: "its <time> element says",
        Origin.TEXT: "its visible text says",
        Origin.ADDRESS: "its address says",
    }
    return f'{where[each.origin]} "{each.value[:MAX_SHOWN]}"'
