"""The command `demo`: the whole job once, on the practice company."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.agreement.commitment import PeriodLength
from workbench.agreement.model import shown_in
from workbench.agreement.sentences import short_name
from workbench.base.screen import has_screen
from workbench.cli.answer import Answer, moment_words, say, table
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.tracking.status_words import STATUS_IN_LINE

if TYPE_CHECKING:
    from workbench.services.practice import PracticeRun
    from workbench.tracking.result import Status

LENGTHS: tuple[PeriodLength, ...] = ("week", "month", "quarter", "year")
BRIEFLY: dict[Status, str] = STATUS_IN_LINE | {"too_little_data": "few leads", "not_measurable": "no measure"}
"""The verdicts in words short enough to stand side by side."""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--out", default="demo", metavar="DIR", help="folder for the files and the practice library")
    parser.add_argument("--no-window", action="store_true", help="do not open the window at the end")


def _demo(context: Context, given: Namespace) -> Answer:
    from workbench.services.practice import run_practice  # noqa: PLC0415  (loads everything)

    made = run_practice(Path(given.out), context.place, context.clock, say)
    window = made.library if wants_window(given) else ""
    return Answer(made.document(context.words), _text(made, context), open_window=window)


def wants_window(given: Namespace) -> bool:
    """Whether the window is to open at the end: not for programs, nor in continuous integration or without a screen."""
    return not (given.no_window or given.json or os.environ.get("CI")) and has_screen()


def _text(made: PracticeRun, context: Context) -> str:
    header, signers = made.document_made.header, " and ".join(key.identity.name for key in made.keys)
    files = [
        [made.document_made.file.name, f"version {header.number} to sign, {made.document_made.pages} pages"],
        [made.signed.name, f"signed by {signers}: {made.verified.verdict}"],
        [made.export.name, f"the CRM export that was imported, {made.check.leads} leads"],
        [made.tracker.name, "the tracking spreadsheet"],
        [made.report.file.name, f"the review of the last whole month, {made.report.pages} pages"],
        *([f"identities/{key.file.name}", f"passphrase in {key.passphrase_file.name}"] for key in made.keys),
    ]
    lines = [_scorecard(made, context), "", f"“{made.title}”, {made.agreement}", f"Library: {made.library}"]
    lines += [f"Files in {made.folder}:", table(files, ["FILE", "WHAT"])]
    lines.append("The two identities are for practice: their passphrases stand beside them, readable by you alone.")
    if made.earlier:
        lines.append(
            f"The library held {made.earlier} practice agreements already; they are untouched, and this is a new one."
        )
    return "\n".join(lines)


def _scorecard(made: PracticeRun, context: Context) -> str:
    """Every commitment on one line, its periods side by side; a table for each length of period."""
    newest = made.check.newest
    shown = shown_in(newest.agreement, context.words)
    verdicts = {(line.commitment, line.period): BRIEFLY[line.status] for _, line in made.check.results()}
    blocks = [f"The scorecard as of {moment_words(made.check.as_of)}, judged by the signed version:"]
    for length in LENGTHS:
        known = [one for one in newest.commitments if one.period == length]
        ids = {one.id for one in known}
        periods = sorted({period for commitment, period in verdicts if commitment in ids})
        rows = [
            [one.label, short_name(one, shown), *(verdicts.get((one.id, period), "") for period in periods)]
            for one in known
        ]
        if rows:
            blocks.append(table(rows, ["", f"EACH {length.upper()}", *periods]))
    return "\n\n".join(blocks)


COMMANDS = (Command("demo", "the whole job on a practice company: draft, sign, track, check", _demo, _arguments),)
