"""Who initiated a contact, when the text says it."""

from rashomon.actors import Cast
from rashomon.events.contacts import Contact
from rashomon.events.words import contact_words
from rashomon.model import Actor, Tree


def initiator_of(contacts: list[Contact], tree: Tree, cast: Cast) -> Actor | None:
    """Return who sought the contact.

    Read from "at B's initiative", "at the request of B", "initiated by B", or from the verb
    itself ("A telephoned B"), in the sentences that tell of the contact.
    """
    for number in dict.fromkeys(contact.sentence for contact in contacts):
        sentence = tree.sentences[number]
        for token in range(sentence.first, sentence.stop):
            holder = _holder(tree, token)
            actors = () if holder is None else cast.actor_of(tree.subtree(holder)).actors
            if len(actors) == 1:
                return actors[0]
    return next((contact.starter for contact in contacts if contact.starter), None)


def _holder(tree: Tree, token: int) -> int | None:
    """Return the noun that says whose initiative or request it was."""
    lemma = tree.tokens.lemmas[token].lower()
    if lemma in contact_words().starting:
        owner = tree.child(token, "poss")
        preposition = tree.child(token, "prep")
        if owner is None and preposition is not None:
            owner = tree.child(preposition, "pobj")
        return owner
    if lemma in contact_words().started_by:
        agent = tree.child(token, "agent")
        return None if agent is None else tree.child(agent, "pobj")
    return None
