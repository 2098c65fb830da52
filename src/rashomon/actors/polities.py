"""States and bodies that no list knows: taken from the text that names them."""

from collections.abc import Iterator

from rashomon.actors.body_names import whole_name
from rashomon.actors.lexicon import Form
from rashomon.actors.names import fold
from rashomon.actors.view import View
from rashomon.model import Actor, ActorId, ActorKind, MentionType, content_hash

# Endings that make an adjective of a state's name: Velmora, Velmoran; Nordland, Nordlandic.
ENDINGS = ("ians", "ian", "eans", "ean", "ans", "an", "ese", "ish", "ers", "er", "ics",
           "ic", "is", "i", "ns", "n", "ites", "ite", "er")  # fmt: skip
MIN_STEM_OF_ER = 5  # Osterholm-er, but a "Berger" is a surname
PEOPLES = ("ian", "ean", "an", "ese", "ish")  # endings hardly any name of an office has
DASHES = frozenset({"-", "–", "—"})
MIN_STEM = 3  # letters: shorter ones fit too many names
MAX_TAIL = 3  # letters that an adjective may have lost: Arrendia, Arrend-ian
MAX_TAIL_OF_LETTER = 1  # where the ending is one letter: Velmor-a, Velmor-i


class Polities:
    """The unknown states, places and organisations of one document."""

    def __init__(self, view: View) -> None:
        """Collect the capitalised words that may be names of states."""
        self._view = view
        self._names = {
            view.folded[i]: view.tokens.words[i]
            for i in range(len(view.tokens))
            if view.hits[i] is None and view.is_name_word(i)
        }
        self._places = {
            view.folded[i]
            for i, mention in enumerate(view.mention_of)
            if mention and mention[2] is MentionType.PLACE and mention[1] - mention[0] == 1
        }
        self._by_stem: dict[str, list[str]] = {}
        for name in self._names:
            self._by_stem.setdefault(name[:MIN_STEM], []).append(name)
        self._alone = {view.folded[i] for i in range(len(view.tokens)) if _stands_alone(view, i)}
        self._by_last = self._last_words()
        self._derived: dict[str, str | None] = {}
        self._used_as_states: frozenset[str] | None = None
        self.speakers: dict[int, Actor] = {}  # people on a side, by token, once they are known
        self._state_of_capital = dict(self._capitals())

    def _capitals(self) -> Iterator[tuple[str, str]]:
        """Yield (capital, state) where the text says so: "Velm, the capital of Velmora"."""
        view = self._view
        for i, lemma in enumerate(view.lemmas):
            if lemma != "capital" or not 1 < i < len(view.lemmas) - 2:
                continue
            first = view.left_edge(i)
            before, after = first - 2, i + 2 if view.folded[i + 1] == "," else i + 1
            if view.folded[i + 1] == "of" and view.folded[first - 1] == ",":
                city, state = before, i + 2
            else:
                city, state = after, first + 1 if view.folded[first] == "the" else first
            if city >= 0 and view.is_name_word(city) and view.tokens.words[state][:1].isupper():
                word = view.tokens.words[state]
                yield view.folded[city], self.state_of_adjective(word) or word

    def is_place_of_a_state(self, index: int) -> bool:
        """Tell whether a token names a state or a capital that the text explains."""
        return self.is_state(index) or self._view.folded[index] in self._state_of_capital

    def is_state(self, index: int) -> bool:
        """Tell whether the text uses a name as a state's: it has a people, or a president."""
        if self._used_as_states is None:
            self._used_as_states = self._states_in_use()
        return self._view.folded[index] in self._used_as_states

    def _states_in_use(self) -> frozenset[str]:
        view, roles = self._view, self._view.knowledge.roles
        found: set[str] = set()
        for i in range(len(view.tokens) - 1):
            word = view.tokens.words[i]
            if not word[:1].isupper() or view.hits[i] is not None:
                continue
            owned = i + 1
            if view.tokens.tags[owned] == "POS":
                owned += 1
            while owned < len(view.tokens) and view.lemmas[owned] in roles.title_words:
                owned += 1
            if owned >= len(view.tokens):
                break
            noun = view.lemmas[owned]
            if noun in roles.by_noun:
                found.add(fold(self.state_of_adjective(word) or ""))
            is_office = noun in roles.of_states or (noun == "minister" and owned > i + 1)
            holder = min(owned + 1, len(view.tokens) - 1)
            is_title = view.is_name_word(owned) and view.is_name_word(holder)
            if is_office and (view.tokens.tags[i + 1] == "POS" or is_title):
                found.add(view.folded[i])
        return frozenset(found)

    def at(self, index: int, *, is_owner: bool) -> Actor | None:
        """Return the state, place or organisation that a token names, if it names one.

        Args:
            index: A token that no list knows.
            is_owner: Whether it stands before a role noun ("Velmoran officials"), which makes
                any adjective of a people a state's.
        """
        view = self._view
        word = view.tokens.words[index]
        if self.is_defined(index):
            return self._defined(index, is_owner=is_owner)
        names = {view.folded[index], view.lemmas[index]}
        roles = view.knowledge.roles
        if not word[:1].isupper() or names & roles.not_a_state:
            return None
        if names & roles.by_noun.keys() and self._is_alone(index):
            return None  # "the Cabinet of Ministers"
        if index in self.speakers and is_owner:
            return self.speakers[index]
        return self._named(index, is_owner=is_owner)

    def _is_alone(self, index: int) -> bool:
        mention = self._view.mention_of[index]
        return mention is None or mention[1] - mention[0] == 1

    def _named(self, index: int, *, is_owner: bool) -> Actor | None:
        view, word = self._view, self._view.tokens.words[index]
        if view.folded[index] in self._by_last and index and view.folded[index - 1] == "the":
            return self._by_last[view.folded[index]]
        state = self._state_of_capital.get(view.folded[index]) or self.state_of_adjective(word)
        if state:
            return _actor(state, ActorKind.STATE)
        mention = view.mention_of[index]
        if self.is_state(index) and (
            mention is None or mention[1] - mention[0] == 1 or self._is_headline(*mention[:2])
        ):
            return _actor(word, ActorKind.STATE)
        return self._of_mention(index, is_owner=is_owner) if mention else None

    def _is_headline(self, first: int, stop: int) -> bool:
        """Tell whether a marked name is two states with a verb: "Velmora Rejects Arrendia"."""
        last = stop - 2 if self._view.tokens.tags[stop - 1] == "POS" else stop - 1
        return last - first > 1 and self.is_state(first) and self.is_state(last)

    def is_defined(self, index: int) -> bool:
        """Tell whether a token is an abbreviation that the text explains: "NRU"."""
        view = self._view
        long_name = view.definitions.get(view.folded[index])
        is_short = sum(map(str.isupper, view.tokens.words[index])) > 1
        return is_short and long_name is not None and not long_name[0] <= index <= long_name[1]

    def _defined(self, index: int, *, is_owner: bool) -> Actor:
        """Return what the long name of an abbreviation stands for."""
        first, last = self._view.definitions[self._view.folded[index]]
        hit = self._view.hits[last]
        if hit is not None and hit.first <= first and not hit.is_open:
            return hit.entry.actor
        found = self.at(last, is_owner=is_owner)
        name = _bare(self._view, first, last + 1)
        is_whole = found is not None and found.name.endswith(name.rsplit(maxsplit=1)[-1])
        return found if found and is_whole else _actor(name, ActorKind.ORGANISATION)

    def _last_words(self) -> dict[str, Actor]:
        """Return the places and organisations of several words by the last: "the Front"."""
        view, found = self._view, dict[str, Actor]()
        unclear: set[str] = set()
        for first, stop, kind in dict.fromkeys(m for m in view.mention_of if m):
            name = _bare(view, first, stop)
            if " " not in name or kind not in {MentionType.PLACE, MentionType.ORGANISATION}:
                continue
            last = fold(name.rsplit(maxsplit=1)[-1])
            if last in view.knowledge.roles.by_noun or view.hits[stop - 1] is not None:
                continue
            place = kind is MentionType.PLACE
            actor = _actor(name, ActorKind.STATE if place else ActorKind.ORGANISATION)
            if found.setdefault(last, actor).name != name:
                unclear.add(last)
        return {last: actor for last, actor in found.items() if last not in unclear}

    def _of_mention(self, index: int, *, is_owner: bool) -> Actor | None:
        """Return what a name that the parser has marked stands for."""
        view, mention = self._view, self._view.mention_of[index]
        if mention is None:
            return None
        first, stop, kind = mention
        stop = next((i for i in range(first + 1, stop) if _opens_person(view, i)), stop)
        name = _bare(view, first, stop)
        if not name or kind is MentionType.PERSON or self._is_any_office(first, stop):
            return None
        if view.knowledge.with_surname(name):  # a person whose state the text does not name
            return None
        if kind is MentionType.ORGANISATION and is_owner and self._is_office(first, stop, index):
            return _actor(view.tokens.words[index], ActorKind.STATE)
        if kind is MentionType.ORGANISATION:
            return _actor(_whole(view, first, stop, name), ActorKind.ORGANISATION)
        name = name.removeprefix("Republic of ")
        is_state = kind is MentionType.PLACE or is_owner
        return _actor(name, ActorKind.STATE) if is_state else None

    def long_name(self, head: int) -> tuple[str, Actor | None] | None:
        """Return the name of several words that a noun begins, and whose it is in the name.

        "The Association of Lamp Makers", "the Council of Judges of Nordland"; None for what every
        state has ("the Ministry of Foreign Affairs").
        """
        view, mention = self._view, self._view.mention_of[head]
        if mention is None or mention[2] is not MentionType.ORGANISATION:
            return None
        first, stop, _ = mention
        is_longer = first <= head < stop - 1 and view.is_name_word(head)
        if not is_longer or self._is_any_office(first, stop):
            return None
        hits = [hit for hit in view.hits[first:stop] if hit is not None and not hit.is_open]
        owner = hits[-1].entry.actor if hits else None
        return whole_name(view, head) or _bare(view, first, stop), owner

    def name_in_capitals(self, head: int) -> tuple[str, None] | None:
        """Return a name of three words or more that the parser has not marked, None for others."""
        view, first = self._view, head
        bottom = view.sentences[view.sentence_of[head]][0]
        while first > bottom and (
            view.tokens.words[first - 1][:1].isupper() or view.tokens.words[first - 1] == "-"
        ):
            is_joined = view.tokens.ends[first - 1] == view.tokens.starts[first]
            if view.tokens.words[first - 1] == "-" and not is_joined:
                break
            first -= 1
        words = view.folded[first : head + 1]
        is_name = view.is_name_word(head) and view.mention_of[head] is None and len(words) > 2
        is_own = any(key not in view.knowledge.roles.title_words for key in words[:-1])
        is_known = any(view.hits[first : head + 1])
        return (_bare(view, first, head + 1), None) if is_name and is_own and not is_known else None

    def organisation(self, name: str) -> Actor | None:
        """Return the organisation of a name; None when it is a state or a person of the text."""
        key = fold(name)
        is_state = key in self._places or (
            self._used_as_states is not None and key in self._used_as_states
        )
        return None if is_state else organisation_of_text(name)

    def _is_any_office(self, first: int, stop: int) -> bool:
        """Tell whether a name is one that every state has: "the Ministry of Foreign Affairs"."""
        roles = self._view.knowledge.roles
        return all(
            key in roles.title_words or key in roles.by_noun or key in {"the", "for", "'s", ""}
            for key in self._view.folded[first:stop]
        )

    def _is_office(self, first: int, stop: int, index: int) -> bool:
        """Tell whether a mention is an office of what a token in it names: "Nordland Ministry"."""
        view, roles = self._view, self._view.knowledge.roles
        word = view.folded[index]
        is_known = self.is_state(index) or word in self._places or word.endswith(PEOPLES)
        return is_known and all(
            key == word or (key in roles.title_words and key != "new") or key in roles.by_noun
            for key in view.folded[first:stop]
            if key and key != "the"
        )

    def state_of_adjective(self, word: str) -> str | None:
        """Return the name in the text that a word is an adjective of: "Velmoran", "Velmora"."""
        key = fold(word)
        if key not in self._derived:
            self._derived[key] = self._derive(key)
        return self._derived[key]

    def _derive(self, key: str) -> str | None:
        not_a_state = self._view.knowledge.roles.not_a_state
        if key in self._alone or key in not_a_state:
            return None
        found: list[tuple[bool, int, int, str]] = []
        for ending in ENDINGS:
            stem = key.removesuffix(ending)
            if stem == key or len(stem) < (MIN_STEM_OF_ER if ending == "er" else MIN_STEM):
                continue
            most = MAX_TAIL if len(ending) > 1 else MAX_TAIL_OF_LETTER
            for name in self._by_stem.get(stem[:MIN_STEM], ()):
                is_like = name != key and name.startswith(stem) and name not in not_a_state
                if is_like and len(name) - len(stem) <= most:
                    # The shortest: "Velmorans" are of Velmora, not of "Velmoran".
                    found.append((name in self._alone, len(stem), -len(name), name))
        return self._names[max(found)[-1]] if found else None


