"""The known names of a document: where each stands, and which of several a name means."""

from collections.abc import Iterable
from dataclasses import replace

from rashomon.actors.lexicon import Entry, Form
from rashomon.actors.names import fold, split_words
from rashomon.actors.view import Hit, View
from rashomon.model import ActorKind, MentionType

# "New Mexico" is not Mexico, nor "West Virginia"'s like; aliases that begin so are longer matches.
DIRECTIONS = frozenset(
    {"new", "north", "south", "east", "west", "northern", "southern", "eastern", "western"}
)
# Parts of speech of words that only open a sentence in capitals: "Will", "May".
FUNCTION_WORDS = frozenset(
    {"ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NUM", "PART", "PRON", "SCONJ"}
)
OF_BODIES = frozenset({"national", "supreme", "federal", "state", "regional", "military"})
SMALL_WORDS = frozenset({"of", "the", "for", "and", "in", "on", "de", "des", "et", "&", "'s"})
PEOPLES = ("ese", "an", "ans", "ish")  # endings of adjectives
MAX_LETTERS = 8  # of an abbreviation


def find_hits(view: View) -> None:
    """Find the known names, the longest at each place, and what each stands for."""
    places = [index for index, key in enumerate(view.folded) if key]
    words = [view.tokens.words[index] for index in places]
    folded = [view.folded[index] for index in places]
    surnames = _surnames(view)
    n = 0
    while n < len(places):
        entry = view.knowledge.match(words, folded, n)
        if entry is None and folded[n] not in view.knowledge.packaged.ambiguous:
            n += 1
            continue
        last = n + (len(entry.words) - 1 if entry else 0)
        hit = _choose(view, places[n], places[last] + 1, entry)
        if hit is not None and _is_inside(view, hit):
            view.parts.update(range(hit.first, hit.stop))
            n = last
        elif hit is not None and _stands(view, hit, surnames):
            if not hit.is_open:
                view.sides_named.update(_sides(view, hit.entry))
            for index in range(hit.first, hit.stop):
                view.hits[index] = hit
            n = last
        n += 1


def _sides(view: View, entry: Entry) -> Iterable[str | None]:
    if entry.holder is None:
        return (entry.actor.side,)
    return (term.side for term in entry.holder.terms_in(view.period)[-1:])


def _of_home(view: View, entry: Entry | None) -> Entry | None:
    """Take "the Security Council" in an official text for its own, unless it speaks of the UN's."""
    home = view.home
    if entry is None or home is None or entry.actor.kind is not ActorKind.BODY:
        return entry
    side = view.knowledge.actor_named(entry.actor.side) if entry.actor.side else None
    is_of_others = side is not None and side.kind is not ActorKind.STATE and side != home
    others = {fold(word) for word in split_words(entry.actor.side or "")} | {"un", "unsc"}
    if not is_of_others or others <= {"un", "unsc"} or view.vocabulary & (others - {"united"}):
        return entry
    own = view.knowledge.find(f"{' '.join(entry.words)} of {home.name}")
    return replace(entry, actor=own) if own is not None and own.side == home.side else entry


def _choose(view: View, first: int, stop: int, entry: Entry | None) -> Hit | None:
    """Make the hit of a name, and choose its sense where it has several."""
    entry = _of_home(view, entry)
    name = view.knowledge.senses(view.folded[first]) if stop - first == 1 else None
    if name is None or (entry and (entry.is_given or entry.form is Form.PERSON)):
        return Hit(first, stop, entry) if entry else None
    word = view.tokens.words[first]
    if not word[:1].isupper():
        return None
    bottom, top = view.sentences[view.sentence_of[first]]
    near = range(max(bottom, first - 2), min(top, stop + 2))
    beside = {view.folded[i] for i in near} | {view.lemmas[i] for i in near}
    choice = name.choose(beside, view.vocabulary)
    senses = (view.knowledge.actor_named(sense.actor) for sense in name.senses)
    candidates = tuple(actor for actor in senses if actor is not None)
    chosen = view.knowledge.actor_named(choice.sense.actor) if choice.sense else None
    actor = chosen or candidates[0]
    form = entry.form if entry else Form.NAME
    if entry is None and word.endswith(PEOPLES):
        form = Form.ADJECTIVE
    others = tuple(one for one in candidates if one != chosen)
    return Hit(first, stop, Entry((word,), actor, form), choice, others)


def _is_inside(view: View, hit: Hit) -> bool:
    """Tell whether a state's or a city's name is a part of a thing's, or of another city body's."""
    if hit.entry.is_given or hit.entry.form not in {Form.NAME, Form.CAPITAL}:
        return False
    if view.sentence_of[hit.first] != view.sentence_of[hit.stop - 1]:
        return False
    is_city = hit.entry.form is Form.CAPITAL and hit.stop - hit.first == 1
    return _is_named_after(view, hit) or (is_city and _is_longer(view, hit))


