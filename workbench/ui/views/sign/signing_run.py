"""Making one signature: open the key, look whether it is the person's, sign, check the result, record it.

Nothing is written before the last step, and until then it can be stopped. Opening a key takes long on purpose, so one
that was looked at, or that met with a doubt or a refusal, signs without being opened again; it is forgotten with the
signature and with whoever leaves. Must not know widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from workbench.agreement.signers import SignerSeat
from workbench.base.clock import FixedClock
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.services.keys import FOLDER, KeptKey, kept_keys, open_identity_file
from workbench.services.signatures import Identity, Ink, KnownKey, sign_document
from workbench.ui.errands import Errands
from workbench.ui.views.desk import Desk
from workbench.ui.views.examining import examined
from workbench.ui.views.sign.ceremony import Ceremony

if TYPE_CHECKING:
    from workbench.services.verifying import DocumentAnswer
    from workbench.services.workbench import Workbench
    from workbench.ui.runner import Cancel, Progress, Report

SIGNED = N_("{names} has signed.")
STEPS = (N_("Opening the key…"), N_("Signing…"), N_("Checking the signed file…"), N_("Recording the signature…"))


@dataclass(frozen=True)
class Attempt:
    """All it takes to sign, but for the passphrase.

    Attributes:
        seat: Whose place.
        key: The key's file.
        ink: How the signature looks.
        stamp_server: Address of the time-stamp server to ask; empty for none.
    """

    seat: SignerSeat
    key: Path
    ink: Ink
    stamp_server: str = ""


@dataclass(frozen=True)
class Doubt:
    """Something a person must settle before the key is used.

    Attributes:
        kind: `name`: the key names somebody else than the agreement does; `key`: another key is known for the person.
        name: Whom the key names.
        email: With which address.
        fingerprint: Of the key.
        known: The key that was expected.
    """

    kind: Literal["name", "key"]
    name: str
    email: str
    fingerprint: str
    known: KnownKey | None = None


class SigningRun(QObject):
    """One attempt to sign.

    Attributes:
        stepped: Emitted with the number of the step that begins, 0 to 3; see `STEPS`.
        opened: Emitted with the fingerprint when the key was opened.
        doubted: Emitted with a `Doubt`; `settle` or `stop` answers it.
        failed: Emitted with the `WorkbenchError`, and whether it is about opening the key.
        done: Emitted when the signature is recorded.

    Args:
        desk: The window and its session.
        ceremony: The version that is signed.
    """

    stepped = Signal(int)
    opened = Signal(str)
    doubted = Signal(object)
    failed = Signal(object, bool)
    done = Signal()

    def __init__(self, desk: Desk, ceremony: Ceremony) -> None:
        super().__init__(ceremony)
        self._desk, self._ceremony = desk, ceremony
        self._errands = Errands(desk.session, self)
        self._attempt: Attempt | None = None
        self._identity: Identity | None = None
        self._open: tuple[Path, str, Identity] | None = None
        self._why = ""
        self._step = -1

    @property
    def is_running(self) -> bool:
        """Is it under way?"""
        return self._step >= 0

    @property
    def can_stop(self) -> bool:
        """Can it still be stopped with nothing written?"""
        return self._step < len(STEPS) - 1

    def open_key(self, key: Path, passphrase: str, done: Callable[[Identity], object]) -> None:
        """Open a key; the one that is open is at hand without being opened again."""
        if self._open is not None and self._open[:2] == (key, passphrase):
            done(self._open[2])
            return
        clock = self._ceremony.clock()

        def opened(identity: Identity) -> None:
            self._open = (key, passphrase, identity)
            done(identity)

        self._errands.work(
            lambda _report, _cancel: open_identity_file(key, passphrase, clock), opened, self._fail, key="open"
        )

    def forget(self) -> None:
        """Close the key that is open, because its owner has left."""
        self._open = None

    def list_keys(self, done: Callable[[Sequence[KeptKey]], object]) -> None:
        """Find the keys kept on this computer."""
        folder = self._desk.memory.folder
        if folder is not None:
            self._errands.work(lambda _report, _cancel: kept_keys(folder / FOLDER), done, key="keys")

    def start(self, attempt: Attempt, passphrase: str) -> None:
        """Begin."""
        self._attempt, self._identity, self._why = attempt, None, ""
        self._begin(0)
        self.open_key(attempt.key, passphrase, self._on_opened)

    def settle(self, why: str = "") -> None:
        """Go on after a doubt.

        Args:
            why: How the person made sure that another key is theirs; needed for that doubt only.
        """
        self._why = why
        self._sign()

    def stop(self) -> None:
        """Stop, with nothing written."""
        if self.can_stop:
            self._errands.drop()
            self._end()

    def _on_opened(self, identity: Identity) -> None:
        attempt = self._attempt
        assert attempt is not None  # started with one
        self._identity = identity
        self.opened.emit(identity.fingerprint)
        role, email = attempt.seat.role, identity.email
        self._errands.ask(
            lambda workbench: workbench.signing.known_key(role, email), self._on_known, self._fail, key="known"
        )

    def _on_known(self, known: KnownKey | None) -> None:
        doubt = self._doubt(known)
        if doubt is not None:
            self.doubted.emit(doubt)
        else:
            self._sign()

    def _doubt(self, known: KnownKey | None) -> Doubt | None:
        identity, attempt = self._identity, self._attempt
        assert identity is not None  # opened
        assert attempt is not None  # started with one
        digits = "".join(identity.fingerprint.split()).lower()
        if known is not None and known.fingerprint != digits:
            return Doubt("key", identity.name, identity.email, identity.fingerprint, known)
        seat = attempt.seat
        other_name = seat.name != seat.role and seat.name.casefold() != identity.name.casefold()
        other_email = bool(seat.email and identity.email) and seat.email.casefold() != identity.email.casefold()
        if other_name or other_email:
            return Doubt("name", identity.name, identity.email, identity.fingerprint)
        return None

    def _sign(self) -> None:
        identity, attempt, data = self._identity, self._attempt, self._ceremony.data
        version = self._ceremony.version
        on_paper = tuple(one.role for one in version.signed if one.scan) if version is not None else ()
        assert identity is not None  # opened
        assert attempt is not None  # started with one
        clock = self._ceremony.clock()
        self._begin(1)

        def work(report: Report, cancel: Cancel) -> tuple[bytes, DocumentAnswer]:
            return _signed(data, attempt, identity, clock, on_paper, report, cancel)

        self._errands.work(work, self._record, self._fail, progress=self._on_progress, key="sign")

    def _on_progress(self, progress: Progress) -> None:
        self._begin(progress.done)

    def _record(self, made: tuple[bytes, DocumentAnswer]) -> None:
        identity, attempt, why = self._identity, self._attempt, self._why
        assert identity is not None  # opened
        assert attempt is not None  # started with one
        role, email, name, fingerprint = attempt.seat.role, identity.email, identity.name, identity.fingerprint
        self._identity = None
        self._begin(3)

        def before(workbench: Workbench) -> None:
            if why:
                workbench.signing.expect_key(role, email, name, fingerprint, why)

        self._ceremony.take_in(*made, failed=self._fail, before=before, then=self._finish, told=SIGNED)

    def _finish(self) -> None:
        self._end()
        self.forget()
        self.done.emit()

    def _fail(self, error: WorkbenchError) -> None:
        at_key = self._step <= 0
        self._end()
        self.failed.emit(error, at_key)

    def _begin(self, step: int) -> None:
        if step != self._step:
            self._step = step
            self.stepped.emit(step)

    def _end(self) -> None:
        self._step = -1
        self._identity = self._attempt = None


def _signed(
    data: bytes,
    attempt: Attempt,
    identity: Identity,
    clock: FixedClock,
    on_paper: tuple[str, ...],
    report: Report,
    cancel: Cancel,
) -> tuple[bytes, DocumentAnswer]:
    signed = sign_document(
        data, attempt.seat.role, identity, clock, attempt.ink, on_paper=lambda _version: on_paper,
        stamp_server=attempt.stamp_server,
    )  # fmt: skip
    cancel.check()
    report(2, 2)  # told at once, because it is the last
    return signed.data, examined(signed.data, clock)
