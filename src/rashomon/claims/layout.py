"""Lemmas by place: which words a piece of text is about."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from rashomon.model import Anchor, Annotations, Tokens


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's tokens, to be found by offset."""

    tokens: Tokens
    sentence_starts: tuple[int, ...]  # offset of each sentence, ascending
    sentences: tuple[tuple[int, int], ...]  # its tokens

    def tokens_in(self, anchor: Anchor) -> tuple[int, ...]:
        """Return the tokens that an anchor covers, in order."""
        tokens = self.tokens
        return tuple(
            i
            for span in anchor.spans
            for i in range(
                bisect_right(tokens.ends, span.start), bisect_left(tokens.starts, span.end)
            )
        )

    def lemmas_in(self, anchor: Anchor, *parts_of_speech: str) -> frozenset[str]:
        """Return the lemmas of an anchor's words of these parts of speech, in lower case."""
        tokens = self.tokens
        return frozenset(
            tokens.lemmas[i].lower()
            for i in self.tokens_in(anchor)
            if tokens.pos[i] in parts_of_speech
        )

    def sentence_lemmas(self, offset: int) -> tuple[str, ...]:
        """Return the lemmas of the sentence at an offset, in lower case and in order."""
        index = bisect_right(self.sentence_starts, offset) - 1
        if index < 0:
            return ()
        first, stop = self.sentences[index]
        return tuple(lemma.lower() for lemma in self.tokens.lemmas[first:stop])


def lay_out(annotations: Annotations) -> Layout:
    """Lay a document's tokens out by offset."""
    tokens = annotations.tokens
    return Layout(
        tokens=tokens,
        sentence_starts=tuple(tokens.starts[s.first] for s in annotations.sentences),
        sentences=tuple((s.first, s.stop) for s in annotations.sentences),
    )
