"""When a contact took place and how long it lasted, from the time expressions around it."""

import re
from bisect import bisect_left

from rashomon.events.contacts import Contact
from rashomon.model import Span, TimeExpression, TimeType, Tree

# A date further from the contact's word than this is about something else in the sentence.
MAX_TOKENS_APART = 30  # "X called Y … on Sunday": titles and names stand in between
# A date mostly follows what it dates: "spoke on 3 May after a call on 2 May".
BEFORE_COST = 8
MAX_HEDGES = 3  # words: "for a little over"
MAX_MODIFIERS = 5  # tokens: "an hour-long late video call"
LENGTH_PREPOSITIONS = frozenset({"for", "of"})
# A month, a week or a year dates a contact only right beside it; elsewhere it is about what was
# spoken of. A day in the same sentence is the better date.
MAX_TOKENS_APART_IF_COARSE = 6
COARSE_COST = 10
OPENERS = frozenset({"last", "this", "earlier", "later", "late", "early"})
DATED = re.compile(r"\d{4}(?:-|$)")  # a year, month, week or quarter; not "199", "PRESENT_REF"
LENGTH_VERBS = frozenset({"last", "continue", "take", "run", "go"})


def dates_of(
    contacts: list[Contact], tree: Tree, times: tuple[TimeExpression, ...]
) -> dict[Contact, TimeExpression]:
    """Give contacts their dates: the nearest pairs in a sentence first, each once.

    In "this call follows a previous call on 3 May", the date is the previous call's.

    Args:
        contacts: Of one document.
        tree: Its parse.
        times: Its time expressions, in reading order.

    Returns:
        The contacts that have a date, and its expression.
    """
    by_sentence: dict[int | None, list[Contact]] = {}
    for contact in contacts:
        by_sentence.setdefault(contact.sentence, []).append(contact)
    pairs = sorted(
        (cost, contact.token, order, contact)
        for order, time in enumerate(times)
        if time.type in (TimeType.DATE, TimeType.TIME)
        for contact in by_sentence.get(tree.sentence_at(time.span.start), [])
        if (cost := _cost(tree, contact.token, time)) <= MAX_TOKENS_APART
    )
    found: dict[Contact, TimeExpression] = {}
    taken: set[int] = set()
    for _, _, order, contact in pairs:
        if contact not in found and order not in taken:
            found[contact] = times[order]
            taken.add(order)
    return found


def _cost(tree: Tree, token: int, time: TimeExpression) -> int:
    """Tell how badly a date fits a contact; more than may be when it does not fit at all."""
    apart = _tokens_apart(tree, token, time.span)
    is_before = time.span.start < tree.tokens.starts[token]
    cost = apart + BEFORE_COST * is_before
    if time.names_day:
        return cost
    fits = apart <= MAX_TOKENS_APART_IF_COARSE and _says_when(time, tree)
    return cost + COARSE_COST if fits else MAX_TOKENS_APART + 1


def _says_when(time: TimeExpression, tree: Tree) -> bool:
    """Tell "met in June", "met last week" from "spoke of the June summit", "of 2019", "now"."""
    if time.value is not None and not DATED.match(time.value):
        return False
    first = bisect_left(tree.tokens.starts, time.span.start)
    before = tree.tokens.words[first - 1].lower() if first else ""
    return before == "in" or tree.tokens.words[first].lower() in OPENERS


def minutes_of(
    contacts: list[Contact], tree: Tree, times: tuple[TimeExpression, ...]
) -> int | None:
    """Return how long a contact lasted, in minutes, when the text says it.

    The length stands before the contact's word ("a 50-minute call"), or in one of its sentences
    after "for" or "of" ("spoke for an hour") or beside a verb of lasting ("which lasted an hour").
    """
    sentences = {contact.sentence: contact for contact in contacts}
    for time in times:
        if time.minutes is None:
            continue
        place = tree.sentence_at(time.span.start)
        if place is None or place not in sentences:
            continue
        token = sentences[place].token
        is_modifier = tree.tokens.starts[token] - time.span.end >= 0 and (
            _tokens_apart(tree, token, time.span) <= MAX_MODIFIERS
        )
        if is_modifier or _follows_preposition(tree, time.span) or _has_length_verb(tree, place):
            return time.minutes
    return None


def _tokens_apart(tree: Tree, token: int, span: Span) -> int:
    """Count the steps from a token to the nearest token of a span."""
    inside = tree.tokens_in(span)
    return max(inside.start - token, token - inside.stop + 1, 0)


def _follows_preposition(tree: Tree, span: Span) -> bool:
    """Tell "a call of 40 minutes", "spoke for just over an hour"."""
    first = bisect_left(tree.tokens.starts, span.start)
    before = tree.tokens.words[max(0, first - MAX_HEDGES - 1) : first]
    return not LENGTH_PREPOSITIONS.isdisjoint(before)


def _has_length_verb(tree: Tree, sentence: int) -> bool:
    span = tree.sentences[sentence]
    lemmas = tree.tokens.lemmas[span.first : span.stop]
    return any(lemma.lower() in LENGTH_VERBS for lemma in lemmas)
