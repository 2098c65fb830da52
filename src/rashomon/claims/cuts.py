"""Where a sentence can be cut: the places at which a piece may begin an issue of its own.

One rule a kind of construction. Each looks at one token, with all that depends on it, and tells
where the piece begins that it heads.
"""

from collections.abc import Callable

from rashomon.model import Sentence, Tokens, Tree

VERBAL = frozenset({"VERB", "AUX"})
COMPLEMENTS = frozenset(
    {"dobj", "prep", "ccomp", "xcomp", "attr", "acomp", "agent", "advmod", "advcl", "prt", "dative",
     "oprd"}
)  # fmt: skip
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
DETERMINERS = frozenset({"DT", "PRP$"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# What is coordinated inside these names one thing: "territorial and political integrity".
INNER = frozenset({"amod", "compound", "poss", "advmod", "nummod", "quantmod", "npadvmod", "nmod"})

# Verbs and nouns that tell of a contact: what follows the partner says how, why or about what.
CONTACT_VERBS = frozenset({"speak", "talk", "meet", "call", "phone", "confer", "have", "hold"})
CONTACT_WORDS = CONTACT_VERBS - {"have", "hold"} | {"conversation", "meeting", "teleconference"}
TOPIC_PREPOSITIONS = frozenset({"about", "regarding", "concerning"})
CIRCUMSTANCES = frozenset({"in", "at", "as", "amid", "following", "after", "during", "within"})
MIN_WEIGHT = 2  # content words of a piece without a verb
SEPARATORS = frozenset({",", ";"})

Rule = Callable[[Tree, Sentence, int], int | None]


def starts_in(tree: Tree, sentence: Sentence) -> set[int]:
    """Find where pieces of a sentence begin.

    Args:
        tree: The parse of the document.
        sentence: One of its sentences.

    Returns:
        Token numbers inside the sentence, its own first one left out.
    """
    partner = _partner(tree.tokens, sentence)
    starts = {
        start
        for i in range(sentence.first, sentence.stop)
        for rule in RULES
        if (start := rule(tree, sentence, i)) is not None
    }
    if partner is not None:
        starts |= {
            tree.left[i]
            for i in range(partner + 1, sentence.stop)
            if tree.left[i] > partner and _follows_contact(tree, partner, i)
        }
    return {start for start in starts if sentence.first < start < sentence.stop}


def weight(tokens: Tokens, first: int, stop: int) -> int:
    """Count the content words of a range of tokens."""
    return sum(tokens.pos[i] in CONTENT for i in range(first, stop))


def _coordinated(tree: Tree, sentence: Sentence, i: int) -> int | None:
    """Cut before a coordinated verb or noun: "affirmed A and agreed to B", "A, the B of C"."""
    tokens, left = tree.tokens, tree.left[i]
    if tokens.relations[i] != "conj" or left <= tokens.heads[i] or left == sentence.first:
        return None
    first = _first_of(tokens, i)
    if tokens.relations[first] in INNER:
        return None
    if tokens.relations[first] == "prep":
        is_phrase = tokens.pos[i] == "ADP" and weight(tokens, left, tree.right[i]) >= MIN_WEIGHT
        return left if is_phrase else None
    if tokens.pos[i] in VERBAL:
        says_much = (
            _is_second_clause(tokens, i, left)
            if tokens.pos[first] in VERBAL | {"ADJ"}
            else weight(tokens, left, tree.right[i]) >= MIN_WEIGHT
        )
        return left if says_much else None
    return left if _is_second_object(tree, i, first) else None


def _first_of(tokens: Tokens, i: int) -> int:
    """Return the first of the words that one is coordinated with."""
    while tokens.relations[i] == "conj" and tokens.heads[i] != i:
        i = tokens.heads[i]
    return i


def _is_second_clause(tokens: Tokens, i: int, left: int) -> bool:
    """Tell whether a coordinated verb says something of its own: "promote and protect it" does not.

    The verb before it must have an object or clause too, or it only shares the one that follows.
    """
    head = tokens.heads[i]
    is_full = any(
        tokens.heads[j] == head and tokens.relations[j] in COMPLEMENTS for j in range(head + 1, i)
    )
    has_subject = any(
        tokens.heads[j] == i and tokens.relations[j] in SUBJECTS for j in range(left, i)
    )
    return is_full or has_subject or tokens.words[left - 1] == ";"


def _is_second_object(tree: Tree, i: int, first: int) -> bool:
    """Tell whether a coordinated noun may be an issue of its own.

    It has words of its own, or stands in a list. Two names are one object, and so is what lies
    between two; a subject is one, unless something is said to be done to it.
    """
    tokens, left = tree.tokens, tree.left[i]
    mass = weight(tokens, left, tree.right[i])
    before = tokens.words[left - 1]
    is_listed = before in SEPARATORS or (
        left >= 2 and before.lower() == "and" and tokens.words[left - 2] == ","
    )
    has_determiner = tokens.tags[left] in DETERMINERS
    is_between = tokens.words[tokens.heads[first]].lower() in {"between", "among"}
    are_names = tokens.pos[i] == tokens.pos[first] == "PROPN" and not has_determiner
    if is_between or are_names or not (mass >= MIN_WEIGHT or is_listed or has_determiner):
        return False
    return tokens.relations[first] not in SUBJECTS or (
        tokens.relations[first] == "nsubjpass" and mass > MIN_WEIGHT
    )


def _added(tree: Tree, sentence: Sentence, i: int) -> int | None:
    """Cut before what is added after a comma: ", noting that …", ", which …", ", in order to …"."""
    tokens, left = tree.tokens, tree.left[i]
    if left <= tokens.heads[i] or left == sentence.first:
        return None
    before, relation = tokens.words[left - 1], tokens.relations[i]
    is_phrase = relation == "prep" and weight(tokens, left, tree.right[i]) >= MIN_WEIGHT
    is_item = relation == "appos" and tokens.tags[left] in DETERMINERS and tokens.pos[i] == "NOUN"
    is_participle = relation == "acl" and tokens.tags[i] == "VBG"
    if before == "," and (relation in {"advcl", "relcl"} or is_participle or is_phrase or is_item):
        return left
    if relation == "prep" and tokens.words[i].lower() == "including":
        return left
    is_clause = relation == "parataxis" and before in {*SEPARATORS, ":"}
    return left if is_clause or (relation == "ccomp" and before == ";") else None


def _introduced(tree: Tree, sentence: Sentence, i: int) -> int | None:
    """Cut after a phrase or clause that opens a clause: "In addition to A, they discussed B"."""
    tokens, right = tree.tokens, tree.right[i]
    is_opening = tokens.relations[i] in {"advcl", "prep"} and right <= tokens.heads[i]
    if not is_opening or tokens.pos[tokens.heads[i]] not in VERBAL or right >= sentence.stop:
        return None
    if weight(tokens, tree.left[i], right) < MIN_WEIGHT:
        return None
    if tokens.words[right - 1] == ",":
        return right
    return right + 1 if tokens.words[right] == "," else None


def _marked(tree: Tree, sentence: Sentence, i: int) -> int | None:
    """Cut after "as well as" and semicolons, and before a bracket with a verb."""
    words = [word.lower() for word in tree.tokens.words[i : min(i + 3, sentence.stop)]]
    if words == ["as", "well", "as"]:
        return i + 3
    if words[0] == ";":
        return i + 1
    is_clause = words[0] == "(" and i + 2 < sentence.stop and tree.tokens.pos[i + 1] == "VERB"
    return i if is_clause else None


RULES: tuple[Rule, ...] = (_coordinated, _added, _introduced, _marked)


def _partner(tokens: Tokens, sentence: Sentence) -> int | None:
    """Return the name that follows "X spoke with"; none if the sentence tells of no contact."""
    span = range(sentence.first, sentence.stop)
    root = next((i for i in span if tokens.heads[i] == i), sentence.first)
    names = [i for i in span if tokens.pos[i] == "PROPN"]
    is_contact = tokens.lemmas[root] in CONTACT_VERBS and any(
        tokens.lemmas[i].lower() in CONTACT_WORDS for i in span
    )
    if not is_contact or len(names) < 2:
        return None
    return next((i for i in names if i > root), None)


def _follows_contact(tree: Tree, partner: int, i: int) -> bool:
    """Tell whether a purpose, a topic or a circumstance follows "X spoke with Y"."""
    tokens, left = tree.tokens, tree.left[i]
    relation, word = tokens.relations[i], tokens.words[i].lower()
    above = i
    while tokens.heads[above] != above:
        above = tokens.heads[above]
        is_cut = tokens.words[above].lower() in TOPIC_PREPOSITIONS or tokens.tags[above] == "VB"
        if above > partner and is_cut:
            return False  # inside a topic or purpose that was cut off before
    if relation == "prep" and word in TOPIC_PREPOSITIONS:
        return True
    if tokens.tags[i] == "VB" and tokens.tags[left] == "TO":
        return relation in {"advcl", "xcomp", "acl", "relcl"}
    is_circumstance = relation == "prep" and word in CIRCUMSTANCES
    has_thing = any(tokens.pos[j] == "NOUN" for j in range(left, tree.right[i]))
    return (
        is_circumstance
        and has_thing
        and tokens.pos[tokens.heads[i]] in VERBAL | {"PROPN"}
        and weight(tokens, left, tree.right[i]) >= MIN_WEIGHT
    )
