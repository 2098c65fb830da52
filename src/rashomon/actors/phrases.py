"""Noun phrases: who "the Russian side", "the Kremlin's account" or "his spokesman" is."""

from rashomon.actors.discourse import FIRST_PERSON, HE, PRONOUNS, SHE, Discourse
from rashomon.actors.enemies import enemy_of
from rashomon.actors.groups import counted, is_people
from rashomon.actors.known import named_actor, of_hit
from rashomon.actors.names import fold, is_abbreviation, split_words
from rashomon.actors.nouns import RoleNouns
from rashomon.actors.offices import in_their_offices
from rashomon.actors.owners import Owners
from rashomon.actors.pairs import TWO, pair_of
from rashomon.actors.people import People
from rashomon.actors.person import of_person
from rashomon.actors.places import stands_as_place
from rashomon.actors.polities import Polities
from rashomon.actors.resolution import Resolution, unresolved
from rashomon.actors.roles import Role
from rashomon.actors.view import Hit, View
from rashomon.model import Actor, ActorKind

RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
# Words of the names of bodies that are of several states.
SHARED = frozenset({"international", "world", "european", "united", "global", "inter", "eurasian"})
MAX_CLAUSE = 50  # tokens in which a clause may name somebody who is not its subject
MAX_QUOTED = 30  # sentences back that a quotation is followed to its opening
MAX_DEPTH = 25  # owners of owners: "the spokesman of the office of the president of ..."


