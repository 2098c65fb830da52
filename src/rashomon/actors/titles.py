"""Titles beside a name, read from the text itself: "Israeli Prime Minister Benjamin Netanyahu"."""

from dataclasses import dataclass, replace

from rashomon.actors.lexicon import Form
from rashomon.actors.places import stands_as_place
from rashomon.actors.polities import Polities
from rashomon.actors.roles import Role
from rashomon.actors.view import View
from rashomon.model import Actor

MAX_INNER = 3  # titles in a title
MAX_TITLE = 16  # tokens: longer ones are other clauses
STOPS = frozenset({",", ".", ";", ":", ")", "(", "–", "—", '"', "”", "“"})


@dataclass(frozen=True, slots=True)
class Title:
    """A role, the words for it, and whose it is."""

    words: str
    roles: frozenset[str]  # its words in lower case
    owner: Actor | None
    is_speaking: bool  # False: a former or opposition figure, who does not speak for the side


def owner_at(view: View, polities: Polities, index: int) -> Actor | None:
    """Return the known or unknown state, body or group that a token before a role noun names."""
    hit = view.hits[index]
    if hit:
        return None if hit.entry.form is Form.PERSON or hit.is_open else hit.entry.actor
    if view.folded[index] in view.knowledge.roles.title_words:
        return None
    return polities.at(index, is_owner=True)


def is_person_role(view: View, index: int) -> bool:
    """Tell whether a token is a noun for a person in some function: "minister"."""
    if view.tokens.pos[index] not in {"NOUN", "PROPN"}:
        return False
    roles = view.knowledge.roles
    nouns = (view.lemmas[index], view.folded[index])
    if roles.no_titles.intersection(nouns):
        return False
    return any(roles.by_noun.get(n) is Role.PERSON or n in roles.own_voices for n in nouns)


def titles_at(view: View, polities: Polities, first: int, stop: int) -> list[Title]:
    """Read all titles that stand beside a name at tokens [first, stop)."""
    titles = [title_before(view, polities, first) or _shared_title(view, polities, first)]
    if not (stop - first == 1 and stands_as_place(view, first)):  # "in Halm, the mayor said"
        titles += [
            title_in_front(view, polities, first, stop),
            title_after(view, polities, stop) or _title_close_after(view, polities, stop),
        ]
    found = [title for title in titles if title]
    if any(title.owner for title in found):
        return found
    owner = _of_name(view, polities, stop)  # "Prime Minister NAME of Nordland"
    return [replace(title, owner=owner) for title in found]


def possessor_before(view: View, name_start: int) -> int | None:
    """Find the word whose a title before a name is: "her spokesman NAME", "its envoy, NAME"."""
    bottom = max(view.sentences[view.sentence_of[name_start]][0], name_start - MAX_TITLE)
    has_role = False
    for i in range(name_start - 1, bottom - 1, -1):
        if view.tokens.tags[i] in {"PRP$", "POS"}:
            owner = i - (view.tokens.tags[i] == "POS")
            return owner if has_role and owner >= bottom else None
        is_role = is_person_role(view, i)
        has_role = has_role or is_role
        is_title = view.folded[i] in view.knowledge.roles.title_words | {",", ""}
        if not (is_role or is_title or view.tokens.pos[i] == "ADJ"):
            return None
    return None


def affiliation(view: View, polities: Polities, first: int, stop: int) -> Actor | None:
    """Find the state beside a name: "Nordland's Ana Kos", "Ana Kos of Nordland"."""
    before, bottom = first - 1, view.sentences[view.sentence_of[first]][0]
    if before < bottom:
        return _of_name(view, polities, stop, is_state=True)
    if view.tokens.tags[before] == "POS" and before > bottom:
        return _state_at(view, polities, before - 1)
    hit, word = view.hits[before], view.tokens.words[before]
    is_adjective = hit.entry.form is Form.ADJECTIVE if hit else polities.state_of_adjective(word)
    if is_adjective:
        return owner_at(view, polities, before)
    return _of_name(view, polities, stop, is_state=True)


