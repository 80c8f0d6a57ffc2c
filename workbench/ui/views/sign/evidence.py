"""What is recorded of a signing besides the signatures: who saw the file, who accepted what, and signed prints.

Recorded whatever page is there by then. Must not know pages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import shiboken6

from workbench.agreement.signers import SignerSeat
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.views.desk import Desk
from workbench.ui.views.sign.ceremony import Ceremony
from workbench.ui.views.signing_record import save_signing_record
from workbench.ui.views.stamps import zone_of

if TYPE_CHECKING:
    from workbench.services.evidence import Sitting
    from workbench.services.paper import PaperSigner


class SigningEvidence:
    """The evidence of one ceremony.

    Args:
        desk: The window and its session.
        ceremony: The version that is signed.
    """

    def __init__(self, desk: Desk, ceremony: Ceremony) -> None:
        self._desk, self._ceremony = desk, ceremony

    def opened(self, seat: SignerSeat) -> None:
        """The file is shown to somebody who is to sign it."""
        sitting = self._sitting(seat)
        if sitting is not None:
            self._desk.session.ask(lambda workbench: workbench.evidence.opened(sitting))

    def consented(self, seat: SignerSeat) -> None:
        """Somebody ticked every statement, and asked to sign."""
        sitting, file = self._sitting(seat), self._ceremony.file
        if sitting is None or file is None:
            return
        statements = [one.text for one in file.agreement.sign_off.statements]
        self._desk.session.ask(
            lambda workbench: workbench.evidence.consented(sitting, statements, seat.reservations)
        )  # fmt: skip

    def save_record(self) -> None:
        """Ask where the record of this version's signing goes, and write it."""
        file = self._ceremony.file
        if file is not None:
            title = file.agreement.title or file.agreement.teams.company
            save_signing_record(self._desk, self._ceremony.agreement, title, file.header.number)

    def ask_paper(self) -> None:
        """Ask for the scan of a signed print."""
        from workbench.ui.views.sign.paper_sheet import PaperSheet  # noqa: PLC0415  (on a click)

        ceremony, chronicle = self._ceremony, self._ceremony.chronicle
        if ceremony.file is None or chronicle is None:
            return
        header = ceremony.file.header
        waiting = [seat for seat in ceremony.seats if ceremony.signature(seat) is None]
        days = (header.at.astimezone(zone_of(chronicle.zone)).date(), chronicle.today)
        PaperSheet(self._desk, header, waiting, days, self._keep_paper).open()

    def _keep_paper(
        self,
        scan: bytes,
        signers: Sequence[PaperSigner],
        failed: Callable[[WorkbenchError], object],
        then: Callable[[], object],
    ) -> None:
        """Keep the scan of a signed print as evidence for this version."""
        ceremony, session = self._ceremony, self._desk.session
        if ceremony.file is None:
            return
        agreement, number = ceremony.agreement, ceremony.file.header.number

        def done(_scan: object) -> None:
            names = ", ".join(one.name for one in signers)
            session.told.emit(self._desk.language.text(N_("Recorded: signed on paper by {names}.")).format(names=names))
            session.versions_were_changed(agreement)
            if shiboken6.isValid(ceremony):  # whoever wanted to know may be gone
                then()

        def refused(error: WorkbenchError) -> None:
            if shiboken6.isValid(ceremony):
                failed(error)

        session.ask(
            lambda workbench: workbench.paper.record(agreement, number, scan, signers), done=done, failed=refused
        )  # fmt: skip

    def _sitting(self, seat: SignerSeat) -> Sitting | None:
        from workbench.services.evidence import Sitting  # noqa: PLC0415  (with its only user)

        file, data = self._ceremony.file, self._ceremony.data
        if file is None or not data:
            return None
        return Sitting(file.header.hash, seat.role, seat.name, hashlib.sha256(data).hexdigest())
