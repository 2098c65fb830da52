"""The people of a document: every name of each, with the titles that the whole text gives them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rashomon.actors.hits import FUNCTION_WORDS
from rashomon.actors.holders import Holder
from rashomon.actors.lexicon import Form
from rashomon.actors.namesakes import Bearers
from rashomon.actors.person import Person, decide, listed, note_honorific
from rashomon.actors.polities import Polities
from rashomon.actors.roles import Role
from rashomon.actors.titles import (
    affiliation,
    is_person_role,
    title_after,
    title_before,
    titles_at,
)
from rashomon.actors.view import View
from rashomon.model import Actor, ActorKind, MentionType, Zone

OTHER_WORDS = 2  # of a body, before a full name
MAX_NAME = 5  # words
ARTICLES = frozenset({"the", "a", "an"})  # in capitals where a sentence begins
PARTICLES = frozenset({"al", "bin", "ben", "de", "del", "der", "el", "ibn", "van", "von", ""})


@dataclass(slots=True)
class People:
    """Everybody a document names, and at which tokens."""

    everyone: list[Person]
    at: dict[int, Person]  # by token
    mentions: list[tuple[int, int, Person]]  # tokens [first, stop), in reading order
    unclear: dict[int, list[Person]]  # a surname that several people have, by token
    by_ends: dict[tuple[str, str], Person] = field(default_factory=dict)  # first, last word


def find_people(view: View, polities: Polities) -> People:
    """Find the people of a document, and join the names of each."""
    ranges = [name for name in sorted(set(_name_ranges(view, polities))) if _recurs(view, *name)]
    people = People([], {}, [], {})
    by_word: dict[str, list[Person]] = {}
    for first, stop in ranges:
        if stop - first > 1:
            person = _join_full_name(view, people, first, stop)
            for word in {person.keys[0], person.keys[-1]}:
                if person not in by_word.setdefault(word, []):
                    by_word[word].append(person)
    singles = {
        first
        for first, stop in ranges
        if stop - first == 1
        and (view.folded[first] in by_word or not _is_of_a_state(view, polities, first))
    }
    _add_single_names(view, people, by_word, singles)
    people.mentions.sort(key=lambda mention: mention[0])
    for first, stop, person in people.mentions:
        person.titles += titles_at(view, polities, first, stop)
        note_honorific(view, person, first)
        person.affiliation = person.affiliation or affiliation(view, polities, first, stop)
        for index in range(first, stop):
            people.at[index] = person
    for person in people.everyone:
        decide(view, person)
    _read_titles_of_people(view, polities, people)
    return people


def _recurs(view: View, first: int, stop: int) -> bool:
    """Refuse a name that only the headline has: "Nordland Disagree" is two of its words."""
    headlines = view.document.spans_of(Zone.HEADLINE)
    inside = {i for span in headlines for i in view.tokens_in(span)}
    if first not in inside or view.hits[first] is not None:
        return True
    last = view.folded[stop - 1]
    return any(
        view.folded[i] == last and view.tokens.words[i][:1].isupper()
        for i in range(len(view.tokens))
        if i not in inside
    )


def _is_of_a_state(view: View, polities: Polities, index: int) -> bool:
    """Tell whether a lone name is a state's, or its adjective before a role: "Veldic side"."""
    if polities.is_place_of_a_state(index):
        return True
    after = min(index + 1, len(view.tokens) - 1)
    is_before_role = view.lemmas[after] in view.knowledge.roles.by_noun
    return is_before_role and polities.state_of_adjective(view.tokens.words[index]) is not None


def _read_titles_of_people(view: View, polities: Polities, people: People) -> None:
    """Give their side to those who speak for a person: "Dahl's spokeswoman, Dina Raul"."""
    polities.speakers = {
        index: person.actor
        for index, person in people.at.items()
        if person.actor is not None and person.actor.side is not None
    }
    for first, stop, person in people.mentions:
        if person.actor is None or person.actor.side is not None or not person.titles:
            continue
        titles = titles_at(view, polities, first, stop)
        person.titles += [title for title in titles if title.owner]
        decide(view, person)


