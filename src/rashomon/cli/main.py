"""The command group, and what happens when something goes wrong.

Exit status: 0 when everything was read, 1 when some inputs were rejected, 2 for misuse,
70 for a fault of our own, 130 after Ctrl-C. A traceback is only ever shown with ``--debug``.
"""

import io
import os
import sys
import traceback

import click

from rashomon.cli.agreement import agreement_command
from rashomon.cli.attribute import attribute_command
from rashomon.cli.compare import compare_command
from rashomon.cli.dates import dates_command
from rashomon.cli.extract import extract_command
from rashomon.cli.read import read_command
from rashomon.errors import RashomonError

MISUSE = 2
FAULT = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED = 130  # 128 + SIGINT, as shells count


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Records go to standard output, messages to standard error. Exit status: 0, "
    "1 when some inputs were rejected, 2 for misuse.",
)
@click.version_option(package_name="rashomon")
def group() -> None:
    """Find who said what about which event, and set the accounts of the sides side by side.

    Every cell quotes its words. Rashomon compares; it never says who is right.

    \b
    Examples:
      rashomon read examples/call/report.txt --fetched 2024-11-06
      rashomon compare examples/meeting/readouts.jsonl
    """


COMMANDS = (
    read_command,
    compare_command,
    extract_command,
    attribute_command,
    dates_command,
    agreement_command,
)
for command in COMMANDS:
    group.add_command(command)


def main() -> None:
    """Run the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):  # JSON and quotes are UTF-8, whatever the locale says
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run the command line.

    Args:
        arguments: What stands after the program's name.

    Returns:
        The exit status.
    """
    is_debug = "--debug" in arguments
    try:
        status = group.main(arguments, prog_name="rashomon", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return MISUSE
    except (KeyboardInterrupt, click.Abort):
        click.echo("rashomon: stopped", err=True)
        return INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe has what it wants: "rashomon … | head"
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except RashomonError as error:
        if is_debug:
            traceback.print_exc()
        click.echo(f"rashomon: {error}", err=True)
        return MISUSE
    except Exception as error:  # noqa: BLE001  # a user is never shown a traceback unasked
        if is_debug:
            traceback.print_exc()
        click.echo(
            f"rashomon: a fault of ours: {type(error).__name__}: {error}. "
            "Run again with --debug to see where, and please report it.",
            err=True,
        )
        return FAULT
    return status if isinstance(status, int) else 0
