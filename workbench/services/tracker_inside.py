"""The tracking spreadsheet that travels inside the document people sign, still empty.

The same bytes for the same version, so that a verifier can make it again. Must not know the library or either face.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.version import VersionHeader
from workbench.base.language import language

if TYPE_CHECKING:
    from workbench.tracking.review import Review

ROWS = 200
"""Rows of its lead log: enough to try it; the exported tracker has more, and what was imported."""

KEPT = 2
_made: OrderedDict[tuple[str, str, str], bytes] = OrderedDict()
"""The newest ones made: whoever prints a version signs it and verifies it next."""


def tracker_inside(agreement: Agreement, header: VersionHeader, content: str, language_code: str) -> bytes:
    """The spreadsheet of a version, judging from its first day in force on.

    Args:
        agreement: Content of the version.
        header: Which version.
        content: The content's hash.
        language_code: Of the spreadsheet.

    Raises:
        WorkbenchError: The agreement's time zone is not known.
    """
    key = content, header.hash, language_code
    if key not in _made:
        _made[key] = _write(agreement, header, language_code)
        while len(_made) > KEPT:
            _made.popitem(last=False)
    return _made[key]


def lines_inside(agreement: Agreement, header: VersionHeader) -> int:
    """How many lines the scorecard of a version's spreadsheet has, which tells beforehand how long writing it takes.

    Raises:
        WorkbenchError: As `tracker_inside`.
    """
    from workbench.sheets.tracker.periods import plan_periods  # noqa: PLC0415  (loads numpy)

    return sum(map(len, plan_periods(commitments(agreement), _review(agreement, header)).lines.values()))


def _review(agreement: Agreement, header: VersionHeader) -> Review:
    from workbench.tracking.actuals import Actuals  # noqa: PLC0415  (loads numpy)
    from workbench.tracking.agreed import agreed_review  # noqa: PLC0415
    from workbench.tracking.review import InForce  # noqa: PLC0415

    teams = agreement.teams
    in_force = InForce(teams.effective_from, teams.effective_until) if teams.effective_from else InForce()
    return agreed_review(agreement, Actuals(), header.at.date(), in_force=in_force)


def _write(agreement: Agreement, header: VersionHeader, language_code: str) -> bytes:
    from workbench.sheets.tracker.subject import Subject  # noqa: PLC0415  (loads numpy)
    from workbench.sheets.tracker.writer import write_tracker  # noqa: PLC0415  (loads XlsxWriter)

    return write_tracker(
        Subject(
            agreement_id=header.agreement,
            version=header.number,
            version_hash=header.hash,
            agreement=agreement,
            commitments=commitments(agreement),
            review=_review(agreement, header),
            written=header.at.replace(microsecond=0),
            words=language(language_code),
        ),
        spare=ROWS,
    )