def _of_name(view: View, polities: Polities, stop: int, *, is_state: bool = False) -> Actor | None:
    """Find what follows a name: "of Nordland", "from the union"."""
    place = stop + 1
    if place < len(view.tokens) and view.folded[place] == "the":
        place += 1
    if place >= len(view.tokens) or view.folded[stop] not in {"of", "from"}:
        return None
    if view.sentence_of[place] != view.sentence_of[stop - 1]:
        return None
    return _state_at(view, polities, place) if is_state else owner_at(view, polities, place)


def _state_at(view: View, polities: Polities, index: int) -> Actor | None:
    """Return the known body, or the known or unknown state, that a token names; no capital."""
    hit = view.hits[index]
    if hit:
        return hit.entry.actor if hit.entry.form is Form.NAME and not hit.is_open else None
    return owner_at(view, polities, index) if polities.is_state(index) else None


def _shared_title(view: View, polities: Polities, name_start: int) -> Title | None:
    """Read the title of the second name of two: "foreign ministers NAME of Nordland and NAME"."""
    bottom = max(view.sentences[view.sentence_of[name_start]][0], name_start - MAX_TITLE)
    role = name_start - 1
    if role < bottom or view.folded[role] not in {"and", ","}:
        return None
    while role >= bottom and not is_person_role(view, role):
        if not (view.is_name_word(role) or view.folded[role] in {"and", ",", "of", "from", "the"}):
            return None
        role -= 1
    is_shared = role >= bottom and view.tokens.tags[role] in {"NNS", "NNPS"}
    if not is_shared or not view.is_name_word(role + 1) or view.hits[role + 1] is not None:
        return None
    return title_before(view, polities, role + 1)


def title_before(view: View, polities: Polities, name_start: int) -> Title | None:
    """Read the title that ends where a name begins: "Israeli Prime Minister NAME"."""
    bottom = view.sentences[view.sentence_of[name_start]][0]
    i = name_start - 1
    roles = view.knowledge.roles
    is_owner = i >= bottom and view.folded[i] in {"of", "for"}  # "the head of Halm": whose, not who
    while i >= bottom and _is_mere_honorific(view, i):
        i -= 1
    stop = i + 1
    owner: Actor | None = None
    has_role = False
    while i >= bottom and stop - i <= MAX_TITLE:
        key = view.folded[i]
        named = owner_at(view, polities, i) if not is_person_role(view, i) else None
        if named is not None:
            owner, i = named, _before_owner(view, i, bottom)
            if i >= bottom and view.folded[i] == "to":
                owner = None  # "the ambassador of Nordland to Sudmark": where, not whose
            if i >= bottom and view.folded[i] in {"of", "for", "to"}:
                i -= 1
                continue
            break
        if is_person_role(view, i):
            has_role = True
        elif key == "and" and has_role and owner_at(view, polities, max(i - 1, bottom)):
            break  # "President A of Nordland and Prime Minister B"
        elif not _is_word_of_title(view, i):
            break
        i -= 1
    while i >= bottom and view.folded[i] in roles.not_speaking | {"the", "-", "a", "an", ""}:
        i -= 1
    first, stop = _outermost_title(view, i, bottom) or (i + 1, stop)
    return _title(view, first, stop, owner) if has_role and not is_owner else None


def _is_word_of_title(view: View, index: int) -> bool:
    """Tell whether a word before a role belongs to the title: "former", "foreign", "'s"."""
    key, roles = view.folded[index], view.knowledge.roles
    is_known = key in roles.title_words | roles.not_speaking
    return is_known or view.tokens.tags[index] == "POS" or not key


def _outermost_title(view: View, index: int, bottom: int) -> tuple[int, int] | None:
    """Find whose title it is through several: "Adviser to the Head of the Office of … NAME"."""
    found = None
    for _ in range(MAX_INNER):
        outer = _outer_title(view, index, bottom) or _title_of_adviser(view, index, bottom)
        if outer is None:
            break
        found, index = outer, outer[0] - 1
        if index >= bottom and view.folded[index] == "the":
            index -= 1
    return found


