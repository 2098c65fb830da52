"""Groups without a name: "the protesters", "a pair of men", "Democrats"."""

from rashomon.actors.roles import Role
from rashomon.actors.view import View
from rashomon.model import MentionType

PLURALS = frozenset({"NNS", "NNPS"})
PEOPLE_ENDINGS = ("er", "or", "ist", "ian", "crat", "eer", "man", "woman", "folk", "ee")
GROUP_ROLES = frozenset({Role.PERSON, Role.OWN, Role.BODY, Role.COMPANY, Role.MEDIA})


def is_people(view: View, index: int) -> bool:
    """Tell whether a plural noun is for people, or for bodies: those who can say something.

    By a list, by how nouns for people end, as the subject of a verb of speaking, and in capitals
    where the word is no part of a longer name.
    """
    if view.tokens.tags[index] not in PLURALS or view.hits[index] is not None:
        return False
    roles, lemma = view.knowledge.roles, view.lemmas[index]
    role = roles.by_noun.get(lemma) or roles.by_noun.get(view.folded[index])
    if role is not None:
        return role in GROUP_ROLES
    if lemma in roles.not_people:
        return False
    if lemma in roles.people or lemma in roles.own_voices or view.is_speaker(index):
        return True
    return _is_people_in_capitals(view, index) or lemma.endswith(PEOPLE_ENDINGS)


def _is_people_in_capitals(view: View, index: int) -> bool:
    """Tell whether a plural in capitals is a people, a party or a family: "the Obamas"."""
    if not view.is_name_word(index):
        return False
    mention = view.mention_of[index]
    return mention is None or (mention[1] - mention[0] == 1 and mention[2] is not MentionType.PLACE)


def counted(view: View, head: int) -> int | None:
    """Return the noun of those that a number is of: "men" for "a pair of men"."""
    if view.lemmas[head] not in view.knowledge.roles.quantities:
        return None
    things = [thing for word, thing in view.prepositions(head) if word == "of"]
    return things[0] if things and is_people(view, things[0]) else None


def whole(view: View, index: int) -> int:
    """Return the head of the phrase that counts a noun, else the noun: "pair" of "men"."""
    preposition = view.tokens.heads[index]
    head = view.tokens.heads[preposition]
    is_counted = view.tokens.relations[index] == "pobj" and counted(view, head) == index
    return head if is_counted else index
