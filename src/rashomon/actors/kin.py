"""Kin: who "his ex-wife" or "Kos's daughter" is."""

from dataclasses import dataclass, field

from rashomon.actors.known import named_actor
from rashomon.actors.people import People
from rashomon.actors.person import Person, of_person
from rashomon.actors.resolution import Resolution
from rashomon.actors.view import View
from rashomon.model import Actor, ActorKind

SPOUSES = frozenset({"wife", "husband", "spouse", "widow", "widower"})
PAST = frozenset({"ex", "former", "late"})


@dataclass(slots=True)
class Kin:
    """Remembers whose wife, son or sister a text has named."""

    view: View
    people: People
    _named: dict[tuple[Actor, str, bool], Person] = field(default_factory=dict)

    def note(self, head: int, owner: Resolution | None, name: Resolution) -> None:
        """Remember "Berg's wife, Ana Kos"."""
        if owner is None or len(owner.actors) != 1 or len(name.actors) != 1:
            return
        person = next((one for one in self.people.everyone if one.actor == name.actors[0]), None)
        if person is not None:
            self._named[self._key(head, owner.actors[0])] = person

    def of(self, head: int, owner: Resolution) -> Resolution:
        """Resolve a noun for kin by what the text has said, or by a name that the two share."""
        actor, noun = owner.actors[0], self.view.lemmas[head]
        words = f"{actor.name}'s {noun}"
        person = self._named.get(self._key(head, actor))
        if person is not None:
            return of_person(person, f"{words} is {person.name}, as the text says", 0.85)
        person = self._of_same_name(head, actor) if noun in SPOUSES else None
        if person is not None:
            reason = f"{words} is likely {person.name}, of the same name"
            return of_person(person, reason, 0.65)
        reason = f"“{words}” speaks for no side, and has no name"
        one = named_actor(ActorKind.PERSON, words, None)
        return Resolution((one,), reason, min(0.6, owner.confidence), is_unnamed=True)

    def _key(self, head: int, owner: Actor) -> tuple[Actor, str, bool]:
        view = self.view
        first = min(view.left_edge(head), max(head - 2, 0))  # "ex-wife" may be three words
        is_past = bool(PAST & set(view.folded[first:head]))
        return owner, view.lemmas[head], is_past

    def _of_same_name(self, head: int, owner: Actor) -> Person | None:
        """Return the only one named before, of the noun's gender, who has the owner's surname."""
        gender = self.view.knowledge.roles.gender((self.view.lemmas[head],))
        owners = [person for person in self.people.everyone if person.actor == owner]
        taken = {id(person) for person in self._named.values()}
        found = [
            person
            for person in self.people.everyone
            if owners
            and person.first < head
            and person.gender == gender
            and len(person.keys) > 1
            and person.keys[-1] == owners[0].keys[-1]
            and person is not owners[0]
            and id(person) not in taken
        ]
        return found[0] if gender and len(found) == 1 else None
