"""The command line: one module per command."""

from rashomon.cli.main import main

__all__ = ["main"]
