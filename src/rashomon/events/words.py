"""The reviewed table of words for contacts, read once."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from rashomon.model import Channel


@dataclass(frozen=True, slots=True)
class ContactWords:
    """Words that tell of a contact between people; all in lower case."""

    nouns: dict[str, Channel | None]  # "phone call"; the channel where the word alone says it
    verbs: dict[str, Channel | None]
    carriers: frozenset[str]
    channels: dict[str, Channel]
    earlier: frozenset[str]
    later: frozenset[str]
    joining: frozenset[str]
    starting: frozenset[str]
    started_by: frozenset[str]


@lru_cache(maxsize=1)
def contact_words() -> ContactWords:
    """Read the table, once a process."""
    table = tomllib.loads(
        files("rashomon.events").joinpath("data/contacts.toml").read_text("utf-8")
    )
    words = table["words"]
    return ContactWords(
        nouns={word: Channel(name) if name else None for word, name in table["nouns"].items()},
        verbs={word: Channel(name) if name else None for word, name in table["verbs"].items()},
        carriers=frozenset(table["carriers"]["verbs"]),
        channels={word: Channel(name) for word, name in table["channels"].items()},
        earlier=frozenset(words["earlier"]),
        later=frozenset(words["later"]),
        joining=frozenset(words["joining"]),
        starting=frozenset(words["starting"]),
        started_by=frozenset(words["started_by"]),
    )
