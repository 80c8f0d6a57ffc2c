"""The library that cannot be opened: why, what helps, another try, and its last backup where it is damaged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from workbench.base.errors import DamagedError, WorkbenchError
from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import row, stretch
from workbench.ui.views.dates import full_day
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from workbench.services.keeping import KeptCopy


class RefusedPage(EmptyState):
    """One sentence why, one what to do, and buttons that do it.

    Args:
        desk: The window and its session.
        error: Why the library was refused.
    """

    def __init__(self, desk: Desk, error: WorkbenchError) -> None:
        text = desk.language.text
        self._desk, self._text = desk, text
        self._backup: KeptCopy | None = None
        again = Button(text(N_("Try again")), "primary", icon="refresh-cw", on_click=desk.session.retry)
        self._back = Button(text(N_("Put back the last backup")), icon="history", on_click=self._put_back)
        self._back.hide()
        self._what = Label(error.hint, "body", wrap=True)
        self._what.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        is_damaged = isinstance(error, DamagedError)
        super().__init__(
            text(N_("This library cannot be opened")), error.message, self._what, 14,
            row(stretch(), self._back, again, stretch()), icon="octagon-alert" if is_damaged else "lock-keyhole",
        )  # fmt: skip
        self.setFocusProxy(again)
        if is_damaged:
            looking = desk.session.find_backup(self._offer)
            self.destroyed.connect(lambda: looking.stop())  # noqa: PLW0108  (`destroyed` carries the page)

    def _offer(self, found: KeptCopy | None) -> None:
        if found is None:
            return
        self._backup = found
        at = found.at.astimezone(self._desk.session.now().tzinfo)
        words = self._text(N_("Put back the backup of {day}, {time}"))
        self._back.show_text(words.format(day=full_day(at.date(), self._desk.language), time=f"{at:%H:%M}"))
        self._back.show()
        self._what.setText(self._text(N_("The last backup can take its place. What is there now is set aside.")))

    def _put_back(self) -> None:
        if self._backup is not None:
            self._desk.session.put_back(self._backup.path, self._say_where)

    def _say_where(self, aside: Path | None) -> None:
        if aside is not None:
            words = self._text(N_("The backup is back. What was there is kept as {file}."))
            self._desk.session.told.emit(words.format(file=aside.name))
