"""Whose a role, a body or a text is: "Israel's", "the Kremlin's", "from the press service"."""

from typing import Protocol

from rashomon.actors.discourse import Discourse
from rashomon.actors.lexicon import Form
from rashomon.actors.people import People
from rashomon.actors.places import is_place, stands_as_place
from rashomon.actors.polities import DASHES, Polities
from rashomon.actors.resolution import Resolution, united
from rashomon.actors.roles import Role
from rashomon.actors.view import Hit, View
from rashomon.model import ActorKind

PLACES = frozenset({"in", "inside"})
INFORMED = frozenset({"familiar", "briefed", "close", "privy", "acquainted", "near"})
VISITORS = frozenset(
    {"attendee", "guest", "participant", "visitor"}
)  # of no side of what they visit
ADVISERS = frozenset({"adviser", "advisor", "aide", "assistant", "counsel"})
PLURALS = frozenset({"NNS", "NNPS"})
LINKS = frozenset({"of", "from", "by", "at", "within"})


class Nouns(Protocol):
    """What an owner is looked up in: the noun phrases of the same document."""

    @property
    def view(self) -> View:
        """The document's parse."""
        ...

    @property
    def polities(self) -> Polities:
        """Its unknown states."""
        ...

    @property
    def people(self) -> People:
        """Its people."""
        ...

    @property
    def discourse(self) -> Discourse:
        """What it has spoken of so far."""
        ...

    def resolve(self, head: int) -> Resolution:
        """Return who the noun phrase that a token heads refers to."""
        ...

    def of_unknown_name(self, head: int) -> Resolution:
        """Resolve a name that no list has."""
        ...

    def pair(self, head: int) -> Resolution:
        """Resolve "the two leaders"."""
        ...

    def words(self, head: int) -> str:
        """Return the words of the phrase that a token heads, without its article."""
        ...

    def of_hit(self, head: int, hit: Hit, *, is_owner: bool = False) -> Resolution:
        """Return who a known name refers to, alone or before a noun."""
        ...

    def role_at(self, index: int) -> Role | None:
        """Return what kind of role noun a token is."""
        ...


