"""What a text has spoken of so far: the memory that pronouns and bare role nouns point into."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from rashomon.actors.resolution import Resolution, unresolved
from rashomon.model import Actor, ActorKind

# Sentences back that a pronoun reaches; 97 % of the news pronouns whose antecedent Hobbs 1978
# counted reach no further than one sentence, so this is generous. "He" and "she" go on as long as
# nobody else is spoken of.
REACH = 3
REACH_OF_PERSON = 8
MAX_SENTENCES = 30  # quoted ones too
MAX_REFERENTS = 100  # of one sentence, the last: some "sentences" are lists of thousands
MAX_OF_NOUN = 10  # phrases of one noun that are remembered
QUOTED = 0.25  # how far a sentence in quotation marks takes one away
DECAY = 0.4  # of what a mention counts, a sentence
WEIGHT_OF_MAIN, WEIGHT_OF_SUBJECT, WEIGHT_OF_OTHER = 1.0, 0.8, 0.4
UNLIKELY, UNSURE = 0.3, 0.7  # where the gender or number is not known to fit
BODY_AS_THEY = 0.5  # "the campaign … they", where a plural is at hand
SPEAKING = 2.0  # how much more somebody counts who spoke, for a pronoun that speaks
INTRODUCED = 5.0  # the same of an object, where the sentence before the quotation brings it in
LATE = 0.1  # of somebody named long before: any number, for there is no other
MIN_SHARE = 0.56  # of the first among the first two: below, it may be either
SURE_SHARE = 0.75
BASE, DOUBT = 0.4, 0.15  # of the confidence: from .53 for one of two near alike to .85 for the only

HE, SHE, IT, THEY = "he", "she", "it", "they"
PRONOUNS = {
    "he": HE, "him": HE, "his": HE, "himself": HE,
    "she": SHE, "her": SHE, "hers": SHE, "herself": SHE,
    "it": IT, "its": IT, "itself": IT,
    "they": THEY, "them": THEY, "their": THEY, "theirs": THEY, "themselves": THEY,
}  # fmt: skip
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours"})


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody that a sentence speaks of, at one token."""

    token: int
    noun: str  # the lemma of the token
    resolution: Resolution
    is_subject: bool = False
    is_main: bool = False  # subject of the sentence's own verb, not of a clause in it
    is_speaking: bool = False  # subject of a verb of speaking
    is_plural: bool = False
    is_text: bool = False
    is_new: bool = False  # somebody's first mention
    gender: str | None = None
    quotation: int = 0  # the number of the quotation it stands in, 0 outside
    kind: ActorKind | None = None  # what it is, where nobody is known for it