def give_owner(view: View, person: Person, owner: Actor) -> None:
    """Put a person on the side of whom a title is: "her" of "her spokesman Karel Holm"."""
    owned = [replace(title, owner=owner) for title in person.titles if title.is_speaking]
    person.titles += owned[:1]
    decide(view, person)


def give_title(view: View, person: Person, other: Person) -> None:
    """Give somebody the title of whose counterpart they are, for their own side."""
    title = next((one for one in person.titles if "counterpart" in one.roles), None)
    like = next((one for one in other.titles if one.is_speaking and one.owner), None)
    if title is None or like is None or title.owner is None:
        return
    person.titles.append(replace(title, roles=like.roles - {like.owner.name.lower()}))  # type: ignore[union-attr]  # checked
    decide(view, person)


def _name_ranges(view: View, polities: Polities) -> Iterator[tuple[int, int]]:
    """Yield token ranges that name a person, by the parser, a list, or a title beside them."""
    taken = -1
    for i in range(len(view.tokens)):
        if i < taken:
            continue
        found = _name_at(view, polities, i)
        if found:
            yield found
            taken = found[1]


def _name_at(view: View, polities: Polities, index: int) -> tuple[int, int] | None:
    hit = view.hits[index]
    if hit:
        is_person = hit.entry.form is Form.PERSON and hit.first == index
        return (hit.first, hit.stop) if is_person else None
    mention = view.mention_of[index]
    if mention and mention[2] is MentionType.PERSON:
        return _trim(view, index, _whole_stop(view, index, mention[1]))
    return _unmarked_name_at(view, polities, index)


def _whole_stop(view: View, first: int, stop: int) -> int:
    """Return where a name ends of which the parser marks the given name alone."""
    if stop - first > 1 or stop >= view.sentences[view.sentence_of[first]][1]:
        return stop
    is_surname = (
        view.tokens.relations[first] == "compound"
        and view.tokens.heads[first] == stop
        and view.is_name_word(stop)
        and view.mention_of[stop] is None
        and view.hits[stop] is None
        and view.lemmas[stop] not in view.knowledge.roles.by_noun
        and view.tokens.tags[stop] == "NNP"
    )
    is_given_name = view.knowledge.roles.gender((view.folded[first],)) is not None
    return stop + 1 if is_surname and (is_given_name or _precedes_title(view, stop + 1)) else stop


def _precedes_title(view: View, index: int) -> bool:
    """Tell whether a title in capitals follows: "appoints NAME Director of the service"."""
    return (
        index < len(view.tokens)
        and view.tokens.words[index][:1].isupper()
        and is_person_role(view, index)
    )


def _unmarked_name_at(view: View, polities: Polities, index: int) -> tuple[int, int] | None:
    """Find a name that the parser has not marked: a known surname, or one beside a title."""
    if not view.is_name_word(index) or is_person_role(view, index):
        return None
    if _is_known_surname(view, index):
        return index, index + 1
    run = _trim(view, index, _run_stop(view, index))
    if run is None:
        return None
    is_full = run[1] - run[0] > 1
    is_titled = _follows_title(view, index) or (
        is_full
        and (
            title_after(view, polities, run[1]) is not None
            or title_before(view, polities, run[0]) is not None
            or _is_given_name_of_a_state(view, polities, index)
            or _is_given_name_that_acts(view, index, run[1])
        )
    )
    return run if is_titled else None


def _is_given_name_of_a_state(view: View, polities: Polities, index: int) -> bool:
    """Tell whether a given name we know follows a state's: "Nordland's Ana Kos"."""
    is_given_name = view.knowledge.roles.gender((view.folded[index],)) is not None
    return is_given_name and affiliation(view, polities, index, index + 1) is not None


