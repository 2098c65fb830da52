"""Noun phrases: who "the Russian side", "the Kremlin's account" or "his spokesman" is."""

from dataclasses import replace

from rashomon.actors.discourse import FIRST_PERSON, PRONOUNS, Discourse, Referent
from rashomon.actors.known import named_actor, of_hit
from rashomon.actors.offices import holders_of, in_office
from rashomon.actors.owners import Owners
from rashomon.actors.pairs import TWO, is_pair, pair_of
from rashomon.actors.people import People
from rashomon.actors.person import Person
from rashomon.actors.places import stands_as_place
from rashomon.actors.polities import Polities
from rashomon.actors.resolution import Resolution, unresolved
from rashomon.actors.roles import Role
from rashomon.actors.view import Hit, View
from rashomon.model import ActorKind, MentionType

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "same"})
PLURALS = frozenset({"NNS", "NNPS"})
UNNAMED = 0.85  # of a source without a name
MAX_DEPTH = 25  # owners of owners: "the spokesman of the office of the president of ..."


class Phrases:
    """Resolves the tokens that head noun phrases; every token once, in reading order."""

    def __init__(self, view: View, polities: Polities, people: People) -> None:
        """Start with nothing spoken of yet."""
        self.view, self.polities, self.people = view, polities, people
        self.discourse = Discourse()
        self._owners = Owners(self)
        self._found: dict[int, Resolution] = {}
        self._open: set[int] = set()  # being resolved: a parse may run in a circle

    def resolve(self, head: int) -> Resolution:
        """Return who the noun phrase that a token heads refers to."""
        if head in self._found:
            return self._found[head]
        if head in self._open:
            return unresolved("the sentence refers to itself")
        if len(self._open) > MAX_DEPTH:
            return unresolved("the phrase has too many phrases in it")
        self._open.add(head)
        resolution = self._resolve(head)
        self._open.discard(head)
        self._found[head] = resolution
        return resolution

    def role_at(self, index: int) -> Role | None:
        """Return what kind of role noun a token is, None when it is none."""
        is_nominal = self.view.tokens.pos[index] in {"NOUN", "PROPN"}
        if not is_nominal and self.view.folded[index] not in self.view.knowledge.roles.anybody:
            return None
        roles = self.view.knowledge.roles
        found = roles.by_noun.get(self.view.lemmas[index]) or roles.by_noun.get(
            self.view.folded[index]
        )
        is_anybody = found is None and self.view.folded[index] in roles.anybody
        return Role.PERSON if is_anybody and self._owners.is_informed(index) else found

    def _resolve(self, head: int) -> Resolution:
        pronoun = self._of_pronoun(head)
        if pronoun is not None:
            return pronoun
        if head in self.people.at:
            return self._of_person_at(head)
        if head in self.people.unclear:
            return self._of_unclear_name(head)
        hit, role = self.view.hits[head], self.role_at(head)
        if hit:
            return self.of_hit(head, hit)
        if role and not self.polities.is_defined(head):
            return self._of_role(head, role)
        return self._of_other_word(head)

    def _of_other_word(self, head: int) -> Resolution:
        if self.polities.is_defined(head):
            return self._of_abbreviation(head)
        is_pair = self.view.folded[head] in TWO
        return self._pair(head) if is_pair else self._of_unknown_name(head)

    def _of_person_at(self, head: int) -> Resolution:
        person = self.people.at[head]
        is_bare = len(person.keys) == 1 and not (person.titles or person.holder or person.given)
        if is_bare and stands_as_place(self.view, head):
            return unresolved(f"{person.name} is a place here, or nobody known")
        return _of_person(person)

    def _of_unclear_name(self, head: int) -> Resolution:
        several = self.people.unclear[head]
        names = ", ".join(person.name for person in several)
        reason = f"“{self.view.tokens.words[head]}” may be any of: {names}"
        return unresolved(reason, (person.actor for person in several))

    def _of_pronoun(self, head: int) -> Resolution | None:
        """Resolve a pronoun; None when the token is none."""
        view, word = self.view, self.view.folded[head]
        if word in RELATIVES and view.tokens.tags[head] in {"WP", "WDT", "WP$"}:
            return self._antecedent_of_relative(head)
        if word in PRONOUNS and view.tokens.pos[head] in {"PRON", "DET"}:
            sentence, quotation = view.sentence_of[head], view.quotation_of[head]
            return self.discourse.antecedent(head, sentence, word, quotation)
        if word in FIRST_PERSON and view.tokens.pos[head] == "PRON":
            return unresolved(f"“{word}” is whoever is quoted")
        return None

    def _antecedent_of_relative(self, head: int) -> Resolution:
        heads, relations = self.view.tokens.heads, self.view.tokens.relations
        verb = heads[head]
        for _ in range(4):  # "who, he said, had": few verbs lie between
            if relations[verb] in {"relcl", "acl"} and heads[verb] != verb:
                return self.resolve(heads[verb])
            verb = heads[verb]
        return unresolved(f"“{self.view.folded[head]}” refers to nobody named")

    def of_hit(self, head: int, hit: Hit, *, is_owner: bool = False) -> Resolution:
        """Return who a known name refers to, alone or before a noun that is its."""
        return of_hit(self.view, hit, None if is_owner else self._words(head))

    def _of_abbreviation(self, head: int) -> Resolution:
        """Resolve "NRU" to the "Northern Relief Union (NRU)" of the text."""
        first, last = self.view.definitions[self.view.folded[head]]
        words, long_name = self.view.tokens.words[head], self.view.text(first, last + 1)
        reason = f"“{words}” is short for {long_name} in the text"
        hit = self.view.hits[last]
        found = self.of_hit(last, hit) if hit and hit.first <= first else None
        if found is not None and found.actors:
            return Resolution(found.actors, reason, min(0.9, found.confidence), found.candidates)
        actor = self.polities.at(head, is_owner=False)
        return Resolution((actor,), reason, 0.85) if actor else unresolved(reason)

    def _of_role(self, head: int, role: Role) -> Resolution:
        named = self._name_beside(head)
        if named is not None:
            return named
        if role is Role.MEDIA:
            medium = named_actor(ActorKind.ORGANISATION, self._words(head), None)
            return Resolution((medium,), "news media pass on what others say: no side", 0.7)
        if role is Role.TEXT and self._is_organisation(head):
            return self._of_unknown_name(head)
        owner = self._owners.of(head, role)
        if role is Role.TEXT:
            return self._of_text(head, owner)
        return self._of_speaking_role(head, role, owner)

    def _of_speaking_role(self, head: int, role: Role, owner: Resolution | None) -> Resolution:
        is_plural = self.view.tokens.tags[head] in PLURALS
        if owner is not None and owner.actors:
            return self._of_owned_role(head, role, owner, is_plural=is_plural)
        is_neither = self.view.folded[self.view.left_edge(head)] in {"neither", "either"}
        if (is_plural or is_neither) and is_pair(self.view, head):
            return self._pair(head)
        is_new = self.view.folded[self.view.left_edge(head)] in {"a", "an", "another"}
        if role is Role.PERSON and not is_plural and not is_new:
            return self._of_bare_role(head)
        if role in {Role.BODY, Role.COMPANY}:
            found = self._of_body(head, role, owner)
            if found.actors:
                return found
        return self._same_noun_before(head, owner)

    def _of_body(self, head: int, role: Role, owner: Resolution | None) -> Resolution:
        """Resolve a body without an owner: by its own name, or as an official text's own."""
        view, home = self.view, self.view.home
        is_own = home is not None and view.tokens.words[head][:1].isupper()
        if is_own and home is not None and role is Role.BODY and owner is None:
            named = self._of_unknown_name(head)
            words = named.actors[0].name if named.actors else self._words(head)
            actor = named_actor(ActorKind.BODY, words, home)
            return Resolution((actor,), f"“{words}” in a text of {home.name}", 0.75)
        return self._of_unknown_name(head)

    def _is_organisation(self, head: int) -> bool:
        """Tell whether a noun ends an organisation's name: "the Nordland Post"."""
        mention = self.view.mention_of[head]
        if mention is None or mention[1] - mention[0] == 1:
            return False
        return mention[2] is MentionType.ORGANISATION and self.view.is_name_word(head)

    def _name_beside(self, head: int) -> Resolution | None:
        """Resolve "the foreign minister, Mette Solberg" to the person it names."""
        view = self.view
        after = head + 1
        for index in (*view.children[head], after):
            if index < len(view.tokens) and index > head and index in self.people.at:
                is_beside = view.tokens.relations[index] == "appos" or index == after
                if is_beside and view.sentence_of[index] == view.sentence_of[head]:
                    return _of_person(self.people.at[index])
        return None

    def _of_text(self, head: int, owner: Resolution | None) -> Resolution:
        noun = self.view.lemmas[head]
        if TWO & set(self.view.folded[self.view.left_edge(head) : head]):
            return self._pair(head)
        if owner is not None and owner.actors:
            reason = f"the {noun} is of {owner.names}: {owner.reason}"
            return Resolution(owner.actors, reason, owner.confidence)
        if owner is not None:
            return owner
        before = self.discourse.latest_text
        if before is None:
            return unresolved(f"the text does not say whose {noun} it is")
        reason = f"the {noun} spoken of before, of {before.resolution.names}"
        return Resolution(before.resolution.actors, reason, 0.8 * before.resolution.confidence)

    def _of_owned_role(
        self, head: int, role: Role, owner: Resolution, *, is_plural: bool
    ) -> Resolution:
        words = self._owned_words(head, owner)
        if role is Role.PERSON and not is_plural and len(owner.sides) == 1:
            holders = holders_of(self.view, self.people, head, owner.sides[0])
            if len(holders) == 1:
                reason = f"“{words}” is {holders[0].name}, {holders[0].reason}"
                return _of_person(holders[0], reason)
            known = None if holders else in_office(self.view, head, owner)
            if known is not None:
                return known
        is_unnamed = role is Role.PERSON and self._is_unnamed(head)
        kind = ActorKind.BODY
        if role is Role.PERSON:
            kind = ActorKind.GROUP if is_plural else ActorKind.PERSON
        actors = tuple(named_actor(kind, words, actor) for actor in owner.actors)
        if not owner.sides:
            reason, confidence = f"“{words}”: {owner.reason}", owner.confidence * 0.9
        else:
            reason = f"“{words}” speaks for {' and '.join(owner.sides)}"
            confidence = min(UNNAMED if is_unnamed else 0.92, owner.confidence)
        if owner.candidates:
            reason = f"{reason}; {owner.reason}"
        if is_unnamed:
            reason = f"{reason}, without a name"
        return Resolution(actors, reason, confidence, owner.candidates, is_unnamed)

    def _is_unnamed(self, head: int) -> bool:
        """Tell whether a noun is for a source that the text gives no name."""
        roles = self.view.knowledge.roles
        return self.view.lemmas[head] in roles.unnamed or self.view.folded[head] in roles.anybody

    def _of_bare_role(self, head: int) -> Resolution:
        """Resolve "the prime minister" to the one person in the text whose title has the role."""
        at_home = self._of_home_office(head)
        if at_home is not None:
            return at_home
        words = self._words(head)
        holders = holders_of(self.view, self.people, head, None)
        before = [person for person in holders if person.first < head]
        for candidates in (before, holders):
            if len(candidates) == 1:
                person = candidates[0]
                reason = f"“{words}” is {person.name}, the only one with that title in the text"
                return _of_person(person, reason, 0.85)
        if len(holders) > 1:
            return self._nearest_holder(head, holders)
        return self._same_noun_before(head, None)

    def _of_home_office(self, head: int) -> Resolution | None:
        """Resolve "the President" of an official text to the publisher's own, who is so at home."""
        home = self.view.home
        is_capital = self.view.tokens.words[head][:1].isupper()
        if home is None or home.side is None or not is_capital:
            return None
        owner = Resolution((home,), f"in a text of {home.name}", 0.85)
        own = holders_of(self.view, self.people, head, home.side)
        if len({person.actor for person in own}) == 1:
            return _of_person(
                own[0], f"“{self._words(head)}” is {own[0].name}, {owner.reason}", 0.85
            )
        return in_office(self.view, head, owner)

    def _nearest_holder(self, head: int, holders: list[Person]) -> Resolution:
        """Choose among several with the same title: the only one in the same or last sentence."""
        sentence = self.view.sentence_of[head]
        actors = {person.actor: person for person in holders}
        for back in (0, 1):
            near = [
                actors[actor]
                for referent in self.discourse.by_sentence.get(sentence - back, ())
                for actor in referent.resolution.actors
                if actor in actors and referent.token < head
            ]
            if near and all(person is near[0] for person in near):
                reason = f"“{self._words(head)}” is {near[0].name}, the nearest with that title"
                return _of_person(near[0], reason, 0.75)
        names = ", ".join(person.name for person in holders)
        reason = f"“{self._words(head)}” may be any of: {names}"
        return unresolved(reason, (person.actor for person in holders))

    def _same_noun_before(self, head: int, owner: Resolution | None) -> Resolution:
        words = self._words(head)
        before = self.discourse.by_noun.get(self.view.lemmas[head])
        if before is not None and owner is None and self._is_same(head, before):
            reason = f"“{words}”: {before.resolution.names}, spoken of before"
            return replace(
                before.resolution, reason=reason, confidence=0.8 * before.resolution.confidence
            )
        if owner is not None and owner.reason:
            reason, candidates = f"“{words}”: {owner.reason}", owner.candidates
        else:
            reason, candidates = f"the text does not say whose “{words}” it is", ()
        return unresolved(reason, candidates, is_unnamed=self._is_unnamed(head))

    def _is_same(self, head: int, before: Referent) -> bool:
        """Tell whether "the officials" may be the "German officials" spoken of before.

        The number must be the same, and no word may tell them apart: "the band leader" is not the
        business leader before, nor "many officials" the officials.
        """
        view = self.view
        if (view.tokens.tags[head] in PLURALS) != (view.tokens.tags[before.token] in PLURALS):
            return False
        first = view.left_edge(before.token)
        words = {*view.folded[first : before.token + 1], *DEFINITE}
        mine = view.folded[view.left_edge(head) : head]
        return before.token < head and all(word in words for word in mine)

    def _pair(self, head: int) -> Resolution:
        words = self._words(head)
        actors, confidence = pair_of(
            self.view, self.discourse, self.people, head, self.role_at(head)
        )
        if not actors:
            return unresolved(f"“{words}”: the text names no one pair")
        names = " and ".join(actor.name for actor in actors)
        return Resolution(actors, f"“{words}”: {names}", confidence)

    def _of_unknown_name(self, head: int) -> Resolution:
        words = self._words(head)
        actor = None
        if self.view.is_name_word(head):
            actor = self.polities.at(head, is_owner=False)
        if actor is None:
            return unresolved(f"“{words}” is nobody known, and no role of anybody named")
        if actor.kind is ActorKind.STATE and self._is_only_place(head):
            return unresolved(f"{actor.name} is a place here that no list knows")
        what = "a place" if actor.kind is ActorKind.STATE else "an organisation"
        reason = f"{actor.name} is {what} that no list knows, taken as a side of its own"
        return Resolution((actor,), reason, 0.6)

    def _is_only_place(self, head: int) -> bool:
        """Tell whether a name that no list knows is where something is, or comes from."""
        view, polities = self.view, self.polities
        above = view.tokens.heads[head]
        is_from = view.tokens.relations[head] == "pobj" and view.folded[above] == "from"
        is_state = polities.is_place_of_a_state(head)
        return stands_as_place(view, head) or (is_from and not is_state)

    def _words(self, head: int) -> str:
        first = self.view.left_edge(head)
        while first < head and self.view.tokens.pos[first] in {"DET", "PUNCT"}:
            first += 1
        return self.view.text(first, head + 1)

    def _owned_words(self, head: int, owner: Resolution) -> str:
        """Return the words of a phrase with its owner's name where they have a pronoun or none."""
        view, words = self.view, self._words(head)
        first = next((c for c in view.children[head] if view.tokens.tags[c] == "PRP$"), None)
        if first is not None:
            return f"{owner.names}'s {view.text(first + 1, head + 1)}"
        is_before = view.left_edge(head) < head and any(
            view.tokens.words[i][0].isupper() and view.tokens.pos[i] != "DET"
            for i in range(view.left_edge(head), head)
        )
        return words if is_before else f"{words}, {owner.names}"


def _of_person(person: Person, reason: str = "", most: float = 0.95) -> Resolution:
    if person.actor is None:
        return unresolved(f"{person.name} is named")
    words = reason or f"{person.name}: {person.reason}"
    confidence = min(most, person.confidence if person.actor.side or person.namesakes else 0.8)
    namesakes = tuple(holder.actor(None) for holder in person.namesakes)
    return Resolution((person.actor,), words, confidence, namesakes)
