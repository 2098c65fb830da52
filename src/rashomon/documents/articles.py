"""Which lines of a page are its article: the best path through four states.

A page is read as a walk through what stands before the article, the article's paragraphs, breaks
between them, and lists of other stories after them. Each line scores in each state and each change
of state costs; the best walk is found by Viterbi's algorithm (Viterbi 1967; for article text as a
best segment of scored tokens: Pasternack and Roth 2009, "Extracting article text from the web with
maximum subsequence segmentation"). A second walk knows the words of the first one's article:
a paragraph of the article repeats them, another story's teaser does not.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

from rashomon.documents.lines import Line, ends_sentence, is_desk, is_section
from rashomon.documents.prose import COLONS, MIN_LEAD_WORDS, score_prose


class Part(IntEnum):
    """Where on a page a line stands."""

    BEFORE = 0  # the article has not begun
    BODY = 1
    BREAK = 2  # furniture between or after paragraphs
    LIST = 3  # other stories, after the article


# Chosen on the `zones` dev pages, by a coarse grid and by hand, so that dev says little about them:
# to begin, to break and to go on cost little, to go on after other stories costs much.
BEGIN, BREAK_OR_RESUME = 0.3, 0.7
# What it costs to go on with the article after a heading over other stories, list or no list: by
# a line that repeats the article's words, by one that does not, and after links in the article.
RETURN, STRANGE_RETURN, EASY_RETURN = 5.0, 12.0, 1.0
FAMILIAR = 0.45  # cohesion of a line that repeats the article's words
PROSE = 0.5  # score of a line that is surely prose
SUBHEAD_SCORE = -0.3  # of a short line between two of prose
MAX_SUBHEAD_WORDS = 8  # a longer line without a full stop is a link
COHESION_WEIGHT = 4.0
# Share of a line's words that the article has elsewhere. Dev: paragraphs .38 to .67 (quartiles),
# other prose on the page .10 to .40.
NEUTRAL_COHESION, MAX_COHESION = 0.25, 0.6
MIN_BEFORE = 40  # words before a heading
MIN_VOCABULARY = 60  # words of an article that can tell its own paragraphs from others
FULL_VOCABULARY = 200  # a short article repeats few of its own words
MIN_WORD = 4  # letters: shorter words are mostly grammar
MIN_LINE_WORDS = 6
# A list of other stories under a heading that no table has: what follows shares no words.
MAX_STRANGE, MAX_STRANGE_MARKED = 0.15, 0.3
MAX_HEADING_WORDS = 6
MIN_ITEMS, MAX_ITEMS = 2, 12  # the upper bound keeps pages of many short lines linear
KNOWN_SCORE = -0.4  # one caption or link inside an article is a smaller break than any other
LATE_BEGIN = 3.0  # what it costs to begin under a heading over other stories, after prose
MIN_PROSE_BEFORE = 2  # lines of prose above such a heading: the article, most likely
OWN_LIST_SCORE = 0.5  # of an item after a paragraph that ends in a colon

IMPOSSIBLE = float("-inf")


def find_article(lines: Sequence[Line], known: Sequence[bool]) -> list[Part]:
    """Find the lines of a page's article.

    Args:
        lines: The page's lines in order.
        known: Whether a line is known to be no paragraph: a caption, a link, an advertisement.

    Returns:
        One part a line; no line is `Part.BODY` when the page holds no article.
    """
    counts = Counter(line.text for line in lines)
    scores = [
        KNOWN_SCORE if is_known else score_prose(line, counts)
        for line, is_known in zip(lines, known, strict=True)
    ]
    _raise_own_lists(lines, scores)
    _raise_subheads(lines, known, scores)
    headings = [is_section(line) or _is_desk_of_list(lines, i) for i, line in enumerate(lines)]
    _lower_listed(lines, headings, scores)
    after_links = _find_ends_of_links(lines, scores, headings)
    returns = [EASY_RETURN if is_end else RETURN for is_end in after_links]
    parts = _walk(scores, headings, _price_begins(scores, headings), returns)
    words = [
        frozenset[str]() if is_known else _content_words(line)
        for line, is_known in zip(lines, known, strict=True)
    ]
    vocabulary = Counter(
        word for part, some in zip(parts, words, strict=True) if part is Part.BODY for word in some
    )
    if vocabulary.total() < MIN_VOCABULARY:
        return parts
    weight = COHESION_WEIGHT * min(1.0, vocabulary.total() / FULL_VOCABULARY)
    for index, some in enumerate(words):
        if len(some) >= MIN_LINE_WORDS:
            cohesion = _cohesion(some, vocabulary, is_own=parts[index] is Part.BODY)
            scores[index] += weight * (min(cohesion, MAX_COHESION) - NEUTRAL_COHESION)
            if not after_links[index]:
                returns[index] = RETURN if cohesion >= FAMILIAR else STRANGE_RETURN
    _find_strange_headings(lines, known, words, parts, headings)
    return _walk(scores, headings, _price_begins(scores, headings), returns)


def _is_desk_of_list(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is the bare name of a region over items; over prose it is a subhead."""
    is_over_items = any(line.is_marked or line.is_bullet for line in lines[index + 1 : index + 2])
    return is_over_items and is_desk(lines[index])


