"""The layout of a document: its parse made ready for looking around."""

from collections import Counter

from rashomon.actors.hits import definitions, find_hits, short_things
from rashomon.actors.holders import Period
from rashomon.actors.knowledge import KnowledgeBase
from rashomon.actors.names import fold
from rashomon.actors.view import View
from rashomon.model import Actor, Annotations, Document, MentionType, Tokens

NAMED_WITH = frozenset({"NOUN", "PROPN", "ADJ"})  # "the Kos plan" has its article from the plan
PLURAL_TITLES = frozenset(
    {"delegation", "leader", "minister", "official", "president", "side", "secretary"}
)
# Last words of organisations' names that the parser takes for people's.
ORGANISATIONS = frozenset({
    "agency", "association", "authority", "bank", "bureau", "center", "centre", "coalition",
    "college", "commission", "committee", "company", "corporation", "council", "federation",
    "foundation", "fund", "institute", "ministry", "network", "party", "project", "school",
    "society", "academy", "ballet", "choir", "circus", "club", "gallery", "hospital",
    "library", "museum", "opera", "orchestra", "philharmonic", "theater", "theatre", "trust",
    "union", "university",
})  # fmt: skip
STRAIGHT = frozenset({'"', "``", "''"})


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
        lemmas=[_lemma(lemma.lower(), knowledge) for lemma in tokens.lemmas],
        children=children,
        sentence_of=sentence_of,
        sentences=tuple((s.first, s.stop) for s in annotations.sentences),
        quotation_of=_quotations(document, tokens),
        mention_of=[None] * len(tokens),
        hits=[None] * len(tokens),
        sides_named=set(),
        home=_home(document, knowledge),
        period=period_of(document),
        vocabulary=frozenset(),
        definitions={},
    )
    view.vocabulary = frozenset(view.folded)
    view.definitions = definitions(view)
    view.parts |= short_things(view)
    for mention in annotations.mentions:
        within = view.tokens_in(mention.span)
        for index in within:
            view.mention_of[index] = (within.start, within.stop, mention.type)
    _agree_on_types(view)
    _correct_people(view)
    find_hits(view)
    return view


def _lemma(lemma: str, knowledge: KnowledgeBase) -> str:
    """Return the noun of a plural that the parser has left so for its capital: "the Leaders"."""
    nouns, single = knowledge.roles.by_noun, lemma.removesuffix("s")
    return single if lemma not in nouns and single in PLURAL_TITLES else lemma


def _home(document: Document, knowledge: KnowledgeBase) -> Actor | None:
    """Return the state or body that an official text is of."""
    if not document.is_own_account:
        return None
    for label in (document.side, document.publisher):
        side = knowledge.side_named(label) if label else None
        if side is not None:
            return knowledge.actor_named(side)
    return None


def period_of(document: Document) -> Period:
    """Tell when a text is from: its day of publication, else no later than it was fetched.

    The day of this very run, which stands in where nobody gave a date, says nothing.
    """
    published = (document.published or "")[:10]
    if published:
        return Period(published, published)
    fetched = "" if document.is_fetch_assumed else (document.fetched or "")[:10]
    return Period("", fetched)


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


def _agree_on_types(view: View) -> None:
    """Take a name that the parser marks now as this, now as that, for what it is most often."""
    spans = dict.fromkeys(mention for mention in view.mention_of if mention)
    counts: dict[tuple[str, ...], Counter[MentionType]] = {}
    for first, stop, kind in spans:
        counts.setdefault(tuple(view.folded[first:stop]), Counter())[kind] += 1
    for first, stop, _ in spans:
        (kind, n_most), *others = counts[tuple(view.folded[first:stop])].most_common()
        if others and n_most > sum(n for _, n in others):
            for index in range(first, stop):
                view.mention_of[index] = (first, stop, kind)


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
    no_person = (alone[True] - alone[False]) | ORGANISATIONS
    for i, mention in enumerate(view.mention_of):
        if mention and mention[2] is MentionType.PERSON and words[mention[1] - 1] in no_person:
            view.mention_of[i] = (mention[0], mention[1], MentionType.ORGANISATION)
