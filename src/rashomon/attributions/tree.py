"""The parse as the rules read it: the tree, lower-case words and noun phrases."""

from collections.abc import Iterator

from rashomon.attributions.ranges import Range
from rashomon.model import Annotations, Span, Tree

VERBAL = frozenset({"VERB", "AUX"})
ASIDES = frozenset({"acl", "advcl", "parataxis", "prep", "relcl"})
EDGES = frozenset({",", ";", ":", "-", "–", "—", "--", "."})
QUOTATION_MARKS = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
LINE_ENDS = frozenset("\r\n\u2028\u2029")


class WordTree(Tree):
    """A document's tree with its words in the forms that the rules compare.

    Attributes:
        text: The document's whole text.
        lower: Per token, its word in lower case.
        lemma: Per token, its lemma in lower case.
        paragraph: Per sentence, the number of its paragraph.
    """

    def __init__(self, text: str, annotations: Annotations) -> None:
        super().__init__(annotations)
        self.text = text
        self.lower = [word.lower() for word in self.tokens.words]
        self.lemma = [lemma.lower() for lemma in self.tokens.lemmas]
        self.paragraph = self._number_paragraphs()

    def _number_paragraphs(self) -> list[int]:
        numbers: list[int] = []
        end = 0
        for sentence in self.sentences:
            gap = self.text[end : self.tokens.starts[sentence.first]]
            previous = numbers[-1] if numbers else 0
            numbers.append(previous + (not LINE_ENDS.isdisjoint(gap)))
            end = self.tokens.ends[sentence.stop - 1]
        return numbers

    def range_of(self, token: int) -> Range:
        """Return the range that a token's subtree covers."""
        return self.left[token], self.right[token]

    def span_of(self, tokens: Range) -> Span:
        """Return the offsets of a token range."""
        return self.span(*tokens)

    def lines_of(self, tokens: Range) -> Iterator[Range]:
        """Cut a range where its paragraph ends."""
        start, stop = tokens
        for token in range(start + 1, stop):
            before, here = self.sentence[token - 1], self.sentence[token]
            if before != here and self.paragraph[before] != self.paragraph[here]:
                yield start, token
                start = token
        yield start, stop

    def sentence_of(self, token: int) -> Range:
        """Return the range of the sentence that a token stands in."""
        sentence = self.sentences[self.sentence[token]]
        return sentence.first, sentence.stop

    def is_verb(self, token: int) -> bool:
        """Whether a token is a verb or an auxiliary."""
        return self.tokens.pos[token] in VERBAL

    def is_infinitive(self, token: int) -> bool:
        """Whether a verb stands with its "to"."""
        return any(self.lower[child] == "to" for child in self.children[token])

    def trimmed(self, tokens: Range) -> Range | None:
        """Cut commas, dashes, full stops and a last "and" off the ends of a range."""
        first, stop = tokens
        while first < stop and self.lower[first] in EDGES:
            first += 1
        while first < stop and (
            self.lower[stop - 1] in EDGES or self.tokens.relations[stop - 1] == "cc"
        ):
            stop -= 1
        return (first, stop) if first < stop else None

    def unquoted(self, tokens: Range) -> Range:
        """Cut a stray quotation mark off the start of a range."""
        first, stop = tokens
        marks = [t for t in range(first, stop) if self.lower[t] in QUOTATION_MARKS]
        return (first + 1, stop) if marks == [first] and stop - first > 1 else tokens

    def noun_phrase(self, noun: int) -> Range | None:
        """Return a noun's phrase without a clause that a comma sets off and without "'s"."""
        first, stop = self.range_of(noun)
        for child in self.children[noun]:
            edge = self.left[child]
            is_aside = self.tokens.relations[child] in ASIDES
            if is_aside and edge > noun and self.lower[edge - 1] in EDGES:
                stop = min(stop, edge)
        if stop - 1 > noun and self.lower[stop - 1] in POSSESSIVES:
            stop -= 1
        return self.trimmed((first, stop))

    def clause_around(self, token: int, tokens: Range) -> Range:
        """Cut a range at the semicolons nearest to a token in it."""
        first, stop = tokens
        for other in range(token, first - 1, -1):
            if self.lower[other] == ";":
                first = other + 1
                break
        for other in range(token, stop):
            if self.lower[other] == ";":
                stop = other
                break
        return first, stop

    def head_of(self, tokens: Range) -> int:
        """Return the token of a range that the rest of it hangs on."""
        first, stop = tokens
        for token in range(first, stop):
            head = self.tokens.heads[token]
            if head == token or not first <= head < stop:
                return token
        return first
