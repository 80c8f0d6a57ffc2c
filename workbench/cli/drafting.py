"""Commands about agreements and their drafts: templates, new, list, show, set, issues, commitments."""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import Any

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.sentences import sentence
from workbench.agreement.templates import EMPTY, templates
from workbench.base.errors import DamagedError, NotAllowedError
from workbench.cli.answer import Answer, say, table
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.fields.codec import canonical, encode

MOST_NUMBER = 2**31
"""No library has more versions of an agreement, or imports."""
NUMBER = re.compile(r"[0-9]{1,10}")


def _templates(_context: Context, _given: Namespace) -> Answer:
    found = templates()
    document = {"templates": [{"id": one.id, "name": one.name, "summary": one.summary} for one in found]}
    return Answer(document, table([[one.id, one.name, one.summary] for one in found], ["ID", "NAME", "FOR"]))


def _new_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("title", metavar="TITLE")
    begun = parser.add_mutually_exclusive_group()
    begun.add_argument("--template", metavar="ID", help=f"template to begin from (see `templates`); {EMPTY} without it")
    begun.add_argument(
        "--from", dest="source", metavar="FILE", help="Agreement JSON, bundle or signed PDF to begin from"
    )
    parser.add_argument(
        "--without-client-data", action="store_true",
        help="with --from: leave out names, amounts and decisions, and begin next month",
    )  # fmt: skip


def _new(context: Context, given: Namespace) -> Answer:
    shelf = context.workbench().shelf
    if given.without_client_data and not given.source:
        raise NotAllowedError("--without-client-data needs --from.", "Name the file to begin from.")
    if given.source:
        from workbench.services.exchange import content_of  # noqa: PLC0415  (may load the PDF libraries)

        content = content_of(Path(given.source))
        if given.without_client_data:
            content = shelf.for_another_client(content)
        agreement = shelf.create_from(content, given.title)
    else:
        agreement = shelf.create(given.title, given.template or EMPTY)
    return Answer({"id": agreement}, agreement)


def _list(context: Context, _given: Namespace) -> Answer:
    lines, rows = [], []
    for glance, found in context.workbench().shelf.all():
        if isinstance(found, DamagedError):
            say(f"“{glance.title}” cannot be read: {found.message}")
        one = glance if isinstance(found, DamagedError) else found
        status = "unreadable" if isinstance(found, DamagedError) else found.standing
        lines.append({
            "id": one.id,
            "title": one.title,
            "status": status,
            "versions": one.versions,
            "updated_at": one.updated_at.isoformat(),
            "company": one.company,
        })  # fmt: skip
        rows.append([one.id[:8], one.title, status, str(one.versions), f"{one.updated_at:%Y-%m-%d %H:%M}"])
    return Answer({"agreements": lines}, table(rows, ["ID", "TITLE", "STATUS", "VERSIONS", "CHANGED (UTC)"]))


def agreement_argument(parser: ArgumentParser) -> None:
    """The agreement a command is about."""
    parser.add_argument("agreement", metavar="AGREEMENT", help="id, unambiguous prefix or exact title")


def whole_number(text: str) -> int:
    """The number of a version or an import, as the library can hold it.

    Raises:
        ArgumentTypeError: Not one; argparse says so.
    """
    if not NUMBER.fullmatch(text) or int(text) >= MOST_NUMBER:
        raise ArgumentTypeError(f"“{text}” is not a number such as 1")
    return int(text)


def version_argument(parser: ArgumentParser) -> None:
    """The version a command is about."""
    parser.add_argument("--version", type=whole_number, metavar="N", help="number of a saved version")


def content_asked(context: Context, given: Namespace) -> Agreement:
    """The version asked for, else the draft."""
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    if given.version is not None:
        return workbench.versions.content(agreement, given.version)
    return workbench.drafting.read(agreement).agreement


def _show_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    version_argument(parser)


def _show(context: Context, given: Namespace) -> Answer:
    content = content_asked(context, given)
    return Answer(encode(content), canonical(content).decode())


def _set_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("path", metavar="PATH", help="such as follow_up.tiers[a].target")
    parser.add_argument(
        "value", metavar="VALUE", help='a JSON value, such as "text", 5, {"amount": 4, "unit": "hours"}'
    )


def _set(context: Context, given: Namespace) -> Answer:
    try:
        value = json.loads(given.value)
    except (ValueError, RecursionError):
        raise NotAllowedError(
            f"{given.value[:80]} is not a JSON value.", 'A text stands in quotation marks: "Northwind".'
        ) from None
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    saved = workbench.drafting.set(agreement, given.path, value)
    document = {"id": agreement, "path": given.path, "revision": saved.revision, "saved_at": saved.saved_at.isoformat()}
    return Answer(document, f"Saved {given.path} (revision {saved.revision}).")


def _issues(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    found = workbench.drafting.issues(workbench.shelf.find(given.agreement))
    document = {
        "issues": [
            {"path": one.path, "severity": one.severity, "code": one.code, "message": one.message(context.words)}
            for one in found
        ]
    }
    rows = [[one.severity, one.path, one.message(context.words)] for one in found]
    text = table(rows, ["SEVERITY", "PATH", "WHAT"]) if rows else "Nothing is missing, vague or contradictory."
    return Answer(document, text)


def commitment_document(one: Commitment, content: Agreement, context: Context) -> dict[str, Any]:
    """A commitment as `commitments --json` shows it."""
    shown = shown_in(content, context.words)
    clock = one.clock
    return {
        "id": one.id,
        "label": one.label,
        "kind": one.kind,
        "by": one.by,
        "to": one.to,
        "sentence": sentence(one, shown),
        "measure": one.measure,
        "operator": one.operator,
        "target": one.target,
        "target_upper": one.target_upper,
        "unit": one.metric_unit or one.unit,
        "period": one.period,
        "period_targets": dict(one.period_targets),
        "scope": [{"field": part.field, "values": list(part.values)} for part in one.scope],
        "clock": None
        if clock is None
        else {
            "start": clock.start,
            "stops": list(clock.stops),
            "within": encode(clock.within) if clock.within else None,
            "attempts": clock.attempts,
            "stop_events": list(clock.stop_events),
            "calendar": clock.calendar or None,
        },
        "anchor": one.anchor or None,
        "minimum_sample": one.minimum_sample,
        "tolerance": one.tolerance,
        "ceiling": one.ceiling,
        "owner": one.owner or None,
        "consequence": one.consequence or None,
        "needs": list(one.needs),
        "path": one.path,
    }


def _commitments(context: Context, given: Namespace) -> Answer:
    content = content_asked(context, given)
    found = commitments(content)
    shown = shown_in(content, context.words)
    text = (
        "\n".join(f"{one.label:5} {one.kind:16} {sentence(one, shown)}" for one in found) or "Nothing is promised yet."
    )
    if not found:
        say("This agreement promises nothing yet.")
    return Answer({"commitments": [commitment_document(one, content, context) for one in found]}, text)


COMMANDS = (
    Command("templates", "list the templates", _templates),
    Command("new", "create an agreement; prints its id", _new, _new_arguments),
    Command("list", "the agreements in the library", _list),
    Command("show", "the Agreement JSON of the draft or a version", _show, _show_arguments),
    Command("set", "one edit of the draft, acknowledged only when durable", _set, _set_arguments),
    Command("issues", "what is incomplete, vague, contradictory or not measurable", _issues, agreement_argument),
    Command("commitments", "every commitment with its sentence, target and clock", _commitments, _show_arguments),
)
