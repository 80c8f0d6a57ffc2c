"""Ties editors to places of a draft: typing goes in, notices come back, issues appear where they are.

The only way back to an editor is `refresh`. Must not know layouts, cards or pages.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from workbench.base.errors import NotFoundError
from workbench.fields.issue import Severity
from workbench.fields.kind import BadText
from workbench.ui.form.draft import Draft, within
from workbench.ui.form.editors.editor import Editor
from workbench.ui.form.keys import FieldKeys

PAUSE_MILLISECONDS = 700
"""How long typing that does not parse may rest before its message appears."""

_GRAVE: Final[dict[Severity, int]] = {"error": 0, "warning": 1, "hint": 2}
_NOTHING: Final = object()


class Note(Protocol):
    """What shows the eye, beside an editor, how its place stands."""

    def show_problem(self, severity: Severity | None, message: str) -> None:
        """Show a problem's sentence, or none."""
        ...

    def show_empty(self, empty: bool) -> None:
        """Whether the place is still to be answered."""
        ...


@dataclass(eq=False)
class Place:
    """One bound place.

    Attributes:
        path: Written path in the draft.
        editor: What edits it.
        note: What shows its problem to the eye.
        base: The value when the present stretch of typing began.
        bad: The message for text that does not parse; empty when it does.
        told: Whether that message is shown already.
        visited: Whether a person has been here and left.
        problem: The sentence that is shown; empty for none.
    """

    path: str
    editor: Editor
    note: Note | None
    base: Any = _NOTHING
    bad: str = ""
    told: bool = False
    visited: bool = False
    problem: str = ""


