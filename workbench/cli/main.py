"""The command line's door: arguments in, one answer out, exit code 0, 1 or 2. Must not know what a command does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn, TextIO

from workbench import __version__
from workbench.base.clock import Clock, SystemClock
from workbench.base.errors import WorkbenchError
from workbench.cli import (
    backtesting,
    calendar,
    demo,
    drafting,
    exchange,
    handout,
    keeping,
    keys,
    mappings,
    paper,
    signing,
    tracking,
    versions,
)
from workbench.cli.answer import print_answer, say, standard_output
from workbench.cli.command import Command
from workbench.cli.context import Context

COMMANDS: tuple[Command, ...] = (
    *demo.COMMANDS,
    *drafting.COMMANDS,
    *versions.COMMANDS,
    *keys.COMMANDS,
    *signing.COMMANDS,
    *paper.COMMANDS,
    *tracking.COMMANDS,
    *mappings.COMMANDS,
    *backtesting.COMMANDS,
    *handout.COMMANDS,
    *calendar.COMMANDS,
    *exchange.COMMANDS,
    *keeping.COMMANDS,
)


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line, like every other error."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the usage is told; exit with 2."""
        self.exit(2, f"{self.prog}: {' '.join(message.split())}. See `{self.prog} --help`.\n")


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    parser = Parser(
        prog="sla-workbench",
        description="Marketing and sales agree on two-way service levels, sign them, and check every promise.",
        epilog="Without a command the window opens; with one file (.slaw, .pdf) it opens that.",
    )
    parser.add_argument("--library", default="", metavar="PATH|URL", help="the library; the person's own without it")
    parser.add_argument("--json", action="store_true", help="print one JSON document on standard output")
    parser.add_argument("--version", action="version", version=f"SLA Workbench {__version__}")
    groups = parser.add_subparsers(dest="command", metavar="COMMAND")
    for command in COMMANDS:
        child = groups.add_parser(command.name, help=command.help, description=command.help)
        child.add_argument("--library", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        child.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        command.arguments(child)
        child.set_defaults(run=command.run)
    return parser


def run(
    words: Sequence[str],
    *,
    out: TextIO | None = None,
    clock: Clock | None = None,
    window: Callable[[str], int] | None = None,
) -> int:
    """Run one command.

    Args:
        words: The arguments, without the program's name; with a command among them.
        out: Standard output.
        clock: The present moment.
        window: Opens the window on a library and answers the exit code, for commands that end in it.

    Returns:
        0 done, 1 not so or cannot be done, 2 wrong usage.
    """
    try:
        given = build_parser().parse_args(words)
    except SystemExit as stop:
        return int(stop.code or 0)
    if not given.command:
        say("No command was given. See `sla-workbench --help`.")
        return 2
    context = Context(given.library, clock or SystemClock())
    try:
        answer = given.run(context, given)
    except WorkbenchError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 1
    finally:
        context.close()
    try:
        print_answer(answer, as_json=given.json, out=out or standard_output(as_json=given.json))
    except BrokenPipeError:  # the reader has seen enough
        sys.stderr.close()
    if answer.open_window and window:
        return window(answer.open_window)
    return int(answer.code)
