"""The tables of words by which parts of a page are told, compiled once a process."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

Table: TypeAlias = dict[str, list[str]]

# A heading may end in a mark: "Related stories:", "More »".
END_OF_LINE = r"[\s:.…!?»›>→*]*\Z"


# A text of these characters alone is matched lower-cased by a pattern that heeds case, in a third
# of the time; with a few others (the long s, the dotted capital I) the two ways differ. Latin-1,
# Cyrillic, typographic marks.
PLAIN = re.compile("[\0-\xff\u0400-\u045f\u2010-\u2027\u20ac]*")
NOT_LITERAL = re.compile(r"\(\?:[^()]*\)\??|\\b|.\?")


class Phrases:
    """A pattern without regard to case, matched against the start of texts."""

    def __init__(self, pattern: str) -> None:
        """Compile it.

        Args:
            pattern: A regular expression in lower case.
        """
        self._any_case, self._lower = re.compile(pattern, re.IGNORECASE), re.compile(pattern)

    def match(self, text: str) -> bool:
        """Tell whether a text begins with one of the phrases."""
        if text.isascii() or PLAIN.fullmatch(text):
            return self._lower.match(text.lower()) is not None
        return self._any_case.match(text) is not None


class Parts:
    """Patterns without regard to case, looked for anywhere in texts.

    A search is slow at every place where nothing stands, so it is made only where a text holds the
    letters that one of the patterns cannot do without.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        """Compile them.

        Args:
            patterns: Regular expressions in lower case, of letters, word boundaries, "?" after one
                letter, and groups that hold no groups.
        """
        self._any_case = _compile(_any(patterns))
        self._lower = re.compile(_any(patterns))
        self._needed = sorted({max(NOT_LITERAL.split(each), key=len) for each in patterns})

    def search_each(self, texts: Sequence[str]) -> list[bool]:
        """Tell of each text whether one of the patterns stands in it."""
        lowered = [text.lower() for text in texts]
        joined = "\n".join(lowered)
        needed = [each for each in self._needed if each in joined]
        return [
            any(map(low.__contains__, needed)) and self._lower.search(low) is not None
            if text.isascii() or PLAIN.fullmatch(text)
            else self._any_case.search(text) is not None
            for text, low in zip(texts, lowered, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class KindWording:
    """Patterns by which reports, statements and readouts are told apart."""

    official: re.Pattern[str]
    official_host: re.Pattern[str]
    reporter: re.Pattern[str]
    medium: re.Pattern[str]
    readout_title: re.Pattern[str]
    statement_title: re.Pattern[str]
    contact: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Patterns over one line each; all but `agencies` without regard to case.

    Those named `..._line` are matched against a whole line, the others against its start, and
    `furniture_part` anywhere in it.
    """

    section_line: Phrases
    teaser: Phrases
    furniture: Phrases
    furniture_line: Phrases
    furniture_part: Parts
    byline: Phrases
    byline_line: Phrases
    caption: Phrases
    agency: str
    credit_mark: str
    positions: tuple[tuple[re.Pattern[str], str], ...]  # a pattern over the words, and our form
    position_words: str
    titles: frozenset[str]  # lower case
    particles: frozenset[str]
    connectors: frozenset[str]
    months: str
    date_words: frozenset[str]
    labels: frozenset[str]  # lower case
    kinds: KindWording


@lru_cache(maxsize=1)
def load_wording() -> Wording:
    """Read `wording.toml`, once a process: importing the room reads no file."""
    tables = tomllib.loads(files("rashomon.documents").joinpath("wording.toml").read_text("utf-8"))
    caption, people = tables["caption"], tables["caption"]["people"]
    positions: Table = caption["positions"]
    return Wording(
        section_line=_whole(tables["section"]["lines"]),
        teaser=_start(tables["teaser"]["starts"]),
        furniture=_start(tables["furniture"]["starts"]),
        furniture_line=_whole(tables["furniture"]["lines"]),
        furniture_part=Parts(tables["furniture"]["parts"]),
        byline=_start(tables["byline"]["starts"]),
        byline_line=_whole(tables["byline"]["lines"]),
        caption=_start(caption["starts"]),
        agency=_any(re.escape(name) for name in tables["credit"]["agencies"]),
        credit_mark=_any(tables["credit"]["marks"]),
        positions=tuple(
            (_compile(_any(words) + END_OF_LINE), form) for form, words in positions.items()
        ),
        position_words=_any(word for words in positions.values() for word in words),
        titles=frozenset(people["titles"]),
        particles=frozenset(people["particles"]),
        connectors=frozenset(people["connectors"]),
        months=_any(tables["date"]["months"]),
        date_words=frozenset(tables["date"]["words"]),
        labels=frozenset(tables["dateline"]["labels"]),
        kinds=_compile_kinds(tables["kind"]),
    )


def _compile_kinds(table: Table) -> KindWording:
    return KindWording(
        official=_compile(_any(table["officials"])),
        official_host=_compile(_any(table["official_hosts"])),
        reporter=_compile(_any(table["reporters"])),
        medium=_compile(_any(table["media"])),
        readout_title=_compile(_any(table["readout_titles"])),
        statement_title=_compile(_any(table["statement_titles"])),
        contact=_compile(_any(table["contacts"])),
    )


def _any(patterns: Iterable[str]) -> str:
    # The longest first: of two patterns that fit, a regular expression takes the first.
    return "(?:" + "|".join(sorted(patterns, key=len, reverse=True)) + ")"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _start(patterns: Iterable[str]) -> Phrases:
    return Phrases(r"[\W_]{0,3}" + _any(patterns))


def _whole(patterns: Iterable[str]) -> Phrases:
    return Phrases(_any(patterns) + END_OF_LINE)
