"""When a contact took place and how long it lasted, from the time expressions around it."""

from bisect import bisect_left

from rashomon.events.contacts import Contact
from rashomon.model import Span, TimeExpression, TimeType, Tree

# A date further from the contact's word than this is about something else in the sentence.
MAX_TOKENS_APART = 14  # "X called Y … on Sunday": subject, titles and object stand in between
MAX_HEDGES = 3  # words: "for a little over"
LENGTH_VERBS = frozenset({"last", "continue", "take", "run", "go"})


def dates_of(
    contacts: list[Contact], tree: Tree, times: tuple[TimeExpression, ...]
) -> dict[Contact, TimeExpression]:
    """Give each contact the date that stands nearest to it in its sentence.

    A date serves one contact only: in "this call follows a previous call on 3 May", the date is
    the previous call's.

    Args:
        contacts: Of one document.
        tree: Its parse.
        times: Its time expressions, in reading order.

    Returns:
        The contacts that have a date, and its expression.
    """
    found: dict[Contact, TimeExpression] = {}
    by_sentence: dict[int, list[Contact]] = {}
    for contact in contacts:
        by_sentence.setdefault(contact.sentence, []).append(contact)
    for time in times:
        place = sentence_of(tree, time.span) if time.type is TimeType.DATE else None
        near = by_sentence.get(place, []) if place is not None else []
        ranked = sorted(near, key=lambda contact: _tokens_apart(tree, contact.token, time.span))
        if ranked and _tokens_apart(tree, ranked[0].token, time.span) <= MAX_TOKENS_APART:
            found.setdefault(ranked[0], time)
    return found


def minutes_of(
    contacts: list[Contact], tree: Tree, times: tuple[TimeExpression, ...]
) -> int | None:
    """Return how long a contact lasted, in minutes, when the text says it.

    The length stands before the contact's word ("a 50-minute call"), or in one of its sentences
    after "for" ("spoke for an hour") or beside a verb of lasting ("which lasted an hour").
    """
    sentences = {contact.sentence: contact for contact in contacts}
    for time in times:
        if time.type is not TimeType.DURATION or time.value is None:
            continue
        place = sentence_of(tree, time.span)
        if place is None or place not in sentences:
            continue
        token = sentences[place].token
        is_modifier = tree.tokens.starts[token] - time.span.end >= 0 and (
            _tokens_apart(tree, token, time.span) <= 3  # noqa: PLR2004  # "50-minute video call"
        )
        if is_modifier or _follows_for(tree, time.span) or _has_length_verb(tree, place):
            return int(time.value.removeprefix("PT").removesuffix("M"))
    return None


def sentence_of(tree: Tree, span: Span) -> int | None:
    """Return the number of the sentence that holds a span, by bisection."""
    low, high = 0, len(tree.sentences)
    while low < high:
        middle = (low + high) // 2
        sentence = tree.sentences[middle]
        if tree.tokens.ends[sentence.stop - 1] <= span.start:
            low = middle + 1
        else:
            high = middle
    if low == len(tree.sentences):
        return None
    first = tree.sentences[low].first
    return low if tree.tokens.starts[first] <= span.start else None


def _tokens_apart(tree: Tree, token: int, span: Span) -> int:
    """Count the tokens between a token and a span, the span's own not counted."""
    starts = tree.tokens.starts
    step = 1 if starts[token] < span.start else -1
    n_between, place = 0, token
    while 0 <= place < len(starts) and not span.start <= starts[place] < span.end:
        place += step
        n_between += 1
    return n_between


def _follows_for(tree: Tree, span: Span) -> bool:
    """Tell "for 40 minutes", "for just over an hour"."""
    first = bisect_left(tree.tokens.starts, span.start)
    return "for" in tree.tokens.words[max(0, first - MAX_HEDGES - 1) : first]


def _has_length_verb(tree: Tree, sentence: int) -> bool:
    span = tree.sentences[sentence]
    lemmas = tree.tokens.lemmas[span.first : span.stop]
    return any(lemma.lower() in LENGTH_VERBS for lemma in lemmas)
