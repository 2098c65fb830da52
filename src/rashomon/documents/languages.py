"""The language of a text: plain English by its small words, everything else by py3langid.

Loading py3langid's model takes 0.8 CPU-seconds, a quarter of what reading a page may cost, and it
takes some short English texts for another language. So a text with English's own share of small
words is English without asking.
"""

import re

DEFAULT = "en"
MIN_LETTERS = 40  # fewer do not tell a language: names of people and places are all there is
MAX_SAMPLE = 1_000  # code points; more change no answer
ISO_639_1 = 2  # letters of a code; py3langid also has languages that only ISO 639-3 names

WORD = re.compile(r"[^\W\d_]+")
# Frequent in English and in no other language of the Latin script together.
SMALL_WORDS = frozenset(
    (
        "the",
        "and",
        "of",
        "to",
        "that",
        "with",
        "for",
        "from",
        "by",
        "which",
        "his",
        "her",
        "their",
        "this",
        "was",
        "were",
        "has",
        "have",
        "would",
    )
)
# English news and statements have .20 to .40 of these; texts in other languages, quoted English
# included, less than .05.
MIN_SMALL_SHARE = 0.12
# A guess against English needs to be this far ahead of it in log-probability, or English is kept:
# English headlines full of names are taken for German or Norwegian by up to 20; one sentence in
# another language leads by 40 and more.
MIN_LEAD = 25.0


def detect_language(text: str) -> str:
    """Detect the language of a text.

    Args:
        text: The body of a document, or all its text.

    Returns:
        An ISO 639-1 code; "en" when the text is too short to tell.
    """
    words = WORD.findall(text[:MAX_SAMPLE].lower())
    if sum(map(len, words)) < MIN_LETTERS and text.isascii():
        return DEFAULT
    if sum(map(SMALL_WORDS.__contains__, words)) >= MIN_SMALL_SHARE * len(words):
        return DEFAULT
    return _ask_model(" ".join(WORD.findall(text[:MAX_SAMPLE])))


def _ask_model(text: str) -> str:
    # Most documents are told without it; it ships no stubs.
    import py3langid  # type: ignore[import-untyped]  # noqa: PLC0415  # no stubs; 0.8 s to load

    ranked: list[tuple[str, float]] = [
        (code, score) for code, score in py3langid.rank(text) if len(code) == ISO_639_1
    ]
    best, best_score = ranked[0]
    english = next(score for code, score in ranked if code == DEFAULT)
    return best if best_score - english >= MIN_LEAD else DEFAULT