class Owners:
    """Finds the owner of the noun that heads a phrase."""

    def __init__(self, phrases: Nouns) -> None:
        """Ask the phrases of the same document who an owner is."""
        self._phrases = phrases

    def of(self, head: int, role: Role) -> Resolution | None:
        """Return whose a noun is; None when the text names no owner beside it.

        A resolution without actors means that there is an owner who cannot be told.
        """
        failed: Resolution | None = None
        for found in (
            self._possessor(head),
            self._before(head),
            self._body_before(head),
            self._after(head, role),
            self._known_to(head, role),
            self._issuer(head, role),
        ):
            if found is not None and found.actors:
                return found
            failed = failed or found
        return failed

    def _possessor(self, head: int) -> Resolution | None:
        view = self._phrases.view
        if view.lemmas[head] in view.knowledge.roles.relational:
            return None  # "his counterpart" is of another side
        for child in view.children[head]:
            if view.tokens.relations[child] == "poss":
                return self._phrases.resolve(child)
        return None

    def _before(self, head: int) -> Resolution | None:
        """Find names before the noun: "Israeli officials", "the Russian and Iranian sides"."""
        view = self._phrases.view
        found: list[Resolution] = []
        tokens: list[int] = []
        index = view.left_edge(head)
        while index < head:
            resolution, after = self._name_at(index, head)
            if resolution is not None:
                found.append(resolution)
                tokens.append(index)
            index = after
        if not found:
            return None
        is_list = any(
            view.folded[i] in {"and", "or", ","} for i in range(tokens[0], tokens[-1] + 1)
        )
        return united(found) if is_list else found[0]

    def _name_at(self, index: int, head: int) -> tuple[Resolution | None, int]:
        """Return who a token before a noun names, and where to go on."""
        phrases, view = self._phrases, self._phrases.view
        if index in phrases.people.at:
            return phrases.resolve(index), index + 1
        hit = view.hits[index]
        if hit:
            return phrases.of_hit(index, hit, is_owner=True), hit.stop
        return self._unknown_name_at(index, head), index + 1

    def _unknown_name_at(self, index: int, head: int) -> Resolution | None:
        phrases, view = self._phrases, self._phrases.view
        is_name = view.is_name_word(index) or view.tokens.pos[index] == "ADJ"
        is_title = view.folded[index] in view.knowledge.roles.title_words
        if not is_name or is_title or phrases.role_at(index):
            return None
        named = phrases.polities.at(index, is_owner=True)
        mention = view.mention_of[index]
        is_in_name = mention is not None and mention[0] <= head < mention[1]
        if named is None or (is_in_name and named.kind is ActorKind.ORGANISATION):
            return None  # a word of the body's own name owns nothing
        reason = f"“{view.tokens.words[index]}” is of {named.name}, which the text names"
        return Resolution((named,), reason, 0.8)

    def _body_before(self, head: int) -> Resolution | None:
        """Find a body before the noun: "the ministry spokesman", "a government statement"."""
        phrases, view = self._phrases, self._phrases.view
        for child in view.children[head]:
            is_before = child < head and view.tokens.relations[child] in {"compound", "nmod"}
            if is_before and phrases.role_at(child) in {Role.BODY, Role.COMPANY}:
                found = phrases.resolve(child)
                if found.actors:
                    return found
        return None

    def _after(self, head: int, role: Role) -> Resolution | None:
        """Find the owner after the noun: "of Nordland", "from the president's press service"."""
        phrases, view = self._phrases, self._phrases.view
        failed: Resolution | None = None
        if view.lemmas[head] in VISITORS:
            return None
        for word, thing in view.prepositions(head):
            is_link = (
                word in LINKS
                or (word == "for" and view.lemmas[head] in view.knowledge.roles.speakers)
                or (word == "to" and view.lemmas[head] in ADVISERS)
                or (word in PLACES and role is not Role.TEXT and self._is_place(thing))
            )
            if not is_link or self._is_of_next(head, thing):
                continue
            parts = [self._thing(thing, word)] + [
                self._thing(child, word)
                for child in view.children[thing]
                if view.tokens.relations[child] == "conj"
            ]
            found = united([part for part in parts if part.actors] or parts[:1])
            if found.actors:
                return found
            is_actor = phrases.role_at(thing) is not None or view.tokens.pos[thing] == "PRON"
            failed = failed or (found if is_actor else None)
        return failed

    def _is_of_next(self, head: int, thing: int) -> bool:
        """Tell whether a dash in a list parts a noun from what the parser takes for its owner."""
        tokens = self._phrases.view.tokens
        return any(
            tokens.words[i] in DASHES and tokens.starts[i] > tokens.ends[i - 1]
            for i in range(head + 1, thing)
        )

    def _thing(self, index: int, link: str) -> Resolution:
        """Resolve what follows a preposition: "officials in Moscow" are of its state."""
        view = self._phrases.view
        hit = view.hits[index]
        if hit is not None and not hit.is_open and is_place(view, hit):
            words, actor = view.text(hit.first, hit.stop), hit.entry.actor
            return Resolution((actor,), f"{link} {words}, which stands for {actor.name}", 0.8)
        if hit is None and link in PLACES and stands_as_place(view, index):
            state = self._phrases.polities.at(index, is_owner=True)
            if state is not None:
                return Resolution((state,), f"{link} {state.name}, which the text names", 0.6)
        return self._phrases.resolve(index)

    def _known_to(self, head: int, role: Role) -> Resolution | None:
        """Find whose matters somebody knows: "an official familiar with Nordland's position"."""
        phrases, view = self._phrases, self._phrases.view
        if role is not Role.PERSON:
            return None
        for child in view.children[head]:
            if view.folded[child] not in INFORMED:
                continue
            for word, thing in view.prepositions(child):
                matter = phrases.role_at(thing)
                found = self.of(thing, matter or Role.TEXT)
                if found is None and word == "to":
                    found = phrases.resolve(thing)
                if found is not None and found.actors:
                    return found
        return None

    def is_informed(self, head: int) -> bool:
        """Tell whether a noun has "familiar with", "close to" or the like after it."""
        view = self._phrases.view
        return any(view.folded[child] in INFORMED for child in view.children[head] if child > head)

    def _is_place(self, index: int) -> bool:
        if self._phrases.role_at(index) is Role.BODY:  # "a source in the presidency"
            return True
        hit = self._phrases.view.hits[index]
        if hit is None:
            return self._phrases.polities.is_place_of_a_state(index)
        return hit.entry.form in {Form.CAPITAL, Form.NAME}

    def _issuer(self, head: int, role: Role) -> Resolution | None:
        """Find who put a text out: "a statement issued by the ministry"."""
        phrases, view = self._phrases, self._phrases.view
        if role is not Role.TEXT:
            return None
        for verb in view.children[head]:
            if view.lemmas[verb] not in view.knowledge.roles.issuing_verbs:
                continue
            for word, thing in view.prepositions(verb):
                if word in {"by", "on", "through"}:
                    return self._carried(thing) or phrases.resolve(thing)
        return self._issuing_subject(head)

    def _carried(self, index: int) -> Resolution | None:
        """Return the state whose words an agency carries: "a statement carried by KCNA"."""
        hit = self._phrases.view.hits[index]
        state = self._phrases.view.knowledge.carried_by(hit.entry.actor.name) if hit else None
        if state is None or hit is None:
            return None
        agency = hit.entry.actor.name
        reason = f"{agency} carries the official statements of {state.name}"
        return Resolution((state,), reason, 0.75)

    def _issuing_subject(self, head: int) -> Resolution | None:
        """Find who says or issues a text: "the ministry said in a statement"."""
        phrases, view = self._phrases, self._phrases.view
        if not any(view.folded[child] in {"a", "an"} for child in view.children[head]):
            return None
        verb = view.tokens.heads[head]
        if view.tokens.relations[head] == "pobj":
            verb = view.tokens.heads[verb]
        elif view.lemmas[verb] not in view.knowledge.roles.issuing_verbs:
            return None
        if view.tokens.pos[verb] != "VERB":
            return None
        for child in view.children[verb]:
            if view.tokens.relations[child] == "nsubj" and child != head:
                return phrases.resolve(child)
        return None
