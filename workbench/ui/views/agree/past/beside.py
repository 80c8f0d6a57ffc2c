"""Brings past data beside the field being agreed: offers it, opens the panel, follows what is typed.

History is asked of the store once; each answer is worked out on a thread beside it from the draft as it is then. Must
not know how a promise is replayed or how the answer reads.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget
from shiboken6 import isValid

from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.targets import promised_at, target_part
from workbench.base.errors import NotFoundError, WorkbenchError
from workbench.base.language import N_
from workbench.ui.errands import Errands
from workbench.ui.form.draft import Draft, within
from workbench.ui.form.field_lines import FieldLines
from workbench.ui.form.layouts import Width
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from workbench.services.backtesting import FieldOnHistory, History
    from workbench.ui.form.section_page import SectionPage
    from workbench.ui.runner import Cancel, Report
    from workbench.ui.views.agree.past.panel import PastPanel

PAUSE_MS: Final = 200
"""So long after the last change the promise is replayed; no keystroke waits for it."""


class PastBeside(QObject):
    """Past data beside the fields of one agreement's sections; at most one panel at a time.

    Args:
        desk: The window and its session.
        owner: The sections' pages; when they go, nothing is asked any more.
        draft: What is edited.
        page: The section that is shown.
        show_place: Brings a place into view and puts the cursor there.
    """

    def __init__(
        self,
        desk: Desk,
        owner: QObject,
        draft: Draft,
        page: Callable[[], SectionPage | None],
        show_place: Callable[[str], object],
    ) -> None:
        super().__init__(owner)
        self._desk, self._draft, self._page, self._show_place = desk, draft, page, show_place
        self._errands = Errands(desk.session, self)
        self._panel: PastPanel | None = None
        self._path, self._wanted, self._visited = "", "", ""
        self._history: History | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        draft.changed.connect(self._on_changed)
        draft.issues_changed.connect(self._on_unread)
        desk.session.actuals_changed.connect(self._forget_history)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # there are no widgets without one
        application.focusChanged.connect(self._on_focus)

    # Offering it

    def offer(self, path: str, name: str, width: Width) -> QWidget | None:
        """What stands beside the label of a field that a promise is judged by; nothing for other fields."""
        if target_part(path) is None:
            return None
        text = self._desk.language.text
        says = text(N_("{field}, on past data (Ctrl+B)")).format(field=name)
        words = "" if width == "third" else text(N_("On past data"))
        made = ToolButton("calendar-clock", says, text=words, size=14, on_click=partial(self._press, path))
        made.setProperty("kind", "offer")
        policy = made.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)  # as tall as the label, so that fields stay in line
        made.setSizePolicy(policy)
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes from field to field; the keyboard has Ctrl+B
        return made

    @property
    def is_open(self) -> bool:
        """Whether a panel is open."""
        return self._panel is not None and isValid(self._panel)

    @property
    def panel(self) -> PastPanel | None:
        """The open panel."""
        return self._panel if self.is_open else None

    def toggle(self) -> None:
        """Open the panel of the field with the cursor, else of the last or first one that has any; or close it."""
        path = self._here()
        if self.is_open and path in {"", self._path}:
            self.close()
        elif path:
            self._press(path)
        else:
            words = N_("No promise on this page has a number yet. Add one to try it on past data.")
            self._desk.session.told.emit(self._desk.language.text(words))

    def _press(self, path: str) -> None:
        if self.is_open and path == self._path:
            self.close()
            return
        page = self._page()
        if page is not None and page.binder.place(path) is not None:
            self._open(path)
            self._show_place(path)

    def _here(self) -> str:
        """The field a panel would be opened for."""
        page = self._page()
        if page is None:
            return ""
        focused = QApplication.focusWidget()
        if self.is_open and self._panel is not None and self._panel.holds(focused):
            return self._path
        paths = [path for path in page.binder.paths() if target_part(path) is not None]
        if page.binder.current_path in paths:
            return page.binder.current_path
        return self._visited if self._visited in paths else next(iter(paths), "")

    # The panel

    def _open(self, path: str) -> None:
        from workbench.ui.views.agree.past.panel import PastPanel  # noqa: PLC0415  (on a wish)

        self.close(refocus=False)
        page = self._page()
        place = page.binder.place(path) if page is not None else None
        lines = _lines_of(place.editor.widget) if place is not None else None
        if page is None or place is None or lines is None:
            return
        self._path, self._wanted = path, ""
        registry = self._desk.window.registry
        self._panel = PastPanel(
            self._desk.language, self.close, lambda: registry.run("actuals.load"), self._choose
        )  # fmt: skip
        lines.put_below(place.editor.widget, self._panel)
        page.binder.arranged.emit()
        self._ask()

    def close(self, *, refocus: bool = True) -> None:
        """Close the panel; the cursor goes back to its field where it was in the panel."""
        panel, self._panel = self.panel, None
        self._pause.stop()
        if panel is None:
            return
        inside = panel.holds(QApplication.focusWidget())
        panel.hide()
        panel.deleteLater()
        page = self._page()
        if page is None:
            return
        place = page.binder.place(self._path)
        if refocus and inside and place is not None:
            place.editor.take_focus()
        page.binder.arranged.emit()

    def _choose(self, promise: str) -> None:
        self._wanted = promise
        self._ask()

    # Asking

    def _ask(self) -> None:
        panel, current = self.panel, self._desk.session.current
        if panel is None or current is None:
            return
        try:
            self._draft.value(self._path)
        except NotFoundError:  # its row was removed
            self.close()
            return
        if self._history is None:
            agreement = current.id
            self._errands.ask(
                lambda workbench: workbench.backtesting.history(agreement), self._on_history, self._on_refused,
                key="history",
            )  # fmt: skip
            return
        if self._history.is_empty:
            self._say_empty(panel)
            return
        job = partial(_replay, self._draft.root, self._history, self._path, self._wanted)
        self._errands.work(job, partial(self._on_answer, self._path), self._on_refused, key="replay")

    def _on_history(self, history: History) -> None:
        self._history = history
        self._ask()

    def _on_answer(self, path: str, found: FieldOnHistory) -> None:
        from workbench.ui.views.agree.past.words import told  # noqa: PLC0415  (with the answer)

        panel, history, text = self.panel, self._history, self._desk.language.text
        if panel is None or path != self._path or history is None:
            return
        past = found.past
        panel.show_promise(past.commitment if past is not None else None, found.promises)
        if past is None:
            panel.show_plain(text(N_("This promises nothing yet. Fill the row in to try it on past data.")))
        elif past.missing:
            words = text(N_("Import an export that has what is missing, or agree something that can be measured."))
            panel.show_trouble(words, past.obstacle.text(self._desk.language))
        elif past.obstacle:
            panel.show_plain(past.obstacle.text(self._desk.language))
        else:
            panel.show_words(told(past, self._draft.shown), self._foot(history, by_hand=not past.commitment.anchor))
        self._bring_into_view(panel)

    def _say_empty(self, panel: PastPanel) -> None:
        """Nothing is imported: say what to import, by the names of the columns."""
        from workbench.agreement.phrases import field_label  # noqa: PLC0415  (on this occasion)

        text, shown = self._desk.language.text, self._draft.shown
        promises = promised_at(commitments(self._draft.root), self._path)
        panel.show_promise(promises[0] if promises else None, promises)
        needs = ", ".join(field_label(one, shown) for one in promises[0].needs) if promises else ""
        words = N_("Import an export of the CRM with {columns}; then every number here can be tried.")
        if promises and not needs:
            words = N_("Import or enter its totals of past periods; then every number here can be tried.")
        elif not needs:
            words = N_("Import an export of the CRM; then every number here can be tried.")
        panel.show_trouble(text(words).format(columns=needs), text(N_("Nothing is imported yet.")))
        self._bring_into_view(panel)

    def _on_refused(self, error: WorkbenchError) -> None:
        if self.panel is not None:
            self.panel.show_plain(str(error))

    def _foot(self, history: History, *, by_hand: bool) -> str:
        """What it was tried on; and that what is typed now is no value, where it is none."""
        from workbench.ui.views.dates import full_day  # noqa: PLC0415  (with the answer)

        language = self._desk.language
        words = language.count(
            N_("Tried on {n} lead until {day}, whatever was agreed then."),
            N_("Tried on {n} leads until {day}, whatever was agreed then."),
            history.leads,
        )
        if by_hand:
            words = language.text(N_("Tried on what both teams entered until {day}, whatever was agreed then."))
        said = words.format(n=f"{history.leads:,}", day=full_day(history.as_of, language))
        if self._path in self._draft.unread:
            return language.text(N_("What is typed now is no value yet; this is for the one before.")) + " " + said
        return said

    # What happens meanwhile

    def _on_changed(self, _path: str) -> None:
        if self.is_open:
            self._pause.start()

    def _on_unread(self) -> None:
        if self.is_open and self._path in self._draft.unread:
            self._pause.start()

    def _forget_history(self, _agreement: str) -> None:
        self._history = None
        if self.is_open:
            self._pause.start()

    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        page = self._page()
        path = page.binder.current_path if page is not None and isValid(page) else ""
        if path and target_part(path) is not None:
            self._visited = path

    def _bring_into_view(self, panel: PastPanel) -> None:
        """The whole panel, where whoever typed is still at its field; once its layout has grown."""
        page = self._page()
        if page is not None and within(page.binder.current_path, self._path) and page.binder.current_path:
            QTimer.singleShot(0, panel, partial(page.bring_into_view, panel))


def _lines_of(widget: QWidget) -> FieldLines | None:
    """The lines of fields that an editor stands on; none for the cell of a table."""
    above = widget.parentWidget()
    return above if isinstance(above, FieldLines) else None


def _replay(
    content: Agreement, history: History, path: str, wanted: str, _report: Report, cancel: Cancel
) -> FieldOnHistory:  # fmt: skip
    """On a thread of its own."""
    from workbench.services.backtesting import field_on_history  # noqa: PLC0415  (loads numpy)

    cancel.check()
    return field_on_history(content, history, path, wanted)
