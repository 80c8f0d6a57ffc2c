"""Skipping a section: asks for one line why, and afterwards says so and offers to take it up again.

Must not know where the state is kept.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from workbench.base.language import N_, Language
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.notice import Notice

LIMIT = 200
"""Letters of a reason that fit on a line of the document."""


class Skipping(Panel):
    """A strip above the form; hidden while the section is neither skipped nor about to be.

    Args:
        language: Of the window.
        skip: Called with the reason.
        resume: Takes the section up again.
    """

    def __init__(self, language: Language, skip: Callable[[str], object], resume: Callable[[], object]) -> None:
        text = language.text
        self._skip = skip
        self._do = Button(text(N_("Skip this section")), "primary", on_click=self._done)
        self._do.setEnabled(False)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LIMIT)
        self.reason.setPlaceholderText(text(N_("Such as “No nurture programme yet; review in May”")))
        self.reason.returnPressed.connect(self._done)
        self.reason.textChanged.connect(lambda words: self._do.setEnabled(bool(words.strip())))
        label = Label(text(N_("Why is this section skipped?")), "h2")
        label.setBuddy(self.reason)
        self.reason.setAccessibleName(label.text())
        help_ = Label(text(N_("Prints in place of the section. Nothing in it is demanded then.")), "tiny")
        cancel = Button(text(N_("Cancel")), on_click=self.cancel)
        self._asking = Card(label, self.reason, help_, row(stretch(), cancel, self._do), gap=7)
        self._notice = Notice(
            "none", "",
            actions=(Button(text(N_("Change the reason")), on_click=self.ask),
                     Button(text(N_("Take it up again")), on_click=resume)),
        )  # fmt: skip
        self._strong = text(N_("Skipped."))
        self._said = ""
        super().__init__(column(self._asking, self._notice, gap=0))
        self._asking.hide()
        self.hide()

    def follow(self, reason: str | None) -> None:
        """As `show_reason`, but whoever is being asked is not interrupted: what is typed would be lost."""
        if self._asking.isHidden():
            self.show_reason(reason)

    def show_reason(self, reason: str | None) -> None:
        """Say that the section is skipped and why; nothing where it is not skipped."""
        self._said = reason or ""
        self._asking.hide()
        self._notice.say("none", self._said or self._strong, strong=self._strong if self._said else "")
        self._notice.setVisible(reason is not None)
        self.setVisible(reason is not None)

    def ask(self) -> None:
        """Ask for the reason."""
        self._notice.hide()
        self.reason.setText(self._said)
        self._asking.show()
        self.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def cancel(self) -> None:
        """Leave it as it was."""
        self.show_reason(self._said or None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it as it was."""
        if event.key() == Qt.Key.Key_Escape and self._asking.isVisible():
            self.cancel()
            return
        super().keyPressEvent(event)

    def _done(self) -> None:
        if self.reason.text().strip():
            self._asking.hide()
            self._skip(self.reason.text().strip())
