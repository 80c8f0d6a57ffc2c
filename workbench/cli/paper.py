"""The command about signatures on paper: record a scan, list what is kept, hand one out."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.errors import NotAllowedError
from workbench.cli.answer import Answer
from workbench.cli.arguments import day
from workbench.cli.command import Command
from workbench.cli.context import Context
from workbench.cli.drafting import agreement_argument, version_argument
from workbench.services.files import read_file, write_file

if TYPE_CHECKING:
    from workbench.services.paper import Scan
    from workbench.services.workbench import Workbench

MOST_BYTES = 64 * 1024 * 1024


def _arguments(parser: ArgumentParser) -> None:
    agreement_argument(parser)
    parser.add_argument("scan", nargs="?", default="", metavar="SCAN", help="PDF, PNG or JPEG of the signed print")
    version_argument(parser)
    parser.add_argument(
        "--role", action="append", default=[], metavar="ROLE", help="who signed on it, as the agreement calls it; again"
        " for each",
    )  # fmt: skip
    parser.add_argument("--name", default="", metavar="N", help="the person's name, where it is another than agreed")
    parser.add_argument("--on", type=day, metavar="DAY", help="the day on the paper; today without it")
    parser.add_argument("--export", default="", metavar="SHA256", help="hand out the scan with this hash")
    parser.add_argument("-o", "--output", metavar="FILE", help="file to write, with --export")


def _paper(context: Context, given: Namespace) -> Answer:
    workbench = context.workbench()
    agreement = workbench.shelf.find(given.agreement)
    if given.export:
        return _export(workbench, agreement, given)
    if not given.scan:
        scans = workbench.paper.scans(agreement)
        return Answer({"scans": [_document(one) for one in scans]}, "\n".join(map(_told, scans)) or "No scan is kept.")
    return _record(workbench, agreement, given)


def _record(workbench: Workbench, agreement: str, given: Namespace) -> Answer:
    from workbench.services.paper import PaperSigner  # noqa: PLC0415  (with its only user)

    if given.name and len(given.role) > 1:
        raise NotAllowedError("One name was given for several roles.", "Record each with the same scan by itself.")
    header = workbench.evidence.header(agreement, given.version)
    on: dt.date = given.on or workbench.past.of(agreement).today
    signers = [PaperSigner(role, on, given.name) for role in given.role]
    scan = workbench.paper.record(agreement, header.number, read_file(Path(given.scan), MOST_BYTES), signers)
    return Answer(_document(scan), _told(scan))


def _export(workbench: Workbench, agreement: str, given: Namespace) -> Answer:
    if not given.output:
        raise NotAllowedError("Where the scan goes was not said.", "Name the file with -o.")
    scan = workbench.paper.file(agreement, given.export)
    kind, target = scan.kind, Path(given.output)
    sha256 = write_file(target, scan.data)
    return Answer(
        {"file": str(target), "sha256": sha256, "media_type": kind.media_type, "pages": kind.pages},
        f"{target}: {kind.media_type}, {sha256}.",
    )


def _document(scan: Scan) -> dict[str, object]:
    return {
        "version": scan.version,
        "sha256": scan.sha256,
        "recorded_at": scan.recorded_at.isoformat(),
        "signatures": [{"role": one.role, "name": one.name, "on": one.on.isoformat()} for one in scan.signed],
    }


def _told(scan: Scan) -> str:
    people = "; ".join(f"{one.name} as {one.role} on {one.on.isoformat()}" for one in scan.signed)
    return f"Version {scan.version}, signed on paper: {people}\n  scan {scan.sha256}"


COMMANDS = (Command("paper", "keep the scan of a version signed on paper; list, hand out", _paper, _arguments),)
