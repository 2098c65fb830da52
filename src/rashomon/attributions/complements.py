"""What a verb opens: a clause, an infinitive, a name, a preposition, an object."""

from collections.abc import Callable

from rashomon.attributions.candidate import Construction
from rashomon.attributions.lexicon import Lexicon
from rashomon.attributions.ranges import Range, without
from rashomon.attributions.subjects import is_passive, speaker_of
from rashomon.attributions.tree import WordTree

# Prepositions after an object that still say what was said: "praised Ana Bell for her work".
CONTINUING = frozenset(
    {"for", "as", "of", "about", "over", "against", "to", "toward", "towards", "with", "regarding"}
)
CLEAR = frozenset({"clear", "plain", "known"})  # "made clear that"
# Beside figures, what something is put at.
NUMBERS = frozenset(
    {"half", "none", "nil", "dozens", "hundreds", "thousands", "dawn", "noon", "dusk", "midnight"}
)
CONVERSING = frozenset({"speak", "talk"})
COMPLEMENTS = frozenset({"xcomp", "ccomp", "oprd"})

Contents = tuple[Range, ...]
Found = tuple[Contents, Construction] | None


def complement_of(tree: WordTree, verb: int, lexicon: Lexicon) -> Found:
    """Find what a reporting verb opens.

    Returns:
        The pieces of the content and the construction, by the first rule that fits; no pieces
        for a verb of speech that stands alone, beside a quotation perhaps. None if no rule fits.
    """
    for rule in RULES:
        found = rule(tree, verb, lexicon)
        if found is not None:
            return found
    return None


def _clause(tree: WordTree, verb: int, lexicon: Lexicon) -> Found:
    clause = _made_clear(tree, verb)
    if clause is None and tree.lemma[verb] in lexicon.verbs["clause"]:
        clause = _own_clause(tree, verb)
        if clause is None:
            clause = _clause_of_noun(tree, verb, lexicon)
    if clause is None:
        return None
    return (tree.range_of(clause),), Construction.CLAUSE


def _own_clause(tree: WordTree, verb: int) -> int | None:
    """Find the clause that a verb opens, or else the one before it.

    "Omeland puts it at 50; Velmora says it is 20": what stands before the semicolon is another's.
    """
    clauses = [c for c in tree.children[verb] if tree.tokens.relations[c] == "ccomp"]
    after = [c for c in clauses if c > verb]
    before = [c for c in clauses if c < verb and ";" not in tree.lower[tree.right[c] - 1 : verb]]
    return next(iter(after + before), None)


def _clause_of_noun(tree: WordTree, verb: int, lexicon: Lexicon) -> int | None:
    """Find a verb's clause that the parser hung on a noun: "said in a statement that"."""
    for preposition in tree.children[verb]:
        noun = tree.child(preposition, "pobj")
        if noun is None or preposition < verb:
            continue
        if tree.lower[preposition] == "in" or tree.lemma[noun] not in lexicon.nouns["clause"]:
            clause = that_clause(tree, noun)
            if clause is not None:
                return clause
        if _awaits_clause(tree, verb, preposition, lexicon):
            for clause in tree.children[noun]:
                if clause > noun and tree.lower[tree.left[clause]] == "that":
                    return clause
    return None


def _awaits_clause(tree: WordTree, verb: int, preposition: int, lexicon: Lexicon) -> bool:
    """Whether a "that" after a phrase is the verb's: "told reporters after the talks that"."""
    if is_passive(tree, verb):  # "it was conveyed by the envoy that"
        subject = tree.child(verb, "nsubjpass", "expl")
        return (
            subject is not None and tree.lower[subject] == "it" and tree.lower[preposition] == "by"
        )
    hearer = tree.child(verb, "dobj")
    return hearer is not None and tree.lemma[verb] in lexicon.verbs["hearer"]


def that_clause(tree: WordTree, token: int) -> int | None:
    """Find the clause after a word that a "that" opens."""
    for child in tree.children[token]:
        if child > token and tree.tokens.relations[child] in {"acl", "ccomp", "relcl"}:
            mark = tree.child(child, "mark")
            if mark is not None and tree.lower[mark] == "that":
                return child
    return None


