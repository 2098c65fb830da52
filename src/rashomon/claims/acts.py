"""Who is said to do what in a point of an official text: "both sides", "agreed".

Points are cut fine, so the words of a point seldom name the one who asked, promised or agreed:
"the price of grain" is discussed by somebody whom the sentence named ten words before.
"""

from rashomon.actors import Cast
from rashomon.model import Act, Anchor, Document, Span, Tree

VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# A verb in these relations tells what is agreed or said; the act is the verb above it.
INSIDE = frozenset({"xcomp", "ccomp", "pcomp"})
AFTER_VERB = frozenset({"prt", "acomp"})  # "was clear"
BEFORE_VERB = frozenset({"aux", "auxpass", "neg"})
# Names nobody: "who" and "which" stand for what another phrase names.
EXPLETIVE = frozenset({"it", "there", "which", "that", "what", "who"})
MAX_DOER = 10  # tokens; of a longer phrase, what stands before its head and the head


def act_of(document: Document, tree: Tree, point: Anchor, cast: Cast) -> Act | None:
    """Find the verb that governs a point, and who does it.

    Args:
        document: An official text.
        tree: Its parse.
        point: A piece of one of its sentences.
        cast: Who its words refer to.

    Returns:
        The outermost verb that tells of the point in its clause, with its subject; None where no
        verb governs it.
    """
    verb = _governing(tree, tree.tokens_in(point.spans[0]))
    if verb is None:
        return None
    subject, is_agent = _subject(tree, verb)
    doer = None if subject is None else _phrase(document, tree, subject)
    actors = cast.actor_of(doer.spans[0]).actors if doer else ()
    return Act(doer, _verb_words(document, tree, verb, is_active=is_agent), tuple(actors))


def _governing(tree: Tree, places: range) -> int | None:
    heads, tokens = tree.tokens.heads, tree.tokens
    tops = [i for i in places if heads[i] not in places or heads[i] == i]
    if not tops:
        return None
    verb = _verb_at(tree, next((i for i in tops if tokens.pos[i] in VERBAL), tops[0]))
    while verb is not None and tokens.relations[verb] in INSIDE:
        above = _verb_at(tree, heads[verb])
        if above is None or above == verb:
            break
        verb = above
    return verb


def _verb_at(tree: Tree, at: int) -> int | None:
    """Return a word if it is a verb, else the verb above it."""
    heads, pos = tree.tokens.heads, tree.tokens.pos
    while pos[at] not in VERBAL and heads[at] != at:
        at = heads[at]
    return at if pos[at] in VERBAL else None


def _subject(tree: Tree, verb: int) -> tuple[int | None, bool]:
    """Find who does what a verb tells, and whether a passive names them: "invited by Solberg".

    A second verb has the subject of the first: "was invited by Solberg and promised" tells what
    the one who was invited promised.
    """
    tokens, at = tree.tokens, verb
    while (subject := tree.child(at, *SUBJECTS)) is None:
        if tokens.relations[at] not in {"conj", "advcl"} or tokens.heads[at] == at:
            return None, False
        above = _verb_at(tree, tokens.heads[at])
        if above is None or above == at:
            return None, False
        at = above
    is_agent = tokens.relations[subject] == "nsubjpass" and at == verb
    if is_agent:
        agent = tree.child(verb, "agent")
        subject = tree.child(agent, "pobj") if agent is not None else None
    if subject is None or tokens.words[subject].lower() in EXPLETIVE:
        return None, False
    return subject, is_agent


def _phrase(document: Document, tree: Tree, subject: int) -> Anchor:
    first, stop = tree.left[subject], tree.right[subject]
    if stop - first > MAX_DOER:
        first, stop = max(first, subject - MAX_DOER), subject + 1
    return _anchor(document, tree, first, stop)


def _verb_words(document: Document, tree: Tree, verb: int, *, is_active: bool) -> Anchor:
    """Return a verb with its auxiliaries and negation: "has not yet agreed".

    Args:
        document: The document.
        tree: Its parse.
        verb: The verb.
        is_active: Whether a passive is told of its agent: "Solberg invited".
    """
    tokens, stop = tree.tokens, verb + 1
    wanted = BEFORE_VERB - {"aux", "auxpass"} if is_active else BEFORE_VERB
    before = [i for i in tree.children[verb] if i < verb and tokens.relations[i] in wanted]
    if stop in tree.children[verb] and tokens.relations[stop] in AFTER_VERB:
        stop += 1
    return _anchor(document, tree, min([*before, verb]), stop)


def _anchor(document: Document, tree: Tree, first: int, stop: int) -> Anchor:
    span = Span(tree.tokens.starts[first], tree.tokens.ends[stop - 1])
    return Anchor.at(document.text, span)
