"""Commands of the contract that do not exist yet: each says so and exits with 1. Must not pretend."""

from __future__ import annotations

from argparse import REMAINDER, ArgumentParser, Namespace

from workbench.base.errors import NotAllowedError
from workbench.cli.answer import Answer
from workbench.cli.command import Command
from workbench.cli.context import Context


def _anything(parser: ArgumentParser) -> None:
    parser.add_argument("arguments", nargs=REMAINDER, help="not read yet")


def unbuilt(name: str, help_line: str) -> Command:
    """A command that says that it is not built."""

    def run(_context: Context, _given: Namespace) -> Answer:
        raise NotAllowedError(f"`{name}` is not built yet.", "See `sla-workbench --help` for what is.")

    return Command(name, f"{help_line} (not built yet)", run, _anything, built=False)


COMMANDS = (unbuilt("merge", "merge a bundle into an agreement"),)
