"""A row as a card that opens: its name and what it says while closed, its whole form when open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from workbench.base.language import N_, Language
from workbench.fields.issue import Issue
from workbench.ui.form.binder import Place
from workbench.ui.form.row_frame import RowActions, RowFrame
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.tool_button import ToolButton


class RowBody(Panel):
    """The form inside a card, as far as the card needs to know it."""

    def build(self) -> None:
        """Make the fields."""
        raise NotImplementedError

    def reveal(self, path: str) -> Place | None:
        """Make a place visible and answer it; nothing when it is not here."""
        raise NotImplementedError


class _Head(Panel):
    """The line that opens the card when it is pressed anywhere."""

    pressed = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or close."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class RowCard(RowFrame):
    """A card that opens.

    Args:
        key: The row's key.
        actions: What the tools do.
        language: Of the words.
        make: Makes the form inside, at the first opening.
        parent: The list.
    """

    opened = Signal(bool)
    """It was opened (True) or closed."""

    def __init__(
        self, key: str, actions: RowActions, language: Language, make: Callable[[], RowBody], parent: QWidget
    ) -> None:
        super().__init__(key, actions, language, parent, card="quiet")
        self._make = make
        self._body: RowBody | None = None
        self.toggle = ToolButton("chevron-right", "", on_click=self._turn)
        self._number = Label("", "muted", figures=True)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        sized(self._number, width=20)
        self.title, self.summary = ElidingLabel("", "strong"), ElidingLabel("", "muted")
        self._chip = Chip("", "warn")
        self._chip.setVisible(False)
        words = row((self.title, 0), (self.summary, 1), gap=10)
        self._line = row(
            self.toggle, self._number, 2, (words, 1), self._chip, self.more, self.bin, margins=(5, 4, 6, 4), gap=3
        )
        self._head = _Head(self._line)
        self._head.setCursor(Qt.CursorShape.PointingHandCursor)
        self._head.pressed.connect(self._turn)
        self._column = column(self._head, gap=0)
        self.setLayout(self._column)

    @property
    def is_open(self) -> bool:
        """Whether its form can be seen."""
        return self._body is not None and not self._inside.isHidden()

    def show_row(self, number: int, name: str) -> None:
        """Show the row's place in the list and what it is called."""
        super().show_row(number, name)
        self._number.setText(str(number))
        self.title.setText(name)
        self.setAccessibleName(f"{number}. {name}")
        self._say()

    def show_summary(self, words: str) -> None:
        """Show what the row says beyond its name."""
        self.summary.setText(words)

    def show_issues(self, issues: tuple[Issue, ...]) -> None:
        """Say how many places inside need somebody."""
        grave = any(issue.severity == "error" for issue in issues)
        words = self._language.text(N_("{n} to look at")).format(n=len(issues))
        self._chip.show_state(words, "warn" if grave else "idle")
        set_shown(self._chip, bool(issues))

    def put_first(self, widget: QWidget) -> None:
        """Put something before everything else on the card's line."""
        self._line.insertWidget(0, widget)

    def put_tool(self, widget: QWidget) -> None:
        """Put something before the tools on the card's line."""
        self._line.insertWidget(self._line.indexOf(self.more), widget)

    def open(self) -> None:
        """Show the form."""
        self._show_body(show=True)

    def first(self) -> QWidget:
        """The button that opens it."""
        return self.toggle

    def reveal(self, path: str) -> Place | None:
        """Open the card and make a place inside it visible."""
        self.open()
        return self._body.reveal(path) if self._body is not None else None

    def _turn(self) -> None:
        self._show_body(show=not self.is_open)

    def _show_body(self, *, show: bool) -> None:
        if show == self.is_open:
            return
        if self._body is None:
            self._body = self._make()
            self._inside = Panel(column(Rule(), self._body, margins=(16, 0, 16, 14), gap=12))
            self._inside.hide()
            self._column.put(self._inside)
            self._body.build()
        set_shown(self._inside, show)
        set_shown(self.summary, not show)
        self._say()
        self.opened.emit(show)

    def _say(self) -> None:
        text, name = self._language.text, self.title.text()
        says = text(N_("Close {row}") if self.is_open else N_("Open {row}")).format(row=name)
        self.toggle.show_icon("chevron-down" if self.is_open else "chevron-right", says)