def _lower_listed(lines: Sequence[Line], headings: Sequence[bool], scores: list[float]) -> None:
    """Take items behind bullets under a heading over other stories for no paragraphs."""
    is_listed = False
    for index, line in enumerate(lines):
        is_listed = headings[index] or (is_listed and (line.is_marked or line.is_bullet))
        if is_listed:
            scores[index] = min(scores[index], KNOWN_SCORE)


def _price_begins(scores: Sequence[float], headings: Sequence[bool]) -> list[float]:
    """Price the beginning of the article at each line.

    A list of other stories can hold more prose than a short article above it.
    """
    costs: list[float] = []
    n_prose, is_late = 0, False
    for score, is_heading in zip(scores, headings, strict=True):
        is_late = is_late or (is_heading and n_prose >= MIN_PROSE_BEFORE)
        n_prose += score >= PROSE
        costs.append(BEGIN + LATE_BEGIN * is_late)
    return costs


def _content_words(line: Line) -> frozenset[str]:
    return frozenset(word.lower() for word in line.words if len(word) >= MIN_WORD)


def _cohesion(words: frozenset[str], vocabulary: Counter[str], *, is_own: bool) -> float:
    """Share of words that lines other than their own have, if theirs is counted."""
    return sum(vocabulary[word] > is_own for word in words) / len(words)


def _raise_own_lists(lines: Sequence[Line], scores: list[float]) -> None:
    """Keep the items that a paragraph announces with a colon, and that paragraph."""
    announcer: int | None = None
    for index, line in enumerate(lines):
        if line.is_bullet:
            continue
        if line.is_marked and announcer is not None:
            scores[index] = max(scores[index], OWN_LIST_SCORE)
            scores[announcer] = max(scores[announcer], OWN_LIST_SCORE)
        elif _announces(line):
            announcer = index
        else:
            announcer = None


def _announces(line: Line) -> bool:
    return line.text.endswith(COLONS) and len(line.words) >= MIN_LEAD_WORDS


def _raise_subheads(lines: Sequence[Line], known: Sequence[bool], scores: list[float]) -> None:
    """Keep an article's own subheads: single short lines between lines of prose."""
    shown = [i for i, line in enumerate(lines) if not line.is_bullet]
    prose = [scores[i] >= PROSE for i in shown]
    for place in range(1, len(shown) - 1):
        index = shown[place]
        is_short = len(lines[index].words) <= MAX_SUBHEAD_WORDS and not known[index]
        if is_short and prose[place - 1] and prose[place + 1]:
            scores[index] = max(scores[index], SUBHEAD_SCORE)


