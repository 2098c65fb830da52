"""The knowledge base: states, bodies, organisations, armed groups and office holders."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from rashomon.actors.ambiguity import AmbiguousName
from rashomon.actors.holders import ANY_TIME, Holder, Period, Term
from rashomon.actors.lexicon import Entry, Form, Lexicon
from rashomon.actors.names import fold, is_other_script, split_words
from rashomon.actors.packaged import Packaged, one_spelling, read_packaged
from rashomon.actors.roles import Roles
from rashomon.actors.sides import Given, read_sides
from rashomon.model import Actor, ActorId, ActorKind, content_hash

# A label's words after these tell where an office is or whom it deals with, not whose it is.
PLACES_FOLLOW = frozenset({"in", "to", "at", "on", "for"})
# Words in a name of several capitalised words that make it no person's.
NO_PERSON = re.compile(
    r"\b(?:the|association|bank|board|city|club|company|committee|corp|corporation|council|court|"
    r"department|federation|group|inc|limited|ltd|ministry|office|party|plc|union|university|"
    r"workers|& co)\b",
    re.IGNORECASE,
)
MAX_LABEL = 4  # words of a state's name in another script


@dataclass(slots=True)
class KnowledgeBase:
    """Who is known before a text is read. Make one with `load_knowledge`."""

    packaged: Packaged
    lexicon: Lexicon
    given: Lexicon = field(default_factory=Lexicon)  # the user's sides: asked first
    sides: tuple[str, ...] = ()  # names of the user's sides
    _given_people: dict[str, list[Actor]] = field(default_factory=dict)
    _given_holders: dict[str, list[Holder]] = field(default_factory=dict)  # those with dates

    @property
    def roles(self) -> Roles:
        """The tables of role nouns."""
        return self.packaged.roles

    def find(self, words: str, on: Period = ANY_TIME) -> Actor | None:
        """Return the actor that a name stands for: "Kremlin", "the United States", "Moscow".

        Case counts where a name is a word: "us" and "turkey" are nobody. States are found in many
        languages, people in several spellings and scripts.

        Args:
            words: The whole name.
            on: When: a person has the side and the role of that time.
        """
        written = split_words(words)
        if not written:
            return None
        if len(written) > 1 and written[0].lower() == "the":
            return self._whole(written, on) or self._whole(written[1:], on)
        return self._whole(written, on)

    def _whole(self, written: Sequence[str], on: Period) -> Actor | None:
        folded = [fold(word) for word in written]
        entry = self.match(written, folded, 0)
        if entry is not None and len(entry.words) == len(written):
            return entry.holder.actor(entry.holder.term_in(on)) if entry.holder else entry.actor
        if not all(
            word[:1].isupper() or is_other_script(word) for word in (written[0], written[-1])
        ):
            return None
        state = self.packaged.states.get(self.packaged.labels.get(" ".join(written).casefold(), ""))
        if state is not None:
            return state
        holders = self.with_name(folded) if len(folded) > 1 else self.with_surname(folded[0])
        return holders[0].actor(holders[0].term_in(on)) if len(holders) == 1 else None

    def match(self, words: Sequence[str], folded: Sequence[str], start: int) -> Entry | None:
        """Return the longest name that begins at a word; the user's own names go first."""
        entry = self.given.match(words, folded, start) or self.lexicon.match(words, folded, start)
        return entry or (self._match_label(words, start) if is_other_script(words[start]) else None)

    def _match_label(self, words: Sequence[str], start: int) -> Entry | None:
        """Match a state's name in another script: "Россия", "中国"."""
        if not words[start][0].isalpha() or words[start].islower():
            return None
        for n_words in range(MAX_LABEL, 0, -1):
            name = words[start : start + n_words]
            side = self.packaged.labels.get(" ".join(name).casefold())
            if side is not None and side in self.packaged.states:
                return Entry(tuple(name), self.packaged.states[side], Form.NAME)
        return None

    def with_surname(self, surname: str) -> tuple[Holder, ...]:
        """Return the office holders known by a surname alone, in any spelling."""
        key = fold(surname)
        if key in self.packaged.surnames_left_out:
            return ()
        return (*self._given_holders.get(key, ()), *self.packaged.with_surname(key))

    def given_with_surname(self, surname: str) -> tuple[Actor, ...]:
        """Return the people of the user's sides who have a surname."""
        return tuple(self._given_people.get(fold(surname), ()))

    def with_name(self, folded: Sequence[str]) -> tuple[Holder, ...]:
        """Return the office holders whose first name and surname these are, in any spelling.

        Args:
            folded: The words of a name, folded; the surname is the last, or the first as in China.
        """
        first_names = {*folded}
        return tuple(
            holder
            for last, others in ((folded[-1], folded[:-1]), (folded[0], folded[1:]))
            for holder in self.packaged.with_surname(last)
            if first_names.intersection(others) & holder.first_names
        )[:2]

    def in_office(self, side: str, role: Collection[str], on: Period) -> list[tuple[Holder, Term]]:
        """Return who held an office of a side at a time.

        Args:
            side: The name of the side.
            role: The words of the office in lower case: all of them, and no other, must fit.
            on: When.
        """
        wanted = one_spelling(role)
        return [
            (holder, term)
            for holder, term in self.packaged.of_side(side)
            if term.is_in(on) and self.packaged.office_words(term.role) == wanted
        ]

    def members(self, organisation: str) -> tuple[str, ...]:
        """Return the names of an organisation's member states, () if they are not known."""
        return self.packaged.members.get(organisation, ())

    def claimants(self, state: str, on: Period) -> tuple[Actor, ...]:
        """Return the bodies that also claim to speak for a state at a time."""
        names = self.packaged.claimants(state, on)
        return tuple(actor for name in names if (actor := self.actor_named(name)))

    def enemies(self, state: str, on: Period) -> tuple[Actor, ...]:
        """Return the states and groups that a state was at war with at a time."""
        return tuple(
            actor for name in self.packaged.enemies(state, on) if (actor := self.actor_named(name))
        )

    def carried_by(self, agency: str) -> Actor | None:
        """Return the state whose official words a news agency passes on, None for others."""
        return self.packaged.states.get(self.packaged.carried.get(agency, ""))

    def senses(self, name: str) -> AmbiguousName | None:
        """Return what a name of several may mean, None if it is not known to be one."""
        return self.packaged.ambiguous.get(name)

    def actor_named(self, name: str) -> Actor | None:
        """Return the state or body that has exactly this name in the knowledge base."""
        return self.packaged.by_name.get(name)

    def side_named(self, label: str) -> str | None:
        """Return the side that a label or a publisher's name stands for.

        Args:
            label: "RU", "RUS", "Russia", "President of Ukraine", "White House (whitehouse.gov)".

        Returns:
            The side's name as it is used everywhere ("Russia"), or None when nothing tells.
        """
        plain = re.sub(r"\([^)]*\)", " ", label).strip()
        for whole in (label.strip(), plain):
            if whole in self.sides:
                return whole
            if whole.casefold() in self.packaged.labels:
                return self.packaged.labels[whole.casefold()]
        actor = self.find(plain)
        if actor:
            return actor.side
        return self._side_in(plain)

    def _side_in(self, label: str) -> str | None:
        """Find whose office a label names: the side after "of", else the only one."""
        words = split_words(label)
        folded = [fold(word) for word in words]
        found: list[tuple[int, str]] = []
        i = 0
        while i < len(words):
            if folded[i] in PLACES_FOLLOW and found:
                break
            entry = self.match(words, folded, i)
            if entry and entry.actor.side:
                found.append((i, entry.actor.side))
            i += len(entry.words) if entry else 1
        owned = [side for i, side in found if i and folded[i - 1] in {"of", "the"}]
        for sides in (owned, [side for _, side in found]):
            if len(set(sides)) == 1:
                return sides[0]
        return None

    def add_given(self, given: Given) -> None:
        """Add a name of the user's file and whom it speaks for."""
        is_person = given.kind is ActorKind.PERSON or (
            given.kind is None and given.name != given.side and _looks_like_a_person(given.name)
        )
        is_role = given.name == given.name.lower() or given.name.lower().startswith("the ")
        known = None if given.side in self.sides else self.find(given.side)
        actor = Actor(
            id=ActorId(content_hash("given", given.side, given.actor)),
            name=given.actor,
            kind=ActorKind.PERSON if is_person else given.kind or ActorKind.ORGANISATION,
            side=known.side if known else given.side,
            role=given.role,
        )
        form = Form.PERSON if is_person else Form.ROLE if is_role else Form.NAME
        holder = _dated(given, actor) if given.since or given.until else None
        for name in dict.fromkeys((given.name, re.sub("^[Tt]he ", "", given.name))):
            self.given.add(name, actor, form, is_given=holder is None, holder=holder)
        if is_person:
            surname = fold(given.name.split()[-1])
            if holder:
                self._given_holders.setdefault(surname, []).append(holder)
            else:
                self._given_people.setdefault(surname, []).append(actor)