def _surnames(view: View) -> frozenset[str]:
    """Return the last words of the names of people that are states' or cities' too: "Jordan"."""
    ends = {mention[1] - 1 for mention in view.mention_of if mention and _is_full_name(mention)}
    return frozenset(view.folded[end] for end in ends if view.is_name_word(end - 1))


def _is_full_name(mention: tuple[int, int, MentionType]) -> bool:
    return mention[2] is MentionType.PERSON and mention[1] - mention[0] > 1


def _stands(view: View, hit: Hit, surnames: frozenset[str]) -> bool:
    """Tell whether a known name stands for itself here, not inside another name."""
    if view.sentence_of[hit.first] != view.sentence_of[hit.stop - 1]:
        return False
    is_one_word = hit.stop - hit.first == 1
    if hit.entry.is_given:
        return not is_one_word or not _is_common_word(view, hit)
    if is_one_word and view.folded[hit.first] in view.definitions:
        return False  # an abbreviation that the text itself explains
    if hit.entry.form in {Form.PERSON, Form.ROLE}:
        return True
    if _is_of_another_body(view, hit):
        return False
    is_surname = is_one_word and _is_surname(view, hit, surnames)
    return not (is_surname or _is_part_of_thing(view, hit) or _is_part_of_person(view, hit))


def _is_of_another_body(view: View, hit: Hit) -> bool:
    """Tell whether a body's name is the end of another's: "the National Security Council"."""
    kinds, before = {ActorKind.BODY, ActorKind.ORGANISATION}, hit.first - 1
    if hit.entry.actor.kind not in kinds or hit.stop - hit.first < 2 or before < 0:
        return False
    is_word = view.folded[before] in OF_BODIES and view.tokens.words[before].istitle()
    return is_word and before > 0 and view.sentence_of[before] == view.sentence_of[hit.first]


def _is_part_of_person(view: View, hit: Hit) -> bool:
    """Tell whether a name stands inside another: "Chad Berg", "Israel Katz", "Sofia Kyivska"."""
    if hit.entry.form is Form.CAPITAL and hit.stop - hit.first == 1 and _is_in_longer(view, hit):
        return True
    mention = view.mention_of[hit.first]
    if mention is None or mention[2] is not MentionType.PERSON or hit.entry.form is Form.ADJECTIVE:
        return False
    outside = [i for i in range(mention[0], mention[1]) if not hit.first <= i < hit.stop]
    return any(view.is_name_word(index) for index in outside)


def _is_in_longer(view: View, hit: Hit) -> bool:
    """Tell whether a capital is a word of a name that no list has: "Denzel Washington"."""
    before, after, roles = hit.first - 1, hit.stop, view.knowledge.roles
    if before >= 0 and view.is_name_word(before) and view.hits[before] is None:
        is_title = view.folded[before] in roles.by_noun or view.folded[before] in roles.title_words
        if view.tokens.heads[before] == hit.first and not is_title:
            return True
    if after >= len(view.tokens) or view.sentence_of[after] != view.sentence_of[hit.first]:
        return False
    if view.folded[after] == "" and view.tokens.starts[after] == view.tokens.ends[hit.first]:
        after += 1  # "Kyiv-Pasazhyrskyi"
        is_joined = after < len(view.tokens) and (
            view.tokens.starts[after] == view.tokens.ends[after - 1]
        )
        return (
            is_joined
            and view.is_name_word(after)
            and view.knowledge.find(view.tokens.words[after]) is None
        )
    return False


def _is_longer(view: View, hit: Hit) -> bool:
    """Tell whether a capital opens the name of a body or a thing: "Halm State Philharmonic"."""
    after, roles = hit.stop, view.knowledge.roles
    last = _last_of_name(view, hit)
    is_compound = last > hit.first and view.tokens.heads[hit.first] in range(after, last + 1)
    if not is_compound or view.folded[last] in roles.not_a_state | roles.title_words:
        return False
    if last > after:  # "Halm State Philharmonic", but "Halm Foreign Ministry"
        is_office = all(view.folded[i] in roles.title_words for i in range(after, last))
        return not (is_office and view.lemmas[last] in roles.by_noun)
    known = roles.by_noun.keys() | roles.own_voices
    return view.lemmas[last] not in known


def _last_of_name(view: View, hit: Hit) -> int:
    """Return the last of the words in capitals that go on after a known name without a mark."""
    last, top = hit.stop - 1, view.sentences[view.sentence_of[hit.first]][1]
    while last + 1 < top and view.is_name_word(last + 1) and view.hits[last + 1] is None:
        last += 1
    return last


