"""A label that gives way instead of widening the window; the whole text is in its tooltip."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent

from workbench.ui.parts.label import Label, Role, Tone

LEAST_WIDTH = 24


class ElidingLabel(Label):
    """One line of words that is cut with an ellipsis where there is no room.

    Args:
        text: What it says.
        role: Size and weight.
        tone: Colour, where it differs from the role's.
        middle: Cut in the middle, for file names, whose end matters.
        figures: Tabular figures.
    """

    def __init__(
        self,
        text: str = "",
        role: Role | Literal[""] = "",
        *,
        tone: Tone = "",
        middle: bool = False,
        figures: bool = False,
    ) -> None:
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        super().__init__(text, role, tone=tone, figures=figures)

    def elided(self) -> bool:
        """Is part of the text not shown?"""
        return self._shown() != self.text()

    def minimumSizeHint(self) -> QSize:
        """Nearly nothing: it can always give way."""
        return QSize(min(LEAST_WIDTH, super().sizeHint().width()), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.WindowText))
        painter.drawText(self.contentsRect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, self._shown())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text where it is cut."""
        super().resizeEvent(event)
        self._hint()

    def showEvent(self, event: QShowEvent) -> None:
        """Only what is seen needs a tooltip."""
        super().showEvent(event)
        self._hint()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another width."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._hint()

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._hint()

    def _shown(self) -> str:
        return self.fontMetrics().elidedText(self.text(), self._mode, self.contentsRect().width())

    def _hint(self) -> None:
        if not self.isVisible():
            return
        tip = self.text() if self.elided() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
