"""A sides file: the user's own sides and actors, and who speaks for each."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.errors import SidesError
from rashomon.model import ActorKind

# A table's head or a key, as far as lines are told by them; what is no such line tells nothing.
HEAD = re.compile(r"\s*\[\[?\s*(?P<path>[^\]]+?)\s*\]")
KEY = re.compile(r"""\s*(?P<key>"[^"]*"|'[^']*'|[\w-]+)\s*=""")
PART = re.compile(r""""([^"]*)"|'([^']*)'|([^.\s"']+)""")
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
ACTOR_KEYS = frozenset({"speaks_for", "aliases", "kind", "role", "from", "until"})


@dataclass(frozen=True, slots=True)
class Given:
    """A name of a sides file, and the actor and side it stands for."""

    name: str
    actor: str  # whose name or alias it is
    side: str  # of this file, or a name of the knowledge base
    kind: ActorKind | None = None  # None: as the name looks
    role: str | None = None
    since: str = ""  # ISO 8601 dates between which the actor speaks for the side
    until: str = ""


class SidesFile:
    """A sides file as it is read: its words too, so that errors can say where."""

    def __init__(self, path: Path) -> None:
        """Read a file.

        Raises:
            SidesError: If it is missing or is no TOML.
        """
        self.path = path
        try:
            self._text = path.read_text(encoding="utf-8-sig")
            self.table = tomllib.loads(self._text)
        except OSError as error:
            raise SidesError(str(path), f"cannot be read ({error.strerror})") from error
        except UnicodeDecodeError as error:
            raise SidesError(str(path), "is not text in UTF-8") from error
        except tomllib.TOMLDecodeError as error:
            raise SidesError(str(path), f"is not TOML ({error})") from error

    def error(self, problem: str, *keys: str) -> SidesError:
        """Return an error that names the line of a key."""
        line = self._line_of(keys)
        where = f"{self.path}, line {line}" if line else str(self.path)
        return SidesError(where, problem)

    def _line_of(self, keys: tuple[str, ...]) -> int | None:
        """Return the line of a key, or of the table that it should stand in."""
        table: tuple[str, ...] = ()
        best: tuple[int, int] | None = None  # how many keys fit, line negated
        for number, line in enumerate(self._text.splitlines(), 1):
            head, key = HEAD.match(line), KEY.match(line)
            if head:
                table = tuple("".join(part) for part in PART.findall(head["path"]))
            path = (*table, key["key"].strip("\"'")) if key and not head else table
            if path and path == keys[: len(path)]:
                best = max(best or (0, 0), (len(path), -number))
        return -best[1] if best else None


def read_sides(path: Path) -> tuple[tuple[str, ...], tuple[Given, ...]]:
    """Read a sides file.

    Args:
        path: A TOML file with a table ``[sides.NAME]`` a side, whose ``actors`` are names, role
            nouns and people that speak for it, and a table ``[actors.NAME]`` an actor, with
            ``speaks_for`` and, if need be, ``aliases``, ``kind``, ``role``, ``from``, ``until``.

    Returns:
        The names of the sides, and all names with whom they speak for, in the order of the file.

    Raises:
        SidesError: If the file is missing, is no TOML, holds no sides, gives one name to two, or
            lets actors speak for each other in a circle.
    """
    file = SidesFile(path)
    sides, actors = file.table.get("sides", {}), file.table.get("actors", {})
    unknown = sorted(file.table.keys() - {"sides", "actors"})
    if unknown and (sides or actors):
        raise file.error(f"{unknown[0]} is neither sides nor actors", unknown[0])
    if not isinstance(sides, dict) or not isinstance(actors, dict) or not (sides or actors):
        raise file.error("has no [sides.NAME] table", *list(file.table)[:1])
    names = [given for name, entry in sides.items() for given in _of_side(file, name, entry)]
    targets = {name: _target(file, name, entry) for name, entry in actors.items()}
    _refuse_circles(file, targets)
    for name, entry in actors.items():
        names += _of_actor(file, name, entry, _side_of(name, targets, names))
    _refuse_shared_names(file, names)
    return tuple(sides), tuple(names)


