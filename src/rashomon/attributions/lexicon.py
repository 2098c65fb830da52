"""The cue words, read once from ``cues.toml`` and ``silences.toml``."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Lemmas by the construction in which they report something said, thought or wanted.

    Attributes:
        verbs: Verb lemmas per construction: clause, quote, infinitive, object, light, naming,
            hearer.
        verb_prepositions: Per verb lemma, the prepositions that open its content.
        text_prepositions: The same for verbs that report only of a text: "the note focuses on".
        nouns: Noun lemmas per construction: clause, infinitive, issue, brought_up, predicate.
        noun_prepositions: Per preposition, the nouns whose content it opens.
        adjectives: Adjectives of "is adamant that".
        phrase_nouns: Nouns of "in X's view".
        phrase_prepositions: Prepositions of "in X's view".
        happenings: Nouns that cannot speak.
        unmentioned: Per verb lemma that reports a silence when denied, its prepositions.
        withheld: Per verb lemma that reports something withheld when denied, its prepositions.
        silences: Further words of silence, by name of their list in ``silences.toml``.
        confidence: Per construction, how often people draw its links too, in [0, 1].
        reporting: All verb lemmas that link without the help of a noun.
    """

    verbs: dict[str, Words]
    verb_prepositions: dict[str, Words]
    text_prepositions: dict[str, Words]
    nouns: dict[str, Words]
    noun_prepositions: dict[str, Words]
    adjectives: Words
    phrase_nouns: Words
    phrase_prepositions: Words
    happenings: Words
    unmentioned: dict[str, Words]
    withheld: dict[str, Words]
    silences: dict[str, Words]
    confidence: dict[str, float]
    reporting: Words


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """Return the cue words."""
    cues, silences = _tables("cues.toml"), _tables("silences.toml")
    return Lexicon(
        verbs=cues["verbs"],
        verb_prepositions=cues["verb_prepositions"],
        text_prepositions=cues["text_prepositions"],
        nouns=cues["nouns"],
        noun_prepositions=cues["noun_prepositions"],
        adjectives=cues["adjectives"]["clause"],
        phrase_nouns=cues["phrases"]["nouns"],
        phrase_prepositions=cues["phrases"]["prepositions"],
        happenings=cues["sources"]["happenings"],
        unmentioned=silences["unmentioned"],
        withheld=silences["withheld"],
        silences=silences["words"],
        confidence=_numbers("cues.toml", "confidence"),
        reporting=frozenset(cues["verb_prepositions"]).union(
            *(cues["verbs"][name] for name in ("clause", "infinitive", "object", "naming"))
        ),
    )


def _read(name: str) -> dict[str, dict[str, object]]:
    return tomllib.loads(files("rashomon.attributions").joinpath(name).read_text("utf-8"))


def _tables(name: str) -> dict[str, dict[str, Words]]:
    return {
        table: {
            key: frozenset(words.split())
            for key, words in entries.items()
            if isinstance(words, str)
        }
        for table, entries in _read(name).items()
    }


def _numbers(name: str, table: str) -> dict[str, float]:
    return {key: value for key, value in _read(name)[table].items() if isinstance(value, float)}
