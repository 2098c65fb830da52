"""The present, the past and the future: "now", "recently", "the future"."""

import re
from functools import partial

from rashomon.annotations.times.meaning import Found, Vague
from rashomon.annotations.times.rule import Forms, Rule, is_name, one
from rashomon.annotations.times.words import any_of


def rules(forms: Forms) -> tuple[Rule, ...]:
    """Return the rules of this kind."""
    pattern = rf"(?<![\w-])(?i:{any_of(forms.words.references)})\b(?!-)"
    return (Rule(re.compile(pattern), partial(_vague, forms)),)


def _vague(forms: Forms, match: re.Match[str]) -> tuple[Found, ...]:
    if is_name(match):
        return ()
    return one(match, Vague(forms.words.references[" ".join(match[0].lower().split())]))
