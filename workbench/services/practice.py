"""The whole job once, on the bundled practice company: draft, PDF, two signatures, import, scorecard, report.

Uses only what a person can use; see `resources/practice/`. Must not know either face.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from workbench.agreement.model import Agreement
from workbench.agreement.sections.teams import Participant
from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError, OutsideError
from workbench.base.language import Language
from workbench.base.places import resource
from workbench.services.checking import Check
from workbench.services.entries import BothSay
from workbench.services.exchange import content_of
from workbench.services.files import read_file, write_file
from workbench.services.imported import Imported
from workbench.services.practice_keys import PracticeKey, practice_key
from workbench.services.publishing import Published
from workbench.services.verifying import DocumentAnswer
from workbench.services.workbench import Workbench, open_workbench

MOST_BYTES = 64 * 1024 * 1024
LIBRARY = "library.sla"
KEYS = "identities"
"""Folder by which an earlier run is known."""
AGREEMENT, SIGNED, EXPORT, TRACKER, REPORT = (
    "agreement.pdf", "agreement-signed.pdf", "crm_export.xlsx", "tracker.xlsx", "report.pdf",
)  # fmt: skip
NOTE = "As agreed in the room on 10 December 2025"


@dataclass(frozen=True, eq=False)
class PracticeRun:
    """What a run of the practice made.

    Attributes:
        folder: Where its files are.
        library: Path or URL of the library it worked in.
        agreement: Id of the practice agreement.
        title: Its title.
        earlier: How many practice agreements the library held before.
        document_made: The PDF to sign.
        signed: The PDF signed by both.
        verified: What verifying it said.
        keys: The two identities.
        export: The file that was imported.
        imported: What came of it.
        tracker: The tracking spreadsheet.
        check: The scorecard.
        report: The review report of the last month that is over.
    """

    folder: Path
    library: str
    agreement: str
    title: str
    earlier: int
    document_made: Published
    signed: Path
    verified: DocumentAnswer
    keys: tuple[PracticeKey, ...]
    export: Path
    imported: Imported
    tracker: Path
    check: Check
    report: Published

    def document(self, language: Language) -> dict[str, Any]:
        """As `demo --json` answers."""
        header = self.document_made.header
        return {
            "folder": str(self.folder),
            "library": self.library,
            "agreement": self.agreement,
            "title": self.title,
            "version": header.number,
            "hash": header.hash,
            "files": {
                "pdf": str(self.document_made.file),
                "signed": str(self.signed),
                "export": str(self.export),
                "tracker": str(self.tracker),
                "report": str(self.report.file),
                "identities": [str(key.file) for key in self.keys],
            },
            "verdict": self.verified.verdict,
            "import": self.imported.document(language),
            "check": self.check.document(language),
        }


def run_practice(folder: Path, place: str, clock: Clock, tell: Callable[[str], None]) -> PracticeRun:
    """Do the whole job; a second run replaces the files and adds another agreement, because the first is a record.

    Args:
        folder: For the files; made where it is missing.
        place: Path or URL of the library; empty for one inside the folder.
        clock: The present moment.
        tell: Told each step in a sentence.

    Raises:
        OutsideError: The folder cannot be made or written.
        NotAllowedError: It is no earlier run's, and holds files which this one would replace.
        WorkbenchError: The library cannot be opened, or a step is refused.
    """
    _refuse_taken(folder, [AGREEMENT, SIGNED, EXPORT, TRACKER, REPORT, *([] if place else [LIBRARY])])
    _make_folder(folder / KEYS)
    where = place or str(folder / LIBRARY)
    with open_workbench(where, clock=clock) as bench:
        return _run(bench, folder.resolve(), where, clock, tell)


def _run(bench: Workbench, folder: Path, where: str, clock: Clock, tell: Callable[[str], None]) -> PracticeRun:
    content = content_of(resource("practice", "agreement.json"))
    title, earlier = _free_title(bench, content.title)
    agreement = bench.shelf.create_from(content, title)
    tell(f"Drafted “{title}” with {len(bench.drafting.commitments(agreement))} commitments.")
    saved = bench.versions.save(agreement, NOTE, content.teams.participants[-1].name)
    tell(f"Saved version {saved.header.number}, {saved.header.hash[:12]}, for signature.")
    made = bench.publishing.pdf(agreement, folder / AGREEMENT)
    tell(f"Set the document, {made.pages} pages.")
    keys, signed, verified = _sign(bench, agreement, content, made, clock, tell)
    export = folder / EXPORT
    write_file(export, read_file(resource("practice", export.name), MOST_BYTES))
    imported = bench.actuals.import_file(agreement, export)
    tell(f"Imported {imported.read.added} leads, {len(imported.read.reading.problems)} values listed as problems.")
    _enter(bench, agreement)
    check = bench.checking.check(agreement)
    tell(f"Checked {len(check.results())} lines as of {check.as_of.isoformat()}.")
    tracker = bench.tracker.write(agreement, folder / TRACKER).file
    tell(f"Wrote the tracking spreadsheet with the leads in it, {tracker.name}.")
    report = bench.reviewing.report(agreement, _last_month(check), folder / REPORT)
    tell(f"Wrote the review report, {report.pages} pages.")
    return PracticeRun(
        folder,
        where,
        agreement,
        title,
        earlier,
        made,
        signed,
        verified,
        keys,
        export,
        imported,
        tracker,
        check,
        report,
    )


def _last_month(check: Check) -> str:
    """The last month that was over at the as-of day."""
    from workbench.tracking.periods import Period  # noqa: PLC0415  (the command line starts without the checks)

    return Period.holding(check.newest.review.moment.day, "month").previous().text


def _refuse_taken(folder: Path, names: Sequence[str]) -> None:
    """Keep the practice out of a folder where somebody has files of these names; its own may be replaced."""
    if (folder / KEYS).is_dir():
        return
    taken = next((name for name in names if (folder / name).exists()), None)
    if taken is not None:
        raise NotAllowedError(
            f"{folder / taken} is somebody's own, and the demo would write a file of that name.",
            "Name a folder of its own with --out.",
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise NotAllowedError(f"{folder.parent} is not a folder.", "Name a folder with --out.") from None
    except OSError as error:
        raise OutsideError(
            f"The folder {folder.parent} cannot be made: {error.strerror or error}.", "Name another one with --out."
        ) from error


def _free_title(bench: Workbench, title: str) -> tuple[str, int]:
    """A title no agreement of the library has, and how many had to be passed."""
    taken = {one.title for one in bench.shelf.glances()}
    earlier = 0
    free = title
    while free in taken:
        earlier += 1
        free = f"{title} ({earlier + 1})"
    return free, earlier


def _sign(
    bench: Workbench,
    agreement: str,
    content: Agreement,
    made: Published,
    clock: Clock,
    tell: Callable[[str], None],
) -> tuple[tuple[PracticeKey, ...], Path, DocumentAnswer]:
    """Sign by everybody required, keep the file, verify it and take it in."""
    data, keys = read_file(made.file, MOST_BYTES), []
    for signer in content.sign_off.signers:
        key = _key(bench, content, signer.person, signer.role, made.file.parent / KEYS, clock)
        keys.append(key)
        data = bench.signing.sign(data, signer.role, key.identity).data
        tell(f"Signed by {key.identity.name} as {signer.role}.")
    target = made.file.with_name(SIGNED)
    write_file(target, data)
    answer = bench.signing.receive(agreement, data)
    tell(f"Verified the signed document: {answer.verdict}. Taken into the library.")
    return tuple(keys), target, answer


def _key(bench: Workbench, content: Agreement, person: str, role: str, folder: Path, clock: Clock) -> PracticeKey:
    found: Participant = next(one for one in content.teams.participants if one.key == person)
    return practice_key(
        found, folder, clock, lambda email, digits: bench.signing.knows_another_key(role, email, digits)
    )


def _enter(bench: Workbench, agreement: str) -> None:
    """Enter the totals, the things done and the settled leads that both teams of the practice company entered."""
    entries = json.loads(resource("practice", "entries.json").read_text("utf-8"))
    for one in entries["totals"]:
        value = Decimal(one["value"])
        bench.entries.enter_total(agreement, one["commitment"], one["period"], value, _said(one))
    for one in entries["done"]:
        day, pieces = dt.date.fromisoformat(one["day"]), one.get("pieces", 1)
        bench.entries.attest(agreement, one["commitment"], day, _said(one), pieces=pieces)
    for one in entries["settled"]:
        bench.entries.settle(agreement, one["commitment"], one["lead"], one["state"], _said(one))


def _said(entry: dict[str, Any]) -> BothSay:
    return BothSay(entry["note"], entry["marketing"], entry["sales"])
