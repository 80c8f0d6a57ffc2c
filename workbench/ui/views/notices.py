"""What concerns the whole window, above its pages: not saved, changed elsewhere, refused, stopped the last time.

Each says what is the matter and what to do. Must not know pages.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.views.desk import Desk
from workbench.ui.views.wall_clock import wall_clock

if TYPE_CHECKING:
    from workbench.ui.parts.button import Button
    from workbench.ui.parts.layout import Panel
    from workbench.ui.parts.notice import Grade, Notice


class Strip:
    """A notice over the whole width of the window; made when it first has something to say.

    Args:
        desk: The window.
        actions: Words and what they do, a button each.
    """

    def __init__(self, desk: Desk, *actions: tuple[str, Callable[[], object]]) -> None:
        self._desk, self._actions = desk, actions
        self._notice: Notice | None = None
        self._panel: Panel | None = None
        self.buttons: list[Button] = []

    def say(self, grade: Grade, strong: str, text: str) -> None:
        """Say it, and be seen."""
        if self._notice is None or self._panel is None:
            self._notice, self._panel = self._make(grade)
        self._notice.say(grade, text, strong=strong)
        self._panel.show()

    def hide(self) -> None:
        """It is settled."""
        if self._panel is not None:
            self._panel.hide()

    def _make(self, grade: Grade) -> tuple[Notice, Panel]:
        from workbench.ui.parts.button import Button  # noqa: PLC0415  (seldom anything is the matter)
        from workbench.ui.parts.layout import Panel, column  # noqa: PLC0415
        from workbench.ui.parts.notice import Notice  # noqa: PLC0415

        self.buttons = [Button(self._desk.language.text(words), on_click=act) for words, act in self._actions]
        notice = Notice(grade, "", actions=tuple(self.buttons))
        panel = Panel(column(notice, margins=(12, 8, 12, 0)), role="page")
        self._desk.window.add_notice(panel)
        return notice, panel


class Notices(QObject):
    """The window's notices.

    Args:
        desk: The window and its session.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._text = desk, desk.language.text
        self._wants_to_close = False
        self._unsaved = Strip(
            desk,
            (N_("Try again"), self._save),
            (N_("Keep a copy as a file…"), self._keep_copy),
            (N_("Close without saving"), self._close_anyway),
        )
        self._conflict = Strip(desk, (N_("Keep mine"), self._keep_mine), (N_("Take the other"), self._take))
        self._refused = Strip(desk, (N_("Close"), self.dismiss))
        self._stopped = Strip(desk, (N_("Good"), self._forget_stop))
        session = desk.session
        session.saved_changed.connect(self._on_saved)
        session.conflict_changed.connect(self._on_conflict)
        session.refused.connect(self.refuse)
        session.agreement_opened.connect(lambda _agreement: self._on_conflict())
        session.agreement_closed.connect(lambda _agreement: self._settle())
        session.library_opened.connect(self._on_opened)

    def refuse(self, error: WorkbenchError) -> None:
        """Say why something could not be done, and what helps."""
        self._refused.say("warning", error.message, error.hint)

    def dismiss(self) -> None:
        """Take the last refusal away."""
        self._refused.hide()

    def _forget_stop(self) -> None:
        self._stopped.hide()

    def want_to_close(self) -> None:
        """The person wants to close, and not everything is stored: offer to close all the same if it cannot be."""
        self._wants_to_close = True
        self._on_saved()

    def _on_saved(self) -> None:
        current = self._desk.session.current
        error = current.saving.error if current is not None else None
        if error is None:
            if current is None or current.saving.state == "saved":
                self._settle()
            return
        if current is not None and current.theirs is None:  # a conflict has a notice of its own
            kept = self._text(N_("Your text is safe in this window as long as it is open."))
            self._unsaved.say("error", self._text(N_("Not saved.")), f"{error.message} {error.hint} {kept}")
            self._unsaved.buttons[-1].setVisible(self._wants_to_close)

    def _settle(self) -> None:
        self._unsaved.hide()
        self._wants_to_close = False

    def _on_conflict(self) -> None:
        current = self._desk.session.current
        if current is None or current.theirs is None:
            self._conflict.hide()
            return
        self._unsaved.hide()
        when = current.theirs.saved_at.astimezone(wall_clock(self._desk.session))
        self._conflict.say(
            "warning",
            self._text(N_("This draft was changed somewhere else at {time}.")).format(time=f"{when:%H:%M}"),
            self._text(N_("Your text is in this window. Whichever you take, undo brings the other back.")),
        )

    def _on_opened(self) -> None:
        if self._desk.session.unclean and self._desk.session.listing.lines:
            self._desk.session.unclean = False
            self._stopped.say(
                "hint",
                self._text(N_("SLA Workbench was stopped in the middle the last time.")),
                self._text(N_("Everything that was saved is here.")),
            )

    def _save(self) -> None:
        if self._desk.session.current is not None:
            self._desk.session.current.save_now()

    def _keep_mine(self) -> None:
        if self._desk.session.current is not None:
            self._desk.session.current.keep_mine()

    def _take(self) -> None:
        if self._desk.session.current is not None:
            self._desk.session.current.take_theirs()

    def _keep_copy(self) -> None:
        from workbench.ui.views.choosing import file_to_write  # noqa: PLC0415  (on a click)
        from workbench.ui.views.exporting import file_name  # noqa: PLC0415

        current = self._desk.session.current
        if current is None:
            return
        title = self._text(N_("Keep a copy of this draft"))
        name = file_name(current.agreement.title, ".json")
        chosen = file_to_write(self._desk, title, name, "Agreement JSON (*.json)")
        if chosen is not None:
            self.write_copy(chosen)

    def write_copy(self, target: Path) -> None:
        """Write the draft as it is in this window to a file; the library is not asked."""
        from workbench.services.drafting import write_draft  # noqa: PLC0415  (on a click)

        current = self._desk.session.current
        if current is not None:
            content = current.agreement
            said = self._text(N_("Written to {file}")).format(file=target)
            self._desk.session.work(
                lambda _report, _cancel: write_draft(content, target),
                done=lambda _sha256: self._desk.session.told.emit(said),
            )

    def _close_anyway(self) -> None:
        self._desk.window.keep_open = None
        self._desk.window.close()
