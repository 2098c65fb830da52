"""Names after a title and whose it is: "the mayor of Halm, Piet Rook," and "Head of … Ana Kos"."""

from rashomon.actors.people import People
from rashomon.actors.view import View

MAX_OWNER = 12  # tokens: "of the northern district of Halm"
LINKS = frozenset({"of", "to", "for"})


def name_after(view: View, people: People, head: int) -> int | None:
    """Return the first token of the name that a title has after its owner, None if it has none.

    Args:
        view: The document.
        people: Those it names.
        head: The noun of the title.
    """
    found = _name_of_title(view, people, head)
    return _apposition(view, people, head) if found is None else found


def _name_of_title(view: View, people: People, head: int) -> int | None:
    """Find the name without a mark before it: "Deputy Head of the Office of the Union Ana Kos"."""
    roles, top = view.knowledge.roles, view.sentences[view.sentence_of[head]][1]
    top = min(top, head + MAX_OWNER)
    if head + 1 >= top or view.folded[head + 1] not in LINKS or not view.is_name_word(head):
        return None
    for index in range(head + 2, top):
        if index in people.at:
            is_whose = view.folded[index - 1] in LINKS | {"the"}
            return None if is_whose else index
        key = view.folded[index]
        is_of_title = key in LINKS | roles.title_words | {"the"} or view.lemmas[index] in (
            roles.by_noun
        )
        if not is_of_title and view.hits[index] is None and view.tokens.tags[index] != "POS":
            return None
    return None


def _apposition(view: View, people: People, head: int) -> int | None:
    """Find the name that stands after a title's owner: "the mayor of Halm, Piet Rook,"."""
    top = min(view.sentences[view.sentence_of[head]][1], head + MAX_OWNER) - 1
    if head + 1 >= top or view.folded[head + 1] not in {"of", "for", "at"}:
        return None
    for index in range(head + 2, top):
        if view.folded[index] == ",":
            person = people.at.get(index + 1)
            stop = index + 1
            while stop <= top and people.at.get(stop) is person and person:
                stop += 1
            is_closed = stop <= top and view.folded[stop] in {",", ""}
            return index + 1 if person and is_closed else None
        if view.tokens.pos[index] in {"VERB", "AUX", "PUNCT"}:
            return None
    return None
