"""What a command is: its words, its arguments, its function. Must not know any command."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from workbench.cli.answer import Answer
from workbench.cli.context import Context


def no_arguments(_parser: ArgumentParser) -> None:
    """A command without arguments."""


@dataclass(frozen=True)
class Command:
    """One command.

    Attributes:
        name: The word it is called by.
        help: One line for `--help`.
        run: Does it.
        arguments: Declares its arguments.
    """

    name: str
    help: str
    run: Callable[[Context, Namespace], Answer]
    arguments: Callable[[ArgumentParser], None] = no_arguments
