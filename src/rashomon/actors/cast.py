"""A document's cast: everybody it names, and who any of its words refer to."""

from dataclasses import replace

from rashomon.actors.discourse import PRONOUNS, THEY, Referent
from rashomon.actors.groups import is_people, whole
from rashomon.actors.lexicon import Form
from rashomon.actors.owners import PLURALS
from rashomon.actors.people import ARTICLES, find_people, give_owner, give_title
from rashomon.actors.person import Person
from rashomon.actors.phrases import Phrases
from rashomon.actors.polities import Polities
from rashomon.actors.resolution import Resolution, united, unresolved
from rashomon.actors.roles import Role
from rashomon.actors.titles import is_in_title, is_person_role, possessor_before
from rashomon.actors.view import NOMINALS, View
from rashomon.model import Actor, ActorKind, Span

# A known name in these relations to a noun belongs to the noun's phrase.
MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod", "det"})

# What somebody is whom nothing tells but a role noun: such a one keeps a pronoun open.
KINDS = {
    Role.PERSON: ActorKind.PERSON,
    Role.OWN: ActorKind.PERSON,
    Role.BODY: ActorKind.BODY,
    Role.COMPANY: ActorKind.BODY,
}


class Cast:
    """Everybody a document names. Make one with `identify`."""

    def __init__(self, view: View) -> None:
        """Read a document from its beginning to its end."""
        self._view = view
        self.knowledge = view.knowledge  # what was known before
        self._polities = polities = Polities(view)
        self._people = find_people(view, polities)
        self._phrases = Phrases(view, polities, self._people)
        owned = {
            possessor: person
            for first, _, person in self._people.mentions
            if person.titles and (possessor := possessor_before(view, first)) is not None
        }
        for index in range(len(view.tokens)):
            if index in owned:
                self._find_owner(index, owned[index])
            if self._is_worth_noting(index):
                self._note(index)
            elif view.hits[index] is not None:
                self._note_body(index)

    @property
    def people(self) -> tuple[tuple[Span, Actor], ...]:
        """The people named: the place of each name, and whose it is, in reading order."""
        starts, ends = self._view.tokens.starts, self._view.tokens.ends
        return tuple(
            (Span(starts[first], ends[stop - 1]), person.actor)
            for first, stop, person in self._people.mentions
            if person.actor is not None
        )

    def actor_of(self, span: Span) -> Resolution:
        """Return who the words at a span refer to.

        Args:
            span: A place in the document's text: a name, a noun phrase or a pronoun.

        Returns:
            The actors with the reason; no actors when it cannot be told, and why.
        """
        heads = self._heads(span)
        if not heads:
            return unresolved("the words name nobody")
        within = self._view.tokens_in(span)
        if _is_in_known_name(self._view, within):
            return unresolved("the words are a part of a longer name here")
        best = unresolved("")
        for head in heads:
            found = self._with_conjuncts(head, within)
            if (
                found.actors and (found.confidence > best.confidence or not best.actors)
            ) or not best.reason:
                best = found
        return best

    def _find_owner(self, possessor: int, person: Person) -> None:
        """Find whose spokesman somebody is whose title has a pronoun or a noun before it."""
        if person.actor is None:
            return
        if "counterpart" in person.roles:
            other = self._people.at.get(possessor) or self._person_of(possessor)
            if other is not None:
                give_title(self._view, person, other)
            return
        if person.actor.side is not None:
            return
        found = self._phrases.resolve(possessor)
        if len(found.actors) == 1 and found.sides and person.actor not in found.actors:
            give_owner(self._view, person, found.actors[0])

    def _person_of(self, pronoun: int) -> Person | None:
        actors = self._phrases.resolve(pronoun).actors
        return next((one for one in self._people.everyone if (one.actor,) == actors), None)

    def _heads(self, span: Span) -> list[int]:
        """Return the nominal tokens of a span that hang on nothing nominal in it."""
        view = self._view
        within = view.tokens_in(span)
        nominal = [
            i
            for i in within
            if view.tokens.pos[i] in NOMINALS
            or view.hits[i] is not None
            or i in self._people.at
            or _is_role(view, i)
            or view.folded[i] in {"both", "two"}
        ]
        tops = [
            i for i in nominal if view.tokens.heads[i] not in within or view.tokens.heads[i] == i
        ]
        if tops:  # "the Office of the President" is no president
            return [i for i in tops if i == tops[0] or not _is_inner(view, i)]
        inner = set(nominal)
        return [i for i in nominal if view.tokens.heads[i] not in inner][:1] or nominal[-1:]

    def _with_conjuncts(self, head: int, within: range) -> Resolution:
        view = self._view
        parts = [self._phrases.resolve(head)]
        stack = [head]
        while stack:
            for child in view.children[stack.pop()]:
                relation = view.tokens.relations[child]
                if relation == "appos" and child in within:
                    stack.append(child)  # the parser hangs "and B" on the name after A's title
                elif (
                    relation == "conj"
                    and child in within
                    and self._may_name(child)
                    and not self._is_same_person(child)
                ):
                    parts.append(self._phrases.resolve(child))
                    stack.append(child)
        return united(parts)

    def _is_same_person(self, child: int) -> bool:
        """Tell whether a title is the second of one person: "the former senator and author"."""
        view, head = self._view, self._view.tokens.heads[child]
        heads = view.knowledge.roles.heads | {"minister"}
        both = (head, child)
        return (
            all(view.tokens.tags[i] in {"NN", "NNP"} and is_person_role(view, i) for i in both)
            and not any(i in self._people.at or view.hits[i] for i in both)
            and not all(view.lemmas[i] in heads for i in both)
            and view.folded[view.left_edge(head)] in ARTICLES
            and not any(view.tokens.relations[i] in {"det", "poss"} for i in view.children[child])
        )

    def _may_name(self, index: int) -> bool:
        """Tell whether a word in a list may be somebody, as the rest of the list is."""
        view = self._view
        is_known = view.hits[index] is not None or index in self._people.at
        return is_known or self._phrases.role_at(index) is not None or view.is_name_word(index)

    def _is_worth_noting(self, index: int) -> bool:
        view = self._view
        relation = view.tokens.relations[index]
        if index in self._people.at:
            return self._is_first_of_name(index)
        if view.folded[index] in PRONOUNS:
            return view.is_subject(index) or relation == "poss"
        hit = view.hits[index]
        if hit:
            is_modifier = relation in MODIFIERS or hit.entry.form is Form.ADJECTIVE
            return index == hit.stop - 1 and not is_modifier
        if relation in MODIFIERS:
            return False
        if self._phrases.role_at(index):
            return not self._is_second_of_name(index)
        is_subject = view.is_subject(index)
        if view.tokens.tags[index] in PLURALS and view.home is None:
            is_worth = is_subject or is_people(view, index)
        else:
            is_named = view.mention_of[index] is not None or self._polities.is_state(index)
            is_worth = is_named and (is_subject or self._is_possessing_state(index))
        return is_worth

    def _is_first_of_name(self, index: int) -> bool:
        """Tell whether a word of a name is the one to count, no title beside it counting too."""
        view, head = self._view, self._view.tokens.heads[index]
        if head == index:
            return True
        if view.tokens.relations[index] == "appos" and self._phrases.role_at(head):
            return self._phrases.resolve(head).actors != (self._people.at[index].actor,)
        return self._people.at.get(head) is not self._people.at[index]

    def _is_second_of_name(self, index: int) -> bool:
        """Tell whether a title only says who somebody just named is: "Ana Kos, the minister,"."""
        view, head = self._view, self._view.tokens.heads[index]
        is_beside = view.tokens.relations[index] == "appos" and head < index
        return is_beside and head in self._people.at

    def _is_possessing_state(self, index: int) -> bool:
        """Tell whether a token is the unknown state of "Velmora's reading was another"."""
        is_possessor = self._view.tokens.relations[index] == "poss"
        return is_possessor and self._polities.is_state(index)

    def _note_body(self, index: int) -> None:
        """Remember a body named inside another phrase: later it may be "the commission"."""
        hit = self._view.hits[index]
        if hit is None or index != hit.stop - 1 or hit.entry.actor.kind is not ActorKind.BODY:
            return
        noun, resolution = self._view.lemmas[index], self._phrases.resolve(index)
        self._phrases.discourse.note_noun(Referent(index, noun, resolution))

    def _note(self, index: int) -> None:
        """Remember who a token refers to, and whom it is named together with."""
        view, phrases = self._view, self._phrases
        resolution, role = phrases.resolve(index), phrases.role_at(index)
        is_thing = role is Role.TEXT and view.tokens.relations[index] in {"nsubj", "dobj"}
        is_plural = view.tokens.tags[index] in PLURALS
        if (
            not resolution.actors
            and not ((role in KINDS or is_plural) and view.is_subject(index))
            and not is_thing
        ):
            return
        first = whole(view, index)
        while view.tokens.relations[first] == "conj" and view.tokens.heads[first] < first:
            first = view.tokens.heads[first]
        is_subject = view.is_subject(first)
        verb = view.tokens.heads[first]
        is_main = is_subject and view.tokens.heads[verb] == verb
        is_plural = is_plural or len(resolution.actors) > 1
        person = self._people.at.get(index)
        gender = person.gender if person else view.knowledge.roles.gender((view.folded[index],))
        if view.folded[index] in PRONOUNS:
            gender = PRONOUNS[view.folded[index]]
            is_plural = is_plural or gender == THEY
        is_text = person is None and role is Role.TEXT
        sentence = view.sentence_of[index]
        referent = Referent(
            token=index,
            noun=view.lemmas[index],
            resolution=resolution,
            is_subject=is_subject,
            is_main=is_main,
            is_speaking=view.is_speaker(first),
            is_plural=is_plural,
            is_text=is_text,
            is_new=person is not None and index < person.first + len(person.keys),
            gender=gender,
            quotation=view.quotation_of[index],
            kind=KINDS.get(role) if role else None,
        )
        phrases.discourse.note(sentence, referent)
        if self._is_listed(first, index) and phrases.resolve(first).actors:
            tokens = self._listed(first, index)
            pair = united([phrases.resolve(one) for one in tokens])
            joined = replace(
                referent, noun="", resolution=pair, is_plural=True, is_text=False, gender=None
            )
            phrases.discourse.note_together(sentence, joined, tokens)
            self._note_title(first, pair)

    def _is_listed(self, first: int, index: int) -> bool:
        """Tell whether a token is in a list that begins with another."""
        return first != index and self._view.tokens.relations[index] == "conj"

    def _note_title(self, first: int, pair: Resolution) -> None:
        """Remember the plural title of several named together: "senators Berg and Kos"."""
        view, title = self._view, first
        while title and self._people.at.get(title) is self._people.at.get(first):
            title -= 1
        is_title = view.tokens.tags[title] in PLURALS and self._phrases.role_at(title) is not None
        if first in self._people.at and is_title:
            self._phrases.discourse.latest_titled[view.lemmas[title]] = pair.actors

    def _listed(self, first: int, last: int) -> list[int]:
        """Return the tokens of a list from its first to one of it."""
        found = [last]
        while found[-1] != first:
            found.append(self._view.tokens.heads[found[-1]])
        return found[::-1]


def _is_inner(view: View, index: int) -> bool:
    """Tell whether a token is the title in another's."""
    return is_person_role(view, index) and is_in_title(view, index)


def _is_role(view: View, index: int) -> bool:
    """Tell whether a token is a role noun, whatever the parser takes it for."""
    return view.folded[index] in view.knowledge.roles.by_noun


def _is_in_known_name(view: View, within: range) -> bool:
    """Tell whether words are the first ones of a known name, and not whose it is: "Halm Five"."""
    hit = view.hits[within.start]
    is_inside = hit is not None and hit.entry.form is Form.NAME and within.stop < hit.stop
    if hit is None or not is_inside or hit.entry.actor.kind is not ActorKind.ORGANISATION:
        return False
    words = view.text(within.start, within.stop)
    known = view.knowledge.find(words)
    return known is not None and known.side != hit.entry.actor.side
