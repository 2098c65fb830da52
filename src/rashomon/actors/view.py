"""A document's parse, laid out for looking around: children, sentences, known names by token."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from rashomon.actors.ambiguity import Choice
from rashomon.actors.holders import Period
from rashomon.actors.knowledge import KnowledgeBase
from rashomon.actors.lexicon import Entry
from rashomon.model import Actor, Document, MentionType, Span, Tokens

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # no phrase before a noun has such a verb
NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at tokens [first, stop)."""

    first: int
    stop: int
    entry: Entry
    choice: Choice | None = None  # of a name of several
    candidates: tuple[Actor, ...] = ()  # what it may mean, where that is open

    @property
    def is_open(self) -> bool:
        """Whether nothing tells which of several the name means."""
        return self.choice is not None and self.choice.sense is None


@dataclass(slots=True)
class View:
    """One document's tokens with what is known about each; lists have one entry a token."""

    document: Document
    tokens: Tokens
    knowledge: KnowledgeBase
    folded: list[str]
    lemmas: list[str]  # in lower case
    children: list[list[int]]
    sentence_of: list[int]
    sentences: tuple[tuple[int, int], ...]
    quotation_of: list[int]  # 0 outside quotations, else the number of the one
    mention_of: list[tuple[int, int, MentionType] | None]
    hits: list[Hit | None]
    sides_named: set[str | None]  # sides that a known name in the text stands for
    home: Actor | None  # whose own account the text is: its bare offices are of this state
    period: Period  # when the text is from, as far as its metadata tell
    vocabulary: frozenset[str]  # all words, folded
    # Of abbreviations that the text explains, by their letters: the long name's tokens, both in it.
    definitions: dict[str, tuple[int, int]]
    # Tokens of known names that are parts of longer ones here: "Halm" of the "Halm Border Talks".
    parts: set[int] = field(default_factory=set)

    def text(self, first: int, stop: int) -> str:
        """Return the words of tokens [first, stop) in one line."""
        words = self.document.text[self.tokens.starts[first] : self.tokens.ends[stop - 1]]
        return " ".join(words.split())

    def tokens_in(self, span: Span) -> range:
        """Return the tokens that a span of the text touches."""
        first = bisect_right(self.tokens.ends, span.start)
        return range(first, bisect_left(self.tokens.starts, span.end))

    def is_name_word(self, index: int) -> bool:
        """Tell whether a token looks like a part of a name."""
        return self.tokens.pos[index] == "PROPN" and self.tokens.words[index][:1].isupper()

    def is_short_place(self, index: int) -> bool:
        """Tell whether a token is two capitals after a name: "(VT)", "(D-VT)", "Halm, VT"."""
        word, before = self.tokens.words[index], self.tokens.words[max(0, index - 1)]
        after = self.tokens.words[min(index + 1, len(self.tokens) - 1)]
        is_short = len(word) == 2 and word.isupper()
        is_us = self.folded[index] in self.knowledge.packaged.place_words.us_states
        is_after_city = is_us and before == "," and self.is_name_word(max(0, index - 2))
        return is_short and (is_after_city or (before in {"(", "-"} and after == ")"))

    def is_subject(self, index: int) -> bool:
        """Tell whether a token is the subject of a verb."""
        return self.tokens.relations[index] in SUBJECTS

    def is_speaker(self, index: int) -> bool:
        """Tell whether a token is the subject of a verb of speaking."""
        verb = self.tokens.heads[index]
        return self.is_subject(index) and self.lemmas[verb] in self.knowledge.roles.speech_verbs

    def left_edge(self, head: int) -> int:
        """Return the leftmost token of the unbroken run before a noun that hangs on it."""
        bottom = self.sentences[self.sentence_of[head]][0]
        i = head
        while i > bottom and self._hangs_on(i - 1, head) and self.tokens.tags[i - 1] not in FINITE:
            i -= 1
        return i

    def _hangs_on(self, index: int, head: int) -> bool:
        for _ in range(8):  # deeper chains before a noun are errors of the parser
            index = self.tokens.heads[index]
            if index == head:
                return True
        return False

    def prepositions(self, head: int) -> list[tuple[str, int]]:
        """Return the (preposition, object) pairs that hang on a noun, in order."""
        relations = self.tokens.relations
        return [
            (self.folded[child], thing)
            for child in self.children[head]
            if relations[child] in {"prep", "agent"}
            for thing in self.children[child]
            if relations[thing] in {"pobj", "pcomp"}
        ]
