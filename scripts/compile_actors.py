"""Compile the tables of src/rashomon/actors/data into knowledge.json, the one file that is loaded.

    python scripts/compile_actors.py [--check]

Joins states.json and spellings.json (made by build_actors.py) with the tables written by hand:
bodies, people, roles, ambiguous names, disputes. Names are split and folded here, so that loading
is reading one file. With --check nothing is written; the status is 1 when the file is out of date.
"""

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

from rashomon.actors.lexicon import Form
from rashomon.actors.names import fold, split_words
from rashomon.model import ActorKind, content_hash

FOLDER = Path(__file__).parents[1] / "src/rashomon/actors/data"
OUTPUT = FOLDER / "knowledge.json"
ROW = re.compile(r"(?P<name>.+) (?P<since>[\d-]*)/(?P<until>[\d-]*)")
ROMAN = re.compile("[IVX]+")
SUFFIXES = frozenset({"jr"})


class Tables:
    """The tables as they grow."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.actors: list[list[str | None]] = []
        self.names: dict[str, list[tuple[str, str, str, int]]] = {}
        self.labels: dict[str, str] = {}
        self.holders: list[dict[str, Any]] = []
        self.surnames: dict[str, list[int]] = {}
        self.members: dict[str, list[str]] = {}
        self.carried: dict[str, str] = {}
        self.spellings: dict[str, list[str]] = {}

    def add_actor(self, identifier: str, name: str, kind: str, side: str | None) -> int:
        """Add a state or a body, and return its number."""
        self.actors.append([identifier, name, kind, side])
        return len(self.actors) - 1

    def add_name(self, name: str, form: Form, number: int) -> None:
        """Add a name of an actor, or of a person."""
        words = split_words(name)
        if words:
            keys = [fold(word) for word in words]
            self.names.setdefault(keys[0], []).append(
                (" ".join(keys), " ".join(words), form.value, number)
            )

    def spelled(self, word: str) -> set[str]:
        """Return a word of a name in every spelling, folded."""
        forms = {word, *self.spellings.get(word.lower(), ())}
        return {fold(form.rsplit("-", 1)[-1]) for form in forms}  # "al-Sisi"


def add_body(tables: Tables, entry: dict[str, Any], kind: ActorKind) -> None:
    """Add an entry of bodies.toml; without a side it is its own, with "" it has none."""
    name = entry["name"]
    number = tables.add_actor(entry["id"], name, kind.value, entry.get("side", name) or None)
    for alias in (name, *entry.get("aliases", ())):
        tables.add_name(alias, Form.CAPITAL if entry.get("city") else Form.NAME, number)
    if entry.get("carries"):
        tables.carried[name] = entry["carries"]


def add_state(tables: Tables, entry: dict[str, Any], members: dict[str, str]) -> None:
    """Add a state of states.json: names, codes, demonyms, capitals, memberships."""
    name = entry["name"]
    number = tables.add_actor(entry["id"], name, ActorKind.STATE.value, name)
    for alias in (name, *entry["aliases"]):
        tables.add_name(alias, Form.NAME, number)
        tables.labels.setdefault(alias.casefold(), name)
    for label in (entry["alpha2"], entry["alpha3"], *entry["labels"]):
        tables.labels.setdefault(label.casefold(), name)
    for word in entry["demonyms"]:
        tables.add_name(word, Form.ADJECTIVE, number)
    for capital in entry["capitals"]:
        tables.add_name(capital, Form.CAPITAL, number)
    for code in entry["memberships"]:
        if code in members:
            tables.members.setdefault(members[code], []).append(name)


def correct_members(tables: Tables, entry: dict[str, Any], states: list[str]) -> None:
    """Add the members that the packaged list of an organisation lacks, and drop those that left.

    A correction that changes nothing is an error too: the packaged list was mended, or never wrong.
    """
    listed = tables.members.get(entry["name"], [])
    for key in ("joined", "left"):
        for name in entry.get(key, ()):
            if name not in states:
                sys.exit(f"bodies.toml, {entry['id']}, {key}: {name!r} is no state of states.json")
            if (name in listed) == (key == "joined"):
                sys.exit(f"bodies.toml, {entry['id']}, {key}: {name!r} corrects nothing")
    if "joined" in entry or "left" in entry:
        members = {*listed, *entry.get("joined", ())} - {*entry.get("left", ())}
        tables.members[entry["name"]] = [name for name in states if name in members]


def read_name(written: str) -> tuple[str, str]:
    """Return a name as texts have it, and its family name: the words in capitals, or the last."""
    words = written.split()
    capitals = [w for w in words if w.isupper() and len(w) > 1 and not ROMAN.fullmatch(w)
                and "." not in w]  # fmt: skip
    shown = [cased(word) if word in capitals else word for word in words]
    last = [word for word in shown if fold(word) not in SUFFIXES][-1]
    family = " ".join(map(cased, capitals)) if capitals else "" if ROMAN.fullmatch(last) else last
    return " ".join(shown), family


def cased(word: str) -> str:
    """Write a family name in capitals as a text does: "DÍAZ-CANEL", "Díaz-Canel"."""
    return "-".join(part.capitalize() for part in word.split("-"))


def find_holder(tables: Tables, name: str) -> dict[str, Any] | None:
    """Return the person of the same name: one who held offices of two sides is one person."""
    key = " ".join(fold(word) for word in split_words(name))
    return next((one for one in tables.holders if one["key"] == key), None)


def add_holder(tables: Tables, name: str, family: str) -> dict[str, Any]:
    """Add a person by full name, and by first name and surname alone."""
    words = split_words(name)
    last = split_words(family)[-1] if family else ""
    holder = {
        "id": content_hash("person", name),
        "key": " ".join(fold(word) for word in words),
        "name": name,
        "family": family,
        "lasts": sorted(tables.spelled(last)) if last else [],
        "first_names": sorted(set().union(*map(tables.spelled, words)) - {fold(last)}),
        "terms": [],
    }
    number = len(tables.holders)
    tables.holders.append(holder)
    add_person_names(tables, number, name, family)
    for form in holder["lasts"]:
        tables.surnames.setdefault(form, []).append(number)
    return holder


def add_person_names(tables: Tables, number: int, name: str, family: str) -> None:
    """Add a full name, and the first name with the family name where a middle name is left out."""
    if len(split_words(name)) == 1 and name.isascii() and len(name) < 6:
        return
    tables.add_name(name, Form.PERSON, number)
    first_name = name.split(maxsplit=1)[0]
    if family and not family.startswith(first_name) and f"{first_name} {family}" != name:
        tables.add_name(f"{first_name} {family}", Form.PERSON, number)


def add_people(tables: Tables, table: dict[str, Any]) -> None:
    """Add the office holders of people.toml, with their dates and spellings."""
    for side, offices in table["offices"].items():
        for role, rows in offices.items():
            for row in rows:
                parts = ROW.fullmatch(row)
                if parts is None:
                    sys.exit(f"people.toml, {side}, {role}: no row of NAME FROM/UNTIL: {row!r}")
                name, family = read_name(parts["name"])
                holder = find_holder(tables, name) or add_holder(tables, name, family)
                holder["terms"].append([side, role, parts["since"], parts["until"]])
    for written, forms in table["spellings"].items():
        holder = find_holder(tables, read_name(written)[0])
        if holder is None:
            sys.exit(f"people.toml, spellings: {written!r} holds no office")
        number = tables.holders.index(holder)
        for form in forms:
            tables.add_name(form, Form.PERSON, number)
            words = split_words(form)
            if len(words) > 1:
                holder["first_names"] = sorted({*holder["first_names"], *map(fold, words[:-1])})
                numbers = tables.surnames.setdefault(fold(words[-1]), [])
                if number not in numbers:
                    numbers.append(number)


def add_factbook_holders(tables: Tables, states: list[dict[str, Any]]) -> None:
    """Add the factbook's holders: as another name of the one known, or as a new person."""
    for state in states:
        for given in state["holders"]:
            name, family = given["name"], given["surname"]
            last = fold(split_words(family)[-1])
            same = [
                number
                for number in tables.surnames.get(last, ())
                if any(
                    term[0] == state["name"] and not term[3]
                    for term in tables.holders[number]["terms"]
                )
            ]
            if len(same) == 1:
                add_person_names(tables, same[0], name, family)
                continue
            holder = find_holder(tables, name) or add_holder(tables, name, family)
            holder["terms"].append([state["name"], given["role"], given["since"], ""])


