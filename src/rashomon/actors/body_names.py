"""Whole names of bodies: "Ministry of Labour and Trade", whatever the parser marks of it."""

from rashomon.actors.resolution import Resolution
from rashomon.actors.roles import Role
from rashomon.actors.view import View
from rashomon.model import MentionType

LINKS = frozenset({"of", "for", "on", "and", "&", "the"})
PRIVATE = frozenset({"alliance", "bloc", "camp", "coalition", "faction", "party", "team", "wing"})
COUNCILS = frozenset({"authority", "board", "committee", "council"})
MAX_TAIL = 14  # tokens after the noun


def whole_name(view: View, head: int) -> str | None:
    """Return the name of the body that a noun in capitals heads; None where it has but the noun.

    The name ends before whose it is ("of Nordland"), before a person or a title, and at a mark.

    Args:
        view: The document.
        head: The noun: "Ministry", "Council".
    """
    if not view.is_name_word(head):
        return None
    first, stop = _left(view, head), _right(view, head)
    return view.text(first, stop) if stop - first > 1 else None


def owned_words(view: View, words: str, head: int, owner: Resolution) -> str:
    """Return the words of a phrase with its owner's name where they have a pronoun or none.

    Args:
        view: The document.
        words: The phrase without its article.
        head: Its noun.
        owner: Whose it is.
    """
    if view.knowledge.roles.by_noun.get(view.lemmas[head]) is Role.BODY:
        name = whole_name(view, head)
        if name is not None and len(name) > len(words):
            return name
    first = next((c for c in view.children[head] if view.tokens.tags[c] == "PRP$"), None)
    if first is not None:
        return f"{owner.names}'s {view.text(first + 1, head + 1)}"
    is_before = view.left_edge(head) < head and any(
        view.tokens.words[i][0].isupper() and view.tokens.pos[i] != "DET"
        for i in range(view.left_edge(head), head)
    )
    return words if is_before else f"{words}, {owner.names}"


def is_private(view: View, head: int) -> bool:
    """Tell whether a body in an official text is none of its state's: a party, or of a place."""
    if view.lemmas[head] in PRIVATE or _is_after_title(view, head):
        return True
    for index in range(head + 1, _right(view, head)):
        mention = view.mention_of[index]
        is_place = mention is not None and mention[2] is MentionType.PLACE
        if is_place and view.folded[index] not in {"of", "the"} and view.hits[index] is None:
            return True  # "the Police of Northern Halm"
    return False


def _is_after_title(view: View, head: int) -> bool:
    """Tell whether a council is whose somebody is in a list: "NAME, Director, Council of Lamps"."""
    before = _left(view, head) - 1
    if view.lemmas[head] not in COUNCILS or before < 1 or view.tokens.words[before] != ",":
        return False
    roles = view.knowledge.roles
    key, is_name = view.lemmas[before - 1], view.is_name_word(before - 1)
    return is_name and (roles.by_noun.get(key) is Role.PERSON or key in roles.own_voices)


def _left(view: View, head: int) -> int:
    """Return where the name begins: with the mention, or the capitals before the noun."""
    mention = view.mention_of[head]
    if mention is not None and mention[2] is MentionType.ORGANISATION:
        first = mention[0]
        while first < head and view.folded[first] in {"the", "a", "an"}:
            first += 1
        owned = [
            i + 1 for i in range(first, head) if view.tokens.tags[i] == "POS" and view.hits[i - 1]
        ]
        return owned[-1] if owned else first
    first, bottom = head, view.sentences[view.sentence_of[head]][0]
    while first > bottom and (view.is_name_word(first - 1) or view.tokens.tags[first - 1] == "POS"):
        first -= 1
    while view.tokens.tags[first] == "POS":
        first += 1
    return first


def _right(view: View, head: int) -> int:
    """Return where the name ends."""
    top = min(view.sentences[view.sentence_of[head]][1], head + MAX_TAIL)
    stop, i = head + 1, head + 1
    links: list[str] = []
    while i < top:
        key = view.folded[i]
        if key in LINKS:
            links.append(key)
        elif view.tokens.words[i] == "-" and view.tokens.ends[i - 1] == view.tokens.starts[i]:
            pass  # "Faith-Based"
        elif _is_word_of_name(view, i) and _may_follow(view, i, stop, links):
            stop = i + 1
        else:
            break
        i += 1
    return stop


def _is_word_of_name(view: View, index: int) -> bool:
    """Tell whether a word in capitals is of the name: no known name, person or title begins."""
    mention = view.mention_of[index]
    is_person = mention is not None and mention[2] is MentionType.PERSON
    is_given = view.folded[index] in view.knowledge.roles.genders and view.folded[index] not in (
        view.knowledge.roles.by_noun
    )
    return (
        view.tokens.words[index][:1].isupper()
        and view.hits[index] is None
        and not is_person
        and not is_given
    )


def _may_follow(view: View, index: int, stop: int, links: list[str]) -> bool:
    """Tell whether a word in capitals goes on with a name that has ended before some links."""
    between, roles = [key for key in view.folded[stop:index] if key], view.knowledge.roles
    role = roles.by_noun.get(view.lemmas[index])
    if not between:
        is_title = role is Role.PERSON or view.folded[index] in roles.own_voices
        is_office = view.folded[index - 1] in roles.title_words and "of" in links
        return not is_title or is_office  # "Office of the Prime Minister"
    if between == ["of"] or between[0] in {"of", "for", "on"}:
        return True
    is_second = links.count("the") > 1 or between in (["and"], ["&"])
    is_list = len(links) > len(between)  # "the Ministry and Council" are two
    return is_second and is_list and role not in {Role.PERSON, Role.BODY}
