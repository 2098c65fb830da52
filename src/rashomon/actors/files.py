"""The data files of this room."""

import json
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from rashomon.errors import ResourceError

FOLDER = files("rashomon.actors") / "data"


def read_table(name: str) -> dict[str, Any]:
    """Read a TOML or JSON file of the data folder.

    Raises:
        ResourceError: If it is missing or damaged.
    """
    try:
        text = (FOLDER / name).read_text(encoding="utf-8")
        table: dict[str, Any] = json.loads(text) if name.endswith(".json") else tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise ResourceError(
            f"the data file rashomon/actors/data/{name} is missing or damaged",
            "Install rashomon again.",
        ) from error
    return table


def strings(table: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return a list of strings from a table, () where there is none."""
    return tuple(str(word) for word in table.get(key, ()))
