"""Role nouns: who "the minister", "its spokesman", "the union" or "both statements" are."""

from dataclasses import replace

from rashomon.actors.discourse import Discourse, Referent
from rashomon.actors.kin import Kin
from rashomon.actors.known import named_actor
from rashomon.actors.names import fold
from rashomon.actors.offices import has_office, holders_of, in_office
from rashomon.actors.owners import Nouns, Owners
from rashomon.actors.pairs import TWO, is_pair
from rashomon.actors.people import People
from rashomon.actors.person import Person, of_person
from rashomon.actors.polities import Polities, organisation_of_text
from rashomon.actors.resolution import Resolution, united, unresolved
from rashomon.actors.roles import Role
from rashomon.actors.view import View
from rashomon.model import Actor, ActorKind, MentionType

DEFINITE = frozenset({"the", "this", "that", "these", "those", "same"})
NEW = frozenset({"a", "an", "another", "one", "some", "several", "many"})
MEDIA_NAMES = frozenset({"chronicle", "courier", "gazette", "globe", "herald", "journal", "mail", "news",
    "observer", "post", "telegraph", "times", "tribune"})  # fmt: skip
PLURALS = frozenset({"NNS", "NNPS"})
MAX_OWNER = 12  # tokens: "of the northern district of Halm"
COUNTERPARTS = frozenset({"counterpart", "interlocutor"})
UNNAMED = 0.85  # of a source without a name


