"""The people whom a caption names: name, position in the picture, and the words before the name."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from rashomon.documents.captions import (
    MAX_CAPTION,
    find_positions,
    precede_names,
    split_credit,
)
from rashomon.documents.wording import load_wording
from rashomon.model import CaptionPerson, Span

TOKEN = re.compile(r"[^\s,;:()\[\]\"“”«»]+")
# A stop after one letter belongs to a name: "S. Berg".
CLAUSE = re.compile(r"[,;:]\s+|(?<!\b[^\W\d_a-z])[.!?]\s+(?=[^\W\d_a-z])")
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?)+")
# "From left: A, B and C": everybody's position follows from the order.
ROW = re.compile(
    r"\W*(?:(?:pictured|seen|standing|seated),? )?"
    r"(?:from (?:the )?left(?: to right)?|left to right|l-r|l to r|"
    r"слева направо|von links|de gauche à droite|de izquierda a derecha)\s*[:,]?\s+",
    re.IGNORECASE,
)
ROW_SEPARATOR = re.compile(r",?\s+(?:and|und|et|y|и)\s+|[,;]\s+")
ORDINALS = ("", "second", "third", "fourth", "fifth", "sixth")
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their"})
SENTENCE_STOP = re.compile(r"(?<!\b[^\W\d_a-z])\.\s|\.?\Z")
BRACKET = re.compile(r"[(\[]|\Z")
OWNED = frozenset({"of", "for"})  # words between a role and what it is of
RELATIVE = frozenset({"who", "whose", "whom"})
PLACED = frozenset({"at", "in", "on", "during", "outside", "inside", "for"})
N_NAME_WORDS = 2  # a name after a role that names a state: "Foreign Minister of Nordland Ola Berg"
MAX_NAME_WORDS = 5
MAX_ROLE_WORDS = 6  # up to the title: "Nordland's first deputy foreign minister"

Token: TypeAlias = re.Match[str]
Named: TypeAlias = tuple[Span, str | None]  # a name, and the role beside it
Found: TypeAlias = tuple[Span, str | None, str | None]  # a name, its position, its role
Apposed: TypeAlias = tuple[Span, Span]  # a name, and the role after its comma


def find_people(text: str, start: int, end: int) -> list[CaptionPerson]:
    """Find the people whom one caption names, in order.

    A name stands before its position, or after it in a caption that begins with one. A name without
    a position is only told by the title before it, or by the role after its comma.

    Args:
        text: The document's text.
        start: Offset of the caption.
        end: Offset after it.
    """
    caption = text[start : min(end, start + MAX_CAPTION)]
    credit = split_credit(caption)
    words = caption if credit is None else caption[:credit]
    found = _find_row(words) or _find_positioned(words)
    return [
        CaptionPerson(
            name=words[span.start : span.end],
            position=position,
            role=role,
            span=Span(start + span.start, start + span.end),
        )
        for span, position, role in found
    ]


def _find_positioned(caption: str) -> list[Found]:
    """Find the people with positions, and those beside them whom a title or a role tells."""
    positions = find_positions(caption)
    apposed = list(_find_apposed(caption))
    found: list[Found] = []
    leads = precede_names(positions, caption)
    begins = [0, *(position.end for position in positions)]
    ends = [*(position.start for position in positions[1:]), len(caption)]
    for position, begin, after, end in zip(positions, begins, begins[1:], ends, strict=False):
        named = (
            _name_after(caption, after, end)
            if leads
            else _apposed_before(caption, apposed, position.start)
            or _name_before(caption, begin, position.start)
        )
        if named is not None:
            found.append((named[0], position.name, named[1]))
    others = [(name, None, caption[role.start : role.end]) for name, role in apposed]
    for person in [*others, *_find_titled(caption)]:
        if all(person[0].end <= span.start or span.end <= person[0].start for span, _, _ in found):
            found.append(person)
    return sorted(found, key=lambda person: person[0].start)


def _name_after(caption: str, begin: int, end: int) -> Named | None:
    """Read the name that begins at `begin`: "(left) President Ingrid Solheim; …"."""
    end = _end_of_row(caption, begin, _end_of_sentence(caption, begin, end))
    tokens = list(TOKEN.finditer(caption, begin, end))
    while tokens and tokens[-1].group() in load_wording().connectors:
        tokens.pop()
    return _name_before(caption, tokens[0].start(), tokens[-1].end()) if tokens else None


def _end_of_sentence(caption: str, begin: int, end: int) -> int:
    stop = SENTENCE_STOP.search(caption, begin, end)
    return end if stop is None else stop.start()


def _find_row(caption: str) -> list[Found]:
    lead = ROW.match(caption)
    if lead is None:
        return []
    end = _end_of_sentence(caption, lead.end(), len(caption))
    named = [
        person
        for begin, until in _split_row(caption, lead.end(), end)
        if (person := _name_before(caption, begin, until)) is not None
    ]
    places = _name_places(len(named))
    return [(span, place, role) for (span, role), place in zip(named, places, strict=True)]


def _split_row(caption: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for separator in ROW_SEPARATOR.finditer(caption, begin, end):
        yield begin, separator.start()
        begin = separator.end()
    yield begin, _end_of_row(caption, begin, end)


def _end_of_row(caption: str, begin: int, end: int) -> int:
    """Cut what the people of a row do: "… and Ola Berg at the summit"."""
    wording = load_wording()
    n_name_words = 0
    for token in TOKEN.finditer(caption, begin, end):
        word = token.group()
        if _is_name_word(word):
            n_name_words += 1
        elif n_name_words >= N_NAME_WORDS and word not in wording.particles | wording.titles:
            return token.start()
    return end


def _name_places(n_people: int) -> list[str]:
    middle = (
        ["center"]
        if n_people == 3  # of three, one stands in the middle
        else [f"{ORDINALS[min(i, 5)]} from left" for i in range(1, n_people - 1)]
    )
    return ["left", *middle, "right"][:n_people] if n_people != 1 else ["left"]


def _find_titled(caption: str) -> list[Found]:
    found: list[Found] = []
    begin = 0
    tokens = list(TOKEN.finditer(caption))
    for token, following in pairwise(tokens):
        is_title = token.group().lower() in load_wording().titles
        if not is_title or token.start() < begin or not _is_name_word(following.group()):
            continue
        end = _end_of_name(caption, following.start())
        named = _name_before(caption, begin, end)
        # "at the UN General Assembly" is a place.
        if named is not None and named[1] is not None and not PLACED & {*named[1].split()}:
            found.append((named[0], None, named[1]))
            begin = end
    return found


def _find_apposed(caption: str) -> Iterator[Apposed]:
    """Find names with the role after a comma: "Ola Berg, the head of the Norhaven Bank, …"."""
    bounds = [0, *(clause.end() for clause in CLAUSE.finditer(caption)), len(caption)]
    for begin, after, end in zip(bounds, bounds[1:], bounds[2:], strict=False):
        if not caption[:after].rstrip().endswith(","):
            continue
        name = _last_name(list(TOKEN.finditer(caption, begin, after)))
        bracket = BRACKET.search(caption, after, end)
        until = end if bracket is None else bracket.start()
        role = _read_role(list(TOKEN.finditer(caption, after, until)))
        if name and role:
            yield (
                Span(name[0].start(), name[-1].end()),
                Span(role[0].start(), role[-1].end()),
            )


def _apposed_before(caption: str, apposed: list[Apposed], end: int) -> Named | None:
    """Choose the name whose role ends where a position begins."""
    for name, role in apposed:
        if role.end <= end and not any(map(str.isalnum, caption[role.end : end])):
            return name, caption[role.start : role.end]
    return None


def _last_name(tokens: list[Token]) -> list[Token]:
    """Take the words of a name that end a clause; none when they name a place or have a title."""
    first = len(tokens)
    while first and _may_be_named(tokens[first - 1].group()):
        first -= 1
    words = [token.group().lower() for token in tokens[first:]]
    before = tokens[first - 1].group() if first else ""
    barred = PLACED | DETERMINERS | OWNED | {"from", "near"}
    is_barred = before in barred or not load_wording().titles.isdisjoint(words)
    if is_barred or not barred.isdisjoint(words) or not _is_full_name(words):
        return []
    return tokens[first:]


def _is_full_name(words: list[str]) -> bool:
    is_owner = any(word.endswith(("'s", "’s")) for word in words)
    return N_NAME_WORDS <= len(words) <= MAX_NAME_WORDS and not is_owner


def _read_role(tokens: list[Token]) -> list[Token]:
    """Take the words of a role that begin a clause, up to its title and what the title is of."""
    tokens = tokens[1:] if tokens and tokens[0].group().lower() in DETERMINERS else tokens
    words = [token.group() for token in tokens]
    stops = (PLACED | DETERMINERS | OWNED | RELATIVE | load_wording().connectors) - {"former"}
    n_head = next((i for i, word in enumerate(words) if word in stops), len(words))
    title = _last_title(tokens[: min(n_head, MAX_ROLE_WORDS)])
    if title is None:
        return []
    end = title + 1
    if end < len(words) and _is_name_word(words[end]):
        return []  # "Erik Lund, President Ola Berg": somebody else
    if end < len(words) and words[end] in OWNED:
        owner = end + 1 + (words[end + 1 : end + 2] == ["the"])
        rest = range(owner, len(words))
        after = next((i for i in rest if not _may_be_named(words[i])), len(words))
        end = after if after > owner else end
    return tokens[:end]


def _end_of_name(caption: str, start: int) -> int:
    """Go on from the first word of a name as long as words of names follow one another."""
    end = start
    particles = load_wording().particles
    for token in TOKEN.finditer(caption, start):
        if caption[end : token.start()].strip() or token.start() > end + 1:
            break
        if not _is_name_word(token.group()) and token.group() not in particles:
            break
        end = token.end()
        is_last = token.group().endswith((".", "’s", "'s"))
        if is_last and INITIALS.fullmatch(token.group()) is None:
            break
    return start + len(re.sub(r"(?:['’]s|\.)\Z", "", caption[start:end]))


def _is_name_word(word: str) -> bool:
    # Scripts without capitals have no lower case either.
    is_upper = word[0].isalpha() and not word[0].islower()
    return is_upper or word.lower().startswith(("al-", "el-"))


def _name_before(caption: str, begin: int, end: int) -> Named | None:
    """Read the name that ends at `end`, and the role before it."""
    clauses = [match.end() for match in CLAUSE.finditer(caption, begin, end)]
    bounds = [begin, *clauses]
    tokens = list(TOKEN.finditer(caption, bounds[-1], end))
    tokens = tokens[_first_of_last_person(tokens) :]
    tokens, state = _split_state(tokens)
    n_role = _count_role(tokens)
    name, role = tokens[n_role:][-MAX_NAME_WORDS:], _join(caption, tokens[:n_role])
    if role is not None and state:
        role = f"{role} {caption[state[0].start() : state[-1].end()]}"
    if len(bounds) > 1:
        before = list(TOKEN.finditer(caption, bounds[-2], bounds[-1]))
        before = before[_first_of_last_person(before) :]
        if role is None:  # "the Foreign Minister of Nordland, Ola Berg"
            role = _join(caption, before)
        elif _is_office(tokens, n_role):  # "Ingrid Solheim, President of Nordland"
            name, role = before[-MAX_NAME_WORDS:], _join(caption, tokens)
    if not name or not all(_may_be_named(token.group()) for token in name):
        return None
    return Span(name[0].start(), name[-1].end()), role


def _split_state(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Cut "of Nordland" after a name: "Foreign Minister Ola Berg of Nordland".

    In "Minister of Defence of Nordland Ola Berg" no name stands before the last "of".
    """
    of = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].group() == "of"), None)
    if of is None or not 0 < len(tokens) - 1 - of <= N_NAME_WORDS:
        return tokens, []
    title = _last_title(tokens[:of])
    head = [token.group() for token in tokens[0 if title is None else title + 1 : of]]
    n_needed = N_NAME_WORDS if title is None else 1
    if head and head[0] == "of":  # "Minister of Defence Ola Berg of Sudmark"
        head, n_needed = head[1:], N_NAME_WORDS + 1
    if len(head) < n_needed or not all(map(_may_be_named, head)):
        return tokens, []
    return tokens[:of], tokens[of:]