def _of_side(file: SidesFile, name: str, entry: object) -> list[Given]:
    if not name.strip():
        raise file.error("a side has an empty name", "sides", name)
    if not isinstance(entry, dict):
        raise file.error(f"sides.{name} is not a table", "sides", name)
    unknown = sorted(entry.keys() - {"actors"})
    if unknown:
        raise file.error(f"sides.{name}.{unknown[0]} is no key of a side", "sides", name, *unknown)
    actors = _names(file, entry, "sides", name, "actors")
    if actors is None:
        raise file.error(f"sides.{name}.actors is not a list of names", "sides", name, "actors")
    return [Given(each, each, name) for each in dict.fromkeys((name, *actors))]


def _names(file: SidesFile, entry: Mapping[str, Any], *keys: str) -> tuple[str, ...] | None:
    """Return a list of names; None where there is none."""
    found = entry.get(keys[-1])
    if found is None:
        return None
    if not isinstance(found, list) or not all(isinstance(n, str) and n.strip() for n in found):
        raise file.error(f"{'.'.join(keys)} is not a list of names", *keys)
    return tuple(name.strip() for name in found)


def _target(file: SidesFile, name: str, entry: object) -> str:
    """Return whom an actor speaks for: itself, when it says nothing."""
    if not name.strip():
        raise file.error("an actor has an empty name", "actors", name)
    if not isinstance(entry, dict):
        raise file.error(f"actors.{name} is not a table", "actors", name)
    for key, value in entry.items():
        if key not in ACTOR_KEYS:
            problem = f"actors.{name}.{key} is no key of an actor"
            raise file.error(problem, "actors", name, key)
        if key != "aliases" and (not isinstance(value, str) or not value.strip()):
            problem = f"actors.{name}.{key} is not text"
            raise file.error(problem, "actors", name, key)
    return str(entry.get("speaks_for", name)).strip()


def _refuse_circles(file: SidesFile, targets: Mapping[str, str]) -> None:
    for name in targets:
        chain = [name]
        while (after := targets.get(chain[-1], chain[-1])) != chain[-1]:
            if after in chain:
                circle = [*chain[chain.index(after) :], after]
                words = " speaks for ".join(circle)
                raise file.error(f"nobody speaks first: {words}", "actors", circle[0], "speaks_for")
            chain.append(after)


def _side_of(name: str, targets: Mapping[str, str], names: list[Given]) -> str:
    """Follow who speaks for whom to the end: a side of the file, or a name it does not explain."""
    while targets.get(name, name) != name:
        name = targets[name]
    return next((given.side for given in names if given.name == name), name)


def _of_actor(file: SidesFile, name: str, entry: Mapping[str, Any], side: str) -> list[Given]:
    aliases = _names(file, entry, "actors", name, "aliases") or ()
    kinds = [kind.value for kind in ActorKind]
    kind = entry.get("kind")
    if kind is not None and kind not in kinds:
        problem = f"actors.{name}.kind is {kind!r}, not one of {', '.join(kinds)}"
        raise file.error(problem, "actors", name, "kind")
    for key in ("from", "until"):
        if key in entry and not DATE.fullmatch(entry[key]):
            problem = f'actors.{name}.{key} is {entry[key]!r}, no date such as "2026-05-31"'
            raise file.error(problem, "actors", name, key)
    return [
        Given(
            name=each,
            actor=name,
            side=side,
            kind=ActorKind(kind) if kind else None,
            role=entry.get("role"),
            since=entry.get("from", ""),
            until=entry.get("until", ""),
        )
        for each in dict.fromkeys((name, *aliases))
    ]


def _refuse_shared_names(file: SidesFile, names: list[Given]) -> None:
    owners: dict[str, str] = {}
    for given in names:
        owner = owners.setdefault(given.name.casefold(), given.side)
        if owner != given.side:
            problem = f"{given.name!r} is on two sides, {owner} and {given.side}"
            raise file.error(problem, "sides", given.side, "actors")
