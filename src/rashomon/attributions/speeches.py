"""Quotations given to the cues around them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rashomon.attributions.candidate import Candidate, Construction
from rashomon.attributions.quotations import Quoted
from rashomon.attributions.ranges import Range, without
from rashomon.attributions.tree import WordTree

# Constructions whose content is speech: a quotation that it touches belongs to it as a whole.
SPOKEN = frozenset(
    {
        Construction.ACCORDING,
        Construction.CLAUSE,
        Construction.COLON,
        Construction.NAMING,
        Construction.PARENTHETICAL,
        Construction.QUOTE,
    }
)
MIN_TOKENS = 4  # marks included: a shorter quotation is a name or a scare quote, no speech
MAX_SPEAKER_TOKENS = 10  # before a colon: a name with its title, no clause
VERBAL = frozenset({"VERB", "AUX"})


class Speeches:
    """The quotations of a document, and which of them have been given to a cue."""

    def __init__(self, tree: WordTree, quoted: Sequence[Quoted]) -> None:
        """Turn quoted stretches into token ranges, marks included.

        Args:
            tree: The parsed document.
            quoted: Its quoted stretches, in reading order.
        """
        self.tree = tree
        self.ranges: list[Range] = []
        self.is_closed: list[bool] = []
        self.is_quoted = [False] * len(tree.tokens)
        for stretch in quoted:
            first = bisect_left(tree.tokens.starts, stretch.span.start)
            stop = bisect_left(tree.tokens.starts, stretch.span.end)
            if first < stop:
                self.ranges.append((first, stop))
                self.is_closed.append(stretch.is_closed)
                self.is_quoted[first:stop] = [True] * (stop - first)
        self.starts = [first for first, _ in self.ranges]
        self.is_taken = [False] * len(self.ranges)

    def give(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Widen contents to the quotations they touch, and give others to the cue beside them.

        Args:
            candidates: Links in reading order of their cues; contents may be empty.

        Returns:
            The candidates that have a content, in the same order.
        """
        widened = [self._widened(candidate) for candidate in candidates]
        for candidate in widened:
            self._take(self._touching(candidate.contents))
        for index, candidate in enumerate(widened):
            if candidate.construction in SPOKEN:
                numbers = self._beside(candidate)
                self._take(numbers)
                widened[index] = _with(candidate, [self.ranges[n] for n in numbers])
        return [candidate for candidate in widened if candidate.contents]

    def find_colons(self) -> list[Candidate]:
        """Link free quotations after a name and a colon: "Velmora: “…”"."""
        found = []
        for number, (first, _) in enumerate(self.ranges):
            if not self.is_taken[number] and first > 1 and self.tree.lower[first - 1] == ":":
                start = self.tree.sentence_of(first - 1)[0]
                before = range(start, first - 1)
                has_verb = any(self.tree.tokens.pos[token] in VERBAL for token in before)
                if before and len(before) <= MAX_SPEAKER_TOKENS and not has_verb:
                    found.append(self._said_after_colon(number, (start, first - 1)))
        return found

    def _said_after_colon(self, number: int, speaker: Range) -> Candidate:
        candidate = Candidate(
            head=speaker[1],
            source=self.tree.trimmed(speaker),
            cue=(speaker[1], speaker[1] + 1),
            contents=(self.ranges[number],),
            construction=Construction.COLON,
        )
        numbers = [number, *self._following(self.ranges[number][1], number)]
        self._take(numbers)
        return _with(candidate, [self.ranges[n] for n in numbers])

    def _take(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self.is_taken[number] = True

    def _touching(self, contents: Sequence[Range]) -> list[int]:
        numbers = []
        for first, stop in contents:
            number = max(0, bisect_left(self.starts, first) - 1)
            while number < len(self.ranges) and self.starts[number] < stop:
                if self.ranges[number][1] > first:
                    numbers.append(number)
                number += 1
        return numbers

    def _widened(self, candidate: Candidate) -> Candidate:
        if candidate.construction not in SPOKEN:
            return self._closed(candidate)
        pieces = [
            self.ranges[n]
            for n in self._touching(candidate.contents)
            if not self.ranges[n][0] <= candidate.head < self.ranges[n][1]
        ]
        return _with(candidate, pieces)

    def _closed(self, candidate: Candidate) -> Candidate:
        """Add a closing mark that the parser hung outside the content."""
        marks = [
            (stop, stop + 1)
            for first, stop in candidate.contents
            for number in self._touching([(first, stop)])
            if self.ranges[number][0] >= first and self.ranges[number][1] == stop + 1
        ]
        return _with(candidate, marks)

    def _beside(self, candidate: Candidate) -> list[int]:
        """Find free quotations for a cue: in its sentence, after its colon, then what follows."""
        sentence = self.tree.sentence_of(candidate.head)
        if candidate.contents and not self._touching(candidate.contents):
            return []  # indirect speech: a quotation near it is another's
        own = self._free_in(sentence)
        if not candidate.contents and not own:
            own = self._after_colon(sentence[1])
            if not own:
                return []
        pieces = [*candidate.contents, *(self.ranges[n] for n in own)]
        end = max(sentence[1], *(stop for _, stop in pieces))
        last = bisect_left(self.starts, end) - 1
        return own + self._following(end, last)

    def _free_in(self, sentence: Range) -> list[int]:
        return [
            number
            for number in self._touching([sentence])
            if not self.is_taken[number]
            and self.ranges[number][1] - self.ranges[number][0] >= MIN_TOKENS
        ]

    def _after_colon(self, stop: int) -> list[int]:
        number = bisect_left(self.starts, stop)
        is_next = number < len(self.ranges) and self.starts[number] == stop
        is_free = is_next and not self.is_taken[number]
        return [number] if is_free and self.tree.lower[stop - 1] == ":" else []

    def _following(self, end: int, last: int) -> list[int]:
        """Find the free quotations that go on where one ended, each opening a sentence.

        Quotations in the next paragraph go on only if the last one was left open.
        """
        tree = self.tree
        numbers: list[int] = []
        for number in range(max(0, bisect_left(self.starts, end)), len(self.ranges)):
            first, stop = self.ranges[number]
            if self.is_taken[number] or first != end or first == 0:
                break
            sentence = tree.sentence[first]
            is_same = tree.paragraph[sentence] == tree.paragraph[tree.sentence[first - 1]]
            if tree.sentence_of(first)[0] != first or (
                last >= 0 and not (is_same or not self.is_closed[last])
            ):
                break
            numbers.append(number)
            end, last = stop, number
        return numbers


def _with(candidate: Candidate, pieces: Sequence[Range]) -> Candidate:
    if not pieces:
        return candidate
    holes = [candidate.cue] if candidate.source is None else [candidate.cue, candidate.source]
    return replace(candidate, contents=without([*candidate.contents, *pieces], holes))
