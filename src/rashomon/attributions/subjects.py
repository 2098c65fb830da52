"""Whose words a verb reports: its subject, its agent, or the subject of the verb above it."""

from rashomon.attributions.ranges import Range
from rashomon.attributions.tree import WordTree

RELATIVE = frozenset({"who", "which", "that", "whom"})
# A participle, an infinitive or a second verb shares the subject of the verb that governs it.
SHARING = frozenset(
    {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis", "acomp"}
)
CLAUSES = frozenset({"acl", "relcl"})  # of a noun, which then speaks: "a letter saying"
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
# The hearer of these is the one who is to act: "asked the king to recall his envoy".
PERSUADING = frozenset(
    {"advise", "ask", "beg", "encourage", "force", "instruct", "invite", "order", "persuade"}
    | {"press", "request", "tell", "urge", "warn"}
)
QUOTING = frozenset({"quote", "cite"})
MAX_STEPS = 6  # up the tree; longer chains are parsing errors


def source_of(tree: WordTree, verb: int) -> Range | None:
    """Find the phrase that names who speaks in a verb.

    Args:
        tree: The parsed document.
        verb: Token number of the reporting verb.

    Returns:
        The tokens of the phrase, or None where the text names nobody.
    """
    noun = speaker_of(tree, verb)
    if noun is None:
        return None
    phrase = tree.noun_phrase(noun)
    if phrase and phrase[0] <= verb < phrase[1]:  # "officials who said": stop before "who"
        return tree.trimmed((phrase[0], min(noun + 1, verb)))
    return phrase


def speaker_of(tree: WordTree, verb: int) -> int | None:
    """Find the noun or pronoun that stands for the speaker of a verb."""
    if is_passive(tree, verb):
        quoted = _quoted(tree, verb)
        return agent_of(tree, verb) if quoted is None else quoted
    for _ in range(MAX_STEPS):
        subject = tree.child(verb, "nsubj", "csubj", "expl", "nsubjpass")
        if subject is not None:
            return _antecedent(tree, verb, subject)
        relation, head = tree.tokens.relations[verb], tree.tokens.heads[verb]
        if relation not in SHARING or head == verb:
            return head if relation in CLAUSES and tree.tokens.tags[verb] != "VBN" else None
        hearer = tree.child(head, "dobj")  # "quoted her as saying", "asked the king to recall"
        is_told = relation == "xcomp" and tree.lemma[head] in PERSUADING
        if hearer is not None and (is_told or tree.lower[verb] == "as"):
            return hearer
        if tree.tokens.pos[head] in NOMINAL and relation != "conj":
            return tree.child(head, "poss")
        verb = head
    return None


def _quoted(tree: WordTree, verb: int) -> int | None:
    """Find who "was quoted as saying"."""
    if tree.lemma[verb] not in QUOTING:
        return None
    for child in tree.children[verb]:
        if tree.lower[child] == "as" and tree.child(child, "pcomp") is not None:
            return tree.child(verb, "nsubjpass")
    return None


def is_passive(tree: WordTree, verb: int) -> bool:
    """Whether a verb is in the passive voice."""
    if tree.child(verb, "auxpass", "nsubjpass", "csubjpass") is not None:
        return True
    if tree.child(verb, "nsubj") is not None:
        return False  # "she spoke by video link", whatever the parser takes "by" for
    is_bare = tree.tokens.tags[verb] == "VBN" and tree.child(verb, "aux") is None
    return is_bare or tree.child(verb, "agent") is not None


def agent_of(tree: WordTree, verb: int) -> int | None:
    """Find the noun after the "by" of a passive."""
    if not is_passive(tree, verb):
        return None
    by = tree.child(verb, "agent")
    if by is None:
        by = next((c for c in tree.children[verb] if tree.lower[c] == "by"), None)
    return None if by is None else tree.child(by, "pobj")


def _antecedent(tree: WordTree, verb: int, subject: int) -> int:
    if tree.lower[subject] in RELATIVE and tree.tokens.relations[verb] == "relcl":
        return tree.tokens.heads[verb]
    return subject