class Binder(QObject):
    """Holds the places of one page.

    Attributes:
        draft: What is edited.
        insist: Whether missing answers are shown as issues even where nobody has been yet.
    """

    left = Signal(str)
    """A person left a field: its path."""

    arranged = Signal()
    """Editors came, went or changed places."""

    def __init__(self, draft: Draft, parent: QObject | None = None, *, pause: int = PAUSE_MILLISECONDS) -> None:
        """Bind nothing yet.

        Args:
            draft: What is edited.
            parent: Qt's owner; the page, once it is made.
            pause: Milliseconds before the message for unread text appears.
        """
        super().__init__(parent)
        self.draft = draft
        self.insist = False
        self._places: dict[str, Place] = {}
        self._by_widget: dict[QWidget, Place] = {}
        self._writing: Place | None = None
        self._current: Place | None = None
        self._currency = draft.shown.currency
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self._tell)
        self._keys = FieldKeys(draft.stack.undo, draft.stack.redo, self._restore, self._holds_unread, self)
        draft.changed.connect(self.refresh)
        draft.issues_changed.connect(self.refresh_issues)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # there are no widgets without one
        application.focusChanged.connect(self._focus_moved)

    def bind(self, path: str, editor: Editor, note: Note | None = None) -> Place:
        """Tie an editor to a path and show what is there.

        Raises:
            NotFoundError: Nothing is at the path.
        """
        place = Place(path, editor, note)
        self._places[path] = place
        self._by_widget[editor.widget] = place
        editor.changed.connect(partial(self._edited, place))
        self._fill(place)
        self._show_problem(place)
        return place

    def unbind(self, path: str) -> None:
        """Forget the places at and inside a path; their widgets may then go away."""
        for place in [place for place in self._places.values() if within(place.path, path)]:
            del self._places[place.path]
            self._by_widget.pop(place.editor.widget, None)
            if place is self._current:
                self._current = None
                self._pause.stop()
                self._keys.watch(None)

    def place(self, path: str) -> Place | None:
        """What is bound at exactly a path."""
        return self._places.get(path)

    @property
    def current_path(self) -> str:
        """The place with the cursor; empty for none."""
        return self._current.path if self._current else ""

    def paths(self) -> tuple[str, ...]:
        """Every bound path, in the order of binding."""
        return tuple(self._places)

    def refresh(self, path: str) -> None:
        """Show what the draft holds at, inside and around a path; the only way back to an editor."""
        for place in tuple(self._places.values()):
            if self._places.get(place.path) is not place:
                continue  # a list dropped the row it was in
            if within(place.path, path):
                if place is not self._writing:
                    self._fill(place)
                    self._show_problem(place)
            elif within(path, place.path):
                place.editor.inside_changed(path)
        self._refresh_surroundings(path)

    def refresh_issues(self) -> None:
        """Show the issues as they are now."""
        for place in tuple(self._places.values()):
            if place.problem or place.editor.has_inside or self.draft.issues_at(place.path):
                self._show_problem(place)

    def leave(self) -> None:
        """End typing in the field that has the focus: show its value in normal form, or what is wrong with it."""
        place, self._current = self._current, None
        self._pause.stop()
        if place is None or not isValid(place.editor.widget):
            return  # a page that goes away takes the focus from its fields one by one
        place.visited, place.base = True, _NOTHING
        place.told = bool(place.bad)
        if not place.bad:
            self._fill(place)
        self._show_problem(place)
        self.draft.seal()
        self.left.emit(place.path)

    def _edited(self, place: Place) -> None:
        if place.base is _NOTHING:
            place.base = self.draft.value(place.path)
        try:
            value = place.editor.value()
        except BadText as problem:
            self._refuse(place, str(problem))
            return
        place.bad, place.told = "", False
        self.draft.drop_unread(place.path)
        self._write(place, value)
        self._show_problem(place)

    def _refuse(self, place: Place, message: str) -> None:
        """Keep the text in the editor; the value goes back unless what was typed so far is worth keeping."""
        if not place.editor.keeps_prefix:
            self._write(place, place.base)
        place.bad = message
        self.draft.keep_unread(place.path, place.editor.text())
        if place.told or place is not self._current:
            place.told = True
            self._show_problem(place)
        else:
            self._pause.start()

    def _write(self, place: Place, value: Any) -> None:
        self._writing = place
        try:
            self.draft.set(place.path, value)
        finally:
            self._writing = None

    def _fill(self, place: Place) -> None:
        text = self.draft.unread.get(place.path)
        place.base = _NOTHING
        if text is None:
            place.bad, place.told = "", False
            with suppress(NotFoundError):  # its row has gone; whoever made the form takes it away
                place.editor.show_value(self.draft.value(place.path))
            return
        place.editor.show_text(text)
        try:
            place.editor.value()
        except BadText as problem:
            place.bad, place.told = str(problem), True

    def _refresh_surroundings(self, path: str) -> None:
        currency = self.draft.shown.currency
        other_money, self._currency = currency != self._currency, currency
        for place in tuple(self._places.values()):
            if other_money or any(within(path, to) or within(to, path) for to in place.editor.refers_to()):
                place.editor.refresh_surroundings()

    def _show_problem(self, place: Place) -> None:
        severity, message = self._problem(place)
        place.problem = message
        place.editor.show_problem(severity, message)
        if place.note is not None:
            place.note.show_problem(severity, message)
            place.note.show_empty(self._is_empty(place) and not place.bad)
        if place.editor.has_inside:
            place.editor.show_inside(self.draft.issues_inside(place.path))

    def _problem(self, place: Place) -> tuple[Severity | None, str]:
        if place.bad:
            return ("error", place.bad) if place.told else (None, "")
        issues = sorted(self.draft.issues_at(place.path), key=lambda issue: _GRAVE[issue.severity])
        if not issues or not (self.insist or place.visited or not self._is_empty(place)):
            return None, ""
        language = self.draft.shown.language
        return issues[0].severity, " ".join(dict.fromkeys(issue.message(language) for issue in issues))

    def _is_empty(self, place: Place) -> bool:
        try:
            return place.editor.field.kind.is_empty(self.draft.value(place.path))
        except NotFoundError:
            return True

    def _tell(self) -> None:
        if self._current is not None and self._current.bad:
            self._current.told = True
            self._show_problem(self._current)

    def _holds_unread(self) -> bool:
        return self._current is not None and bool(self._current.bad)

    def _restore(self) -> bool:
        """Take back typed text that is no value."""
        place = self._current
        if place is None or not place.bad:
            return False
        self.draft.drop_unread(place.path)
        self._fill(place)
        self._show_problem(place)
        return True

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        place = self._place_of(new)
        if place is not self._current:
            self.leave()
            self._current = place
        self._keys.watch(new if place is not None else None)

    def _place_of(self, widget: QWidget | None) -> Place | None:
        while widget is not None:
            place = self._by_widget.get(widget)
            if place is not None:
                return place
            widget = widget.parentWidget()
        return None
