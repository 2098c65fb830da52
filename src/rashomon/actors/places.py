"""Capitals: whether one speaks ("Moscow said") or is where something is ("in Moscow")."""

from rashomon.actors.view import Hit, View
from rashomon.model import Zone

DIRECTED = frozenset({"to", "from", "for", "via", "of", "towards", "toward", "by"})
DASHES = frozenset({"(", "—", "–", "--", "-"})  # after a dateline's city
MAX_LIST = 6  # names in a list of cities


def is_place(view: View, hit: Hit) -> bool:
    """Tell whether a capital is only a place where it stands: then it is no actor.

    By the word before it, by what moves to or from it, by what is visited, by a noun that only a
    city has, and in a dateline.
    """
    last = _first_of_list(view, hit.stop - 1)
    words, tokens = view.knowledge.packaged.place_words, view.tokens
    relation, head = tokens.relations[last], tokens.heads[last]
    if _is_dateline(view, hit) or _is_in_state(view, hit):
        return True
    if relation == "pobj":
        governor = view.lemmas[tokens.heads[head]]
        is_move = view.folded[head] in DIRECTED and governor in words.motions
        return is_move or view.folded[head] in words.place_words
    if relation == "dobj":
        return view.lemmas[head] in words.visits
    is_modifier = relation in {"compound", "nmod", "poss", "amod"}
    return is_modifier and view.lemmas[head] in words.city_nouns


def _first_of_list(view: View, index: int) -> int:
    for _ in range(MAX_LIST):
        if view.tokens.relations[index] != "conj":
            break
        index = view.tokens.heads[index]
    return index


def _is_dateline(view: View, hit: Hit) -> bool:
    """Tell whether a name opens a text as its dateline: "KYIV (Agency) —"."""
    if view.document.zone_at(view.tokens.starts[hit.first]) is Zone.DATELINE:
        return True
    is_opening = hit.first == view.sentences[view.sentence_of[hit.first]][0]
    after = hit.stop
    return (
        is_opening
        and after < len(view.tokens)
        and view.tokens.words[after] in DASHES
        and view.tokens.words[hit.first].isupper()
    )


def _is_in_state(view: View, hit: Hit) -> bool:
    """Tell whether the state follows the city: "Kyiv, Ukraine"."""
    after = hit.stop + 1
    if after >= len(view.tokens) or view.folded[hit.stop] != ",":
        return False
    state = view.hits[after]
    return state is not None and state.entry.actor == hit.entry.actor
