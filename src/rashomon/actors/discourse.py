"""What a text has spoken of so far: the memory that pronouns and bare role nouns point into."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rashomon.actors.resolution import Resolution, unresolved
from rashomon.model import Actor, ActorKind

# Sentences back that a pronoun reaches; 97 % of the news pronouns whose antecedent Hobbs 1978
# counted reach no further than one sentence, so this is generous.
REACH = 3

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
    is_plural: bool = False
    is_text: bool = False
    gender: str | None = None
    quotation: int = 0  # the number of the quotation it stands in, 0 outside
    kind: ActorKind | None = None  # what it is, where nobody is known for it


@dataclass(slots=True)
class Discourse:
    """The referents of every sentence read so far, in order."""

    by_sentence: dict[int, list[Referent]] = field(default_factory=dict)
    by_noun: dict[str, Referent] = field(default_factory=dict)  # the latest of each
    latest_text: Referent | None = None
    by_side: dict[str, Actor] = field(default_factory=dict)  # the first named of each
    by_side_of_text: dict[str, Actor] = field(default_factory=dict)  # the owners of texts
    latest_pair: tuple[Actor, ...] = ()
    latest_people: tuple[Actor, ...] = ()  # the latest pair of people

    def note(self, sentence: int, referent: Referent) -> None:
        """Remember a referent; sentences must come in order."""
        self.by_sentence.setdefault(sentence, []).append(referent)
        if referent.resolution.actors:
            self.by_noun[referent.noun] = referent
            self._note_sides(referent)
            if referent.is_text:
                self.latest_text = referent
            if len(referent.resolution.sides) > 1:
                self.latest_pair = referent.resolution.actors
                if all(actor.kind is ActorKind.PERSON for actor in self.latest_pair):
                    self.latest_people = self.latest_pair

    def _note_sides(self, referent: Referent) -> None:
        for actor in referent.resolution.actors:
            if actor.side:
                self.by_side.setdefault(actor.side, actor)
                if referent.is_text:
                    self.by_side_of_text.setdefault(actor.side, actor)

    def antecedent(self, token: int, sentence: int, pronoun: str, quotation: int) -> Resolution:
        """Find who a pronoun refers to: the nearest compatible, if only one is clear.

        Who is named only inside a quotation is not who the words outside it speak of. Somebody
        nearer who cannot be told keeps the pronoun open.
        """
        fits = _FITS[PRONOUNS[pronoun]]
        for back in range(REACH + 1):
            candidates = [
                referent
                for referent in self.by_sentence.get(sentence - back, ())
                if referent.token < token
                and referent.quotation in {0, quotation}
                and fits(referent)
            ]
            if candidates:
                return _choose(pronoun, candidates, back)
        return unresolved(f"pronoun “{pronoun}”: nobody it fits is named in the sentences before")


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


def _choose(pronoun: str, candidates: list[Referent], back: int) -> Resolution:
    """Choose among the candidates of one sentence: the only one, or the only subject."""
    near = ("the same sentence", "the sentence before")
    where = near[back] if back < len(near) else f"{back} sentences before"
    if pronoun.startswith("the") and any(referent.is_plural for referent in candidates):
        candidates = [referent for referent in candidates if referent.is_plural]
    # Most whom news name are men: who is of unknown gender is rarely "she".
    women = [r for r in candidates if PRONOUNS[pronoun] == SHE == r.gender]
    men = [r for r in candidates if PRONOUNS[pronoun] == HE == r.gender]
    for pool, what, confidence in (
        (candidates, "the only fitting one in", 0.8),
        (women, "the only one by gender in", 0.7),
        ([referent for referent in candidates if referent.is_subject], "subject of", 0.75),
        ([referent for referent in candidates if referent.is_main], "main subject of", 0.7),
        (men, "the only one by gender in", 0.7),
    ):
        chosen = {r.resolution.actors or r.token: r.resolution for r in pool}
        if len(chosen) == 1:
            resolution = next(iter(chosen.values()))
            if not resolution.actors:
                return unresolved(f"pronoun “{pronoun}”: {resolution.reason}")
            return Resolution(
                resolution.actors,
                f"pronoun “{pronoun}”: {resolution.names}, {what} {where}",
                min(confidence, resolution.confidence) * (0.9 if back > 1 else 1),
            )
    names = ", ".join(dict.fromkeys(r.resolution.names or r.noun for r in candidates))
    return unresolved(f"pronoun “{pronoun}” may be any of: {names}")
