"""One file on its way in: it is read, matched and tried out at once; nothing is kept until somebody says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known
from workbench.ui.views.track.mapping.choices import Choices, begin, must_look, remembered_kind
from workbench.ui.views.track.mapping.dates import until_words
from workbench.ui.views.track.mapping.header_row import HeaderRow, header_row_for
from workbench.ui.views.track.mapping.hindrance import hindrance
from workbench.ui.views.track.mapping.keeping import keep_file
from workbench.ui.views.track.mapping.matching import Matching
from workbench.ui.views.track.mapping.saving import save_rejects
from workbench.ui.views.track.mapping.second_file import SecondFile
from workbench.ui.views.track.mapping.steps import Steps
from workbench.ui.views.track.mapping.waiting import ReadingState, RefusedState
from workbench.ui.views.track.names import Names

if TYPE_CHECKING:
    from workbench.services.foreign_file import Inspection
    from workbench.services.imported import ReadFile
    from workbench.services.profiles import FittingProfile

PAUSE_MS: Final = 250
"""So long nothing may change before the file is tried again."""


class ImportPage(QStackedWidget):
    """The import of one file.

    Attributes:
        left: Emitted when nothing was imported and the way back is wanted.
        changed: Emitted when what the status bar says has changed.

    Args:
        desk: The window and its session.
        names: Whether people are shown.
        known: The promises, and what earlier imports carried.
        file: The file.
        run: Runs an action of the window by its name.
    """

    left = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, names: Names, known: Known, file: Path, run: Callable[[str], object]) -> None:
        super().__init__()
        self._desk, self._names, self._known, self._file, self._run = desk, names, known, file, run
        self._text = desk.language.text
        self._first: Inspection | None = None
        self._seen: Inspection | None = None
        self._choices = Choices({})
        self._profile: FittingProfile | None = None
        self._sheet, self._header_row, self._kind = "", 0, ""
        self._headers: HeaderRow | None = None
        self._anew = self._taken = False
        self._tried: ReadFile | None = None
        self._matching: Matching | SecondFile | None = None
        self._steps = Steps(desk.session, known.agreement, file, known.zone, self)
        self._steps.looked.connect(self._on_looked)
        self._steps.tried.connect(self._on_tried)
        self._steps.failed.connect(self._on_failed)
        self._steps.progressed.connect(self._on_progress)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._go_on)
        names.changed.connect(self._show_choices)

    def begin(self) -> None:
        """Look at the file."""
        self._matching = self._headers = None  # they go with what is shown instead
        self._show(ReadingState(self._desk, self._file.name, self.leave))
        named = {"sheet": self._sheet, "header_row": self._header_row, "kind": self._kind}
        self._steps.look({key: value for key, value in named.items() if value} or None)

    @property
    def is_taken(self) -> bool:
        """Was it imported? The page stays until the next one is there."""
        return self._taken

    @property
    def tried(self) -> ReadFile | None:
        """What came of the last trial; nothing while there is none for what is decided now."""
        return self._tried

    def facts(self) -> list[str]:
        """What the status bar says of it: until when the file speaks."""
        said = until_words(self._tried, self._desk.language) if self._tried is not None else ""
        return [said] if said else []

    # What comes back

    def _on_looked(self, seen: Inspection, fitting: FittingProfile | None) -> None:
        self._seen = seen
        if self._first is None:
            kind = remembered_kind(seen, fitting)
            if kind != seen.kind and not (self._kind or self._anew):
                self._begin_anew(self._header_row, kind=kind)  # rows that look like leads and are calls, as last time
                return
            self._first, self._profile = seen, fitting if kind == seen.kind and not self._anew else None
            self._choices = begin(seen, self._known.needed, self._profile, sheet=self._sheet)
            self._build(seen)
            if must_look(self._seen, self._choices):
                self._steps.look(self._choices.mapping())
                return
        self._show_choices()
        self._try()

    def _on_tried(self, found: ReadFile) -> None:
        self._tried = found
        if self._matching is not None:
            self._matching.show_tried(found)
        self.changed.emit()

    def _on_failed(self, error: WorkbenchError) -> None:
        if self._first is None or self._matching is None:
            self._refuse(error)
            return
        self._matching.head.hinder(" ".join(part for part in (error.message, error.hint) if part))
        self._matching.wait(self._text(N_("Nothing can be imported like this.")))

    def _refuse(self, error: WorkbenchError) -> None:
        self._headers = header_row_for(error, self._desk.language, self._header_row, self._begin_anew)
        refused = RefusedState(self._desk, error, lambda: self._run("actuals.load"), self.left.emit, self._headers)
        self._show(refused)
        (refused if self._headers is None else self._headers).setFocus()

    def _on_progress(self, done: int, total: int) -> None:
        shown = self.currentWidget()
        if isinstance(shown, ReadingState):
            shown.show_progress(done, total)
        elif self._matching is not None:
            self._matching.foot.show_progress(done, total)

    # What is decided

    def _decide(self, choices: Choices) -> None:
        """Something was decided: show it, and try the file with it in a moment."""
        if choices == self._choices or self._taken:
            return
        self._choices, self._tried = choices, None
        self._steps.stop()
        self._show_choices()
        if self._matching is not None:
            self._matching.foot.begin(self._text(N_("Trying it out")))
        self._pause.start()

    def _go_on(self) -> None:
        if must_look(self._seen, self._choices):
            self._steps.look(self._choices.mapping())
        else:
            self._try()

    def _try(self) -> None:
        why = hindrance(self._seen, self._choices, self._desk.language)
        assert self._matching is not None  # built with the first look
        self._matching.head.hinder(why, grave=False)
        self._tried = None
        if why:
            self._matching.wait(self._text(N_("Not tried yet")))
            return
        self._matching.foot.begin(self._text(N_("Trying it out")))
        self._steps.try_out(self._choices.mapping())

    # What the person does

    def try_again(self) -> None:
        """Try the file out once more; nothing is kept."""
        if self._first is not None and not self._taken:
            self._pause.stop()
            self._go_on()

    def take(self) -> None:
        """Import what was tried out."""
        found, matching = self._tried, self._matching
        if found is None or matching is None or self._taken or not found.brings or self._pause.isActive():
            return
        self._taken = True
        matching.foot.keep()
        remembered = matching.name if not self._choices.is_own and self._first is not None else ""
        profile = (remembered, self._first, self._choices.mapping()) if remembered and self._first else None
        keep_file(self._desk, self._known.agreement, found, profile, self._on_kept_not)

    def _on_kept_not(self, error: WorkbenchError) -> None:
        self._taken = False
        self._on_failed(error)

    def go_to_dates(self) -> None:
        """Bring the keyboard to how the dates are read."""
        if self._matching is not None and not self._choices.is_own:
            self._matching.show_dates()

    def go_to_headers(self) -> None:
        """Bring the keyboard to the row of the headers."""
        if self._headers is not None:
            if self._matching is not None:
                self._matching.show_table()
            self._headers.take_focus()

    def leave(self) -> None:
        """Go without importing; what was under way is stopped."""
        self._pause.stop()
        self._steps.stop()
        self.left.emit()

    def save_rejects(self, target: Path | None = None) -> None:
        """Write the rows that are not taken; ask where, unless it is named."""
        if self._tried is not None:
            save_rejects(self._desk, self._tried, target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops what is under way, or goes back to the columns; it never ends the matching."""
        if event.key() == Qt.Key.Key_Escape and self._matching is not None:
            if self._steps.is_under_way:
                self._stop()
            else:
                self._matching.show_table()
            return
        super().keyPressEvent(event)

    def _stop(self) -> None:
        self._steps.stop()
        if self._matching is not None:
            self._matching.wait(self._text(N_("Stopped. F5 tries it out again.")))

    # The widgets

    def _build(self, seen: Inspection) -> None:
        page: type[Matching | SecondFile] = SecondFile if self._choices.kind == "totals" else Matching
        found = self._matching = page(
            self._desk, self._names, self._known, self._file.name, seen, self._profile, fixed=self._choices.is_own
        )  # fmt: skip
        found.other_wanted.connect(lambda kind: self._begin_anew(0, kind=kind))
        found.decided.connect(self._decide)
        found.begin_wanted.connect(lambda: self._begin_anew(0))
        found.head.sheet_chosen.connect(lambda sheet: self._begin_anew(0, sheet))
        self._headers = found.head.headers
        if self._headers is not None:
            self._headers.chosen.connect(self._begin_anew)
        found.head.forgotten.connect(self._on_forgotten)
        found.head.left.connect(self.leave)
        found.foot.save.clicked.connect(lambda: self.save_rejects())  # noqa: PLW0108  (`clicked` carries a bool)
        found.foot.take.clicked.connect(self.take)
        found.foot.stopped.connect(self._stop)
        self._show(found)
        found.setFocus()

    def _show(self, page: QWidget) -> None:
        gone = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        if gone is not None:
            self.removeWidget(gone)
            gone.deleteLater()

    def _show_choices(self) -> None:
        """Show what is decided now."""
        if self._first is not None and self._seen is not None and self._matching is not None:
            self._matching.show_choices(self._first, self._seen, self._choices)
            if self._tried is not None:
                self._matching.show_tried(self._tried)
            self.changed.emit()

    def _begin_anew(self, header_row: int, sheet: str = "", kind: str = "") -> None:
        self._steps.stop()
        self._sheet, self._header_row, self._first = sheet or self._sheet, header_row, None
        self._kind = kind or self._kind
        self.begin()

    def _on_forgotten(self) -> None:
        if self._profile is not None:
            name = self._profile.profile.name
            self._desk.session.ask(lambda workbench: workbench.actuals.profiles.forget(name))
        self._anew, self._first = True, None
        self.begin()