def _title_of_adviser(view: View, index: int, bottom: int) -> tuple[int, int] | None:
    """Find the title to which another is told: "Adviser" of "Adviser to the President NAME"."""
    role = index - 1
    is_to = (
        index > bottom and view.folded[index] in {"to", "of"} and view.folded[index + 1] == "the"
    )
    if not is_to or not is_person_role(view, role) or not view.is_name_word(role):
        return None
    first = role
    while first > bottom and view.folded[first - 1] in view.knowledge.roles.title_words - {
        "and",
        "of",
    }:
        first -= 1
    return first, index


def _outer_title(view: View, index: int, bottom: int) -> tuple[int, int] | None:
    """Find whose title the one of another is a part of: "Head of the Office of the President NAME".

    Args:
        view: The document.
        index: The token before the inner title and its article.
        bottom: Where the sentence begins.
    """
    roles, body = view.knowledge.roles, index - 1
    is_of_body = body > bottom and view.folded[index] == "of"
    if not is_of_body or roles.by_noun.get(view.lemmas[body]) is not Role.BODY:
        return None
    role = body - 1
    while role > bottom and (view.folded[role] in roles.title_words or view.folded[role] == "the"):
        if is_person_role(view, role):
            break
        role -= 1
    if role < bottom or not is_person_role(view, role) or view.folded[role + 1] != "of":
        return None
    first = role
    while first > bottom and view.folded[first - 1] in roles.title_words - {"and", "of"}:
        first -= 1
    return first, body + 1


def _is_mere_honorific(view: View, index: int) -> bool:
    """Tell whether a word before a name says nothing else: not "Mayor NAME"."""
    is_honorific = view.folded[index].rstrip(".") in view.knowledge.roles.honorifics
    return is_honorific and not is_person_role(view, index)


def title_in_front(view: View, polities: Polities, name_start: int, name_stop: int) -> Title | None:
    """Read a title that a name stands in apposition to: "a spokesman for the ministry, NAME,".

    The comma after the name must be there: "He angered the president of Velmora, NAME said" gives
    nobody a title.
    """
    bottom, top = view.sentences[view.sentence_of[name_start]]
    comma = name_start - 1
    is_closed = name_stop >= top or view.folded[name_stop] in {",", "", ")"}
    if comma <= bottom or view.folded[comma] != "," or not is_closed:
        return None
    role = comma - 1
    while role >= max(bottom, comma - MAX_TITLE) and not is_person_role(view, role):
        if _ends(view, role):
            return None
        role -= 1
    if role < max(bottom, comma - MAX_TITLE) or view.tokens.tags[role] in {"NNS", "NNPS"}:
        return None
    first = view.left_edge(role)
    owners = (owner_at(view, polities, i) for i in range(first, role))
    owner = next((actor for actor in owners if actor), None)
    return _title(view, first, comma, owner or _owner_after(view, polities, role, comma))


def _before_owner(view: View, index: int, bottom: int) -> int:
    """Return the token before an owner's name and its article."""
    hit, mention = view.hits[index], view.mention_of[index]
    before = (hit.first if hit else mention[0] if mention else index) - 1
    return before - 1 if before >= bottom and view.folded[before] == "the" else before


def title_after(view: View, polities: Polities, name_stop: int) -> Title | None:
    """Read the apposition that follows a name: ", Nordland's foreign minister,"."""
    if name_stop >= len(view.tokens):
        return None
    sentence_stop = view.sentences[view.sentence_of[name_stop]][1]
    first = name_stop + 1
    if view.folded[name_stop] not in {",", "("} or first >= sentence_stop:
        return None
    if view.folded[first].isdigit():  # an age
        first += 2
    stop = first
    while stop < min(sentence_stop, first + MAX_TITLE) and not _ends(view, stop):
        stop += 1
    role = next((i for i in range(first, stop) if is_person_role(view, i)), None)
    if role is None or not _is_title_of_nobody_else(view, role, stop):
        return None
    owners = (owner_at(view, polities, i) for i in range(first, role))
    owner = next((actor for actor in owners if actor), None)
    if owner is None:
        owner = _owner_after(view, polities, role, stop)
    return _title(view, first, stop, owner)


