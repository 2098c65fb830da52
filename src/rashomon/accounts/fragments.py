"""Points that cannot stand alone: given back to their clause when no side answers them."""

from bisect import bisect_right
from collections.abc import Sequence

from rashomon.accounts.alignment import Group
from rashomon.accounts.entries import Entry
from rashomon.accounts.wording import Wording
from rashomon.model import Sentence

FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})


def rejoin(
    groups: Sequence[Group], entries: Sequence[Entry], wordings: Sequence[Wording]
) -> list[Group]:
    """Give fragments that stayed alone back to the point that they were cut from.

    "to work for X" or "the prospects of Y" is a point where another side speaks of it. Where none
    does, a row with half a sentence would only be hard to read.

    Args:
        groups: Every entry in exactly one.
        entries: In the order of the accounts.
        wordings: Of the entries, in the same order.

    Returns:
        Groups; only those of one entry change.
    """
    alone = {group.members[0]: group for group in groups if len(group.members) == 1}
    taken: set[int] = set()
    for place in sorted(alone):
        before = alone.get(place - 1)
        if not before or not _continues(entries, wordings, place):
            continue
        top = before.members[0]
        if _is_clause(entries[top], wordings[top]):
            before.members.append(place)
            alone[place] = before
            taken.add(place)
    return [group for group in groups if group.members[0] not in taken]


def _continues(entries: Sequence[Entry], wordings: Sequence[Wording], place: int) -> bool:
    entry, before = entries[place], entries[place - 1]
    is_point = entry.claim.attribution_id is None and before.claim.attribution_id is None
    if not is_point or entry.document_order != before.document_order:
        return False
    first, last = wordings[place].tokens[:1], wordings[place - 1].tokens[-1:]
    if not first or not last:
        return False
    sentences = entry.reading.annotations.sentences
    at = bisect_right(sentences, last[0], key=_first) - 1
    is_one_sentence = at >= 0 and first[0] < sentences[at].stop
    return is_one_sentence and not _is_clause(entry, wordings[place])


def _first(sentence: Sentence) -> int:
    return sentence.first


def _is_clause(entry: Entry, wording: Wording) -> bool:
    """Tell whether the words have a finite verb at their top."""
    tokens, places = entry.reading.annotations.tokens, set(wording.tokens)
    tops = {i for i in places if tokens.heads[i] not in places or tokens.heads[i] == i}
    return any(
        tokens.tags[i] in FINITE_TAGS
        and (i in tops or (tokens.heads[i] in tops and tokens.relations[i].startswith("aux")))
        for i in places
    )
