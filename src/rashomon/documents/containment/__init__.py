"""Hostile pages in a process of their own, with limits, that can be killed."""

from rashomon.documents.containment.contain import close_idle_workers, contain
from rashomon.documents.containment.limits import LIMITS, Limits

__all__ = ["LIMITS", "Limits", "close_idle_workers", "contain"]
