"""Commands about what happened: tracker, inspect, import, imports, undo-import, check, report."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from workbench.base.errors import NotAllowedError
from workbench.base.language import Language
from workbench.cli.answer import Answer, say, table
from workbench.cli.arguments import PeriodOrDays, day, moment, moment_text, period
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.cli.drafting import agreement_argument, whole_number
from workbench.cli.scorecard_text import rows_text, scorecard_text
from workbench.cli.signing import output_argument, published
from workbench.services.actuals import inspect_path
from workbench.services.baseline import Measured, measured
from workbench.services.checking import Question
from workbench.services.files import read_file
from workbench.services.import_order import ImportOptions
from workbench.services.rejects import check_rejects_target

PERIOD_HELP = "2026-10, 2026-Q4, 2026-W43 or 2026"
AS_OF_HELP = "day or instant to speak for; the data's own without it"


def _tracker_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    output_argument(parser, "FILE.xlsx")
    parser.add_argument(
        "--rows", type=whole_number, default=0, metavar="N", help="rows of the lead log; for a year without it"
    )


def _tracker(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    return published(workbench.tracker.write(agreement, Path(given.output), given.rows))


def _inspect_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")


def _inspect(context: Context, given: Namespace) -> Answer:
    found = inspect_path(Path(given.file))
    rows = [
        [
            one.header,
            one.field or "–",
            one.match,
            f"{one.confidence:.2f}",
            one.date_order or "",
            " | ".join(one.samples[:3]),
        ]
        for one in found.columns
    ]
    origin = found.vendor or "not recognised"
    head = f"Sheet {found.sheet}, headers in row {found.header_row}, {found.rows} rows, origin: {origin}"
    text = head + "\n" + table(rows, ["COLUMN", "FIELD", "MATCH", "SURE", "DATES", "SAMPLES"])
    notes = "\n".join(note.message(context.words) for note in found.notes)
    return Answer(found.to_json(context.words), f"{text}\n{notes}")


def _import_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--sheet", default="", metavar="S", help="name of the sheet")
    mapped = parser.add_mutually_exclusive_group()
    mapped.add_argument("--mapping", metavar="M.json", help="mapping file")
    mapped.add_argument("--profile", default="", metavar="NAME", help="remembered mapping")
    parser.add_argument("--timezone", default="", metavar="Z", help="zone of times without offset")
    parser.add_argument("--as-of", type=moment_text, metavar="T", help="day or instant the file speaks for")
    kinds = ["leads", "activities", "totals"]
    parser.add_argument("--kind", default="", choices=kinds, help="what its rows are; seen from the headers without it")
    parser.add_argument("--remember", default="", metavar="NAME", help="remember the mapping for the next export")
    parser.add_argument("--private", action="store_true", help="replace names and e-mail addresses by marks")
    parser.add_argument("--dry-run", action="store_true", help="read and compare, keep nothing")
    parser.add_argument("--rejects", metavar="FILE.xlsx", help="write rows that were not taken, with reasons")


def _import(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    options = ImportOptions(
        _mapping(given.mapping), given.profile, given.sheet, given.timezone, given.as_of or "", kind=given.kind,
        private=given.private,
    )  # fmt: skip
    if given.rejects:  # what cannot be done is said before anything is kept
        check_rejects_target(Path(given.rejects), *(Path(one) for one in (given.file, given.mapping) if one))
    if given.remember:
        workbench.actuals.profiles.check_name(given.remember)
    made = workbench.actuals.import_file(agreement, Path(given.file), options, dry_run=given.dry_run)
    if given.remember and not given.dry_run:
        workbench.actuals.profiles.remember_read(given.remember, made.read)
        say(f"The mapping is remembered as {given.remember}.")
    if given.rejects:
        count = workbench.actuals.write_rejects(made.read, Path(given.rejects), context.words)
        say(f"{count} rows written to {given.rejects}.")
    document = made.document(context.words)
    carried = {*made.read.reading.leads.columns, *workbench.actuals.log(agreement).columns}
    promises = measured(workbench.drafting.read(agreement).agreement, carried)
    document["commitments"] = [_promise(one, context.words) for one in promises]
    text = "{what}: {added} added, {updated} updated, {unchanged} unchanged, {rejected} rejected, {skipped} skipped."
    text = text.format(**document, what=COUNTED_AS[made.read.reading.kind])
    lines = [text if not given.dry_run else f"Dry run, nothing kept. {text}"]
    lines += [str(note) for note in document["notes"]]
    lines += [
        f"  row {one['row']}, {one['column'] or 'row'}: {one['value'] or ''} {one['reason']}"
        for one in document["problems"][:20]
    ]
    if len(document["problems"]) > 20:
        lines.append(f"  and {len(document['problems']) - 20} more; see --json or --rejects.")
    gaps = [one for one in document["commitments"] if one["missing"]]
    lines += [f"  {one['label']} cannot be checked: no column for {', '.join(one['missing'])}." for one in gaps]
    return Answer(document, "\n".join(lines))


COUNTED_AS = {"leads": "Leads", "activities": "Leads with calls and tasks", "totals": "Totals"}


def _promise(one: Measured, words: Language) -> dict[str, Any]:
    """Whether a promise of the draft can be checked with what is imported and this file."""
    missing = [words.text(label) for label in one.missing]
    return {"label": one.label, "name": one.name, "path": one.path, "basis": one.basis, "missing": missing}


def _mapping(path: str | None) -> dict[str, Any] | None:
    if not path:
        return None
    data = read_file(Path(path), 1024 * 1024)
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NotAllowedError(f"{path} is not JSON.", "Write one JSON object, in UTF-8.") from None
    if not isinstance(found, dict):
        raise NotAllowedError(f"{path} is not a mapping.", 'Write an object such as {"date_order": "dmy"}.')
    return found


def _imports_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("--changes", metavar="BATCH", type=whole_number, help="what an import changed in known leads")
    parser.add_argument("--original", metavar="BATCH", type=whole_number, help="write its file as it was kept, with -o")
    parser.add_argument("-o", "--output", metavar="FILE", help="with --original: the file to write")


def _changes(context: Context, agreement: str, batch: int) -> Answer:
    found = context.workbench().actuals.changes(agreement, batch)
    document = [{"lead": one.lead, "field": one.field, "before": one.before, "after": one.after} for one in found]
    rows = [[one.lead, one.field, one.before or "–", one.after or "–"] for one in found]
    return Answer({"changes": document}, table(rows, ["LEAD", "FIELD", "BEFORE", "AFTER"]))


def _imports(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    if given.changes is not None:
        return _changes(context, agreement, given.changes)
    if given.original is not None:
        if not given.output:
            raise NotAllowedError("No file is named for the original.", "Name one with -o FILE.")
        say(f"Written to {workbench.actuals.write_original(agreement, given.original, Path(given.output))}.")
    found = workbench.actuals.batches(agreement)
    document = [
        {
            "batch": one.number,
            "at": one.at.isoformat(),
            "by": one.by,
            "source": one.source_name,
            "sha256": one.source,
            "as_of": one.as_of.isoformat() if one.as_of else None,
            "added": one.added,
            "updated": one.updated,
            "unchanged": one.unchanged,
            "rejected": one.rejected,
            "skipped": one.skipped,
            "problems": one.problem_count,
            "undone_at": one.undone_at.isoformat() if one.undone_at else None,
        }
        for one in found
    ]
    rows = [
        [str(one.number), f"{one.at:%Y-%m-%d %H:%M}", one.source_name, str(one.added), str(one.updated),
         "taken back" if one.undone_at else ""] for one in found
    ]  # fmt: skip
    return Answer({"imports": document}, table(rows, ["BATCH", "AT (UTC)", "FILE", "ADDED", "UPDATED", ""]))


def _undo_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("batch", metavar="BATCH", type=whole_number)


def _undo(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    batch = workbench.actuals.undo(workbench.shelf.find(given.agreement), given.batch)
    return Answer(
        {"batch": batch.number, "undone": True}, f"Import {batch.number} ({batch.source_name}) is taken back."
    )


def _check_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("--period", type=period, action=PeriodOrDays, default=[], metavar="P", help=PERIOD_HELP)
    days = [("--from", "first", "first day of the periods wanted"), ("--to", "last", "last day of the periods wanted")]
    for option, dest, said in days:
        parser.add_argument(option, type=day, action=PeriodOrDays, dest=dest, metavar="D", help=said)
    parser.add_argument("--as-of", type=moment, metavar="T", help=AS_OF_HELP)
    parser.add_argument("--version", type=whole_number, metavar="N", help="judge by this version, as a rehearsal")
    parser.add_argument("--rows", metavar="COMMITMENT", help="each lead behind a commitment, its state and why")


def _check(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    question = Question(tuple(given.period), given.first, given.last, given.as_of, given.version)
    found = workbench.checking.check(workbench.shelf.find(given.agreement), question)
    document = found.document(context.words)
    text = "" if given.rows else scorecard_text(found, context.words)
    if given.rows:
        rows = found.row_documents(given.rows, context.words)
        document["rows"] = rows
        text = rows_text(found, given.rows, rows, context.words)
    return Answer(document, text)


def _report_arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("--period", type=period, required=True, metavar="P", help=PERIOD_HELP)
    parser.add_argument("--as-of", type=moment, metavar="T", help=AS_OF_HELP)
    parser.add_argument("--lang", default="", metavar="L", help="language of the document, such as en")
    parser.add_argument("--paper", default="", choices=["A4", "Letter"], help="the agreement's own without it")
    output_argument(parser, "FILE.pdf")


def _report(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    return published(
        workbench.reviewing.report(agreement, given.period, Path(given.output), given.lang, given.paper, given.as_of)
    )


COMMANDS = (
    Command("tracker", "the tracking spreadsheet, with the actuals already imported", _tracker, _tracker_arguments),
    Command("inspect", "what a foreign file is, and a proposed mapping", _inspect, _inspect_arguments),
    Command("import", "take actuals in", _import, _import_arguments),
    Command("imports", "the imports so far", _imports, _imports_arguments),
    Command("undo-import", "take an import back as a whole", _undo, _undo_arguments),
    Command("check", "the scorecard; with --rows each lead, its state and why", _check, _check_arguments),
    Command("report", "the review report as a document", _report, _report_arguments),
)
