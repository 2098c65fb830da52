"""The known names of a document: where each stands, and which of several a name means."""

from collections.abc import Iterable

from rashomon.actors.lexicon import Entry, Form
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
        if hit is not None and _stands(view, hit, surnames):
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


def _choose(view: View, first: int, stop: int, entry: Entry | None) -> Hit | None:
    """Make the hit of a name, and choose its sense where it has several."""
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
    is_surname = is_one_word and _is_surname(view, hit, surnames)
    return not (is_surname or _is_part_of_thing(view, hit) or _is_part_of_person(view, hit))


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
    is_compound = view.tokens.heads[hit.first] == after and view.tokens.pos[after] == "PROPN"
    known = roles.by_noun.keys() | roles.title_words | roles.own_voices
    mention = view.mention_of[after]
    is_same = mention is not None and mention[0] <= hit.first and mention[1] == after + 1
    return is_compound and is_same and view.lemmas[after] not in known


def _is_common_word(view: View, hit: Hit) -> bool:
    """Tell whether a user's name in capitals is a word here: "Will" that opens a question."""
    is_name = hit.entry.words[0][:1].isupper()
    is_word = view.tokens.pos[hit.first] in FUNCTION_WORDS | {"VERB"}
    return is_name and is_word and not view.is_subject(hit.first)


def _is_part_of_thing(view: View, hit: Hit) -> bool:
    """Tell whether a name is a part of a thing's: "West Virginia", "the Paris Agreement"."""
    words, before = view.knowledge.packaged.place_words, hit.first - 1
    if before >= 0 and view.folded[before] in DIRECTIONS and view.tokens.words[before].istitle():
        return True
    is_of = (
        before >= 1 and view.folded[before] == "of" and view.folded[before - 1] in words.things_of
    )
    if is_of and view.tokens.words[before - 1].istitle():
        return True
    after = hit.stop
    is_name = hit.entry.form is not Form.ADJECTIVE and hit.entry.actor.kind is ActorKind.STATE
    return (
        is_name
        and after < len(view.tokens)
        and view.folded[after] in words.things
        and view.tokens.words[after][:1].isupper()
    )


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
        elif key[:1] == wanted[-1:]:
            wanted = wanted[:-1]
        index -= 1
    return None if wanted else index + 1
