"""A document's parse, laid out for looking around: children, sentences, known names by token."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from rashomon.actors.knowledge import KnowledgeBase
from rashomon.actors.lexicon import Entry, Form
from rashomon.actors.names import fold
from rashomon.model import Annotations, Document, MentionType, Span, Tokens

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NOMINALS = frozenset({"NOUN", "PROPN", "PRON"})
# "New Mexico" is not Mexico, nor "West Virginia"'s like; aliases that begin so are longer matches.
DIRECTIONS = frozenset(
    {"new", "north", "south", "east", "west", "northern", "southern", "eastern", "western"}
)

NAMED_WITH = frozenset({"NOUN", "PROPN", "ADJ"})  # "the Kos plan" has its article from the plan
STRAIGHT = frozenset({'"', "``", "''"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at tokens [first, stop)."""

    first: int
    stop: int
    entry: Entry


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

    def is_subject(self, index: int) -> bool:
        """Tell whether a token is the subject of a verb."""
        return self.tokens.relations[index] in SUBJECTS

    def left_edge(self, head: int) -> int:
        """Return the leftmost token of the unbroken run before a noun that hangs on it."""
        bottom = self.sentences[self.sentence_of[head]][0]
        i = head
        while i > bottom and self._hangs_on(i - 1, head):
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


def lay_out(document: Document, annotations: Annotations, knowledge: KnowledgeBase) -> View:
    """Lay a document's parse out, with the known names found."""
    tokens = annotations.tokens
    children: list[list[int]] = [[] for _ in tokens.starts]
    for index, head in enumerate(tokens.heads):
        if head != index:
            children[head].append(index)
    sentence_of = [0] * len(tokens)
    for number, sentence in enumerate(annotations.sentences):
        for index in range(sentence.first, sentence.stop):
            sentence_of[index] = number
    view = View(
        document=document,
        tokens=tokens,
        knowledge=knowledge,
        folded=[fold(word) for word in tokens.words],
        lemmas=[lemma.lower() for lemma in tokens.lemmas],
        children=children,
        sentence_of=sentence_of,
        sentences=tuple((s.first, s.stop) for s in annotations.sentences),
        quotation_of=_quotations(document, tokens),
        mention_of=[None] * len(tokens),
        hits=[None] * len(tokens),
        sides_named=set(),
    )
    for mention in annotations.mentions:
        within = view.tokens_in(mention.span)
        for index in within:
            view.mention_of[index] = (within.start, within.stop, mention.type)
    _correct_people(view)
    _find_hits(view)
    return view


def _quotations(document: Document, tokens: Tokens) -> list[int]:
    """Number the quotations; an unclosed one ends with its line."""
    numbers, number, is_open = [], 0, False
    for index, word in enumerate(tokens.words):
        between = document.text[tokens.ends[index - 1] if index else 0 : tokens.starts[index]]
        is_open = is_open and "\n" not in between
        is_opening = word == "“" or (word in STRAIGHT and not is_open)
        is_closing = is_open and not is_opening and (word == "”" or word in STRAIGHT)
        number += is_opening
        is_open = (is_open or is_opening) and not is_closing
        numbers.append(number if is_open else 0)
    return numbers


def _correct_people(view: View) -> None:
    """Take for no person's what has an article when it stands alone: "Ostrava Bay", "the Bay"."""
    words, pos, n_tokens = view.folded, view.tokens.pos, len(view.tokens)
    alone: dict[bool, set[str]] = {True: set(), False: set()}  # with an article, without
    for i in range(1, n_tokens):
        after = pos[i + 1] if i + 1 < n_tokens else ""
        is_called = words[i - 1].rstrip(".") in view.knowledge.roles.honorifics
        is_alone = is_called or (pos[i - 1] != "PROPN" and after not in NAMED_WITH)
        if is_alone and view.is_name_word(i):
            alone[words[i - 1] == "the"].add(words[i])
    no_person = alone[True] - alone[False]
    for i, mention in enumerate(view.mention_of):
        if mention and mention[2] is MentionType.PERSON and words[mention[1] - 1] in no_person:
            view.mention_of[i] = (mention[0], mention[1], MentionType.ORGANISATION)


def _find_hits(view: View) -> None:
    places = [index for index, key in enumerate(view.folded) if key]
    words = [view.tokens.words[index] for index in places]
    folded = [view.folded[index] for index in places]
    n = 0
    while n < len(places):
        entry = view.knowledge.match(words, folded, n)
        if entry is None:
            n += 1
            continue
        last = n + len(entry.words) - 1
        hit = Hit(places[n], places[last] + 1, entry)
        if _stands(view, hit):
            view.sides_named.add(entry.actor.side)
            for index in range(hit.first, hit.stop):
                view.hits[index] = hit
            n = last
        n += 1


def _stands(view: View, hit: Hit) -> bool:
    """Tell whether a known name stands for itself here, not inside another name."""
    if view.sentence_of[hit.first] != view.sentence_of[hit.stop - 1]:
        return False
    if hit.entry.is_given or hit.entry.form in {Form.PERSON, Form.ROLE}:
        return True
    before = hit.first - 1
    if before >= 0 and view.folded[before] in DIRECTIONS and view.tokens.words[before].istitle():
        return False
    mention = view.mention_of[hit.first]
    if mention is None or mention[2] is not MentionType.PERSON or hit.entry.form is Form.ADJECTIVE:
        return True
    outside = [i for i in range(mention[0], mention[1]) if not hit.first <= i < hit.stop]
    return not any(view.is_name_word(index) for index in outside)