def _find_ends_of_links(
    lines: Sequence[Line], scores: Sequence[float], headings: Sequence[bool]
) -> list[bool]:
    """Find where links inside an article end: two lines of prose after a heading and mere titles.

    Lists that tell of each story, too, have their prose at once, or a title before each.
    """
    ends = [False] * len(lines)
    n_titles = -1  # since the last heading; negative when prose came between
    for index, line in enumerate(lines):
        if headings[index]:
            n_titles = 0
        elif scores[index] >= PROSE and not line.is_marked:
            following = lines[index + 1 : index + 2]
            is_pair = bool(following) and scores[index + 1] >= PROSE
            # Items that the paragraph announces go with it, other items are stories again.
            is_own = bool(following) and (_announces(line) or not following[0].is_marked)
            ends[index] = n_titles > 0 and is_pair and is_own
            n_titles = -1
        elif n_titles >= 0 and not line.is_bullet:
            n_titles += 1
    return ends


def _find_strange_headings(
    lines: Sequence[Line],
    known: Sequence[bool],
    words: Sequence[frozenset[str]],
    parts: Sequence[Part],
    headings: list[bool],
) -> None:
    """Mark headings after the article whose items share no words with what stands before."""
    before: Counter[str] = Counter()
    rest = [i for i, some in enumerate(words) if len(some) >= MIN_LINE_WORDS]
    for index in range(len(lines)):
        may_head = _may_head(lines, index) and (lines[index].is_bullet or not known[index])
        if before.total() >= MIN_BEFORE and may_head:
            first = bisect_left(rest, index)
            items = rest[first : first + MAX_ITEMS]
            headings[index] |= _are_strange(items, lines, words, before)
        if parts[index] is Part.BODY:
            before.update(words[index])


def _may_head(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    if line.is_marked:  # a list without a heading: its first item takes the heading's place
        is_first = index > 0 and not lines[index - 1].is_marked
        return is_first and not lines[index - 1].text.endswith(COLONS)
    is_short = len(line.words) <= MAX_HEADING_WORDS
    return is_short and not ends_sentence(line.text) and not line.text.endswith(COLONS)


def _are_strange(
    items: Sequence[int],
    lines: Sequence[Line],
    words: Sequence[frozenset[str]],
    before: Counter[str],
) -> bool:
    if len(items) < MIN_ITEMS:
        return False
    shares = [_cohesion(words[i], before, is_own=False) for i in items]
    limit = MAX_STRANGE_MARKED if all(lines[i].is_marked for i in items) else MAX_STRANGE
    return max(shares[0], sum(shares) / len(shares)) <= limit


def _walk(
    scores: Sequence[float],
    headings: Sequence[bool],
    begins: Sequence[float],
    returns: Sequence[float],
) -> list[Part]:
    """Find the best walk; the score of a line counts where it is taken for the article."""
    values = (0.0, IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE)
    steps: list[tuple[int, int, int, int]] = []
    for score, is_heading, begin, cost in zip(scores, headings, begins, returns, strict=True):
        before, body, gap, other = values
        stay = max((gap, Part.BREAK), (body - BREAK_OR_RESUME, Part.BODY))
        paragraph = max(
            (before - begin, Part.BEFORE),
            (body, Part.BODY),
            (gap - BREAK_OR_RESUME, Part.BREAK),
            (other - cost, Part.LIST),
        )
        # A heading over other stories ends an article at no cost: most articles end so.
        end = max((other, Part.LIST), (body, Part.BODY), (gap, Part.BREAK))
        item = end if is_heading else (other, Part.LIST)
        # Past a heading the way back is through the list, unless the heading is none.
        missed = STRANGE_RETURN if is_heading else 0.0
        values = (before, paragraph[0] + score - missed, stay[0] - missed, item[0])
        steps.append((Part.BEFORE, paragraph[1], stay[1], item[1]))
    return _trace(values.index(max(values)), steps)


def _trace(last: int, steps: Sequence[tuple[int, int, int, int]]) -> list[Part]:
    path = [last]
    for step in reversed(steps[1:]):
        path.append(step[path[-1]])
    return [Part(state) for state in reversed(path)][: len(steps)]
