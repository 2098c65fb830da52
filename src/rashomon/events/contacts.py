"""Finding contacts in a text: the word that tells of a call or meeting, and who was in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rashomon.actors import Cast
from rashomon.events.words import contact_words
from rashomon.model import Actor, Channel, Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
DEMONSTRATIVES = frozenset({"that", "those"})
WITHIN = frozenset({"in", "during", "on", "at", "over", "by"})  # not "after"
SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One place in a text that tells of a contact."""

    token: int  # the noun or verb
    sentence: int
    channel: Channel | None
    actors: tuple[Actor, ...]  # who took part, as far as this place says
    is_earlier: bool  # told as a contact before the one the text is about
    refers_back: bool  # "that call": the contact told of last
    starter: Actor | None  # who telephoned whom, when the verb says it


def find_contacts(tree: Tree, cast: Cast) -> list[Contact]:
    """Find every place that tells of a contact which took place.

    Args:
        tree: The parse.
        cast: Who the document's words refer to.

    Returns:
        In reading order. Contacts that are only planned or asked for are left out.
    """
    contacts = {
        token: contact
        for token in range(len(tree.tokens))
        if (contact := _noun_contact(tree, cast, token) or _verb_contact(tree, cast, token))
    }
    for noun in list(contacts):
        verb = _verb_within(tree, noun)
        if verb in contacts:  # "spoke in a call": one contact
            contacts[noun] = _joined_contact(contacts[noun], contacts.pop(verb))
    return list(contacts.values())


def _verb_within(tree: Tree, noun: int) -> int | None:
    """Return the verb that tells what is done in a contact: "spoke in a call"."""
    preposition = tree.tokens.heads[noun]
    is_within = tree.tokens.relations[noun] == "pobj" and _lemma(tree, preposition) in WITHIN
    return tree.tokens.heads[preposition] if is_within else None


def _joined_contact(noun: Contact, verb: Contact) -> Contact:
    return replace(
        noun,
        channel=noun.channel or verb.channel,
        actors=max(noun.actors, verb.actors, key=len),
        is_earlier=noun.is_earlier or verb.is_earlier,
        starter=verb.starter,
    )


def _lemma(tree: Tree, token: int) -> str:
    return tree.tokens.lemmas[token].lower()


def _noun_contact(tree: Tree, cast: Cast, noun: int) -> Contact | None:
    words = contact_words()
    if tree.tokens.pos[noun] not in {"NOUN", "PROPN"} or tree.tokens.relations[noun] == "compound":
        return None
    lemma = _lemma(tree, noun)
    modifiers = [_lemma(tree, child) for child in tree.children[noun] if child < noun]
    names = (*(f"{modifier} {lemma}" for modifier in modifiers), lemma)
    name = next((name for name in names if name in words.nouns), None)
    if name is None or words.later.intersection(modifiers) or _is_demand(tree, noun):
        return None
    heads = _joined(tree, noun)
    owner = tree.child(noun, "poss")
    if owner is not None:
        heads.append(owner)
    verb = _carrier(tree, noun)
    if verb is not None:
        heads += [*_subjects(tree, verb), *_joined(tree, verb)]
    return Contact(
        token=noun,
        sentence=tree.sentence[noun],
        channel=words.nouns[name] or _channel_beside(tree, noun),
        actors=_actors(tree, cast, heads),
        is_earlier=not words.earlier.isdisjoint(modifiers),
        refers_back=not DEMONSTRATIVES.isdisjoint(modifiers),
        starter=None,
    )


def _is_demand(tree: Tree, noun: int) -> bool:
    """Tell "a call for restraint" from "a call with the president"."""
    preposition = tree.child(noun, "prep")
    is_for = preposition is not None and _lemma(tree, preposition) == "for"
    return _lemma(tree, noun) == "call" and (is_for or tree.child(noun, "acl") is not None)


def _carrier(tree: Tree, noun: int) -> int | None:
    """Return the verb that carries a contact noun: "held a call", "engaged in talks"."""
    head = tree.tokens.heads[noun]
    if tree.tokens.relations[noun] == "pobj":
        head = tree.tokens.heads[head]
    is_carrier = _lemma(tree, head) in contact_words().carriers
    return head if head != noun and is_carrier else None