def _dated(given: Given, actor: Actor) -> Holder:
    """Make an office holder of somebody who speaks for a side for a time."""
    term = Term(actor.side or given.side, given.role or "speaker", given.since, given.until)
    first_names = frozenset(map(fold, given.name.split()[:-1]))
    return Holder(id=actor.id, name=actor.name, first_names=first_names, terms=(term,))


def _looks_like_a_person(name: str) -> bool:
    words = name.split()
    return (
        2 <= len(words) <= 4  # names of people in reports
        and all(word[0].isupper() for word in words)
        and not any(word.isupper() and len(word) > 2 for word in words)  # "AB Nordkai"
        and not NO_PERSON.search(name)
    )


def load_knowledge(sides_file: Path | None = None) -> KnowledgeBase:
    """Load the knowledge base of the package, with a user's own sides before it.

    Args:
        sides_file: TOML tables like ``[sides.Nordkai] actors = ["Nordkai", "the company"]``;
            its names override the package's.

    Raises:
        SidesError: If the sides file does not hold sides.
        ResourceError: If the package's data files are missing or damaged.
    """
    known = _packaged()
    if sides_file is None:
        return known
    sides, names = read_sides(sides_file)
    base = KnowledgeBase(packaged=known.packaged, lexicon=known.lexicon, sides=sides)
    for given in names:
        base.add_given(given)
    return base


@lru_cache(maxsize=1)
def _packaged() -> KnowledgeBase:
    packaged = read_packaged()
    return KnowledgeBase(packaged, Lexicon(packaged.names, packaged.entry_of))