class Phrases:
    """Resolves the tokens that head noun phrases; every token once, in reading order."""

    def __init__(self, view: View, polities: Polities, people: People) -> None:
        """Start with nothing spoken of yet."""
        self.view, self.polities, self.people = view, polities, people
        self.discourse = Discourse(quoted=_quoted_sentences(view))
        self._owners = Owners(self)
        self._nouns = RoleNouns(self, self._owners)
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
        if self.view.folded[index] == "chief" and self.view.folded[max(0, index - 1)] == "in":
            return None  # "the editor in chief"
        is_nominal = self.view.tokens.pos[index] in {"NOUN", "PROPN"}
        if not is_nominal and self.view.folded[index] not in self.view.knowledge.roles.anybody:
            return None
        roles = self.view.knowledge.roles
        found = roles.by_noun.get(self.view.lemmas[index]) or roles.by_noun.get(
            self.view.folded[index]
        )
        if found is None and self.view.lemmas[index] in roles.own_voices:
            return Role.OWN
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
        hit = self.view.hits[head]
        return self.of_hit(head, hit) if hit else self._of_noun(head)

    def _of_noun(self, head: int) -> Resolution:
        those, role = counted(self.view, head), self.role_at(head)
        if those is not None:
            return self.resolve(those)
        enemy = enemy_of(self.view, head)
        if enemy is not None:
            return enemy
        if role and not self.polities.is_defined(head):
            return self._nouns.of_role(head, role)
        if self.polities.is_defined(head):
            return self._of_abbreviation(head)
        if self.view.folded[head] in TWO:
            return self.pair(head)
        is_group = is_people(self.view, head) and self.view.home is None
        return self._nouns.of_group(head) if is_group else self.of_unknown_name(head)

    def _of_person_at(self, head: int) -> Resolution:
        person = self.people.at[head]
        is_bare = len(person.keys) == 1 and not (person.titles or person.holder or person.given)
        if is_bare and (stands_as_place(self.view, head) or self._is_part_of_thing(head)):
            return unresolved(f"{person.name} is a place or a thing here, or nobody known")
        return of_person(person)

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
            found = self.discourse.antecedent(
                head,
                sentence,
                word,
                quotation,
                is_speaking=view.is_speaker(head),
                opening=_opening(view, sentence),
                others=self._named_after(head),
            )
            return found if found.actors or found.candidates else self._ahead(head) or found
        if word in FIRST_PERSON and view.tokens.pos[head] == "PRON":
            return unresolved(f"“{word}” is whoever is quoted")
        return None

    def _named_after(self, head: int) -> frozenset[Actor]:
        """Return whom a subject's own clause names: "he points to Kos's remarks" is not Kos."""
        view, verb = self.view, self.view.tokens.heads[head]
        if not view.is_subject(head):
            return frozenset()
        stop = min(view.sentences[view.sentence_of[head]][1], head + MAX_CLAUSE)
        return frozenset(
            person.actor
            for index in range(head + 1, stop)
            if (person := self.people.at.get(index)) is not None
            and person.actor is not None
            and view.quotation_of[index] == view.quotation_of[head]
            and _hangs_on(view, index, verb)
        )

    def _ahead(self, head: int) -> Resolution | None:
        """Resolve a pronoun to the subject that its clause runs ahead of: "When he left, Kos …"."""
        view, kind = self.view, PRONOUNS[self.view.folded[head]]
        verb, clause = view.tokens.heads[head], head
        while view.tokens.heads[verb] != verb and verb > clause:
            clause, verb = verb, view.tokens.heads[verb]
        is_clause = view.tokens.relations[clause] in {"advcl", "prep", "pcomp"}
        for subject in view.children[verb] if is_clause else ():
            person = self.people.at.get(subject)
            is_ahead = subject > head and view.is_subject(subject) and kind in {HE, SHE}
            if is_ahead and person and person.gender in {None, kind}:
                return of_person(person, f"pronoun ahead of its subject {person.name}", 0.7)
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
        return of_hit(self.view, hit, None if is_owner else self.words(head))

    def _of_abbreviation(self, head: int) -> Resolution:
        """Resolve "NRU" to the "Northern Relief Union (NRU)" of the text."""
        first, last = self.view.definitions[self.view.folded[head]]
        words, long_name = self.view.tokens.words[head], self.view.text(first, last + 1)
        reason = f"“{words}” is short for {long_name} in the text"
        hit = self.view.hits[last]
        found = self.of_hit(last, hit) if hit and hit.first <= first else None
        if found is not None and found.actors:
            state = found.actors[0]
            if state.kind is ActorKind.STATE and stands_as_place(self.view, head):
                return unresolved(f"{words} is the place here, not {state.name}", [state])
            return Resolution(found.actors, reason, min(0.9, found.confidence), found.candidates)
        actor = self.polities.at(head, is_owner=False)
        if actor is not None and self.view.home is not None and self._is_own_body(first, last):
            actor = named_actor(ActorKind.BODY, actor.name, self.view.home)
        return Resolution((actor,), reason, 0.85) if actor else unresolved(reason)

    def _is_own_body(self, first: int, last: int) -> bool:
        """Tell whether a long name in an official text is a body of its own state."""
        words = self.view.folded[first : last + 1]
        is_body = any(self.role_at(index) is Role.BODY for index in range(first, last + 1))
        return is_body and not SHARED.intersection(words)

    def pair(self, head: int) -> Resolution:
        """Resolve "the two leaders" or "both" to those who are meant."""
        words = self.words(head)
        actors, confidence = pair_of(
            self.view, self.discourse, self.people, head, self.role_at(head)
        )
        if not actors:
            return unresolved(f"“{words}”: the text names no one pair")
        actors = in_their_offices(self.view, head, actors)
        names = " and ".join(actor.name for actor in actors)
        return Resolution(actors, f"“{words}”: {names}", confidence)

    def of_unknown_name(self, head: int) -> Resolution:
        """Resolve a name that no list has: a state, a place or an organisation of the text."""
        words = self.words(head)
        actor = None
        if self.view.is_short_place(head):
            return unresolved(f"“{words}” is short for a place, or for nobody known")
        if head in self.view.parts:
            return unresolved(f"“{words}” is a part of a longer name here")
        if self.view.is_name_word(head):
            actor = self.polities.at(head, is_owner=False)
        if actor is None or self._is_part_of_thing(head) or self._is_named_thing(head, actor):
            return unresolved(f"“{words}” is nobody known, and no role of anybody named")
        if actor.kind is ActorKind.STATE and self._is_only_place(head):
            return unresolved(f"{actor.name} is a place here that no list knows")
        what = "a place" if actor.kind is ActorKind.STATE else "an organisation"
        reason = f"{actor.name} is {what} that no list knows, taken as a side of its own"
        return Resolution((actor,), reason, 0.6)

    def _is_named_thing(self, head: int, actor: Actor) -> bool:
        """Tell whether a name ends in a thing that says nothing: "Ostrava Strait"."""
        last = fold(split_words(actor.name)[-1])
        words = self.view.knowledge.packaged.place_words
        is_short = last in words.short_things and is_abbreviation(actor.name.removesuffix("s"))
        return (is_short or last in words.named_things) and not self.view.is_speaker(head)

    def _is_part_of_thing(self, head: int) -> bool:
        """Tell whether a name only says which thing is meant: "the Karst problem"."""
        view, above = self.view, self.view.tokens.heads[head]
        is_before = view.tokens.relations[head] == "compound" and above > head
        is_thing = view.tokens.tags[above] in {"NN", "NNS"} and view.tokens.words[above].islower()
        is_city_thing = view.lemmas[above] in view.knowledge.packaged.place_words.city_nouns
        return is_before and is_thing and (is_city_thing or self.role_at(above) is None)

    def _is_only_place(self, head: int) -> bool:
        """Tell whether a name that no list knows is where something is, or comes from."""
        view, polities = self.view, self.polities
        above = view.tokens.heads[head]
        is_from = view.tokens.relations[head] == "pobj" and view.folded[above] == "from"
        is_state = polities.is_place_of_a_state(head)
        return stands_as_place(view, head) or (is_from and not is_state)

    def words(self, head: int) -> str:
        """Return the words of the phrase that a token heads, without its article."""
        first = self.view.left_edge(head)
        while first < head and self.view.tokens.pos[first] in {"DET", "PUNCT"}:
            first += 1
        return self.view.text(first, head + 1)


def _hangs_on(view: View, index: int, verb: int) -> bool:
    """Tell whether a word is in the clause of a verb, or in one that the verb governs."""
    for _ in range(MAX_DEPTH):
        if index == verb:
            return True
        if view.tokens.relations[index] in {"advcl", "conj", "parataxis"} and index > verb:
            return False  # "he left when Kos came" may be Kos
        index = view.tokens.heads[index]
    return False


def _opening(view: View, sentence: int) -> int | None:
    """Return the sentence in which the quotation begins that a sentence goes on with."""
    number = view.quotation_of[view.sentences[sentence][0]]
    bottom = max(0, sentence - MAX_QUOTED)
    while number and sentence > bottom:
        first, stop = view.sentences[sentence - 1]
        if view.quotation_of[stop - 1] != number:
            break
        sentence -= 1
        if view.quotation_of[first] != number:
            break
    return sentence if number else None


def _quoted_sentences(view: View) -> frozenset[int]:
    """Return the sentences that stand in a quotation from their first word to their last."""
    return frozenset(
        number
        for number, (first, stop) in enumerate(view.sentences)
        if all(view.quotation_of[index] for index in (first, (first + stop) // 2, stop - 1))
    )
