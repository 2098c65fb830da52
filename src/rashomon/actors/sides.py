"""A sides file: the user's own sides, and who speaks for each."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from rashomon.errors import SidesError


@dataclass(frozen=True, slots=True)
class SideGiven:
    """A side that the user defines, and the names that speak for it."""

    name: str
    actors: tuple[str, ...]


def read_sides(path: Path) -> tuple[SideGiven, ...]:
    """Read a sides file.

    Args:
        path: A TOML file with a table ``[sides.NAME]`` a side, whose ``actors`` are names, role
            nouns and people that speak for it.

    Returns:
        The sides in the order of the file.

    Raises:
        SidesError: If the file is missing, is no TOML, holds no sides, or gives one name to two.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SidesError(str(path), f"cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise SidesError(str(path), "is not text in UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SidesError(str(path), f"is not TOML ({error})") from error
    entries = table.get("sides")
    if not isinstance(entries, dict) or not entries:
        raise SidesError(str(path), "has no [sides.NAME] table")
    sides = tuple(_side(path, name, entry) for name, entry in entries.items())
    _refuse_shared_names(path, sides)
    return sides


def _side(path: Path, name: str, entry: object) -> SideGiven:
    if not name.strip():
        raise SidesError(str(path), "a side has an empty name")
    if not isinstance(entry, dict):
        raise SidesError(str(path), f"sides.{name} is not a table")
    actors = entry.get("actors")
    if not isinstance(actors, list) or not all(
        isinstance(actor, str) and actor.strip() for actor in actors
    ):
        raise SidesError(str(path), f"sides.{name}.actors is not a list of names")
    return SideGiven(name, tuple(actor.strip() for actor in actors))


def _refuse_shared_names(path: Path, sides: tuple[SideGiven, ...]) -> None:
    owners: dict[str, str] = {}
    for side in sides:
        for name in (side.name, *side.actors):
            owner = owners.setdefault(name.casefold(), side.name)
            if owner != side.name:
                problem = f"{name!r} is on two sides, {owner} and {side.name}"
                raise SidesError(str(path), problem)
