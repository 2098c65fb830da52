"""How the accounts of sides stand on one point, with the reason in words; one file a rule."""

from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.accounts.relations.judge import (
    RULES,
    find_contradiction,
    judge,
    judge_contact,
)

__all__ = ["RULES", "Finding", "Utterance", "find_contradiction", "judge", "judge_contact"]
