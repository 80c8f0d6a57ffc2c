"""The editor of text as tall as its text: prose, lists with one entry a line, and one line that wraps in a column."""

from __future__ import annotations

import math
import re
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QMimeData, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from workbench.fields.declare import Field
from workbench.fields.words import TextKind, TextsKind
from workbench.ui.form.editors.editor import Editor, Surroundings

_MOST_LINES = 14
_SHORT_LIMIT = 700
_ROUNDING = 2
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}

_WHEN_NEEDED = Qt.ScrollBarPolicy.ScrollBarAsNeeded
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


class GrowingText(QPlainTextEdit):
    """A text box that is as tall as its text between two numbers of lines. Tab leaves it.

    Args:
        parent: Qt's owner.
        least_lines: As tall as so many lines at least.
        one_line: What is typed is one line, however many it takes on the screen: Enter adds none.
    """

    def __init__(self, parent: QWidget, least_lines: int, *, one_line: bool = False) -> None:
        self._least, self._one_line = least_lines, one_line
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def sizeHint(self) -> QSize:
        """As tall as the text."""
        written = round(self.document().size().height())
        lines = max(self._least, min(_MOST_LINES, written))
        chrome = self.height() - self.viewport().height() if self.isVisible() else 2 * self.frameWidth() + 10
        line = math.ceil(QFontMetricsF(self.font()).lineSpacing())  # as the text's layout rounds it
        tall = lines * line + 2 * round(self.document().documentMargin()) + chrome + _ROUNDING
        return QSize(super().sizeHint().width(), tall)

    def minimumSizeHint(self) -> QSize:
        """Never shorter than the text."""
        return QSize(60, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is not the text's in one line."""
        if self._one_line and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Lines that are pasted into one line follow each other."""
        if self._one_line and source.hasText():
            self.insertPlainText(" ".join(source.text().split("\n")))
            return
        super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()
        if self.sizeHint().height() != self.height():  # asked again after the layout's pass, which may not hear it
            QTimer.singleShot(0, self, self._fit)

    def changeEvent(self, event: QEvent) -> None:
        """Another scale has other lines."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        long = round(self.document().size().height()) > _MOST_LINES
        self.setVerticalScrollBarPolicy(_WHEN_NEEDED if long else _NEVER)
        if self.sizeHint().height() != self.height():
            self.updateGeometry()


class ProseEditor(Editor):
    """A text box that parses its text by the field's kind.

    Attributes:
        box: The text box.
    """

    keeps_prefix: ClassVar[bool] = True

    def __init__(self, field: Field, surroundings: Surroundings, parent: QWidget, *, least_lines: int = 0) -> None:
        """An empty box; as tall as the field's limit suggests unless a number of lines is given."""
        kind = field.kind
        long = isinstance(kind, TextKind) and kind.limit > _SHORT_LIMIT
        one_line = isinstance(kind, TextKind) and not kind.lines
        self.box = GrowingText(parent, least_lines or (3 if long else 2), one_line=one_line)
        super().__init__(field, surroundings, self.box)
        if isinstance(kind, TextKind):
            self.keeps_prefix = not kind.pattern  # type: ignore[misc]  # one box serves kinds of both sorts
        example = surroundings.shown.language.text(field.example)
        if isinstance(field.kind, TextsKind):
            example = re.sub(r"[;,] " if field.kind.data_values else "; ", "\n", example)
        self.box.setPlaceholderText(example.split("\n")[0] if least_lines == 1 else example)
        self.box.textChanged.connect(self.changed)

    def show_value(self, value: Any) -> None:
        """The value as a person would type it."""
        self.show_text(self.field.kind.edit_text(value, self.surroundings.shown))

    def value(self) -> Any:
        """What the typed text means."""
        return self.field.kind.parse(self.text(), self.surroundings.shown)

    def text(self) -> str:
        """What is typed; Qt's own plain text would lose the spaces that must not break."""
        return self.box.document().toRawText().translate(_LINE_ENDS)

    def show_text(self, text: str) -> None:
        """Show a text as it is."""
        if text != self.text():
            with QSignalBlocker(self.box):
                self.box.setPlainText(text)
