"""Role nouns: who "the minister", "its spokesman", "the union" or "both statements" are."""

from rashomon.actors.body_names import is_private, owned_words, whole_name
from rashomon.actors.discourse import Discourse
from rashomon.actors.earlier import DEFINITE, Earlier
from rashomon.actors.holder_names import name_after
from rashomon.actors.kin import Kin
from rashomon.actors.known import named_actor
from rashomon.actors.offices import has_office, holders_of, in_office, is_of_all, own_body
from rashomon.actors.owners import PLURALS, Nouns, Owners
from rashomon.actors.pairs import TWO, counterpart, is_pair
from rashomon.actors.people import People
from rashomon.actors.person import Person, of_person
from rashomon.actors.polities import Polities, organisation_of_text
from rashomon.actors.resolution import Resolution, united, unresolved
from rashomon.actors.roles import Role
from rashomon.actors.titles import is_in_title
from rashomon.actors.view import View
from rashomon.model import Actor, ActorKind, MentionType

# Texts of which news tell of several at once: "the study" is none of the reports before.
WORKS = frozenset({"ad", "advertisement", "analysis", "audit", "bill", "footage", "investigation",
    "lawsuit", "poll", "recording", "ruling", "study", "suit", "survey", "video"})  # fmt: skip
UNNAMED = 0.85  # of a source without a name


