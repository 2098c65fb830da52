"""Whether the words around an expression look back or ahead, told without a parse.

The verb nearest before the expression in its clause decides: "said on Friday" looks back, "will
meet on Friday" and "plans to meet on Friday" ahead. Where the clause opens with the expression ("On
Monday, ministers met"), it is the first verb after it. A deadline ("until Friday") looks ahead.
"""

import re
from collections.abc import Sequence

from rashomon.annotations.times.words import Words
from rashomon.model import Span

MAX_BEFORE, MAX_AFTER = 150, 100  # code points looked at
# A full stop after a capital is an abbreviation's: "the U.S. on Tuesday".
CLAUSE_END = re.compile(r"(?:(?<![A-Z])\.|[;:!?])(?=[\s\"'”’]|$)|\n\s*\n|[\"“”]|''|``")
STOP = re.compile(r"[.;!?\n]")
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
POSSESSIVE = re.compile(r"['’]s\b")
PAST_FORM = re.compile(r"\w{2,}ed$")
MAX_POINTED = 45  # code points: "since their last meeting on March 6"
# Words that end as past forms do.
NO_PAST = frozenset(
    {"need", "indeed", "hundred", "united", "speed", "exceed", "feed", "seed", "proceed", "succeed"}
)
# "Until Thursday, they had …": a deadline with no clause before it looks back on one.
MIN_BEFORE_DEADLINE = 2
DENIALS = frozenset({"not", "up"})  # "not until Friday did he …", "up until Friday"


def direction(text: str, span: Span, words: Words) -> int:
    """Tell which way the clause of an expression looks.

    Returns:
        -1 back, 1 ahead, 0 where nothing tells.
    """
    before = _clause_before(text, span.start)
    if _is_deadline(before, words):
        return 1
    if POSSESSIVE.match(text, span.end):
        return -1  # "would appeal Wednesday's ruling": no verb speaks of the day
    for place in range(len(before) - 1, -1, -1):
        sign = _sign(before, place, words)
        if sign:
            return sign
    after = _clause_after(text, span.end)
    return next((sign for place in range(len(after)) if (sign := _sign(after, place, words))), 0)


def pointed(text: str, start: int, words: Words) -> int:
    """Read from words shortly before a date on which side of its anchor it lies.

    Returns:
        -1 after "previous" or "since", 1 after "upcoming", 0 where there is no such word.
    """
    from_ = max(0, start - MAX_POINTED)
    cut = max((match.end() for match in STOP.finditer(text, from_, start)), default=from_)
    for match in reversed(list(TOKEN.finditer(text, cut, start))):
        word = match[0].lower()
        if word in words.back or word in words.ahead:
            return -1 if word in words.back else 1
    return 0


def _clause_before(text: str, end: int) -> list[str]:
    start = max(0, end - MAX_BEFORE)
    cut = max((match.end() for match in CLAUSE_END.finditer(text, start, end)), default=start)
    return [match[0].lower() for match in TOKEN.finditer(text, cut, end)]


def _clause_after(text: str, start: int) -> list[str]:
    end = min(len(text), start + MAX_AFTER)
    cut = CLAUSE_END.search(text, start, end)
    return [match[0].lower() for match in TOKEN.finditer(text, start, cut.start() if cut else end)]


def _is_deadline(before: Sequence[str], words: Words) -> bool:
    for phrase in words.deadlines:
        length = len(phrase)
        if tuple(before[-length:]) == phrase:
            rest = before[:-length]
            return len(rest) >= MIN_BEFORE_DEADLINE and rest[-1] not in DENIALS
    return False


def _sign(tokens: Sequence[str], place: int, words: Words) -> int:
    """Tell what one word says, with the words beside it."""
    token, tense = tokens[place], words.tense
    if token in tense["will"] or token in tense["plans"]:
        return 1
    following = tokens[place + 1] if place + 1 < len(tokens) else ""
    if token in tense["ready"] and following in ("to", "for"):
        return 1
    if token in tense["was"]:
        return -1
    if token in tense["past"] or (PAST_FORM.match(token) and token not in NO_PAST):
        return 0 if _has_present(tokens, place, words) else -1
    return 0


def _has_present(tokens: Sequence[str], place: int, words: Words) -> bool:
    """Tell "is heard" and "be located" from "heard": an adverb may stand between."""
    before = place - 1
    while before >= 0 and (tokens[before].endswith("ly") or tokens[before] == "not"):
        before -= 1
    return before >= 0 and tokens[before] in words.tense["be"]
