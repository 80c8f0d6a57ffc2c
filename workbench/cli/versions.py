"""Commands about versions: version, history, diff, redline."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.agreement.labels import change_text
from workbench.agreement.version import VersionHeader
from workbench.base.clock import utc_text
from workbench.cli.answer import Answer, say, table
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.cli.drafting import agreement_argument, whole_number
from workbench.cli.signing import output_argument, published
from workbench.fields.codec import encode


def _version_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("--note", required=True, metavar="TEXT", help="why it is saved")
    parser.add_argument("--author", default="", metavar="NAME", help="who saves it")


def _version(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    made = workbench.versions.save(agreement, given.note, given.author)
    header = made.header
    document = {
        "version": header.number,
        "hash": header.hash,
        "content_hash": header.content_hash,
        "kind": header.kind,
        "blocking": len(made.blocking),
    }
    text = f"Version {header.number} saved, {header.hash[:12]}."
    if made.blocking:
        say(
            f"Saved as a point, not for signature: {len(made.blocking)} things stand against it, first: "
            f"{made.blocking[0].message(context.words)} See `issues`."
        )
    return Answer(document, text)


def version_document(header: VersionHeader) -> dict[str, object]:
    """A version as `history --json` shows it."""
    return {
        "version": header.number,
        "hash": header.hash,
        "parent": header.parents[0] if header.parents else None,
        "parents": list(header.parents),
        "content_hash": header.content_hash,
        "kind": header.kind,
        "author": header.author,
        "message": header.message,
        "at": utc_text(header.at),
    }


def _history(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    found = workbench.versions.history(workbench.shelf.find(given.agreement))
    rows = [[str(h.number), h.kind, f"{h.at:%Y-%m-%d %H:%M}", h.author, h.message, h.hash[:12]] for h in found]
    text = table(rows, ["NO", "KIND", "SAVED (UTC)", "BY", "NOTE", "HASH"])
    return Answer({"versions": [version_document(header) for header in found]}, text)


def _diff_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("before", type=whole_number, metavar="A", help="number of the older version")
    parser.add_argument("after", type=whole_number, metavar="B", help="number of the newer version")


def _diff(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    compared = workbench.versions.compare(workbench.shelf.find(given.agreement), given.before, given.after)
    changes, lines = [], []
    for change in compared.changes:
        words = change_text(change, compared.before, compared.after, context.words)
        changes.append(
            {
                "path": change.path,
                "label": words.label,
                "change": change.how,
                "before": encode(change.before),
                "after": encode(change.after),
            }
        )
        lines.append(f"{change.how:8} {words.label}: {words.before or '–'} -> {words.after or '–'}")
    text = "\n".join(lines) or f"Versions {given.before} and {given.after} say the same."
    return Answer({"changes": changes}, text)


def _redline_arguments(parser: ArgumentParser) -> None:
    _diff_arguments(parser)
    parser.add_argument("--lang", default="", metavar="L", help="language of the document, such as en")
    parser.add_argument("--paper", default="", choices=["A4", "Letter"], help="the agreement's own without it")
    output_argument(parser, "FILE.pdf")


def _redline(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    agreement, numbers = workbench.shelf.find(given.agreement), (given.before, given.after)
    return published(workbench.publishing.redline(agreement, numbers, Path(given.output), given.lang, given.paper))


COMMANDS = (
    Command("version", "save an immutable version", _version, _version_arguments),
    Command("history", "the saved versions", _history, agreement_argument),
    Command("diff", "what differs between two versions", _diff, _diff_arguments),
    Command("redline", "the comparison of two versions as a document", _redline, _redline_arguments),
)