@dataclass(slots=True)
class Discourse:
    """The referents of every sentence read so far, in order."""

    quoted: frozenset[int] = frozenset()  # sentences that are all quotation
    by_sentence: dict[int, list[Referent]] = field(default_factory=dict)
    by_noun: dict[str, list[Referent]] = field(default_factory=dict)  # the latest last
    latest_text: Referent | None = None
    by_side: dict[str, Actor] = field(default_factory=dict)  # the first named of each
    by_side_of_text: dict[str, Actor] = field(default_factory=dict)  # the owners of texts
    listed: set[int] = field(default_factory=set)  # tokens of those who are named together
    latest_pair: tuple[Actor, ...] = ()
    latest_titled: dict[str, tuple[Actor, ...]] = field(default_factory=dict)  # by "senator"
    latest_people: tuple[Actor, ...] = ()  # the latest pair of people

    def note(self, sentence: int, referent: Referent) -> None:
        """Remember a referent; sentences must come in order."""
        self.by_sentence.setdefault(sentence, []).append(referent)
        if referent.resolution.actors:
            if not (referent.quotation and referent.resolution.is_unnamed):
                self.note_noun(referent)
            self._note_sides(referent)
            if referent.is_text:
                self.latest_text = referent
            if len(referent.resolution.sides) > 1:
                self.latest_pair = referent.resolution.actors
                if all(actor.kind is ActorKind.PERSON for actor in self.latest_pair):
                    self.latest_people = self.latest_pair

    def note_together(self, sentence: int, referent: Referent, tokens: Iterable[int]) -> None:
        """Remember those named together: "they" are all of them, not the last nor the first."""
        self.listed.update(tokens)
        self.by_sentence[sentence] = [
            one for one in self.by_sentence[sentence] if one.noun or one.token not in self.listed
        ]
        self.note(sentence, referent)

    def note_noun(self, referent: Referent) -> None:
        """Remember a noun phrase alone, for later ones of the same noun."""
        self.by_noun.setdefault(referent.noun, []).append(referent)
        del self.by_noun[referent.noun][:-MAX_OF_NOUN]

    def _note_sides(self, referent: Referent) -> None:
        for actor in referent.resolution.actors:
            if actor.side:
                self.by_side.setdefault(actor.side, actor)
                if referent.is_text:
                    self.by_side_of_text.setdefault(actor.side, actor)

    def antecedent(
        self,
        token: int,
        sentence: int,
        pronoun: str,
        quotation: int,
        *,
        is_speaking: bool = False,
        opening: int | None = None,
        others: frozenset[Actor] = frozenset(),
    ) -> Resolution:
        """Find who a pronoun refers to: whom the sentences before speak of most.

        Every mention counts, a subject's more than another's, a near one's more than a far one's
        (Lappin and Leass 1994). Who is named only inside a quotation is not who the words outside
        it speak of, and a sentence in quotation marks takes nobody further away. Somebody who
        cannot be told keeps the pronoun open, as two do who count alike. Whoever speaks ("he
        said") is more likely somebody who spoke.

        Args:
            token: The pronoun.
            sentence: Its sentence.
            pronoun: The word, folded.
            quotation: The number of the quotation that it stands in, 0 outside.
            is_speaking: Whether it is the subject of a verb of speaking.
            others: Whom its own clause names after it, so that it is not them.
            opening: The sentence with which the quotation before it begins, if there is one.
        """
        kind = PRONOUNS[pronoun]
        reach = REACH_OF_PERSON if kind in {HE, SHE} else REACH
        scores: dict[object, float] = {}
        found: dict[object, Referent] = {}
        distance = 0.0
        is_voice_sought = is_speaking
        for number in range(sentence, max(-1, sentence - MAX_SENTENCES), -1):
            for referent in self.by_sentence.get(number, ())[-MAX_REFERENTS:]:
                is_heard = referent.quotation in {0, quotation}
                if others.intersection(referent.resolution.actors):
                    continue
                if kind == THEY and not (referent.is_plural or referent.resolution.actors):
                    continue  # "the government" of nobody known is rarely "they"
                if kind == THEY and referent.noun and referent.token in self.listed:
                    continue
                if referent.token < token and is_heard and _FITS[kind](referent):
                    key = referent.resolution.actors or referent.token
                    weight = _weight(referent, kind) * DECAY**distance
                    if is_voice_sought:
                        weight *= self._voice(referent, number, opening)
                    scores[key] = scores.get(key, 0.0) + weight
                    found.setdefault(key, referent)
            is_voice_sought = is_voice_sought and not self._has_subject(number, sentence, kind)
            distance += QUOTED if number in self.quoted else 1
            if distance > reach or (scores and distance > REACH):
                break
        if not scores and kind in {HE, SHE}:
            found = self._only_one(token, kind)
            scores = dict.fromkeys(found, LATE)
        return _choose(pronoun, scores, found)

    def _has_subject(self, number: int, sentence: int, kind: str) -> bool:
        """Tell whether a sentence before is about somebody: then who spoke earlier is past."""
        return number < sentence and any(
            referent.is_main
            and not referent.quotation
            and _FITS[kind](referent)
            and (kind != SHE or referent.gender == SHE)
            for referent in self.by_sentence.get(number, ())
        )

    def _voice(self, referent: Referent, number: int, opening: int | None) -> float:
        """Return how much more likely somebody is to be speaking now.

        Who spoke goes on; who is brought in by the sentence before a quotation is about to speak.
        """
        if referent.is_speaking:
            return SPEAKING
        is_before = opening is not None and number == opening - 1
        if not is_before or not referent.is_new or referent.quotation:
            return 1.0
        if referent.is_main:
            return SPEAKING
        is_about_others = any(
            one.is_main and _is_person(one) for one in self.by_sentence.get(number, ())
        )
        return 1.0 if referent.is_subject or is_about_others else INTRODUCED

    def _only_one(self, token: int, kind: str) -> dict[object, Referent]:
        """Return the only one of a gender whom the text has named so far, however far away."""
        found: dict[object, Referent] = {
            referent.resolution.actors: referent
            for referents in self.by_sentence.values()
            for referent in referents
            if referent.token < token
            and referent.gender == kind
            and referent.resolution.actors
            and _is_person(referent)
        }
        return found if len(found) == 1 else {}

    def two_people(self, gender: str | None) -> tuple[Actor, ...]:
        """Return the only two people of a gender whom the latest sentences speak of."""
        for genders in ({gender}, {None, gender}):  # those who are known to be, if there are two
            people: dict[Actor, None] = {}
            for number in sorted(self.by_sentence, reverse=True)[: REACH + 1]:
                for referent in self.by_sentence[number]:
                    is_meant = gender is None or referent.gender in genders
                    if _is_person(referent) and not referent.resolution.is_unnamed and is_meant:
                        people.update(dict.fromkeys(referent.resolution.actors))
                if len(people) > 1:
                    break
            if len(people) == 2:
                return tuple(people)
        return ()

    def only_person(self, token: int, sentence: int, words: str) -> Resolution | None:
        """Return the only one whom the last two sentences name: "the farmer" is said of them."""
        found = {
            referent.resolution.actors: referent.resolution
            for number in (sentence - 1, sentence)
            for referent in self.by_sentence.get(number, ())
            if referent.token < token and _is_person(referent) and referent.resolution.actors
        }
        one = next(iter(found.values())) if len(found) == 1 else None
        if one is None or one.is_unnamed:
            return None
        reason = f"“{words}”: {one.names}, the only one spoken of just before"
        return Resolution(one.actors, reason, min(0.55, one.confidence))

    def latest_organisation(
        self, token: int, sentence: int, is_meant: Callable[[Actor], bool]
    ) -> Resolution | None:
        """Return the organisation that the last sentences speak of most, None if two do alike."""
        scores: dict[object, float] = {}
        found: dict[object, Resolution] = {}
        for number in range(sentence, max(-1, sentence - REACH - 1), -1):
            for referent in self.by_sentence.get(number, ())[-MAX_REFERENTS:]:
                actors = referent.resolution.actors
                if referent.token >= token or len(actors) != 1:
                    continue
                if actors[0].kind is ActorKind.ORGANISATION and is_meant(actors[0]):
                    weight = _weight(referent, IT) * DECAY ** (sentence - number)
                    scores[actors] = scores.get(actors, 0.0) + weight
                    found.setdefault(actors, referent.resolution)
        ranked = sorted(scores, key=lambda actors: -scores[actors])
        if not ranked:
            return None
        second = scores[ranked[1]] if len(ranked) > 1 else 0.0
        is_first = scores[ranked[0]] / (scores[ranked[0]] + second) >= SURE_SHARE
        return found[ranked[0]] if is_first else None


