"""The foot of signing: the passphrase, the button that names the person, and what is still missing. Always in view."""

from __future__ import annotations

from PySide6.QtCore import Signal

from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.secret_field import SecretField
from workbench.ui.parts.shorten import shorten
from workbench.ui.parts.work_bar import WorkBar
from workbench.ui.views.desk import Desk
from workbench.ui.views.sign.signing_run import STEPS

MOST_OF_A_NAME = 24
"""Letters on the button; the passphrase needs room beside it."""


class SignRow(Panel):
    """The foot.

    Attributes:
        wanted: Emitted when everything is there and the person signs.
        left: Emitted when the person leaves without signing.
        stopped: Emitted when the person stops what is under way.
        secret: The passphrase.
        button: Signs.

    Args:
        desk: The window and its session.
        name: Who signs.
    """

    wanted = Signal()
    left = Signal()
    stopped = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        text = desk.language.text
        self._desk, self._text = desk, text
        self._others: list[str] = []
        self.secret = SecretField(
            text(N_("Passphrase of the key")), show_says=text(N_("Show what is typed")),
            hide_says=text(N_("Hide what is typed")),
        )  # fmt: skip
        words = text(N_("Sign as {name}"))
        self.button = Button(
            words.format(name=shorten(name, MOST_OF_A_NAME)), "primary", icon="signature", on_click=self._sign
        )
        self.button.setAccessibleName(words.format(name=name))
        self.leave_button = Button(text(N_("Leave")), tip=text(N_("Esc: nothing is written")))
        self._missing = Label("", "tiny", wrap=True)
        self._bar = WorkBar(text(N_("Stop")))
        buttons = column(22, row(self.leave_button, self.button), stretch(), gap=0)
        super().__init__(
            column(row((self.secret, 1), buttons, gap=10), self._missing, self._bar, margins=(22, 11, 22, 12), gap=7),
            role="footer",
        )
        self._bar.hide()
        self.leave_button.clicked.connect(self.left)
        self.secret.line.textChanged.connect(lambda _text: self.show_missing(self._others))
        self.secret.line.returnPressed.connect(self._sign)

    @property
    def missing(self) -> str:
        """What it says is missing; empty when nothing is."""
        return self._missing.text() if not self.button.isEnabled() else ""

    def show_missing(self, others: list[str]) -> None:
        """Say what is missing besides the passphrase; the button is off until nothing is."""
        self._others = others
        missing = [*others, *([] if self.secret.text else [self._text(N_("the passphrase"))])]
        self.button.setEnabled(not missing)
        if missing:
            said = self._text(N_("Still missing: {things}.")).format(things=", ".join(missing))
        else:
            said = self._text(N_("Esc leaves with nothing written. The passphrase is kept nowhere."))
        self._missing.setText(said)

    def show_step(self, step: int) -> None:
        """Say what is being done; below 0 nothing is."""
        busy = step >= 0
        self._missing.setVisible(not busy)
        self._bar.setVisible(busy)
        self.secret.setEnabled(not busy)
        self.leave_button.setEnabled(not busy)
        if not busy:
            self._bar.finish()
            self.show_missing(self._others)
            return
        self.button.setEnabled(False)
        can_stop = step < len(STEPS) - 1
        self._bar.begin(self._text(STEPS[step]), self.stopped.emit if can_stop else None)
        words = self._text(N_("Step {n} of {all}")).format(n=step + 1, all=len(STEPS))
        self._bar.show_progress(step, len(STEPS), words)

    def _sign(self) -> None:
        if self.button.isEnabled():
            self.wanted.emit()