class RoleNouns:
    """Resolves the role nouns that head the phrases of one document."""

    def __init__(self, phrases: Nouns, owners: Owners) -> None:
        """Ask the phrases of the same document about all other words."""
        self._phrases, self._owners = phrases, owners
        self._earlier = Earlier(phrases, owners)
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
        found = self._of_named_or_kin(head, role) or self._of_several(head)
        if found is not None:
            return found
        if role is Role.OWN:
            return self._of_own_voice(head)
        if role is Role.MEDIA:
            return self._of_medium(head)
        if role is Role.TEXT and self._is_organisation(head):
            return self._phrases.of_unknown_name(head)
        owner = self._owners.of(head, role)
        if role is Role.TEXT:
            return self._of_text(head, owner)
        return self._of_speaking_role(head, role, owner)

    def of_group(self, head: int) -> Resolution:
        """Resolve people who have no role: "the protesters", spoken of before or now."""
        return self._of_pair(head, is_plural=True) or self._earlier.same_noun(head, None)

    def _of_named_or_kin(self, head: int, role: Role) -> Resolution | None:
        named = self._name_beside(head, role)
        is_kin = self._view.lemmas[head] in self._view.knowledge.roles.kin
        owner = self._owner_of_kin(head, role) if is_kin else None
        if named is not None:
            self._kin.note(head, owner, named)
            return named
        is_plural = self._view.tokens.tags[head] in PLURALS
        is_of_one = owner is not None and not is_plural and len(owner.actors) == 1
        return self._kin.of(head, owner) if owner is not None and is_of_one else None

    def _of_medium(self, head: int) -> Resolution:
        latest = self._earlier.latest_organisation(head)
        if latest is not None:
            return latest
        medium = named_actor(ActorKind.ORGANISATION, self._phrases.words(head), None)
        return Resolution((medium,), "news media pass on what others say: no side", 0.7)

    def _owner_of_kin(self, head: int, role: Role) -> Resolution | None:
        owner, words = self._owners.of(head, role), self._view.folded
        is_ex = head > 1 and not words[head - 1] and words[head - 2] == "ex"
        return self._owners.of(head - 2, role) if owner is None and is_ex else owner

    def _of_speaking_role(self, head: int, role: Role, owner: Resolution | None) -> Resolution:
        is_plural = self._view.tokens.tags[head] in PLURALS
        named = self._of_name_of_body(head, role) if role in {Role.BODY, Role.COMPANY} else None
        if named is not None:
            return named
        if owner is not None and owner.actors:
            return self._of_owned_role(head, role, owner, is_plural=is_plural)
        group = self._of_pair(head, is_plural=is_plural)
        if group is not None:
            return group
        is_new = self._view.folded[self._view.left_edge(head)] in {"a", "an", "another"}
        if role is Role.PERSON and not is_plural and not is_new:
            return self._of_bare_role(head)
        if role in {Role.BODY, Role.COMPANY}:
            found = self._of_body(head, role, owner)
            if found.actors:
                return found
        return self._earlier.same_noun(head, owner)

    def _of_pair(self, head: int, *, is_plural: bool) -> Resolution | None:
        """Resolve "the two leaders", "neither side", or "his counterpart"; None for others."""
        is_neither = self._view.folded[self._view.left_edge(head)] in {"neither", "either"}
        if (is_plural or is_neither) and is_pair(self._view, head):
            return self._phrases.pair(head)
        return None if is_plural else counterpart(self._phrases, head)

    def _of_body(self, head: int, role: Role, owner: Resolution | None) -> Resolution:
        """Resolve a body without an owner: by its own name, or as an official text's own."""
        view, home = self._view, self._view.home
        is_new = not self._discourse.by_noun.get(view.lemmas[head])
        is_own = view.tokens.words[head][:1].isupper() or (
            is_new and own_body(view, head) is not None
        )
        is_bank = view.folded[view.left_edge(head) : head][-1:] in (["central"], ["national"])
        is_others = whole_name(view, head) is not None and is_private(view, head)
        is_own = is_own and (role is Role.BODY or is_bank) and not is_others
        if is_own and home is not None and owner is None:
            named = self._phrases.of_unknown_name(head)
            words = named.actors[0].name if named.actors else self._phrases.words(head)
            words = whole_name(self._view, head) or words
            actor = named_actor(ActorKind.BODY, words, home)
            return Resolution((actor,), f"“{words}” in a text of {home.name}", 0.75)
        return self._phrases.of_unknown_name(head)

    def _of_name_of_body(self, head: int, role: Role) -> Resolution | None:
        """Resolve a body that has a name of its own, whose words tell more than an owner."""
        named = self._of_name_before(head)
        long_name = self._polities.long_name(head)
        if long_name is None and role is Role.COMPANY:
            long_name = self._polities.name_in_capitals(head)
        if named is None and long_name is not None:
            return self._of_long_name(head, role, *long_name)
        return named

    def _of_name_before(self, head: int) -> Resolution | None:
        """Resolve "Israel's Likud party" or "the Hamas movement" to what is named."""
        hit = self._view.hits[head - 1] if head else None
        kinds = {ActorKind.ORGANISATION, ActorKind.ARMED_GROUP}
        if hit is None or hit.entry.actor.kind not in kinds or hit.entry.actor.side is None:
            return None
        is_same = self._view.lemmas[head] in self._view.knowledge.roles.same_as_name
        return self._phrases.of_hit(head - 1, hit, is_owner=True) if is_same else None

    def _of_long_name(self, head: int, role: Role, name: str, owner: Actor | None) -> Resolution:
        """Resolve a body by its whole name: of the state that the name has, or of nobody else."""
        is_office = role is Role.BODY and not is_private(self._view, head)
        home = self._view.home if is_office else None
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
            return found if found.actors else self._earlier.same_noun(head, None)
        holder = self._holder_before(head) if is_definite and not is_plural else None
        if holder is not None:
            return holder
        if is_definite:
            found = self._earlier.same_noun(head, None)
            return found if found.actors or is_plural else self._of_epithet(head, found)
        kind = ActorKind.GROUP if is_plural else ActorKind.PERSON
        actor = named_actor(kind, words, None)
        reason = f"“{words}” speaks for no side, and has no name"
        return Resolution((actor,), reason, 0.6, is_unnamed=True)

    def _holder_before(self, head: int) -> Resolution | None:
        """Return who before a noun has it for a title: "the mayor"."""
        holders = holders_of(self._view, self._people, head, None)
        before = [person for person in holders if person.first < head]
        if len(before) == 1:
            words = self._phrases.words(head)
            reason = f"“{words}” is {before[0].name}, the only one with that title in the text"
            return of_person(before[0], reason, 0.85)
        return self._nearest_holder(head, before) if before else None

    def _of_epithet(self, head: int, found: Resolution) -> Resolution:
        """Resolve "the woman" or "the farmer" to whom the text speaks of just before."""
        view = self._view
        gender = view.knowledge.roles.gender((view.folded[head],))
        sentence = view.sentence_of[head]
        if gender is not None:
            return self._discourse.antecedent(head, sentence, gender, view.quotation_of[head])
        return self._discourse.only_person(head, sentence, self._phrases.words(head)) or found

    def _of_several(self, head: int) -> Resolution | None:
        """Resolve "the senators" to the two or three whom a plural title has named together."""
        latest = self._discourse.latest_titled.get(self._view.lemmas[head], ())
        is_bare = self._view.folded[self._view.left_edge(head) : head] in (["the"], ["both"])
        if not is_bare or not latest or self._view.tokens.tags[head] not in PLURALS:
            return None
        names = " and ".join(actor.name for actor in latest)
        return Resolution(latest, f"“{self._phrases.words(head)}”: {names}, so titled", 0.75)

    def _is_organisation(self, head: int) -> bool:
        """Tell whether a noun ends an organisation's name: "the Nordland Post"."""
        mention = self._view.mention_of[head]
        if mention is None or mention[1] - mention[0] == 1:
            return False
        return mention[2] is MentionType.ORGANISATION and self._view.is_name_word(head)

    def _name_beside(self, head: int, role: Role) -> Resolution | None:
        """Resolve "the foreign minister, Mette Solberg" to the person it names."""
        view = self._view
        above, after = view.tokens.heads[head], head + 1
        if role in {Role.BODY, Role.COMPANY} and view.is_name_word(head):
            return None  # "NAME, National Lamp Union", and bodies in a list
        if view.tokens.relations[head] == "appos" and above < head and view.is_name_word(above):
            named = self._phrases.resolve(above)  # "Brightwater, a chemical company,"
            return named if len(named.actors) == 1 else None
        if role in {Role.BODY, Role.COMPANY}:
            return None  # "Commander of the Forces NAME"
        is_inner = is_in_title(view, head)
        for index in () if is_inner else (*view.children[head], after):
            if index < len(view.tokens) and index > head and index in self._people.at:
                is_beside = view.tokens.relations[index] == "appos" or index == after
                if is_beside and view.sentence_of[index] == view.sentence_of[head]:
                    return of_person(self._people.at[index])
        named_after = None if is_inner else name_after(view, self._people, head)
        return of_person(self._people.at[named_after]) if named_after is not None else None

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
        if noun in WORKS:
            before = next(iter(self._discourse.by_noun.get(noun, [])[::-1]), None)
        if before is None:
            return unresolved(f"the text does not say whose {noun} it is")
        reason = f"the {noun} spoken of before, of {before.resolution.names}"
        return Resolution(before.resolution.actors, reason, 0.8 * before.resolution.confidence)

    def _of_owned_role(
        self, head: int, role: Role, owner: Resolution, *, is_plural: bool
    ) -> Resolution:
        words = owned_words(self._view, self._phrases.words(head), head, owner)
        own = self._company_of(role, owner)
        if own is None and role is Role.PERSON and not is_plural and len(owner.sides) == 1:
            own = self._holder_of(head, owner, words)
        if own is not None:
            return own
        if role is Role.PERSON and is_plural and len(owner.sides) > 1:
            each = self._one_of_each(head, owner)
            if each is not None:
                return each
        is_unnamed = role is Role.PERSON and self._earlier.is_unnamed(head)
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

    def _holder_of(self, head: int, owner: Resolution, words: str) -> Resolution | None:
        """Return the only one of a side who has a title in the text, or who had it that day."""
        holders = holders_of(self._view, self._people, head, owner.sides[0])
        if len(holders) == 1:
            reason = f"“{words}” is {holders[0].name}, {holders[0].reason}"
            return of_person(holders[0], reason)
        return None if holders else in_office(self._view, head, owner)

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
        return self._earlier.same_noun(head, None)

    def _of_home_office(self, head: int) -> Resolution | None:
        """Resolve "the President" of an official text to the publisher's own, who is so at home."""
        home = self._view.home
        is_own = self._view.tokens.words[head][:1].isupper() or is_of_all(self._view, head)
        before = self._view.folded[self._view.left_edge(head) : head]
        is_past = self._view.knowledge.roles.not_speaking.intersection(before)
        if home is None or home.side is None or not is_own or is_past:
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
            words = whole_name(self._view, head) or self._phrases.words(head)
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