def _title_close_after(view: View, polities: Polities, name_stop: int) -> Title | None:
    """Read the title that somebody is given: "appoints NAME Director of the Harbour Agency"."""
    top = view.sentences[view.sentence_of[name_stop - 1]][1]
    stop = name_stop
    while stop < min(top, name_stop + MAX_TITLE) and view.tokens.words[stop][:1].isupper():
        stop += 1
    roles = [i for i in range(name_stop, stop) if is_person_role(view, i)]
    is_given = roles and stop < top and view.folded[stop] == "of" and roles[-1] == stop - 1
    if not is_given or not all(
        i in roles or view.folded[i] in view.knowledge.roles.title_words
        for i in range(name_stop, stop)
    ):
        return None
    end = stop
    while end < top and not _ends(view, end):
        end += 1
    return _title(view, name_stop, stop, _owner_after(view, polities, roles[-1], end))


def _ends(view: View, index: int) -> bool:
    if view.tokens.words[index] in STOPS or view.tokens.relations[index] == "cc":
        return view.folded[index] != "and" or view.folded[index - 1] not in {"affairs", "foreign"}
    return view.tokens.pos[index] == "AUX" or view.tokens.tags[index] in {"VBD", "VBZ", "VBP", "MD"}


def _is_title_of_nobody_else(view: View, role: int, stop: int) -> bool:
    """Refuse ", President Vlad Orin": a list, whose next name has the title."""
    after = role + 1
    while after < stop and is_person_role(view, after):
        after += 1
    if after >= stop or view.hits[after] is not None:
        return after >= stop or view.hits[after].entry.form is not Form.PERSON  # type: ignore[union-attr]  # checked
    return not view.is_name_word(after) or view.folded[after] in view.knowledge.roles.title_words


def _owner_after(view: View, polities: Polities, role: int, stop: int) -> Actor | None:
    """Find whose a role is in the words after it: "of Nordland", "for the union"."""
    links = {"of", "for", "at", "from", "with"}
    for i in range(role + 1, stop):
        if view.tokens.pos[i] == "ADP" and view.folded[i] not in links:
            return None
        owner = owner_at(view, polities, i)
        if owner:
            return owner
    return None


def inner_title(view: View, first: int, stop: int) -> int:
    """Return where another's title begins in one: "Adviser" ends "to the President"."""
    has_role = False
    for i in range(first, stop):
        if not is_person_role(view, i):
            continue
        link = i - 1
        while link > first and view.folded[link] in view.knowledge.roles.title_words | {"the"}:
            if view.folded[link] == "of":
                break
            link -= 1
        if has_role and view.folded[link] in {"of", "to"}:
            return link
        has_role = True
    return stop


def is_in_title(view: View, head: int) -> bool:
    """Tell whether a title is a part of another's: "the President" of "Office of the President"."""
    roles, bottom = view.knowledge.roles, view.sentences[view.sentence_of[head]][0]
    link = head - 1
    while (
        link > bottom
        and view.folded[link] != "of"
        and (view.folded[link] in roles.title_words or view.folded[link] == "the")
    ):
        link -= 1
    outer = link - 1
    if outer < bottom or view.folded[link] not in {"of", "to"} or not view.is_name_word(outer):
        return False
    return is_person_role(view, outer) or roles.by_noun.get(view.lemmas[outer]) is Role.BODY


def _title(view: View, first: int, stop: int, owner: Actor | None) -> Title:
    words = [view.folded[i] for i in range(first, stop) if view.folded[i]]
    own = range(first, inner_title(view, first, stop))
    held = [view.folded[i] for i in own if view.folded[i]]
    held += [view.lemmas[i] for i in own if view.tokens.pos[i] != "PUNCT"]
    text, roles = view.text(first, stop), view.knowledge.roles
    if words and words[0] in {"the", "a", "an"}:
        text = text.partition(" ")[2]
    return Title(
        words=text,
        roles=frozenset(held),
        owner=owner,
        is_speaking=not (roles.not_speaking | roles.own_voices) & set(words),
    )
