"""Claims: what each attribution or official text puts forward, by whom, and for which side."""

from rashomon.claims.resolve import resolve

__all__ = ["resolve"]
