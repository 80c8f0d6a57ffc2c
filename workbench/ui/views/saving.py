"""Saving at once, and saving a version: a panel under the version's chip that says what it will be, and why.

Must not know any phase. What is written as the note stays when the panel is closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.popover import Popover
from workbench.ui.views.agree.open_points import Point, PointRow, points
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.services.versions import SavedVersion

MOST_POINTS = 3
LIMIT = 300
"""Letters of a note."""


class Saving(QObject):
    """The two ways to save.

    Args:
        desk: The window and its session.
        go: Brings a place of the agreement into view.
    """

    def __init__(self, desk: Desk, go: Callable[[str], object]) -> None:
        super().__init__(desk.window)
        self._desk, self._text, self._go = desk, desk.language.text, go
        self._note = ""
        self._field: QLineEdit | None = None
        self._refusal: Notice | None = None
        self._popover: Popover | None = None
        desk.session.agreement_closed.connect(self._forget)
        is_open = lambda: desk.session.current is not None  # noqa: E731  (said twice below)
        desk.window.registry.add(
            Action("draft.save", N_("Save now"), self.save_now, "Ctrl+S", icon="circle-check", enabled=is_open,
                   detail=N_("Everything is saved by itself; this does it at once")),
            Action("version.save", N_("Save a version"), self.open, "Ctrl+Shift+S", icon="bookmark-check",
                   enabled=is_open, keywords=N_("sign freeze number"),
                   detail=N_("Numbered, never changed again; for signature when nothing stands against it")),
        )  # fmt: skip

    def save_now(self) -> None:
        """Store what was typed, without waiting for quiet."""
        self._desk.session.make_safe(self._say_saved)

    def open(self) -> None:
        """Open the panel."""
        current = self._desk.session.current
        if current is None or self._popover is not None:
            return
        number = current.versions[-1].number + 1 if current.versions else 1
        self._field = QLineEdit(self._note)
        self._field.setMaxLength(LIMIT)
        self._field.setPlaceholderText(self._text(N_("Such as “As agreed in the workshop”")))
        label = Label(self._text(N_("Why is it saved?")), "label")
        label.setBuddy(self._field)
        self._field.setAccessibleName(label.text())
        self._field.textChanged.connect(self._keep)
        self._field.returnPressed.connect(self._save)
        self._refusal = Notice("error", "")
        self._refusal.hide()
        words = self._text(N_("Save version {n}")).format(n=number)
        button = Button(words, "primary", on_click=self._save, keys="↵")
        self._popover = Popover(
            words, *self._verdict(current), 4, label, self._field, self._refusal, row(stretch(), button),
            close_says=self._text(N_("Close")),
        )  # fmt: skip
        self._popover.destroyed.connect(self._closed)
        top = self._desk.window.top
        self._popover.open_at(top.findChild(Chip) or top)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _verdict(self, current: OpenAgreement) -> tuple[Item, ...]:
        """What the version will be, and what stands against signing."""
        if not current.differs_from_newest:
            number = current.versions[-1].number
            said = self._text(N_("The draft says the same as version {n}.")).format(n=number)
            return (Notice("hint", said),)
        against = [one for one in points(current.draft, self._desk.language) if one.severity == "error"]
        if not against:
            said = self._text(N_("Nothing stands against it. It cannot be changed afterwards, only followed."))
            return (Notice("ok", said, strong=self._text(N_("For signature."))),)
        count = len(against)
        said = self._desk.language.count(
            N_("{n} thing stands against signing:"), N_("{n} things stand against signing:"), count
        ).format(n=count)
        rows: list[Item] = [
            PointRow(point, self._desk.language, self._leave_for(point)) for point in against[:MOST_POINTS]
        ]
        if count > MOST_POINTS:
            rows.append(Label(self._text(N_("and {n} more")).format(n=count - MOST_POINTS), "tiny"))
        return (
            Notice("warning", said, strong=self._text(N_("A saved point, not for signature."))),
            column(*rows, gap=2),
        )

    def _leave_for(self, point: Point) -> Callable[[str], object]:
        def go(_path: str) -> None:
            self._close()
            self._go(point.path)

        return go

    def _keep(self, words: str) -> None:
        self._note = words

    def _save(self) -> None:
        if self._note.strip():
            self._desk.session.save_version(self._note, done=self._saved, failed=self._refused)
        else:
            self._refuse(self._text(N_("A version needs a note.")), self._text(N_("A few words are enough.")))

    def _saved(self, version: SavedVersion) -> None:
        self._note = ""
        self._close()
        signature = version.header.kind == "for_signature"
        template = N_("Version {n} is saved, for signature.") if signature else N_("Version {n} is saved as a point.")
        self._desk.session.told.emit(self._text(template).format(n=version.header.number))

    def _refused(self, error: WorkbenchError) -> None:
        self._refuse(error.message, error.hint)

    def _refuse(self, strong: str, text: str) -> None:
        if self._popover is None or self._refusal is None:
            return
        self._refusal.say("error", text, strong=strong)
        self._refusal.show()
        self._popover.fit()

    def _close(self) -> None:
        if self._popover is not None:
            self._popover.close_popover()

    def _closed(self) -> None:
        self._popover, self._field, self._refusal = None, None, None

    def _forget(self, _agreement: str) -> None:
        self._note = ""
        self._close()

    def _say_saved(self, stored: bool) -> None:
        if stored:
            self._desk.session.told.emit(self._text(N_("Saved.")))