def _is_common_word(view: View, hit: Hit) -> bool:
    """Tell whether a user's name in capitals is a word here: "Will" that opens a question."""
    is_name = hit.entry.words[0][:1].isupper()
    is_word = view.tokens.pos[hit.first] in FUNCTION_WORDS | {"VERB"}
    return is_name and is_word and not view.is_subject(hit.first)


def _is_part_of_thing(view: View, hit: Hit) -> bool:
    """Tell whether a name is a part of another place's: "West Virginia"."""
    before = hit.first - 1
    is_direction = before >= 0 and view.folded[before] in DIRECTIONS
    return is_direction and view.tokens.words[before].istitle()


def _is_named_after(view: View, hit: Hit) -> bool:
    """Tell whether a state's name only says which thing is meant: "the Nordland Dialogue"."""
    words, before = view.knowledge.packaged.place_words, hit.first - 1
    is_name = hit.entry.form is not Form.ADJECTIVE and hit.entry.actor.kind is ActorKind.STATE
    if not is_name:
        return False
    is_of = before >= 1 and view.folded[before] == "of"
    if is_of and view.folded[before - 1] in words.things_of:
        return view.tokens.words[before - 1].istitle()
    if before >= 0 and view.tokens.words[before] == "All":  # "Patriarch of … and All Nordland"
        return True
    if tuple(view.tokens.words[hit.stop : hit.stop + 2]) == ("and", "All"):
        return True
    after, last = hit.stop, _last_of_name(view, hit)
    if after < len(view.tokens) and view.folded[after] in words.things:
        return view.tokens.words[after][:1].isupper()
    return last > hit.stop - 1 and view.folded[last] in words.names_of_things


def _is_surname(view: View, hit: Hit, surnames: frozenset[str]) -> bool:
    """Tell whether a state's name is somebody's surname here, whom the text names in full."""
    if view.folded[hit.first] not in surnames or hit.entry.form is Form.ADJECTIVE:
        return False
    before = view.folded[hit.first - 1] if hit.first else ""
    return before not in view.knowledge.packaged.place_words.place_words | {"to", "from", "of"}


def definitions(view: View) -> dict[str, tuple[int, int]]:
    """Find the abbreviations that the text explains: "the Northern Relief Union (NRU)"."""
    found: dict[str, tuple[int, int]] = {}
    words = view.tokens.words
    for i in range(2, len(words) - 1):
        is_short = 2 <= len(words[i]) <= MAX_LETTERS and words[i].isalpha()
        if not is_short or sum(map(str.isupper, words[i])) < 2 or words[i - 1] != "(":
            continue
        if words[i + 1] not in {")", ",", ";"}:
            continue
        first = _first_of_initials(view, i - 2, words[i])
        if first is not None and _may_be_body(view, first, i - 2):
            found.setdefault(view.folded[i], (first, i - 2))
    return found


def short_things(view: View) -> set[int]:
    """Find the abbreviations of things: "gross local product (GLP)", "the Harbour Act (HA)"."""
    found: set[str] = set()
    words = view.tokens.words
    for i in range(2, len(words) - 1):
        letters = words[i]
        is_short = 2 <= len(letters) <= MAX_LETTERS and letters.isalpha() and letters.isupper()
        if not is_short or words[i - 1] != "(" or words[i + 1] not in {")", ",", ";"}:
            continue
        before = words[max(0, i - 1 - len(letters)) : i - 1]
        initials = "".join(word[0] for word in before).upper()
        first = _first_of_initials(view, i - 2, letters)
        is_plain = initials == letters and not any(word[0].isupper() for word in before)
        if is_plain or (first is not None and not _may_be_body(view, first, i - 2)):
            found.add(view.folded[i])
    return {i for i, key in enumerate(view.folded) if key in found and words[i].isupper()}


def _may_be_body(view: View, first: int, last: int) -> bool:
    """Tell whether a long name may be somebody's: not "the Joint Plan of Action"."""
    not_bodies = view.knowledge.packaged.place_words.not_bodies
    heads = {view.lemmas[last]} | {
        view.lemmas[i - 1] for i in range(first + 1, last) if view.folded[i] == "of"
    }
    return not not_bodies & heads


def _first_of_initials(view: View, last: int, letters: str) -> int | None:
    """Return where the words begin that have these initials, small words left out or in."""
    wanted, index = letters.lower(), last
    bottom = view.sentences[view.sentence_of[last]][0]
    while index >= bottom and wanted and last - index < 2 * MAX_LETTERS:
        key = view.folded[index]
        if key[:1] == wanted[-1:] and view.tokens.words[index][:1].isupper():
            wanted = wanted[:-1]
        elif key and key not in SMALL_WORDS:
            return None
        elif key[:1] == wanted[-1:] and len(wanted) > 1:  # no name begins with "of"
            wanted = wanted[:-1]
        index -= 1
    return None if wanted else index + 1
