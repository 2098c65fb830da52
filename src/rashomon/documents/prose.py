"""How much a line looks like a paragraph of an article: a linear score of its features."""

from collections import Counter

from rashomon.documents.credits import find_credit
from rashomon.documents.lines import (
    MAX_FURNITURE,
    Line,
    ends_sentence,
    is_date,
    is_furniture,
)
from rashomon.documents.wording import load_wording

# Logistic regression on the 95 dev pages of `zones`, rounded by hand; what dev cannot show (marked
# teasers, links in the text) is set by judgement. A first version, its weights fitted on four
# fifths of the pages, gave body F1 .908 on the rest; but what a change of state costs, and the
# tables of words, were chosen with all of dev in sight. These weights give .919 there.
BIAS = -1.7
ENDS_SENTENCE = 2.1
ENDS_LEAD = 1.5  # a paragraph that leads to a quotation or a list ends in a colon
PER_HUNDRED_CHARACTERS = 0.6
CAPITALISED = -0.9  # times the share of words that begin with a capital
FURNITURE = -2.0
FURNITURE_PART = -2.5
VERY_SHORT = -3.0
QUOTES = 0.8
COMMA = 0.3
LOWER_START = -0.4
DIGITS = 1.5  # times the share of words that begin with a digit
DATE = -4.0
MARKED = 0.5
RULES = -2.4
ELLIPSIS = -2.8
REPEATED = -1.1
TEASER = -3.0

MAX_COUNTED = 400  # code points; longer lines are no more prose than these
COLONS = (":", "：")
MIN_LEAD_WORDS = 5  # "Share this:" has fewer
N_VERY_SHORT = 3  # words
MIN_SCORE = -3.0  # so that no one line can outweigh an article


def score_prose(line: Line, counts: Counter[str]) -> float:
    """Score a line: above 0 it is more likely a paragraph of an article than not.

    Args:
        line: A line of a page.
        counts: How often each text stands on a line of the page.
    """
    if line.is_bullet:
        return 0.0
    score = _score_shape(line) + _score_wording(line)
    if counts[line.text] > 1:
        score += REPEATED
    return max(score, MIN_SCORE)


def _score_shape(line: Line) -> float:
    text, words = line.text, line.words
    n_words = max(1, len(words))
    score = BIAS + PER_HUNDRED_CHARACTERS * min(len(text), MAX_COUNTED) / 100
    score += CAPITALISED * sum(word[0].isupper() for word in words) / n_words
    score += DIGITS * sum(word[0].isdigit() for word in words) / n_words
    if ends_sentence(text) or _ends_in_credit(text):
        score += ENDS_SENTENCE
    elif text.endswith(COLONS) and len(words) >= MIN_LEAD_WORDS:
        score += ENDS_LEAD
    if len(words) <= N_VERY_SHORT:
        score += VERY_SHORT
    if any(mark in text for mark in '"“”«»„「'):
        score += QUOTES
    if any(mark in text[:-1] for mark in ",،、"):
        score += COMMA
    if text[0].islower():
        score += LOWER_START
    if line.is_marked:
        score += MARKED
    if any(mark in text for mark in "|»›©"):
        score += RULES
    if text.endswith(("...", "…")):
        score += ELLIPSIS
    return score


def _ends_in_credit(text: str) -> bool:
    """Tell whether an agency's name follows the end of a sentence: "… of the ministry. — AFP"."""
    credit = find_credit(text)
    return credit is not None and ends_sentence(text[:credit].rstrip())


def _score_wording(line: Line) -> float:
    if len(line.text) > MAX_FURNITURE:
        return 0.0
    wording = load_wording()
    score = 0.0
    if is_furniture(line):
        score += FURNITURE
    if wording.furniture_part.search(line.text):
        score += FURNITURE_PART
    if is_date(line):
        score += DATE
    if wording.teaser.match(line.text):
        score += TEASER
    return score
