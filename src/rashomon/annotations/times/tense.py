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
# A full stop after a capital, "p.m" or a short name is an abbreviation's: "the U.S. on Tuesday".
ABBREVIATED = r"(?<![A-Z])(?<!\.m)(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})"
CLAUSE_END = re.compile(rf"(?:{ABBREVIATED}\.|[;:!?])(?=[\s\"'”’]|$)|\n\s{{0,9}}\n|[\"“”]|''|``")
TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
STOP = re.compile(r"[.;!?\n]")
NOUN_FOLLOWS = re.compile(r"\s[^\W\d_]{3,}")
POSSESSIVE = re.compile(r"['’]s\b")
PAST_FORM = re.compile(r"\w{2,}ed$")
MAX_POINTED = 45  # code points: "since their last meeting on March 6"
# Words that end as past forms do.
NO_PAST = frozenset(
    {"need", "indeed", "hundred", "united", "speed", "exceed", "feed", "seed", "proceed", "succeed"}
)
# "Until Thursday, they had …": a deadline with no clause before it looks back on one.
MIN_BEFORE_DEADLINE = 2
MAX_TO_OFF = 5  # words: "was later called off"
DENIALS = frozenset({"not", "up"})  # "not until Friday did he …", "up until Friday"


def direction(text: str, span: Span, words: Words) -> int:
    """Tell which way the clause of an expression looks.

    Returns:
        -1 back, 1 ahead, 0 where nothing tells.
    """
    before, after = _clause_before(text, span.start), _clause_after(text, span.end)
    deadline = _deadline(before, words)
    if deadline and not _opens_clause(before, deadline):
        return 1
    if _is_attributive(text, span, before, words):
        return -1  # "would appeal Wednesday's ruling": no verb speaks of the day
    if deadline:
        return _first(after, range(len(after)), words) or 1
    found = _first(before, range(len(before) - 1, -1, -1), words)
    return (_first(after, range(len(after)), words) if found is None else found) or 0


def is_nearer_day(text: str, span: Span, words: Words) -> bool:
    """Tell a weekday that may lie on either side, so that the nearer one is the likelier.

    A setting out is told before and after it ("headed Tuesday to Tarn"), and a plan that came to
    nothing looks ahead from a day that may be past ("the march planned for Saturday was called
    off").
    """
    before, after = _clause_before(text, span.start), _clause_after(text, span.end)
    places = range(len(before) - 1, -1, -1)
    tense = words.tense
    verbs = (
        before[each]
        for each in places
        if before[each] in tense["setting_out"] or _sign(before, each, words) is not None
    )
    verb = next(verbs, "")
    if verb in tense["plans"] or verb in tense["ready"]:
        return not tense["off"].isdisjoint(after[:MAX_TO_OFF])
    return verb in tense["setting_out"]


def _first(tokens: Sequence[str], places: range, words: Words) -> int | None:
    """Return what the first verb among tokens says; None where there is no verb."""
    return next((sign for each in places if (sign := _sign(tokens, each, words)) is not None), None)


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


def _deadline(before: Sequence[str], words: Words) -> int:
    """Return how many words of a deadline stand before an expression: "as soon as"."""
    lengths = (len(phrase) for phrase in words.deadlines if tuple(before[-len(phrase) :]) == phrase)
    return max(lengths, default=0)


def _opens_clause(before: Sequence[str], n_words: int) -> bool:
    """Whether a deadline has no clause before it that says what is due: "By Friday, they …"."""
    rest = before[:-n_words]
    return len(rest) < MIN_BEFORE_DEADLINE or rest[-1] in DENIALS


def _is_attributive(text: str, span: Span, before: Sequence[str], words: Words) -> bool:
    """Tell "Wednesday's ruling" and "the Jan. 6 attack" from a day on which something happens."""
    if POSSESSIVE.match(text, span.end):
        return True
    has_article = bool(before) and before[-1] in words.tense["determiners"]
    return has_article and NOUN_FOLLOWS.match(text, span.end) is not None


def _sign(tokens: Sequence[str], place: int, words: Words) -> int | None:
    """Tell what one word says, with the words beside it; None where it is no verb known here."""
    token, tense = tokens[place], words.tense
    if token in tense["will"] or token in tense["plans"]:
        return 1
    following = tokens[place + 1] if place + 1 < len(tokens) else ""
    if token in tense["ready"] and following in ("to", "for"):
        return 1
    if token in tense["was"]:
        return -1
    if token in tense["past"] or (PAST_FORM.match(token) and token not in NO_PAST):
        return _sign_of_participle(tokens, place, words)
    return None


def _sign_of_participle(tokens: Sequence[str], place: int, words: Words) -> int:
    """Tell "is heard", which leaves it open, and "to be heard" from "heard"."""
    before = place - 1
    while before >= 0 and (tokens[before].endswith("ly") or tokens[before] == "not"):
        before -= 1
    if before >= 0 and _is_ahead(tokens[before], words) and tokens[place] in words.tense["past"]:
        return 1  # "will put", "to shut": the same word as its past
    if before < 0 or tokens[before] not in words.tense["be"]:
        return -1
    return int(before > 0 and _is_ahead(tokens[before - 1], words))


def _is_ahead(word: str, words: Words) -> bool:
    return word == "to" or word in words.tense["will"]
