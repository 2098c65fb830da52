"""The knowledge base: states, bodies, organisations, armed groups and office holders."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from rashomon.actors.files import read_table, strings
from rashomon.actors.lexicon import Entry, Form, Lexicon
from rashomon.actors.names import fold, split_words
from rashomon.actors.roles import Roles, load_roles
from rashomon.actors.sides import SideGiven, read_sides
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


@dataclass(slots=True)
class KnowledgeBase:
    """Who is known before a text is read. Make one with `load_knowledge`."""

    roles: Roles
    lexicon: Lexicon = field(default_factory=Lexicon)
    given: Lexicon = field(default_factory=Lexicon)  # the user's sides: asked first
    sides: tuple[str, ...] = ()  # names of the user's sides
    _labels: dict[str, str] = field(default_factory=dict)
    _by_surname: dict[str, list[Actor]] = field(default_factory=dict)
    _given_people: dict[str, list[Actor]] = field(default_factory=dict)

    def find(self, words: str) -> Actor | None:
        """Return the actor that a name stands for: "Kremlin", "the United States", "Moscow".

        Case counts where a name is a word: "us" and "turkey" are nobody.
        """
        written = split_words(words)
        if len(written) > 1 and written[0].lower() == "the":
            exact = self._whole(written)
            return exact or self._whole(written[1:])
        return self._whole(written)

    def _whole(self, written: Sequence[str]) -> Actor | None:
        entry = self.match(written, [fold(word) for word in written], 0) if written else None
        return entry.actor if entry and len(entry.words) == len(written) else None

    def match(self, words: Sequence[str], folded: Sequence[str], start: int) -> Entry | None:
        """Return the longest name that begins at a word; the user's own names go first."""
        return self.given.match(words, folded, start) or self.lexicon.match(words, folded, start)

    def with_surname(self, surname: str) -> tuple[Actor, ...]:
        """Return the office holders known by a surname, the user's own people first."""
        key = fold(surname)
        return tuple(self._given_people.get(key, ()) or self._by_surname.get(key, ()))

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
            if whole.casefold() in self._labels:
                return self._labels[whole.casefold()]
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

    def add_state(self, entry: dict[str, object]) -> Actor:
        """Add a state of `states.json`: names, codes, demonyms, capitals, office holders."""
        name = str(entry["name"])
        actor = Actor(id=ActorId(str(entry["id"])), name=name, kind=ActorKind.STATE, side=name)
        for alias in (name, *strings(entry, "aliases")):
            self.lexicon.add(alias, actor, Form.NAME)
            self._labels.setdefault(alias.casefold(), name)
        for code in (entry["alpha2"], entry["alpha3"], *strings(entry, "labels")):
            self._labels.setdefault(str(code).casefold(), name)
        for word in strings(entry, "demonyms"):
            self.lexicon.add(word, actor, Form.ADJECTIVE)
        for capital in strings(entry, "capitals"):
            self.lexicon.add(capital, actor, Form.CAPITAL)
        return actor

    def add_body(self, entry: dict[str, object], kind: ActorKind) -> None:
        """Add an entry of `bodies.toml`; without a side it is its own, with "" it has none."""
        name = str(entry["name"])
        side = str(entry.get("side", name)) or None
        actor = Actor(id=ActorId(str(entry["id"])), name=name, kind=kind, side=side)
        for alias in (name, *strings(entry, "aliases")):
            self.lexicon.add(alias, actor, Form.NAME)

    def add_person(self, name: str, surname: str, role: str, side: str) -> None:
        """Add an office holder by full name, and by first name and surname alone."""
        actor = Actor(
            id=ActorId(content_hash("person", name)),
            name=name,
            kind=ActorKind.PERSON,
            side=side,
            role=role,
        )
        self.lexicon.add(name, actor, Form.PERSON)
        first_name = name.split(maxsplit=1)[0]
        short = f"{first_name} {surname}"
        if short != name and not surname.startswith(first_name):
            self.lexicon.add(short, actor, Form.PERSON)
        self._by_surname.setdefault(fold(surname.rsplit(maxsplit=1)[-1]), []).append(actor)

    def add_side(self, side: SideGiven) -> None:
        """Add a side of the user's own and everybody who speaks for it."""
        for name in dict.fromkeys((side.name, *side.actors)):
            is_person = name != side.name and _looks_like_a_person(name)
            is_role = name == name.lower() or name.lower().startswith("the ")
            actor = Actor(
                id=ActorId(content_hash("given", side.name, name)),
                name=name,
                kind=ActorKind.PERSON if is_person else ActorKind.ORGANISATION,
                side=side.name,
            )
            form = Form.PERSON if is_person else Form.ROLE if is_role else Form.NAME
            self.given.add(name, actor, form, is_given=True)
            if name.lower().startswith("the "):
                self.given.add(name[4:], actor, form, is_given=True)
            if is_person:
                self._given_people.setdefault(fold(name.split()[-1]), []).append(actor)


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
    sides = read_sides(sides_file)
    base = KnowledgeBase(
        roles=known.roles,
        lexicon=known.lexicon,
        sides=tuple(side.name for side in sides),
        _labels=known._labels,  # noqa: SLF001  # its own kind
        _by_surname=known._by_surname,  # noqa: SLF001  # its own kind
    )
    for side in sides:
        base.add_side(side)
    return base


@lru_cache(maxsize=1)
def _packaged() -> KnowledgeBase:
    base = KnowledgeBase(roles=load_roles())
    for group in read_table("bodies.toml")["body"]:
        for entry in group["entries"]:
            base.add_body(entry, ActorKind(group["kind"]))
    states = read_table("states.json")["states"]
    for state in states:
        base.add_state(state)
    for side, people in read_table("people.toml")["states"].items():
        for name, role, *surname in people:
            base.add_person(name, surname[0] if surname else name.split()[-1], role, side)
    for state in states:
        for holder in state["holders"]:
            base.add_person(holder["name"], holder["surname"], holder["role"], state["name"])
    return base