def _made_clear(tree: WordTree, verb: int) -> int | None:
    """Find the clause of "made clear that", which the parser hangs on either word."""
    clear = tree.child(verb, "ccomp", "acomp", "oprd")
    if tree.lemma[verb] != "make" or clear is None or tree.lower[clear] not in CLEAR:
        return None
    for child in [*tree.children[clear], *tree.children[verb]]:
        mark = tree.child(child, "mark")
        if mark is not None and tree.lower[mark] == "that":
            return child
    return None


def _parenthetical(tree: WordTree, verb: int, lexicon: Lexicon) -> Found:
    relation, head = tree.tokens.relations[verb], tree.tokens.heads[verb]
    lemma = tree.lemma[verb]
    if relation == "advcl":
        is_as = any(tree.lower[c] == "as" for c in tree.children[verb])
        if not is_as or lemma not in lexicon.verbs["clause"] | {"put"}:
            return None
    elif relation != "parataxis" or lemma not in lexicon.verbs["clause"]:
        return None
    clause = tree.clause_around(verb, tree.range_of(head))
    return without([clause], [tree.range_of(verb)]), Construction.PARENTHETICAL


def _naming(tree: WordTree, verb: int, lexicon: Lexicon) -> Found:
    if tree.lemma[verb] not in lexicon.verbs["naming"]:
        return _number(tree, verb) if tree.lemma[verb] == "put" else None
    named = [
        c
        for c in tree.children[verb]
        if c > verb
        and (
            tree.tokens.relations[c] in {"dobj", "oprd", "ccomp", "attr", "xcomp", "acomp"}
            or tree.lower[c] == "as"
            or _is_as_predicate(tree, c)
        )
    ]
    # "regard" and "define" name only with "as" or a predicate; "call" also "called a strike"
    is_predicate = len(named) > 1 or any(
        tree.lower[c] == "as" or tree.tokens.relations[c] in {"oprd", "ccomp"} for c in named
    )
    if not is_predicate:
        return None
    return ((tree.left[named[0]], tree.right[named[-1]]),), Construction.NAMING


def _is_as_predicate(tree: WordTree, token: int) -> bool:
    """Whether a clause is but the "as fully open" of "described the pass as fully open"."""
    is_as = tree.lower[tree.left[token]] == "as" and tree.child(token, "nsubj") is None
    return is_as and tree.tokens.relations[token] == "advcl" and not tree.is_verb(token)


def _number(tree: WordTree, verb: int) -> Found:
    """Read "put the losses at 50", but not "put the crew at risk"."""
    noun = tree.child(verb, "dobj", "nsubjpass")
    for at in tree.children[verb]:
        first, stop = tree.range_of(at)
        has_number = any(
            tree.tokens.tags[t] == "CD" or tree.lower[t] in NUMBERS for t in range(first, stop)
        )
        if noun is not None and max(noun, verb) < at and tree.lower[at] == "at" and has_number:
            start = tree.left[noun] if noun > verb else first
            return ((start, stop),), Construction.NAMING
    return None


def _infinitive(tree: WordTree, verb: int, lexicon: Lexicon) -> Found:
    is_hearsay = is_passive(tree, verb) and tree.lemma[verb] in lexicon.verbs["hearsay"]
    if tree.lemma[verb] not in lexicon.verbs["infinitive"] and not is_hearsay:
        return None
    complement = tree.child(verb, "xcomp", "ccomp")
    if complement is None or not tree.is_infinitive(complement):
        return None
    first, stop = tree.range_of(complement)
    for child in tree.children[verb]:
        # "urged X to …", "called on X to …"
        if verb < child < first and tree.tokens.relations[child] in {"dobj", "prep", "dative"}:
            first = min(first, tree.left[child])
    return ((first, stop),), Construction.INFINITIVE