def _stands_alone(view: View, index: int) -> bool:
    """Tell whether a name is used as a place's or a speaker's: "in Velmora", "Velmora said"."""
    tokens = view.tokens
    if (
        not view.is_name_word(index)
        or tokens.tags[index] != "NNP"
        or view.mention_of[index] is None
    ):
        return False
    before, after = max(0, index - 1), min(index + 1, len(tokens) - 1)
    if tokens.pos[after] in {"NOUN", "PROPN", "ADJ"} or tokens.pos[before] in {"DET", "PROPN"}:
        return False
    return view.folded[before] == "in" or view.is_subject(index)


def _bare(view: View, first: int, stop: int) -> str:
    """Return a mention's name without its article and possessive mark."""
    while first < stop and view.folded[first] in {"the", "a", "an"}:
        first += 1
    for i in range(first + 1, stop):
        if view.tokens.words[i] in DASHES and view.tokens.starts[i] > view.tokens.ends[i - 1]:
            stop = i  # the next of a list
            break
    while first < stop and (view.tokens.tags[stop - 1] == "POS" or not view.folded[stop - 1]):
        stop -= 1
    return view.text(first, stop) if first < stop else ""


def _opens_person(view: View, index: int) -> bool:
    """Tell whether somebody's name begins inside another: "the Lamp Council Ana Kos"."""
    hit = view.hits[index]
    return hit is not None and hit.first == index and hit.entry.form is Form.PERSON


def _whole(view: View, first: int, stop: int, name: str) -> str:
    """Return an organisation's name with what follows its last word: "Centre for Sea Law"."""
    is_linked = stop < len(view.tokens) and view.folded[stop] in {"for", "on"}
    whole = whole_name(view, stop - 1) if is_linked else None
    return whole if whole is not None and whole.startswith(view.text(first, stop)) else name


def state_of_text(name: str) -> Actor:
    """Return a state that only the text names."""
    return _actor(name, ActorKind.STATE)


def organisation_of_text(name: str) -> Actor:
    """Return an organisation that only the text names."""
    return _actor(name, ActorKind.ORGANISATION)


def _actor(name: str, kind: ActorKind) -> Actor:
    return Actor(
        id=ActorId(content_hash("named", kind, fold(name))), name=name, kind=kind, side=name
    )
