"""Commands that move agreements: bundle, open."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.answer import Answer
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.cli.drafting import agreement_argument
from workbench.cli.signing import output_argument, published


def _bundle_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    output_argument(parser, "FILE.slaw")


def _bundle(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    return published(workbench.exchange.bundle(workbench.shelf.find(given.agreement), Path(given.output)))


def _open_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.slaw")


def _open(context: Context, given: Namespace) -> Answer:
    made = context.workbench().exchange.open(Path(given.file))
    document = {"id": made.agreement, "added": made.added, "known": made.known, "outcome": made.outcome}
    words = {
        "new": "is new here",
        "same": "was here already",
        "behind": "is older than what is here",
        "forward": "goes on with what was here",
        "diverged": "has gone on elsewhere and here; its versions are kept beside yours, to be merged",
    }
    return Answer(document, f"{made.agreement} {words[made.outcome]}: {made.added} versions added.")


COMMANDS = (
    Command("bundle", "an agreement with its history as one file", _bundle, _bundle_arguments),
    Command("open", "take a bundle in", _open, _open_arguments),
)
