"""Numbers with units: "50 minutes" against "two hours", "600 firefighters" against "400"."""

from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.accounts.lexicon import stem
from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.model import Relation, Tokens

NUMBER_WORDS = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ]
    )
} | {"thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "ninety": 90.0}
MULTIPLES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
MINUTES = {"minut": 1.0, "hour": 60.0}
HALF = 0.5
SHARES = frozenset({"percent", "%"})
CURRENCIES = frozenset("$€£¥₽")
APPROXIMATIONS = frozenset(
    [
        "about",
        "almost",
        "approximately",
        "around",
        "least",
        "long",
        "more",
        "nearly",
        "over",
        "roughly",
        "some",
        "than",
        "up",
    ]
)
N_WORDS_TO_UNIT = 3  # "90 Velmoran rescue workers"
N_WORDS_BEFORE = 3  # "for approximately one hour", "more than 600"
ROUND_SHARE = 0.25  # "50 minutes" and "an hour" can be one call told by two people
COUNTABLE_TAGS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts."""

    value: float
    unit: str  # a stem; "minute" for durations, the sign for money
    is_round: bool
    words: str


def find_quantities(utterance: Utterance) -> Iterator[Quantity]:
    """Yield the numbers with units in a side's words."""
    seen: set[int] = set()
    for tokens, i in utterance.tokens():
        value = _value(tokens, i)
        if value is None or i in seen:
            continue
        last = i
        while last + 1 < len(tokens) and tokens.words[last + 1].lower() in MULTIPLES:
            last += 1
            value *= MULTIPLES[tokens.words[last].lower()]
            seen.add(last)
        yield from _with_unit(tokens, i, last, value)


def _value(tokens: Tokens, i: int) -> float | None:
    word = tokens.words[i].lower()
    if word in {"a", "an"}:  # "an hour", "half an hour"
        is_duration = i + 1 < len(tokens) and stem(tokens.words[i + 1]) in MINUTES
        share = HALF if i and tokens.words[i - 1].lower() == "half" else 1.0
        return share if is_duration else None
    try:
        return float(word.replace(",", ""))
    except ValueError:
        return NUMBER_WORDS.get(word)


def _with_unit(tokens: Tokens, first: int, last: int, value: float) -> Iterator[Quantity]:
    before = [word.lower() for word in tokens.words[max(0, first - N_WORDS_BEFORE) : first]]
    is_round = bool(APPROXIMATIONS & set(before))
    if before and before[-1] in CURRENCIES:
        words = "".join(tokens.words[first - 1 : first + 1])
        text = " ".join([words, *tokens.words[first + 1 : last + 1]])
        yield Quantity(value, before[-1], is_round, text)
        return
    for i in range(last + 1, min(last + 1 + N_WORDS_TO_UNIT, len(tokens))):
        unit, text = stem(tokens.words[i]), " ".join(tokens.words[first : i + 1])
        if unit in MINUTES:
            minutes = value * MINUTES[unit]
            yield Quantity(minutes, "minute", is_round or unit == "hour", text.replace(" - ", "-"))
            return
        is_counted = tokens.tags[i] in COUNTABLE_TAGS or (
            i == last + 1 and tokens.pos[i] == "NOUN" and tokens.relations[i] != "compound"
        )  # "one agreement", "200 sheep"
        if is_counted or unit in SHARES:
            yield Quantity(value, unit, is_round, text)
            return
        if tokens.pos[i] not in {"ADJ", "NOUN", "PROPN", "PUNCT"}:
            return


def compare_numbers(first: Utterance, second: Utterance) -> Finding | None:
    """Find a count or length on which two sides have other numbers."""
    theirs = list(find_quantities(second))
    mine = list(find_quantities(first))
    for quantity in mine:
        others = [q for q in theirs if q.unit == quantity.unit]
        own = {q.value for q in mine if q.unit == quantity.unit}
        if not others or own & {q.value for q in others}:
            continue
        other = others[0]
        gap = abs(quantity.value - other.value) / max(quantity.value, other.value)
        is_loose = (quantity.is_round or other.is_round) and gap <= ROUND_SHARE
        relation = Relation.DIFFER if is_loose else Relation.CONTRADICT
        reason = (
            f"the numbers differ: {first.side} “{quantity.words}”, {second.side} “{other.words}”"
        )
        return Finding(relation, reason, 0.7)
    return None