def _kind(referent: Referent) -> ActorKind | None:
    actors = referent.resolution.actors
    return actors[0].kind if actors else referent.kind


def _is_person(referent: Referent) -> bool:
    is_one = len(referent.resolution.actors) <= 1 and not referent.is_plural
    return is_one and _kind(referent) is ActorKind.PERSON


def _is_thing(referent: Referent) -> bool:
    if referent.is_plural:
        return False
    return referent.is_text or _kind(referent) is not ActorKind.PERSON


def _is_many(referent: Referent) -> bool:
    many = {ActorKind.BODY, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP, ActorKind.GROUP}
    return referent.is_plural or _kind(referent) in many


_FITS: dict[str, Callable[[Referent], bool]] = {
    HE: lambda referent: _is_person(referent) and referent.gender != SHE and not referent.is_text,
    SHE: lambda referent: _is_person(referent) and referent.gender != HE and not referent.is_text,
    IT: _is_thing,
    THEY: lambda referent: not referent.is_text and _is_many(referent),
}


def _weight(referent: Referent, kind: str) -> float:
    """Return how much a mention speaks for what it mentions."""
    weight = WEIGHT_OF_MAIN if referent.is_main else WEIGHT_OF_SUBJECT
    if not referent.is_subject:
        weight = WEIGHT_OF_OTHER
    if kind == SHE and referent.gender != SHE:
        weight *= UNLIKELY  # most whom news name are men: who is of unknown gender is rarely "she"
    if kind == HE and referent.gender != HE:
        weight *= UNSURE
    if kind == THEY and not referent.is_plural:
        weight *= BODY_AS_THEY
    if kind == THEY and not referent.resolution.actors and referent.kind is None:
        weight *= UNLIKELY  # things: who "they" are acts
    return weight


def _choose(pronoun: str, scores: dict[object, float], found: dict[object, Referent]) -> Resolution:
    """Choose whom most speaks for, if nobody else comes near."""
    if not scores:
        reason = f"pronoun “{pronoun}”: nobody it fits is named in the sentences before"
        return unresolved(reason)
    ranked = sorted(scores, key=lambda key: -scores[key])
    best = found[ranked[0]].resolution
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    share = scores[ranked[0]] / (scores[ranked[0]] + second)
    candidates = [actor for key in ranked for actor in found[key].resolution.actors]
    if share < MIN_SHARE:
        names = ", ".join(dict.fromkeys(found[k].resolution.names or found[k].noun for k in ranked))
        return unresolved(f"pronoun “{pronoun}” may be any of: {names}", candidates)
    if not best.actors:
        return unresolved(f"pronoun “{pronoun}”: {best.reason}", candidates)
    others = tuple(one for one in dict.fromkeys(candidates) if one not in best.actors)
    how = "most spoken of before it" if others else "the only one it fits"
    return Resolution(
        best.actors,
        f"pronoun “{pronoun}”: {best.names}, {how}",
        min(best.confidence, BASE + (1 - BASE) * share - DOUBT),
        others if share < SURE_SHARE else (),
        best.is_unnamed,
    )
