"""Places: whether a state or a seat acts ("Moscow said") or is where something is ("in Moscow")."""

from rashomon.actors.lexicon import Form
from rashomon.actors.view import Hit, View
from rashomon.model import ActorKind, Zone

DIRECTED = frozenset({"to", "from", "for", "via", "of", "towards", "toward", "by"})
DASHES = frozenset({"(", "—", "–", "--", "-"})  # after a dateline's city
MODIFIERS = frozenset({"compound", "nmod", "amod"})
MAX_LIST = 6  # names in a list of cities
MIN_CITIES = 4  # of a list that tells
CITIES = frozenset({"city", "town"})


def is_place(view: View, hit: Hit) -> bool:
    """Tell whether a known name is only a place where it stands: then it is no actor.

    By the word before it, by what moves to or from it, by what is visited, by a noun that only a
    city has, and in a dateline. Organisations and armed groups are no places.
    """
    if hit.entry.is_given or hit.entry.form not in {Form.NAME, Form.CAPITAL}:
        return False
    is_seat = view.folded[hit.stop - 1] in view.knowledge.packaged.place_words.seats
    is_capital = hit.entry.form is Form.CAPITAL
    if not (is_capital or is_seat or hit.entry.actor.kind is ActorKind.STATE):
        return False
    last = _top(view, hit.first, hit.stop)
    if is_capital and (_is_city(view, hit, last) or _is_target(view, last)):
        return True
    return stands_as_place(view, last)


def stands_as_place(view: View, index: int) -> bool:
    """Tell whether a name stands where something is or goes: "in X", "the road to X"."""
    words, tokens = view.knowledge.packaged.place_words, view.tokens
    index = _first_of_list(view, index)
    relation, head = tokens.relations[index], tokens.heads[index]
    if relation == "pobj":
        governor = view.lemmas[tokens.heads[head]]
        is_move = view.folded[head] in DIRECTED and governor in words.motions
        return is_move or view.folded[head] in words.place_words
    return relation == "dobj" and view.lemmas[head] in words.visits


def _is_target(view: View, index: int) -> bool:
    """Tell whether a city is what is attacked: "the attack on Kyiv"."""
    preposition = view.tokens.heads[index]
    attack = view.tokens.heads[preposition]
    words = view.knowledge.packaged.place_words
    if view.tokens.relations[index] == "dobj" and view.lemmas[preposition] in words.conquests:
        return True  # "to seize Halm"
    return (
        view.tokens.relations[index] == "pobj"
        and view.folded[preposition] in {"on", "at", "against"}
        and view.lemmas[attack] in view.knowledge.packaged.place_words.attacks
    )


def _top(view: View, first: int, stop: int) -> int:
    """Return the token of a name on which the others hang."""
    heads = view.tokens.heads
    return next((i for i in range(first, stop) if not first <= heads[i] < stop), stop - 1)


def _is_city(view: View, hit: Hit, last: int) -> bool:
    """Tell whether a capital is the city: by its nouns, the state after it, or as what it is."""
    words, tokens = view.knowledge.packaged.place_words, view.tokens
    is_listed, last = _is_among_cities(view, last), _first_of_list(view, last)
    if is_listed or view.lemmas[last] in CITIES:
        return True
    if _is_dateline(view, hit) or _is_in_state(view, hit) or _is_citys(view, last):
        return True
    verb = tokens.heads[last]
    if not view.is_subject(last):
        return False
    if view.lemmas[verb] == "be":
        return _has_complement(view, verb)
    return view.lemmas[verb] in words.city_verbs or _is_about_city(view, verb)


def _is_citys(view: View, last: int) -> bool:
    """Tell whether a noun that only a city has is the name's: "the streets of Halm"."""
    words = view.knowledge.packaged.place_words
    relation, head = view.tokens.relations[last], view.tokens.heads[last]
    if relation in MODIFIERS and view.lemmas[head] in words.named_after:
        return True
    if relation in MODIFIERS | {"poss"} and view.lemmas[head] in words.city_nouns:
        return True
    return relation == "pobj" and _is_city_of(view, head)


def _is_among_cities(view: View, index: int) -> bool:
    """Tell whether most names of a list of several are of no state: "Halm, Kyiv, Ostrava, Vik"."""
    for _ in range(MAX_LIST):
        if view.tokens.relations[index] != "conj":
            break
        index = view.tokens.heads[index]
    listed = [index]
    for _ in range(MAX_LIST):
        after = [i for i in view.children[listed[-1]] if view.tokens.relations[i] == "conj"]
        if not after or not view.is_name_word(after[0]):
            break
        listed.append(after[0])
    n_unknown = sum(view.hits[i] is None for i in listed)
    return len(listed) >= MIN_CITIES and 2 * n_unknown > len(listed)


def _is_city_of(view: View, preposition: int) -> bool:
    """Tell whether a preposition ties a city to what a city has: "the streets of Berlin"."""
    words, governor = view.knowledge.packaged.place_words, view.tokens.heads[preposition]
    key, lemma = view.folded[preposition], view.lemmas[governor]
    if key == "to":  # "led a delegation to New Delhi"
        return any(view.lemmas[child] == "delegation" for child in view.children[governor])
    return key == "of" and view.tokens.pos[governor] != "VERB" and lemma in words.city_nouns


def _is_about_city(view: View, verb: int) -> bool:
    """Tell whether what somebody has, opens or builds is what a city has: "a tram line"."""
    words = view.knowledge.packaged.place_words
    things = [
        child for child in view.children[verb] if view.tokens.relations[child] in {"dobj", "oprd"}
    ]
    for thing in things:
        around = (thing, *view.children[thing])
        if any(view.lemmas[i] in words.city_things for i in around):
            return view.lemmas[verb] in words.city_deeds
    return False


def _has_complement(view: View, verb: int) -> bool:
    """Tell whether somebody is something: "the city is the target"."""
    return any(
        view.tokens.relations[child] == "attr" and view.tokens.pos[child] == "NOUN"
        for child in view.children[verb]
    )


def _first_of_list(view: View, index: int) -> int:
    for _ in range(MAX_LIST):
        if view.tokens.relations[index] not in {"conj", "appos"}:
            break
        index = view.tokens.heads[index]
    return index


def _is_dateline(view: View, hit: Hit) -> bool:
    """Tell whether a name opens a text as its dateline: "KYIV (Agency) —"."""
    if view.document.zone_at(view.tokens.starts[hit.first]) is Zone.DATELINE:
        return True
    is_opening = hit.first == view.sentences[view.sentence_of[hit.first]][0]
    after = hit.stop
    return (
        is_opening
        and after < len(view.tokens)
        and view.tokens.words[after] in DASHES
        and view.tokens.words[hit.first].isupper()
    )


def _is_in_state(view: View, hit: Hit) -> bool:
    """Tell whether the state follows the city: "Kyiv, Ukraine"."""
    after = hit.stop + 1
    if after >= len(view.tokens) or view.folded[hit.stop] != ",":
        return False
    state = view.hits[after]
    return state is not None and state.entry.actor == hit.entry.actor