def _is_given_name_that_acts(view: View, first: int, stop: int) -> bool:
    """Tell whether a name that the parser does not mark begins with a given name, and acts."""
    is_given_name = view.knowledge.roles.gender((view.folded[first],)) is not None
    is_unmarked = all(view.mention_of[i] is None for i in range(first, stop))
    return is_given_name and is_unmarked and view.is_subject(stop - 1)


def _is_known_surname(view: View, index: int) -> bool:
    """Tell whether a lone name is an office holder's whose side the text names."""
    tokens = view.tokens
    for near in (index - 1, index + 1):
        if 0 <= near < len(tokens) and tokens.relations[near] == "compound":
            return False
    is_lone = tokens.relations[index] != "compound" and (
        index == 0 or tokens.pos[index - 1] != "PROPN"
    )
    word = tokens.words[index]
    return is_lone and bool(view.knowledge.given_with_surname(word) or listed(view, word))


def _follows_title(view: View, index: int) -> bool:
    """Tell whether a person's title, or an honorific, ends just before a token."""
    if index == view.sentences[view.sentence_of[index]][0]:
        return False
    before = index - 1
    if view.folded[before] == "," and before:
        return is_person_role(view, before - 1) and view.is_name_word(index)
    is_singular = view.tokens.tags[before] in {"NN", "NNP"}
    is_honorific = view.folded[before].rstrip(".") in view.knowledge.roles.honorifics
    return is_honorific or (is_singular and is_person_role(view, before))


def _run_stop(view: View, first: int) -> int:
    stop = first
    limit = min(view.sentences[view.sentence_of[first]][1], first + MAX_NAME)
    while stop < limit and (
        view.is_name_word(stop) or (view.folded[stop] in PARTICLES and stop > first)
    ):
        if view.hits[stop] or view.tokens.tags[stop] == "POS":
            break
        stop += 1
    return stop


def _trim(view: View, first: int, stop: int) -> tuple[int, int] | None:
    """Cut titles, honorifics and marks off a name's ends; None when nothing is left."""
    roles = view.knowledge.roles
    while first < stop and (
        view.folded[first].rstrip(".") in roles.honorifics
        or (is_person_role(view, first) and stop - first > 1)
        or not view.tokens.words[first][:1].isupper()
        or view.folded[first] in ARTICLES
        or (view.hits[first] and view.hits[first].entry.form is not Form.PERSON)  # type: ignore[union-attr]  # checked
    ):
        first += 1
    first = _after_body(view, first, stop)
    while stop - first > 2 and view.folded[first] in roles.title_words:
        first += 1  # "Presidential Office NAME"
    known = view.knowledge.find(view.tokens.words[first]) if stop - first > 2 else None
    if known is not None and known.kind is ActorKind.STATE and view.folded[first - 1] == "of":
        first += 1  # "President of Nordland NAME"
    first = _given_name_late(view, first, stop)
    for i in range(first, stop):
        if _is_dash(view, i):
            stop = i
            break
        is_glued = "(" in view.tokens.words[i][1:]  # "Kos(Republic"
        if (
            is_glued
            or view.tokens.tags[i] == "POS"
            or view.tokens.words[i] in {",", "(", "’s", "'s", ";"}
        ):
            stop = i
            break
    while first < stop and (not view.folded[stop - 1] or view.folded[stop - 1] in PARTICLES):
        stop -= 1
    is_body = first < stop and _is_body(view, first, stop)
    is_code = any(c.isdigit() for word in view.tokens.words[first:stop] for c in word)
    is_people = first < stop and stop - first > 1 and view.tokens.tags[stop - 1] == "NNPS"
    return None if first >= stop or is_body or is_code or is_people else (first, stop)


def _given_name_late(view: View, first: int, stop: int) -> int:
    """Return where a name begins that has other words before it: "Export Control Jon Berg"."""
    genders, late = view.knowledge.roles.genders, first + OTHER_WORDS
    words = view.folded[first:stop]
    is_late = len(words) == OTHER_WORDS + 2 and words[OTHER_WORDS] in genders
    return late if is_late and not genders.keys() & set(words[:OTHER_WORDS]) else first


