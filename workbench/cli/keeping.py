"""Commands about the library itself: backup, restore, doctor, library copy."""

from __future__ import annotations

import os
import shlex
import subprocess
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.errors import DamagedError
from workbench.cli.answer import Answer, moment_words
from workbench.cli.command import Command
from workbench.cli.context import Context

if TYPE_CHECKING:
    from workbench.services.keeping import Repair


def _backup_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="FOLDER", help="folder for the copy; the person's own without it")


def _backup(context: Context, given: Namespace) -> Answer:
    made = context.workbench(create=False).keeping.backup(Path(given.output) if given.output else None)
    document = {"file": str(made.path), "size": made.size, "thinned": [str(one) for one in made.thinned]}
    return Answer(document, f"{made.path}: a verified copy of {made.size} bytes.")


def _restore_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a backup")


def _restore(context: Context, given: Namespace) -> Answer:
    from workbench.services.keeping import restore_library  # noqa: PLC0415

    made = restore_library(Path(given.file), context.where, context.clock)
    document = {"library": context.where, "restored": str(given.file), "set_aside": str(made) if made else None}
    aside = f" What was there is kept as {made}." if made else ""
    return Answer(document, f"{context.where} is what {given.file} held.{aside}")


def _doctor(context: Context, _given: Namespace) -> Answer:
    from workbench.services.keeping import newest_backup  # noqa: PLC0415

    repaired: list[str] = []
    repairs: list[Repair] = []
    checked: dict[str, int] = {}
    try:
        keeping = context.workbench(create=False).keeping
        found = keeping.examine_and_repair()
    except DamagedError as error:  # it cannot even be opened
        findings = [error.message]
    else:
        # What was wrong a moment ago is a finding: while a guard was gone, anything may have been done behind it.
        repaired, checked = [*found.repaired], {**found.checked}
        findings = [*repaired, *(one.sentence for one in found.findings)]
        repairs = [*keeping.repairs()] if found.ok else []  # a trail with findings may not even be readable
    copy = newest_backup(context.where) if findings else None
    document = {
        "ok": not findings,
        "findings": findings,
        "repaired": repaired,
        "repairs": [{"at": one.at.isoformat(), "what": list(one.what)} for one in repairs],
        "checked": checked,
        "newest_backup": str(copy.path) if copy else None,
    }
    lines = [*findings]
    if not findings:
        lines.append(f"All is well: {sum(checked.values())} rows checked.")
        lines += [f"Put right on {moment_words(one.at)}: {' '.join(one.what)}" for one in repairs]
    elif len(findings) == len(repaired):
        lines.append("All of it is put right. Ask whoever could write to this file what was done to it.")
    elif copy:
        lines.append(f"The newest copy is of {moment_words(copy.at)}. To put it back: restore {_quoted(copy.path)}")
    else:
        lines.append("No copy of this library is known here. If you have one, put it back with restore FILE.")
    return Answer(document, "\n".join(lines), 1 if findings else 0)


def _quoted(path: Path) -> str:
    """A path as it is typed on a command line."""
    return subprocess.list2cmdline([str(path)]) if os.name == "nt" else shlex.quote(str(path))


def _library_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=["copy"])
    parser.add_argument("source", metavar="SRC", help="path or URL")
    parser.add_argument("target", metavar="DST", help="path or URL of a library that does not exist yet")


def _library(context: Context, given: Namespace) -> Answer:
    from workbench.services.keeping import copy_libraries  # noqa: PLC0415

    copied = copy_libraries(given.source, given.target, context.clock)
    return Answer(
        {"source": given.source, "target": given.target, "rows": copied}, f"Copied {copied} rows to {given.target}."
    )


COMMANDS = (
    Command("backup", "a verified copy of the library", _backup, _backup_arguments),
    Command("restore", "put a backup back", _restore, _restore_arguments),
    Command("doctor", "check every hash, chain and table; repair what can be", _doctor),
    Command("library", "move a library between SQLite and PostgreSQL", _library, _library_arguments),
)
