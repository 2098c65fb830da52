"""The parse of a document as a tree: children and subtrees by token number."""

from bisect import bisect_left, bisect_right

from rashomon.model.annotation import Annotations
from rashomon.model.spans import Span


class Tree:
    """Children and subtree edges of every token of a document.

    Attributes:
        tokens: The columns of the parse.
        children: Per token, the tokens whose head it is, in reading order.
        left: Per token, the first token of its subtree.
        right: Per token, one past the last token of its subtree.
        sentence: Per token, the number of its sentence.
        sentences: The sentences, as token ranges.
    """

    def __init__(self, annotations: Annotations) -> None:
        tokens = annotations.tokens
        n_tokens = len(tokens)
        self.tokens = tokens
        self.sentences = annotations.sentences
        self.children: list[list[int]] = [[] for _ in range(n_tokens)]
        self.left = list(range(n_tokens))
        self.right = [token + 1 for token in range(n_tokens)]
        self.sentence = [0] * n_tokens
        for number, sentence in enumerate(self.sentences):
            length = sentence.stop - sentence.first
            self.sentence[sentence.first : sentence.stop] = [number] * length
        self._link()

    def _link(self) -> None:
        heads = self.tokens.heads
        order = []
        for token, head in enumerate(heads):
            if head == token:
                order.append(token)
            else:
                self.children[head].append(token)
        for token in order:  # breadth first: grows while it is read
            order.extend(self.children[token])
        for token in reversed(order):
            head = heads[token]
            self.left[head] = min(self.left[head], self.left[token])
            self.right[head] = max(self.right[head], self.right[token])

    def child(self, token: int, *relations: str) -> int | None:
        """Return the first child that stands in one of these relations."""
        for child in self.children[token]:
            if self.tokens.relations[child] in relations:
                return child
        return None

    def span(self, first: int, stop: int) -> Span:
        """Return the offsets of a token range."""
        return Span(self.tokens.starts[first], self.tokens.ends[stop - 1])

    def subtree(self, token: int) -> Span:
        """Return the offsets that a token's subtree covers."""
        return self.span(self.left[token], self.right[token])

    def tokens_in(self, span: Span) -> range:
        """Return the tokens that a span of the text touches."""
        first = bisect_right(self.tokens.ends, span.start)
        return range(first, max(first, bisect_left(self.tokens.starts, span.end)))

    def sentence_at(self, offset: int) -> int | None:
        """Return the number of the sentence that an offset lies in, None between sentences."""
        token = bisect_right(self.tokens.ends, offset)
        if token == len(self.tokens):
            return None
        number = self.sentence[token]
        first = self.sentences[number].first
        return number if self.tokens.starts[first] <= offset else None

    def conjuncts(self, token: int) -> list[int]:
        """Return a noun and those coordinated with it, in reading order.

        "President Ana Kos and Prime Minister Solberg": the parser often hangs the second on the
        name that stands in apposition to the first's title.
        """
        found, followed = [token], [token]
        for head in followed:  # grows while it is read
            for child in self.children[head]:
                relation = self.tokens.relations[child]
                if relation in {"conj", "appos"}:
                    followed.append(child)
                if relation == "conj":
                    found.append(child)
        return sorted(found)