def _after_body(view: View, first: int, stop: int) -> int:
    """Return where a name begins that has a body before it: "Aerospace Forces NAME", "NRU NAME"."""
    by_noun, words = view.knowledge.roles.by_noun, view.tokens.words
    for i in range(stop - 3, first - 1, -1):  # two words are left for the name
        is_body = by_noun.get(view.lemmas[i]) in {Role.BODY, Role.COMPANY}
        is_short = len(words[i]) > 2 and words[i].isupper() and not words[i + 1].isupper()
        if (is_body or view.folded[i] == "forces" or is_short) and words[i + 1][:1].isupper():
            return i + 1
    return first


def _is_dash(view: View, index: int) -> bool:
    """Tell whether a token is a dash with space around it: names have hyphens."""
    starts, ends = view.tokens.starts, view.tokens.ends
    is_mark = view.tokens.words[index] in {"-", "–", "—"}
    return is_mark and index > 0 and starts[index] > ends[index - 1]


def _is_body(view: View, first: int, stop: int) -> bool:
    """Tell whether a name ends in a noun for a body: "the Assembly", "Nordland Network"."""
    role = view.knowledge.roles.by_noun.get(view.folded[stop - 1])
    if role is Role.PERSON and stop - first == 1 and first:  # "the Deputy Prime Minister"
        before = view.folded[first - 1]
        return before == "the" or before in view.knowledge.roles.title_words
    return role is not None and (stop - first > 1 or role in {Role.BODY, Role.COMPANY})


def _join_full_name(view: View, people: People, first: int, stop: int) -> Person:
    """Add a full name, or a mention to the person of the same first and last word."""
    hit = view.hits[first]
    keys = tuple(view.folded[i] for i in range(first, stop) if view.folded[i])
    person = people.by_ends.get((keys[0], keys[-1])) or people.by_ends.get((keys[-2], keys[-1]))
    if person is None:
        person = Person(view.text(first, stop), keys, first)
        people.everyone.append(person)
    people.by_ends[keys[0], keys[-1]] = people.by_ends[keys[-2], keys[-1]] = person
    if hit and hit.entry.is_given:
        person.given = person.given or hit.entry.actor
    person.holder = person.holder or (hit.entry.holder if hit else _known_by_name(view, keys))
    people.mentions.append((first, stop, person))
    return person


def _add_single_names(
    view: View, people: People, by_word: dict[str, list[Person]], singles: set[int]
) -> None:
    """Add names of one word: of a person named in full elsewhere, or of nobody else."""
    covered = {i for first, stop, _ in people.mentions for i in range(first, stop)}
    bearers = Bearers(view, [(first, person) for first, _, person in people.mentions])
    for i, key in enumerate(view.folded):
        if i in covered or (view.hits[i] and i not in singles):
            continue
        namesakes = by_word.get(key, []) if view.tokens.words[i][:1].isupper() else []
        if len(namesakes) > 1:
            namesakes = bearers.of(i, key, namesakes)
        if len(namesakes) > 1:
            people.unclear[i] = namesakes
        elif namesakes and (i in singles or _may_be_name(view, i)):
            people.mentions.append((i, i + 1, namesakes[0]))
        elif i in singles:
            person = Person(view.text(i, i + 1), (key,), i)
            people.everyone.append(person)
            by_word[key] = [person]
            people.mentions.append((i, i + 1, person))


def _may_be_name(view: View, index: int) -> bool:
    """Tell whether a word that is somebody's surname is used as one."""
    if view.tokens.pos[index] == "PROPN":
        return True
    is_opening = index == view.sentences[view.sentence_of[index]][0]
    return not (is_opening and view.tokens.pos[index] in FUNCTION_WORDS)


def _known_by_name(view: View, keys: tuple[str, ...]) -> Holder | None:
    """Find an office holder by first name and surname in another spelling."""
    found = view.knowledge.with_name(keys)
    return found[0] if len(set(found)) == 1 else None