def _preposition(tree: WordTree, verb: int, lexicon: Lexicon) -> Found:
    lemma = tree.lemma[verb]
    prepositions = lexicon.verb_prepositions.get(lemma, frozenset())
    if lemma in lexicon.text_prepositions:
        speaker = speaker_of(tree, verb)
        if speaker is not None and tree.lemma[speaker] in lexicon.silences["texts"]:
            prepositions |= lexicon.text_prepositions[lemma]
    if not prepositions:
        return None
    hearer = tree.child(verb, "dobj")  # "assured X of": the parser may hang "of" on X
    below = [] if hearer is None else tree.children[hearer]
    for child in sorted([*tree.children[verb], *below]):
        first, stop = tree.range_of(child)
        if child > verb and stop - first > 1 and tree.lower[child] in prepositions:
            if lemma in CONVERSING and "with" in tree.lower[verb:child]:
                return None  # "spoke with the envoy about the dam" reports a meeting
            return ((first, _continued(tree, verb, stop, lexicon)),), Construction.PREPOSITION
    return None


def _object(tree: WordTree, verb: int, lexicon: Lexicon) -> Found:
    lemma = tree.lemma[verb]
    if is_passive(tree, verb):
        return None
    noun = tree.child(verb, "dobj")
    if noun is None or noun < verb:
        return None
    if lemma in lexicon.verbs["hearer"] and lemma not in lexicon.verbs["object"]:
        return None
    if lemma in lexicon.verbs["object"] or brings_up(tree, verb, noun, lexicon):
        construction = Construction.OBJECT
    elif lemma in lexicon.verbs["light"] and is_said(tree, noun, lexicon):
        construction = Construction.LIGHT
    else:
        return None
    first, stop = tree.range_of(noun)
    return ((first, _continued(tree, verb, stop, lexicon)),), construction


def brings_up(tree: WordTree, verb: int, noun: int, lexicon: Lexicon) -> bool:
    """Whether a verb puts a matter on the table: "raised the issue of", "brought up the dam"."""
    is_issue = tree.lemma[noun] in lexicon.nouns["issue"]
    if tree.lemma[verb] == "raise":
        return is_issue
    particle = tree.child(verb, "prt")
    if tree.lemma[verb] != "bring" or particle is None or tree.lower[particle] != "up":
        return False
    return is_issue or tree.lemma[noun] not in lexicon.nouns["brought_up"]


def is_said(tree: WordTree, noun: int, lexicon: Lexicon) -> bool:
    """Whether a noun is a word for something said: "gratitude", "readiness", "criticism"."""
    lemma = tree.lemma[noun]
    return lemma in lexicon.nouns["infinitive"] or any(
        lemma in nouns for nouns in lexicon.noun_prepositions.values()
    )


def _continued(tree: WordTree, verb: int, stop: int, lexicon: Lexicon) -> int:
    """Extend a content over the prepositional phrases and clauses that follow it."""
    for child in tree.children[verb]:
        if child < stop:
            continue
        relation, gap = tree.tokens.relations[child], tree.left[child] - stop
        is_deed = tree.lower[child] in {"in", "by"} and tree.child(child, "pcomp") is not None
        is_complement = tree.lower[child] in CONTINUING or relation in COMPLEMENTS or is_deed
        # "…, holding a passport, …" describes what was just named, unless it reports again.
        is_aside = (
            relation == "advcl"
            and tree.tokens.tags[child] == "VBG"
            and tree.lemma[child] not in lexicon.reporting
        )
        if (gap == 0 and is_complement) or (gap == 1 and is_aside):
            stop = tree.right[child]
    return stop


def _quote(tree: WordTree, verb: int, lexicon: Lexicon) -> Found:
    return ((), Construction.QUOTE) if tree.lemma[verb] in lexicon.verbs["quote"] else None


# The first that fits links the verb.
RULES: tuple[Callable[[WordTree, int, Lexicon], Found], ...] = (
    _naming,
    _infinitive,
    _clause,
    _parenthetical,
    _preposition,
    _object,
    _quote,
)
