"""The command `calendar`: the dates of an agreement as a file for any calendar."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.answer import Answer
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.cli.drafting import agreement_argument, whole_number
from workbench.cli.signing import output_argument


def _arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("--version", type=whole_number, default=None, metavar="N", help="the draft without it")
    parser.add_argument("--lang", default="", metavar="L", help="language of the entries, such as en")
    output_argument(parser, "FILE.ics")


def _calendar(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    made = workbench.calendars.write(agreement, Path(given.output), given.version, given.lang)
    document = {"file": str(made.file), "sha256": made.sha256, "entries": made.entries}
    entries = "1 entry" if made.entries == 1 else f"{made.entries} entries"
    return Answer(document, f"{made.file}: {entries}.")


COMMANDS = (Command("calendar", "meetings, reviews and import dates as a calendar file", _calendar, _arguments),)
