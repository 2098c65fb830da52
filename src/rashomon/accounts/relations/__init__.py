"""How the accounts of sides stand on one point, with the reason in words; one file a rule."""

from rashomon.accounts.relations.evidence import Finding, Utterance
from rashomon.accounts.relations.judge import judge, judge_facts

__all__ = ["Finding", "Utterance", "judge", "judge_facts"]