def compile_tables() -> dict[str, Any]:
    """Return the whole file."""
    read = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.toml")}
    states = json.loads((FOLDER / "states.json").read_text("utf-8"))["states"]
    tables = Tables()
    tables.spellings = json.loads((FOLDER / "spellings.json").read_text("utf-8"))["spellings"]
    members, bodies = {}, []
    for group in read["bodies"]["body"]:
        for entry in group["entries"]:
            bodies.append(entry)
            add_body(tables, entry, ActorKind(group["kind"]))
            if "factbook" in entry:
                members[entry["factbook"]] = entry["name"]
    for state in states:
        add_state(tables, state, members)
    for entry in bodies:
        correct_members(tables, entry, [state["name"] for state in states])
    add_people(tables, read["people"])
    add_factbook_holders(tables, states)
    for rows in tables.names.values():
        rows.sort(key=lambda row: -len(row[0].split(" ")))  # stable: the earliest first
    left_out = {fold(word) for word in read["people"]["surnames_left_out"]}
    return {
        "roles": read["roles"],
        "ambiguous": read["ambiguous"],
        "disputes": read["disputed"]["dispute"],
        "wars": read["disputed"]["war"],
        "actors": tables.actors,
        "names": tables.names,
        "labels": tables.labels,
        "holders": [
            [
                holder["id"],
                holder["name"],
                holder["first_names"],
                sorted(holder["terms"], key=lambda term: term[2]),
            ]
            for holder in tables.holders
        ],
        "surnames": tables.surnames,
        "surnames_left_out": sorted(left_out),
        "members": tables.members,
        "carried": tables.carried,
    }


def main(arguments: list[str]) -> int:
    """Write the file, or tell whether it is as the tables make it."""
    lines = [
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in compile_tables().items()
    ]
    content = "{" + ",\n".join(lines) + "}\n"
    if "--check" in arguments:
        is_same = OUTPUT.exists() and OUTPUT.read_text("utf-8") == content
        print("up to date" if is_same else f"{OUTPUT.name} is out of date: compile it again")
        return int(not is_same)
    OUTPUT.write_text(content, encoding="utf-8")
    print(f"{OUTPUT.name}: {len(content.encode()):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
