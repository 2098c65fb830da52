"""Namesakes: whose a surname is that several people of a text have."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from rashomon.actors.person import Person
from rashomon.actors.view import View

MAX_NEAR = 50  # names looked at before a surname
NEAR = 2  # sentences in which a full name tells whose the surname after it is


class Bearers:
    """Tells, in reading order, who of several is called by the surname alone.

    News calls one person by it and the others of a family by their first names: who was called so
    when nobody else of that name had been named goes on being called so.
    """

    def __init__(self, view: View, full_names: Sequence[tuple[int, Person]]) -> None:
        """Take the places of all full names."""
        self._view = view
        self._full_names = sorted(full_names, key=lambda name: name[0])
        self._places = [first for first, _ in self._full_names]
        self._n_of_person = Counter(id(person) for _, person in full_names)
        self._called: dict[str, Person] = {}

    def of(self, index: int, key: str, namesakes: list[Person]) -> list[Person]:
        """Return the one whom a lone name is for, or all who may be meant."""
        last_names = [person for person in namesakes if person.keys[-1] == key]
        fitting = self._of_gender(index, last_names or namesakes)
        if len(fitting) == 1:
            return fitting
        called = self._called.get(key)
        if called in fitting:
            return [called]
        before = [person for person in fitting if person.first < index]
        # A headline's surname is of the one whom the text then names first.
        first_named = min(fitting, key=lambda person: person.first)
        found = self._choose(index, before) if before else [first_named]
        if len(found) == 1:
            self._called[key] = found[0]
        return found

    def _of_gender(self, index: int, people: list[Person]) -> list[Person]:
        """Keep those whom "Mr." or "Mrs." before the surname fits."""
        genders = self._view.knowledge.roles
        before = self._view.folded[index - 1].rstrip(".") if index else ""
        gender = genders.gender((before,)) if before in genders.honorifics else None
        fitting = [p for p in people if genders.gender((p.keys[0],)) in {None, gender}]
        return fitting if gender and fitting else people

    def _choose(self, index: int, people: list[Person]) -> list[Person]:
        """Choose who alone was named just before, or who is named in full most often."""
        if len(people) == 1:
            return people
        sentence = self._view.sentence_of[index]
        place = bisect_left(self._places, index)
        meant = {id(person) for person in people}
        near = {
            id(person): person
            for first, person in self._full_names[max(0, place - MAX_NEAR) : place]
            if id(person) in meant and self._view.sentence_of[first] > sentence - NEAR
        }
        if len(near) == 1:
            return list(near.values())
        ranked = sorted(people, key=lambda person: -self._n_of_person[id(person)])
        first, second = (self._n_of_person[id(person)] for person in ranked[:2])
        return ranked[:1] if first > second and not near else people
