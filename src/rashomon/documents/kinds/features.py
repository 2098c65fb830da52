"""The wording of a body as numbers: what is counted, and the words that were found."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

MAX_BODY = 1_800  # code points: a text shows what it is in its first paragraphs
OPENING = 300  # code points: a readout names the contact in its first sentence
MIN_WORDS = 80  # shorter texts count as long as this: one word of six proves little
MAX_RATE = 3.0  # in 100 words; more says no more
# No opening mark inside, so that one which is never closed is looked at once.
QUOTED = re.compile(r"\"[^\"]*\"|“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|``[^`']*''")
WORD = re.compile(r"\w+(?:'\w+)?")
COMPUTED: Mapping[str, str] = {
    "quoted": "words in quotation marks",
    "opening_contact": "a call or meeting in the first sentence",
}
ALONE = ""  # in place of a second word
END = "\n"  # after the last word; no word

Phrase: TypeAlias = tuple[tuple[str, ...], str]  # the words, and the feature they count for


@dataclass(frozen=True, slots=True)
class Table:
    """What is asked of a body's wording."""

    labels: Mapping[str, str]  # by feature: how a reason names it
    phrases: Mapping[str, Mapping[str, Sequence[Phrase]]]  # by the first word and the second
    patterns: Mapping[str, re.Pattern[str]]  # by feature; anywhere
    flags: frozenset[str]  # features that count once
    starts: Mapping[str, re.Pattern[str]]  # by feature; at the beginning


@dataclass(frozen=True, slots=True)
class Wording:
    """What a body's wording shows."""

    rates: Mapping[str, float]  # by feature, those found: in 100 words up to MAX_RATE; 1 for a flag
    found: Mapping[str, Sequence[str]]  # by feature, the words found, in their order


@lru_cache(maxsize=1)
def load_table() -> Table:
    """Read `features.toml`, once a process."""
    name = "features.toml"
    rows = tomllib.loads(files("rashomon.documents.kinds").joinpath(name).read_text("utf-8"))
    phrases: dict[str, dict[str, list[Phrase]]] = {}
    for feature, row in rows.items():
        for phrase in row.get("words", ()):
            first, *rest = WORD.findall(phrase)
            following = phrases.setdefault(first, {}).setdefault(rest[0] if rest else ALONE, [])
            following.append(((first, *rest), feature))
    return Table(
        labels={feature: row["label"] for feature, row in rows.items()} | dict(COMPUTED),
        phrases=phrases,
        flags=frozenset(
            ["opening_contact", *(name for name, row in rows.items() if row.get("is_flag"))]
        ),
        patterns=_compile(rows, "pattern"),
        starts=_compile(rows, "start"),
    )


def _compile(rows: Mapping[str, Mapping[str, str]], key: str) -> dict[str, re.Pattern[str]]:
    return {feature: re.compile(row[key]) for feature, row in rows.items() if key in row}


def read_wording(body: str) -> Wording:
    """Count in a body what tells kinds apart.

    Words are counted outside of quotation marks: what somebody is quoted with is not the text's
    own voice.

    Args:
        body: The body of a document.

    Returns:
        Rates and the words behind them.
    """
    table = load_table()
    shown = "\n" + body[:MAX_BODY].lstrip().replace("’", "'")
    plain = QUOTED.sub(" ", shown)
    words = WORD.findall(plain.lower())
    found = _find_phrases(words, table)
    for feature, pattern in table.patterns.items():
        hits = pattern.findall(shown)
        if hits:
            found[feature] = [*found.get(feature, ()), *hits]
    for feature, pattern in table.starts.items():
        if match := pattern.match(shown):
            found[feature] = [match.group()]
    n_words = max(len(words), MIN_WORDS)
    contacts = _find_phrases(WORD.findall(plain[:OPENING].lower()), table).get("contact")
    if contacts:
        found["opening_contact"] = contacts
    rates = {
        name: 1.0 if name in table.flags else min(100.0 * len(hits) / n_words, MAX_RATE)
        for name, hits in found.items()
    }
    rates["quoted"] = 1.0 - len(plain) / len(shown)
    return Wording(rates, found)


def _find_phrases(words: Sequence[str], table: Table) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    padded = [*words, END]
    for place in [place for place, word in enumerate(words) if word in table.phrases]:
        following = table.phrases[words[place]]
        for second in (ALONE, padded[place + 1]):
            for phrase, feature in following.get(second, ()):
                if tuple(words[place : place + len(phrase)]) == phrase:
                    found.setdefault(feature, []).append(" ".join(phrase))
    return found
