"""The command `handout`: what is printed for the room, of the draft as it is."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.answer import Answer
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.cli.drafting import agreement_argument
from workbench.cli.signing import output_argument
from workbench.services.handouts import KINDS, PaperWish


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS, help="which paper")
    agreement_argument(parser)
    parser.add_argument(
        "--section", action="append", default=[], metavar="NAME", help="for worksheets: a section; all without it"
    )
    parser.add_argument(
        "--system", action="append", default=[], metavar="NAME", help="for a data request: a system; all without it"
    )
    parser.add_argument("--lang", default="", metavar="L", help="language of the paper, such as en")
    parser.add_argument("--paper", default="", choices=["A4", "Letter"], help="the agreement's own without it")
    output_argument(parser, "FILE.pdf")


def _handout(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    wish = PaperWish(given.kind, tuple(given.section), tuple(given.system), given.lang, given.paper)
    made = workbench.handouts.write(workbench.shelf.find(given.agreement), wish, Path(given.output))
    document = {"file": str(made.file), "sha256": made.sha256, "pages": made.pages}
    pages = "1 page" if made.pages == 1 else f"{made.pages} pages"
    return Answer(document, f"{made.file}: {pages}.")


COMMANDS = (
    Command(
        "handout",
        "minutes, answer and voting cards, worksheets, a data request or a poster of the draft",
        _handout,
        _arguments,
    ),
)
