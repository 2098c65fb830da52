"""The topic of a row: the few words of the texts that name it best, cut and never written."""

from collections.abc import Iterator, Mapping, Sequence

from rashomon.accounts.entries import Entry
from rashomon.accounts.lexicon import load_lexicon, stem
from rashomon.accounts.wording import CONTENT_POS, Wording
from rashomon.model import Tokens

MAX_WORDS = 6
N_LAST_WORDS = 4
SHARED_BONUS = 2.0  # words that both sides use name the point better than one side's own
LENGTH_EXPONENT = 0.3  # longer phrases say more, but less per word
LEAD_BONUS = 100.0  # a row about the contact is called by it, if any text has a noun for it
ALONE = 0.7  # one word seldom names a point
FRAMING_WEIGHT = 0.01  # of words about how it was said: better than nothing
HEADS = frozenset({"NOUN", "PROPN"})
PREMODIFIERS = frozenset(
    {"amod", "compound", "nmod", "nummod", "poss", "case", "punct", "quantmod"}
)
LINKS = frozenset({"against", "between", "for", "in", "of", "on", "over", "to", "with"})
CALENDAR = frozenset(
    [
        "spring",
        "summer",
        "autumn",
        "winter",
        "today",
        "tomorrow",
        "yesterday",
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
HYPHENS = frozenset({"-", "–", "/"})


def name_topic(
    entries: Sequence[Entry],
    wordings: Sequence[Wording],
    weights: Mapping[str, float],
    *,
    is_lead: bool,
) -> str:
    """Choose the noun phrase that names a row.

    Args:
        entries: The row's entries, in the order of the accounts.
        wordings: Theirs.
        weights: How much a term says: its rarity.
        is_lead: Whether the row is about the contact itself.

    Returns:
        Words of one entry, as they stand there; its last words if no noun phrase tells anything.
    """
    shared = set.intersection(*(set(wording.weights) for wording in wordings))
    best_score, best = 0.0, ""
    for entry, wording in zip(entries, wordings, strict=True):
        tokens, text = entry.reading.annotations.tokens, entry.reading.document.text
        for first, last in _noun_phrases(tokens, wording.tokens):
            if any(tokens.words[i].lower() in CALENDAR for i in range(first, last + 1)):
                continue
            score = _score(wording, range(first, last + 1), weights, shared)
            if is_lead and stem(tokens.words[last]) in load_lexicon().contact_nouns:
                score += LEAD_BONUS
            elif is_lead:
                score = (last - first + 1) / LEAD_BONUS  # else a full name: "Premier Ada Berg"
            if score > best_score:
                best_score = score
                best = " ".join(text[tokens.starts[first] : tokens.ends[last]].split())
    if best_score <= FRAMING_WEIGHT * MAX_WORDS and not is_lead:
        return _last_words(entries[0], wordings[0].tokens)
    return best


def _noun_phrases(tokens: Tokens, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield noun phrases without articles, and the same with the phrase that "of" or "on" adds."""
    inside = set(places)
    cores = {}
    for i in places:
        is_head = tokens.pos[i] in HEADS and tokens.relations[i] != "compound"
        if is_head:
            first = _core_start(tokens, i, inside)
            cores[first] = i
    for first, last in cores.items():
        yield from _within_limit(first, last)
        end = last
        while end + 1 in inside and tokens.words[end + 1].lower() in LINKS:
            start = end + 2
            while start in inside and tokens.pos[start] in {"DET", "PRON"}:
                start += 1
            if start not in cores:
                break
            end = cores[start]
            yield from _within_limit(first, end)


def _within_limit(first: int, last: int) -> Iterator[tuple[int, int]]:
    if last - first < MAX_WORDS:
        yield first, last


def _core_start(tokens: Tokens, head: int, inside: set[int]) -> int:
    """Return the first of the modifiers that stand before a noun, articles left out."""
    first = head
    while first - 1 in inside and (
        tokens.relations[first - 1] in PREMODIFIERS
        and head >= tokens.heads[first - 1] >= first
        and tokens.pos[first - 1] not in {"DET", "PRON"}
        and (tokens.pos[first - 1] != "PUNCT" or tokens.words[first - 1] in HYPHENS)
    ):
        first -= 1
    if first - 2 in inside and tokens.words[first - 1] in HYPHENS:
        first -= 2  # "hour-long"
    elif first - 1 in inside and tokens.words[first] in HYPHENS:
        first -= 1  # "long-term", of which the first word is told to modify the second
    while first < head and (tokens.pos[first] in {"PUNCT", "PART"} or tokens.tags[first] == "POS"):
        first += 1
    return first


def _score(
    wording: Wording, places: range, weights: Mapping[str, float], shared: set[str]
) -> float:
    """Weigh a phrase: what its words say, spread over its length."""
    terms = dict.fromkeys(wording.terms[i] for i in places if i in wording.terms)
    n_words = len(places)
    said = sum(
        wording.weights[term] * weights[term] * (SHARED_BONUS if term in shared else 1.0)
        for term in terms
    )
    return float((said + FRAMING_WEIGHT) / n_words**LENGTH_EXPONENT * (1 if n_words > 1 else ALONE))


def _last_words(entry: Entry, places: Sequence[int]) -> str:
    """Return the end of the words, from a word that says something: "meet again in June"."""
    tokens, text = entry.reading.annotations.tokens, entry.reading.document.text
    last = max((i for i in places if tokens.pos[i] in CONTENT_POS), default=None)
    if last is None:
        return ""
    own = [i for i in places if i <= last and tokens.pos[i] != "PUNCT"][-N_LAST_WORDS:]
    first = next(i for i in own if tokens.pos[i] in CONTENT_POS)
    return " ".join(text[tokens.starts[first] : tokens.ends[last]].split())