class RoleNouns:
    """Resolves the role nouns that head the phrases of one document."""

    def __init__(self, phrases: Nouns, owners: Owners) -> None:
        """Ask the phrases of the same document about all other words."""
        self._phrases, self._owners = phrases, owners
        self._kin = Kin(phrases.view, phrases.people)

    @property
    def _view(self) -> View:
        return self._phrases.view

    @property
    def _people(self) -> People:
        return self._phrases.people

    @property
    def _polities(self) -> Polities:
        return self._phrases.polities

    @property
    def _discourse(self) -> Discourse:
        return self._phrases.discourse

    def of_role(self, head: int, role: Role) -> Resolution:
        """Resolve a role noun by the name beside it, by whose it is, or by what was said before."""
        named = self._name_beside(head)
        is_kin = self._view.lemmas[head] in self._view.knowledge.roles.kin
        owner = self._owner_of_kin(head, role) if is_kin else None
        if named is not None:
            self._kin.note(head, owner, named)
            return named
        is_plural = self._view.tokens.tags[head] in PLURALS
        if owner is not None and not is_plural and len(owner.actors) == 1:
            return self._kin.of(head, owner)
        several = self._of_several(head) if is_plural else None
        if several is not None:
            return several
        if role is Role.OWN:
            return self._of_own_voice(head)
        if role is Role.MEDIA:
            latest = self._latest_organisation(head)
            if latest is not None:
                return latest
            medium = named_actor(ActorKind.ORGANISATION, self._phrases.words(head), None)
            return Resolution((medium,), "news media pass on what others say: no side", 0.7)
        if role is Role.TEXT and self._is_organisation(head):
            return self._phrases.of_unknown_name(head)
        owner = self._owners.of(head, role)
        if role is Role.TEXT:
            return self._of_text(head, owner)
        return self._of_speaking_role(head, role, owner)

    def _owner_of_kin(self, head: int, role: Role) -> Resolution | None:
        owner, words = self._owners.of(head, role), self._view.folded
        is_ex = head > 1 and not words[head - 1] and words[head - 2] == "ex"
        return self._owners.of(head - 2, role) if owner is None and is_ex else owner

    def _of_counterpart(self, head: int) -> Resolution | None:
        """Resolve "his counterpart" to the other of the two whom the text is about."""
        view = self._view
        possessor = next((c for c in view.children[head] if view.tokens.relations[c] == "poss"), None)
        if view.lemmas[head] not in COUNTERPARTS or possessor is None:
            return None
        mine = self._phrases.resolve(possessor).actors
        both = self._phrases.pair(head).actors
        others = [actor for actor in both if actor not in mine]
        if len(both) != 2 or len(mine) != 1 or len(others) != 1:
            return None
        reason = f"“{self._phrases.words(head)}” is the other of the two, {others[0].name}"
        return Resolution((others[0],), reason, 0.7)

    def _of_speaking_role(self, head: int, role: Role, owner: Resolution | None) -> Resolution:
        is_plural = self._view.tokens.tags[head] in PLURALS
        named = self._of_name_of_body(head, role) if role in {Role.BODY, Role.COMPANY} else None
        if named is not None:
            return named
        if owner is not None and owner.actors:
            return self._of_owned_role(head, role, owner, is_plural=is_plural)
        is_neither = self._view.folded[self._view.left_edge(head)] in {"neither", "either"}
        if (is_plural or is_neither) and is_pair(self._view, head):
            return self._phrases.pair(head)
        counterpart = None if is_plural else self._of_counterpart(head)
        if counterpart is not None:
            return counterpart
        is_new = self._view.folded[self._view.left_edge(head)] in {"a", "an", "another"}
        if role is Role.PERSON and not is_plural and not is_new:
            return self._of_bare_role(head)
        if role in {Role.BODY, Role.COMPANY}:
            found = self._of_body(head, role, owner)
            if found.actors:
                return found
        return self._same_noun_before(head, owner)

    def _of_body(self, head: int, role: Role, owner: Resolution | None) -> Resolution:
        """Resolve a body without an owner: by its own name, or as an official text's own."""
        view, home = self._view, self._view.home
        is_own = home is not None and view.tokens.words[head][:1].isupper()
        if is_own and home is not None and role is Role.BODY and owner is None:
            named = self._phrases.of_unknown_name(head)
            words = named.actors[0].name if named.actors else self._phrases.words(head)
            actor = named_actor(ActorKind.BODY, words, home)
            return Resolution((actor,), f"“{words}” in a text of {home.name}", 0.75)
        return self._phrases.of_unknown_name(head)

    def _of_name_of_body(self, head: int, role: Role) -> Resolution | None:
        """Resolve a body that has a name of its own, whose words tell more than an owner."""
        named = self._of_name_before(head)
        long_name = self._polities.long_name(head)
        if named is None and long_name is not None:
            return self._of_long_name(role, *long_name)
        return named

    def _of_name_before(self, head: int) -> Resolution | None:
        """Resolve "Israel's Likud party" or "the Hamas movement" to what is named."""
        hit = self._view.hits[head - 1] if head else None
        kinds = {ActorKind.ORGANISATION, ActorKind.ARMED_GROUP}
        if hit is None or hit.entry.actor.kind not in kinds or hit.entry.actor.side is None:
            return None
        is_same = self._view.lemmas[head] in self._view.knowledge.roles.same_as_name
        return self._phrases.of_hit(head - 1, hit, is_owner=True) if is_same else None

    def _of_long_name(self, role: Role, name: str, owner: Actor | None) -> Resolution:
        """Resolve a body by its whole name: of the state that the name has, or of nobody else."""
        home = self._view.home if role is Role.BODY else None
        if owner is not None or home is not None:
            actor = named_actor(ActorKind.BODY, name, owner or home)
            return Resolution((actor,), f"“{name}” is of {actor.side}", 0.8 if owner else 0.75)
        actor = organisation_of_text(name)
        reason = f"{name} is an organisation that no list knows, taken as a side of its own"
        return Resolution((actor,), reason, 0.6)

    def _of_own_voice(self, head: int) -> Resolution:
        """Resolve "the mayor": who has that title in the text, or the one spoken of before."""
        view, words = self._view, self._phrases.words(head)
        first = view.left_edge(head)
        is_plural = view.tokens.tags[head] in PLURALS
        is_definite = view.folded[first] in DEFINITE
        if is_plural and is_pair(view, head):
            found = self._phrases.pair(head)
            return found if found.actors else self._same_noun_before(head, None)
        if is_definite and not is_plural:
            holders = holders_of(view, self._people, head, None)
            before = [person for person in holders if person.first < head]
            if len(before) == 1:
                reason = f"“{words}” is {before[0].name}, the only one with that title in the text"
                return of_person(before[0], reason, 0.85)
            if before:
                return self._nearest_holder(head, before)
        if is_definite:
            found = self._same_noun_before(head, None)
            gender = view.knowledge.roles.gender((view.folded[head],))
            if found.actors or is_plural or gender is None:
                return found
            sentence, quotation = view.sentence_of[head], view.quotation_of[head]
            return self._discourse.antecedent(head, sentence, gender, quotation)
        kind = ActorKind.GROUP if is_plural else ActorKind.PERSON
        actor = named_actor(kind, words, None)
        reason = f"“{words}” speaks for no side, and has no name"
        return Resolution((actor,), reason, 0.6, is_unnamed=True)

    def _of_several(self, head: int) -> Resolution | None:
        """Resolve "the senators" to the two or three whom a plural title has named together."""
        latest = self._discourse.latest_titled.get(self._view.lemmas[head], ())
        is_bare = self._view.folded[self._view.left_edge(head) : head] in (["the"], ["both"])
        if not is_bare or not latest:
            return None
        names = " and ".join(actor.name for actor in latest)
        return Resolution(latest, f"“{self._phrases.words(head)}”: {names}, so titled", 0.75)

    def _is_organisation(self, head: int) -> bool:
        """Tell whether a noun ends an organisation's name: "the Nordland Post"."""
        mention = self._view.mention_of[head]
        if mention is None or mention[1] - mention[0] == 1:
            return False
        return mention[2] is MentionType.ORGANISATION and self._view.is_name_word(head)

    def _name_beside(self, head: int) -> Resolution | None:
        """Resolve "the foreign minister, Mette Solberg" to the person it names."""
        view = self._view
        above, after = view.tokens.heads[head], head + 1
        if view.tokens.relations[head] == "appos" and above < head and view.is_name_word(above):
            named = self._phrases.resolve(above)  # "Brightwater, a chemical company,"
            return named if len(named.actors) == 1 else None
        for index in (*view.children[head], after):
            if index < len(view.tokens) and index > head and index in self._people.at:
                is_beside = view.tokens.relations[index] == "appos" or index == after
                if is_beside and view.sentence_of[index] == view.sentence_of[head]:
                    return of_person(self._people.at[index])
        index = self._apposition(head)
        return of_person(self._people.at[index]) if index is not None else None

    def _apposition(self, head: int) -> int | None:
        """Find the name that stands after a title's owner: "the mayor of Halm, Piet Rook,"."""
        view = self._view
        top = min(view.sentences[view.sentence_of[head]][1], head + MAX_OWNER) - 1
        if head + 1 >= top or view.folded[head + 1] not in {"of", "for", "at"}:
            return None
        for index in range(head + 2, top):
            if view.folded[index] == ",":
                person = self._people.at.get(index + 1)
                stop = index + 1
                while stop <= top and self._people.at.get(stop) is person and person:
                    stop += 1
                is_closed = stop <= top and view.folded[stop] in {",", ""}
                return index + 1 if person and is_closed else None
            if view.tokens.pos[index] in {"VERB", "AUX", "PUNCT"}:
                return None
        return None

    def _of_text(self, head: int, owner: Resolution | None) -> Resolution:
        noun = self._view.lemmas[head]
        if TWO & set(self._view.folded[self._view.left_edge(head) : head]):
            return self._phrases.pair(head)
        if owner is not None and owner.actors:
            reason = f"the {noun} is of {owner.names}: {owner.reason}"
            return Resolution(owner.actors, reason, owner.confidence)
        if owner is not None:
            return owner
        before = self._discourse.latest_text
        if before is None:
            return unresolved(f"the text does not say whose {noun} it is")
        reason = f"the {noun} spoken of before, of {before.resolution.names}"
        return Resolution(before.resolution.actors, reason, 0.8 * before.resolution.confidence)

    def _of_owned_role(
        self, head: int, role: Role, owner: Resolution, *, is_plural: bool
    ) -> Resolution:
        own = self._company_of(role, owner)
        if own is not None:
            return own
        words = self._owned_words(head, owner)
        if role is Role.PERSON and not is_plural and len(owner.sides) == 1:
            holders = holders_of(self._view, self._people, head, owner.sides[0])
            if len(holders) == 1:
                reason = f"“{words}” is {holders[0].name}, {holders[0].reason}"
                return of_person(holders[0], reason)
            known = None if holders else in_office(self._view, head, owner)
            if known is not None:
                return known
        if role is Role.PERSON and is_plural and len(owner.sides) > 1:
            each = self._one_of_each(head, owner)
            if each is not None:
                return each
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

    def _company_of(self, role: Role, owner: Resolution) -> Resolution | None:
        """Resolve "his bank" to the organisation that he speaks for."""
        side = owner.sides[0] if len(owner.actors) == 1 and owner.sides else None
        if role is not Role.COMPANY or side is None or owner.actors[0].kind is not ActorKind.PERSON:
            return None
        known = self._view.knowledge.actor_named(side)
        if known is not None and known.kind is ActorKind.STATE:
            return None
        actor = known or self._polities.organisation(side)
        reason = f"{owner.names} is of {side}"
        return Resolution((actor,), reason, min(0.75, owner.confidence)) if actor else None

    def _one_of_each(self, head: int, owner: Resolution) -> Resolution | None:
        """Resolve "the presidents of Nordland and Sudmark": both are in the text, or known."""
        parts: list[Resolution] = []
        for actor in owner.actors:
            mine = Resolution((actor,), owner.reason, owner.confidence)
            holders = holders_of(self._view, self._people, head, actor.side)
            one = of_person(holders[0]) if len(holders) == 1 else None
            found = one if one or holders else in_office(self._view, head, mine)
            if found is None:
                return None
            parts.append(found)
        return united(parts)

    def _is_unnamed(self, head: int) -> bool:
        """Tell whether a noun is for a source that the text gives no name."""
        roles = self._view.knowledge.roles
        if self._owners.is_informed(head):
            return True
        return self._view.lemmas[head] in roles.unnamed or self._view.folded[head] in roles.anybody

    def _of_bare_role(self, head: int) -> Resolution:
        """Resolve "the prime minister" to the one person in the text whose title has the role."""
        at_home = self._of_home_office(head)
        if at_home is not None:
            return at_home
        words = self._phrases.words(head)
        holders = holders_of(self._view, self._people, head, None)
        before = [person for person in holders if person.first < head]
        for candidates in (before, holders):
            if len(candidates) == 1:
                person = candidates[0]
                reason = f"“{words}” is {person.name}, the only one with that title in the text"
                return of_person(person, reason, 0.85)
        if len(holders) > 1:
            return self._nearest_holder(head, holders)
        return self._same_noun_before(head, None)

    def _of_home_office(self, head: int) -> Resolution | None:
        """Resolve "the President" of an official text to the publisher's own, who is so at home."""
        home = self._view.home
        is_capital = self._view.tokens.words[head][:1].isupper()
        if home is None or home.side is None or not is_capital:
            return None
        owner = Resolution((home,), f"in a text of {home.name}", 0.85)
        own = holders_of(self._view, self._people, head, home.side)
        if len({person.actor for person in own}) == 1:
            return of_person(
                own[0], f"“{self._phrases.words(head)}” is {own[0].name}, {owner.reason}", 0.85
            )
        known = in_office(self._view, head, owner)
        is_only = not holders_of(self._view, self._people, head, None)
        if known is None and (is_only or has_office(self._view, head, home.side)):
            words = self._phrases.words(head)
            actor = named_actor(ActorKind.PERSON, words, home)
            return Resolution((actor,), f"“{words}” of a text of {home.name}", 0.75)
        return known

    def _nearest_holder(self, head: int, holders: list[Person]) -> Resolution:
        """Choose among several with the same title: the only one in the same or last sentence."""
        sentence = self._view.sentence_of[head]
        actors = {person.actor: person for person in holders}
        for back in (0, 1):
            near = [
                actors[actor]
                for referent in self._discourse.by_sentence.get(sentence - back, ())
                for actor in referent.resolution.actors
                if actor in actors and referent.token < head
            ]
            if near and all(person is near[0] for person in near):
                reason = (
                    f"“{self._phrases.words(head)}” is {near[0].name}, the nearest with that title"
                )
                return of_person(near[0], reason, 0.75)
        names = ", ".join(person.name for person in holders)
        reason = f"“{self._phrases.words(head)}” may be any of: {names}"
        return unresolved(reason, (person.actor for person in holders))

    def _same_noun_before(self, head: int, owner: Resolution | None) -> Resolution:
        words = self._phrases.words(head)
        nouns = self._discourse.by_noun.get(self._view.lemmas[head], [])
        before = next((one for one in reversed(nouns) if self._is_same(head, one)), None)
        if before is not None and owner is None:
            reason = f"“{words}”: {before.resolution.names}, spoken of before"
            return replace(
                before.resolution, reason=reason, confidence=0.8 * before.resolution.confidence
            )
        latest = self._latest_organisation(head) if owner is None else None
        if latest is not None:
            return latest
        if owner is None and self._is_news(head):
            return self._of_somebody(head)
        if owner is not None and owner.reason:
            reason, candidates = f"“{words}”: {owner.reason}", owner.candidates
        else:
            reason, candidates = f"the text does not say whose “{words}” it is", ()
        return unresolved(reason, candidates, is_unnamed=self._is_unnamed(head))

    def _latest_organisation(self, head: int) -> Resolution | None:
        """Resolve "the company" or "the newspaper" to whom the last sentences speak of most."""
        role = self._phrases.role_at(head)
        is_plural = self._view.tokens.tags[head] in PLURALS
        if role not in {Role.COMPANY, Role.MEDIA} or is_plural or not self._is_definite(head):
            return None
        found = self._discourse.latest_organisation(
            head,
            self._view.sentence_of[head],
            lambda actor: (role is Role.MEDIA) == _is_medium(actor),
        )
        if found is None:
            return None
        words = self._phrases.words(head)
        reason = f"“{words}”: {found.names}, the organisation most spoken of just before"
        return replace(found, reason=reason, confidence=min(0.6, found.confidence))

    def _is_news(self, head: int) -> bool:
        """Tell whether a phrase brings in somebody new, whom the text gives no name and no owner."""
        view, first = self._view, self._view.left_edge(head)
        is_bare = view.tokens.tags[head] in PLURALS and view.tokens.pos[first] != "DET"
        is_owned = any(view.tokens.relations[child] == "poss" for child in view.children[head])
        return (is_bare or view.folded[first] in NEW) and not is_owned and view.home is None

    def _of_somebody(self, head: int) -> Resolution:
        """Make an actor of "a court" or "prosecutors", that later words can be of."""
        words, is_plural = self._phrases.words(head), self._view.tokens.tags[head] in PLURALS
        kind = ActorKind.GROUP if is_plural else ActorKind.BODY
        if self._phrases.role_at(head) is Role.PERSON and not is_plural:
            kind = ActorKind.PERSON
        reason = f"the text does not say whose “{words}” it is, and gives no name"
        return Resolution((named_actor(kind, words, None),), reason, 0.5, is_unnamed=True)

    def _is_definite(self, head: int) -> bool:
        return self._view.folded[self._view.left_edge(head)] in DEFINITE

    def _is_same(self, head: int, before: Referent) -> bool:
        """Tell whether "the officials" may be the "German officials" spoken of before.

        The number must be the same, and no word may tell them apart: "the band leader" is not the
        business leader before, nor "many officials" the officials.
        """
        view = self._view
        if (view.tokens.tags[head] in PLURALS) != (view.tokens.tags[before.token] in PLURALS):
            return False
        first = view.left_edge(before.token)
        words = {*view.folded[first : before.token + 1], *DEFINITE}
        mine = view.folded[view.left_edge(head) : head]
        return before.token < head and all(word in words for word in mine)

    def _owned_words(self, head: int, owner: Resolution) -> str:
        """Return the words of a phrase with its owner's name where they have a pronoun or none."""
        view, words = self._view, self._phrases.words(head)
        first = next((c for c in view.children[head] if view.tokens.tags[c] == "PRP$"), None)
        if first is not None:
            return f"{owner.names}'s {view.text(first + 1, head + 1)}"
        is_before = view.left_edge(head) < head and any(
            view.tokens.words[i][0].isupper() and view.tokens.pos[i] != "DET"
            for i in range(view.left_edge(head), head)
        )
        return words if is_before else f"{words}, {owner.names}"


def _is_medium(actor: Actor) -> bool:
    """Tell whether an organisation is a news medium, known or by its name."""
    return actor.side is None or fold(actor.name).split()[-1] in MEDIA_NAMES
