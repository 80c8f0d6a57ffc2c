"""Command about remembered mappings: list, share as a file, take from one, rename, forget."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.base.errors import NotAllowedError
from workbench.cli.answer import Answer, say, table
from workbench.cli.command import Command
from workbench.cli.context import Context


def _mappings_arguments(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--share", metavar="NAME", help="write a remembered mapping as a mapping file, with -o")
    what.add_argument("--take", metavar="M.json", help="remember the mapping of a mapping file")
    what.add_argument("--rename", nargs=2, metavar=("NAME", "NEW"), help="give a mapping another name")
    what.add_argument("--forget", metavar="NAME", help="forget a mapping")
    parser.add_argument("--name", default="", metavar="NAME", help="with --take: what it is called here")
    parser.add_argument("-o", "--output", metavar="M.json", help="with --share: the file to write")


def _mappings(context: Context, given: Namespace) -> Answer:
    profiles = context.workbench().actuals.profiles
    if given.share:
        if not given.output:
            raise NotAllowedError("No file is named for the mapping.", "Name one with -o FILE.json.")
        profiles.share(given.share, Path(given.output))
        say(f"Written to {given.output}.")
    elif given.take:
        say(f"Remembered as {profiles.take_in(Path(given.take), given.name)}.")
    elif given.rename:
        profiles.rename(*given.rename)
    elif given.forget:
        profiles.forget(given.forget)
    found = [
        {"name": one.name, "columns": len(one.mapping.get("columns", {})), "saved_at": one.saved_at.isoformat()}
        for one in profiles.all()
    ]
    rows = [[one.name, str(len(one.mapping.get("columns", {}))), f"{one.saved_at:%Y-%m-%d}"] for one in profiles.all()]
    return Answer({"mappings": found}, table(rows, ["MAPPING", "COLUMNS", "SAVED"]))


COMMANDS = (
    Command("mappings", "the remembered mappings; share, take, rename or forget one", _mappings, _mappings_arguments),
)
