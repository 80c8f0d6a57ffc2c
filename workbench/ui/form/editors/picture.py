"""The editor of a small picture: shows it, and takes it away. Where pictures come from is the page's own matter.

A stored picture may have come from anywhere, so its size is looked at before it is decoded. Must not know files.
"""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from workbench.base.language import N_
from workbench.fields.declare import Field
from workbench.fields.pictures import picture_bytes
from workbench.ui.form.editors.editor import Editor, Surroundings
from workbench.ui.parts.button import Button
from workbench.ui.parts.layout import Panel, row, stretch
from workbench.ui.theme.theme import theme

MOST_PIXELS = 4_000_000
WIDE, HIGH = 150, 46


class PictureEditor(Editor):
    """The picture, and a button to take it away."""

    fills: ClassVar[bool] = False

    def __init__(self, field: Field, surroundings: Surroundings, parent: QWidget) -> None:
        self._value = ""
        text = surroundings.shown.language.text
        self._none, self._unreadable = text(N_("None chosen")), text(N_("It cannot be shown"))
        self._seen = QLabel(self._none)
        self._remove = Button(text(N_("Remove")), "link", icon="x", on_click=self._take_away)
        held = Panel(row(self._seen, self._remove, stretch(), gap=12))
        held.setParent(parent)
        super().__init__(field, surroundings, held, self._remove)
        self._remove.hide()

    def name(self, words: str) -> None:
        """The button says what it removes."""
        remove = self.surroundings.shown.language.text(N_("Remove: {what}")).format(what=words)
        self._remove.setAccessibleName(remove)

    def show_value(self, value: Any) -> None:
        """Show the picture."""
        self._value = str(value or "")
        self._remove.setVisible(bool(self._value))
        image = _decoded(picture_bytes(self._value)) if self._value else None
        if image is None:
            self._seen.setPixmap(QPixmap())
            self._seen.setText(self._unreadable if self._value else self._none)
            return
        look = theme().look
        room = QSize(look.px(WIDE), look.px(HIGH))
        kept = Qt.AspectRatioMode.KeepAspectRatio
        self._seen.setPixmap(QPixmap.fromImage(image).scaled(room, kept, Qt.TransformationMode.SmoothTransformation))

    def value(self) -> str:
        """The picture as its field has it."""
        return self._value

    def _take_away(self) -> None:
        self.show_value("")
        self.changed.emit()


def _decoded(data: bytes) -> QImage | None:
    """The picture; nothing where it cannot be read, or claims to be huge."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    image = reader.read()
    return None if image.isNull() else image
