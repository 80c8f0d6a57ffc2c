"""Commands that move agreements: bundle, open, merge."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.answer import Answer
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.cli.drafting import agreement_argument
from workbench.cli.signing import output_argument, published
from workbench.services.two_sides import TwoSides


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
    document = {
        "id": made.agreement, "added": made.added, "known": made.known, "outcome": made.outcome,
        "joined": made.joined, "conflicts": made.places(context.words),
    }  # fmt: skip
    words = {
        "new": "is new here",
        "same": "was here already",
        "behind": "is older than what is here",
        "forward": "goes on with what was here",
        "diverged": "has gone on elsewhere and here; its versions are kept beside yours, to be merged",
    }
    lines = [f"{made.agreement} {words[made.outcome]}: {made.added} versions added."]
    if made.joined:
        lines.append("What the draft says of its own was put together with it; it is not saved as a version yet.")
    if made.conflicts:
        lines.append("The draft changed the same places. Save it as a version, then use `merge` with --keep:")
    return Answer(document, "\n".join([*lines, *_places(made, context)]))


def _places(made: TwoSides, context: Context) -> list[str]:
    """The conflicts, one line each."""
    clashes = [(made.place(one, context.words), *made.sides(one, context.words)) for one in made.conflicts]
    return [f"  {place}: ours {ours or '–'}, theirs {theirs or '–'}" for place, ours, theirs in clashes]


def _merge_arguments(parser: ArgumentParser) -> None:
    _open_arguments(parser)
    parser.add_argument("--keep", choices=["ours", "theirs"], help="whose side stands where both changed one place")


def _merge(context: Context, given: Namespace) -> Answer:
    made = context.workbench().merging.merge(Path(given.file), given.keep)
    document = made.document(context.words)
    lines = _places(made, context)
    if made.outcome == "conflicts":
        head = "Nothing is merged, because both sides changed the same places. Say --keep ours or --keep theirs."
        return Answer(document, "\n".join([head, *lines]), code=1)
    if made.version is not None:
        places = "1 place" if len(lines) == 1 else f"{len(lines)} places"
        kept = f", {places} as {given.keep}" if lines else ""
        return Answer(document, "\n".join([f"Version {made.version.number} joins both{kept}.", *lines]))
    words = {
        "new": "is new here",
        "same": "was here already",
        "behind": "holds nothing new",
        "forward": "goes on with ours",
    }
    return Answer(document, f"No merge was needed: the bundle {words[made.outcome]}.")


COMMANDS = (
    Command("bundle", "an agreement with its history as one file", _bundle, _bundle_arguments),
    Command("open", "take a bundle in", _open, _open_arguments),
    Command("merge", "put an agreement together that went on in two libraries", _merge, _merge_arguments),
)
