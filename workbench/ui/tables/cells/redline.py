"""One clause as it changed: removed words struck through, inserted ones underlined, what happened said on a chip.

Gets the runs from outside; must not know how texts are compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from workbench.ui.tables.cell import CellState
from workbench.ui.tables.cells.chips import draw_chip
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import Ink
from workbench.ui.theme.look import Look

NUMBER_WIDTH, EDGE, HEAD, LINE_HEIGHT = 42, 24, 25, 145.0
Run = tuple[Literal["same", "removed", "inserted"], str]
_CHIP = {
    "changed": ("pencil-line", "idle"),
    "added": ("plus", "inserted"),
    "removed": ("minus", "removed"),
    "moved": ("arrow-right", "idle"),
}


@dataclass(frozen=True)
class RedlineCell:
    """A clause before and after.

    Attributes:
        number: The clause's number.
        title: Its heading.
        change: `changed`, `added`, `removed` or `moved`.
        change_word: The same in the language.
        runs: The text in order, each run as it is.
        said: "deleted" and "inserted" in the language, spoken before such runs.
    """

    number: str
    title: str
    change: str
    change_word: str
    runs: Sequence[Run]
    said: tuple[str, str] = ("deleted", "inserted")

    def words(self) -> str:
        """The clause with its changes spoken out."""
        before = {"same": "", "removed": f"{self.said[0]}: ", "inserted": f"{self.said[1]}: "}
        return f"{self.number} {self.title}, {self.change_word}. " + "".join(
            before[kind] + text for kind, text in self.runs
        )

    def height(self, look: Look, width: int) -> int:
        """What the lines need."""
        return round(self._document(look, self._room(look, width)).size().height()) + look.px(HEAD + 26)

    def draw(self, ink: Ink, rect: QRectF, state: CellState) -> None:
        """Draw."""
        px = ink.px
        x, y = rect.left() + px(EDGE), rect.top() + px(12)
        icon, tone = _CHIP[self.change]
        ground = "surface" if state.selected and tone == "idle" else None
        chip = draw_chip(
            ink, rect.right() - px(EDGE), y + px(10), self.change_word, tone, icon=icon, ground=ground, from_right=True
        )
        ink.text(QRectF(x, y, px(NUMBER_WIDTH), px(20)), self.number, color="sub", figures=True)
        title = QRectF(x + px(NUMBER_WIDTH), y, rect.width() - px(2 * EDGE + NUMBER_WIDTH) - chip - px(8), px(20))
        ink.text(title, self.title, weight=SEMIBOLD)
        document = self._document(ink.look, self._room(ink.look, int(rect.width())))
        ink.painter.save()
        ink.painter.translate(x + px(NUMBER_WIDTH), y + px(HEAD))
        document.drawContents(ink.painter)
        ink.painter.restore()

    @staticmethod
    def _room(look: Look, width: int) -> int:
        return max(look.px(120), width - look.px(2 * EDGE + NUMBER_WIDTH))

    def _document(self, look: Look, width: int) -> QTextDocument:
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setDefaultFont(look.font(14))
        made.setTextWidth(width)
        cursor = QTextCursor(made)
        block = QTextBlockFormat()
        block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        for kind, text in self.runs:
            style = QTextCharFormat()
            if kind == "same":
                style.setForeground(look.color("text"))
            else:
                style.setForeground(look.color(kind))
                style.setBackground(look.color(f"{kind}_soft"))
                style.setFontStrikeOut(kind == "removed")
                style.setFontUnderline(kind == "inserted")
                style.setFontWeight(MEDIUM)
            cursor.insertText(text, style)
        return made