def _verb_contact(tree: Tree, cast: Cast, verb: int) -> Contact | None:
    words = contact_words()
    lemma = _lemma(tree, verb)
    if tree.tokens.pos[verb] != "VERB" or lemma not in words.verbs:
        return None
    if tree.tokens.tags[verb] not in FINITE or tree.child(verb, "neg") is not None:
        return None
    subjects = _subjects(tree, verb)
    calls = lemma in {"call", "phone", "telephone"}
    target = tree.child(verb, "dobj") if calls or lemma == "meet" else None
    if calls and (target is None or tree.child(verb, "oprd", "xcomp", "ccomp") is not None):
        return None
    heads = [*subjects, *_joined(tree, verb)] + ([] if target is None else [target])
    actors = _actors(tree, cast, heads)
    is_earlier = any(_lemma(tree, child) in words.earlier for child in tree.children[verb])
    if len(actors) < 2:  # somebody spoke, but not with anybody named
        if not (is_earlier and any(_is_plural(tree, subject) for subject in subjects)):
            return None
        actors = ()  # "the two had last spoken in May": those whom the text is about
    starters = _actors(tree, cast, subjects) if calls else ()
    return Contact(
        token=verb,
        sentence=tree.sentence[verb],
        channel=words.verbs[lemma] or _channel_beside(tree, verb),
        actors=actors,
        is_earlier=is_earlier,
        refers_back=False,
        starter=starters[0] if starters else None,
    )


def _is_plural(tree: Tree, noun: int) -> bool:
    is_they = tree.tokens.words[noun].lower() in {"they", "two", "both"}
    return is_they or tree.tokens.tags[noun] in {"NNS", "NNPS"}


def _subjects(tree: Tree, verb: int) -> list[int]:
    """Return the subject of a verb, taken from the verb it is coordinated with if need be."""
    seen = {verb}
    while (subject := tree.child(verb, *SUBJECTS)) is None:
        head = tree.tokens.heads[verb]
        if tree.tokens.relations[verb] not in {"conj", "xcomp", "advcl"} or head in seen:
            return []
        seen.add(head)
        verb = head
    return [subject]


def _joined(tree: Tree, token: int) -> list[int]:
    """Return the heads of "with B", "between A and B", "to B" below a contact word."""
    return list(_objects(tree, token, contact_words().joining))


def _objects(tree: Tree, token: int, prepositions: frozenset[str]) -> Iterator[int]:
    for child in tree.children[token]:
        if tree.tokens.relations[child] not in {"prep", "agent"}:  # "by video link": an agent?
            continue
        if _lemma(tree, child) in prepositions:
            noun = tree.child(child, "pobj")
            if noun is not None:
                yield noun
        else:  # "spoke by phone with B": the parser often hangs "with B" on the phone
            below = tree.child(child, "pobj")
            if below is not None:
                yield from _objects(tree, below, frozenset({"with"}) & prepositions)


def _actors(tree: Tree, cast: Cast, heads: list[int]) -> tuple[Actor, ...]:
    """Resolve noun phrases, one conjunct at a time, and name everybody once."""
    found: dict[str, Actor] = {}
    for head in sorted(heads):
        for conjunct in tree.conjuncts(head):
            for actor in cast.actor_of(tree.span(*_phrase(tree, conjunct))).actors:
                found.setdefault(actor.id, actor)
    return tuple(found.values())


def _phrase(tree: Tree, head: int) -> tuple[int, int]:
    """Return a noun's token range without what is coordinated with it or told about it."""
    stop, followed = tree.right[head], [head]
    for token in followed:  # grows while it is read: a title, and the name in apposition to it
        for child in tree.children[token]:
            relation = tree.tokens.relations[child]
            if relation == "appos":
                followed.append(child)
            if child > head and relation in {"cc", "conj", "relcl", "punct"}:
                stop = min(stop, tree.left[child])
    return tree.left[head], max(stop, head + 1)


def _channel_beside(tree: Tree, token: int) -> Channel | None:
    """Read the channel from the words of the same sentence, nearest words first."""
    sentence = tree.sentences[tree.sentence[token]]
    before = " ".join(tree.tokens.words[max(sentence.first, token - 3) : token]).lower()
    after = " ".join(tree.tokens.words[token + 1 : min(sentence.stop, token + 12)]).lower()
    for words, channel in contact_words().channels.items():
        if f" {words} " in f" {before} {after} ":
            return channel
    return None