def _is_office(tokens: list[Token], n_role: int) -> bool:
    """Tell whether a clause is an office and what it is of, and names nobody."""
    return tokens[n_role - 1].group() in OWNED


def _may_be_named(word: str) -> bool:
    return _is_name_word(word) or word.lower() in load_wording().particles


def _first_of_last_person(tokens: list[Token]) -> int:
    connectors = load_wording().connectors
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].group() in connectors:
            return index + 1
    return 0


def _last_title(tokens: list[Token]) -> int | None:
    titles = load_wording().titles
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].group().lower() in titles:
            return index
    return None


def _count_role(tokens: list[Token]) -> int:
    """Count the words of the role, which ends with a title and what the title is of."""
    particles = load_wording().particles
    title = _last_title(tokens[:-1])
    first = 0 if title is None else title + 1
    rest = [token.group() for token in tokens[first:]]
    starts_low = [i for i, word in enumerate(rest) if word[0].islower() and word not in particles]
    has_owner = [i for i, word in enumerate(rest) if word.endswith(("'s", "’s"))]
    if not starts_low and not has_owner and (title is None or rest[0].isascii()):
        # A bare run of capitalised words: without a title, more than a name has demonyms in front.
        return first
    cut = max([*starts_low, *has_owner], default=-1) + 1
    n_after = len(rest) - cut
    is_of = bool(starts_low)
    if (is_of or (title is not None and not rest[0].isascii())) and n_after > N_NAME_WORDS:
        cut = len(rest) - N_NAME_WORDS
    return first + cut


def _join(caption: str, tokens: list[Token]) -> str | None:
    words = [token for token in tokens if token.group().lower() not in DETERMINERS]
    if not words or _last_title(words) is None:
        return None
    return caption[words[0].start() : words[-1].end()]
