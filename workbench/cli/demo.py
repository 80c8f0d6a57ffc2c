"""The command `demo`: the whole job once, on the practice company."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.answer import Answer, say
from workbench.cli.command import Command
from workbench.cli.context import Context


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", default="demo", metavar="DIR", help="folder for the files and the practice library")
    parser.add_argument("--no-window", action="store_true", help="do not open the window at the end")


def _demo(context: Context, given: Namespace) -> Answer:
    from workbench.services.practice import run_practice  # noqa: PLC0415  (loads everything)

    made = run_practice(Path(given.out), context.place, context.clock, say)
    return Answer(made.document(context.words), made.text(context.words))


COMMANDS = (Command("demo", "the whole job on a practice company: draft, sign, track, check", _demo, _arguments),)
