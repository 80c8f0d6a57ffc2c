"""One cell of the matrix: what one person is in one activity. A letter key sets it, the arrows go on.

Must not know drafts.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.agreement.raci import LETTERS, Letter
from workbench.base.language import N_, Language
from workbench.ui.theme.fonts import BOLD
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

WORDS: Final[dict[Letter, str]] = {
    "A": N_("Accountable"), "R": N_("Responsible"), "C": N_("Consulted"), "I": N_("Informed"),
}  # fmt: skip
LOOKS: Final[dict[Letter, tuple[str, str, str | None]]] = {
    "A": ("accent", "on_accent", None),
    "R": ("accent_soft", "accent_text", None),
    "C": ("surface", "sub", "line"),
    "I": ("idle_soft", "sub", None),
}
"""Ground, ink and frame of each letter."""

HEIGHT, LETTER, SMALL = 36, 24, 18
_KEYS: Final[dict[int, Letter]] = {
    Qt.Key.Key_A: "A", Qt.Key.Key_R: "R", Qt.Key.Key_C: "C", Qt.Key.Key_I: "I",
}  # fmt: skip
_STEPS: Final = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


def draw_letter(ink: Ink, rect: QRectF, letter: Letter) -> None:
    """One letter in its square."""
    ground, color, frame = LOOKS[letter]
    ink.box(rect, rect.width() / 4, ground, frame)
    size = 12 if rect.width() >= ink.px(SMALL) else 10
    ink.text(rect, letter, size=size, weight=BOLD, color=color, align=CENTRE)


class RaciCell(QAbstractButton):
    """A cell.

    Attributes:
        person: Key of the person.
        letters: What the person is.

    Args:
        person: Key of the person.
        language: Of the window.
    """

    toggled_letter = Signal(str)
    """A letter key was pressed: the letter."""
    stepped = Signal(int, int)
    """An arrow was pressed: columns and rows to go."""
    cleared = Signal()

    def __init__(self, person: str, language: Language) -> None:
        super().__init__()
        self.person = person
        self.letters: tuple[Letter, ...] = ()
        self._language = language
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().follow(self)

    def show_letters(self, letters: tuple[Letter, ...], says: str) -> None:
        """Show what the person is; `says` names person and activity."""
        self.letters = letters
        roles = ", ".join(self._language.text(WORDS[one]) for one in letters) or self._language.text(N_("no role"))
        self.setAccessibleName(f"{says}: {roles}")
        self.setToolTip(f"{says}: {roles}")
        self.update()

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedHeight(look.px(HEIGHT))

    def sizeHint(self) -> QSize:
        """Room for two letters."""
        look = theme().look
        return QSize(look.px(2 * LETTER + 8), look.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters, arrows, Space for the next letter, Delete for none."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self.toggled_letter.emit(_KEYS[key])
        elif key in _STEPS:
            self.stepped.emit(*_STEPS[key])
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def next_letter(self) -> Letter | None:
        """The letter after the one that is there, nothing after the last."""
        if not self.letters:
            return LETTERS[1]  # most people in a matrix do something
        order: tuple[Letter | None, ...] = ("R", "A", "C", "I", None)
        return order[order.index(self.letters[0]) + 1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the letters, or a quiet dot."""
        ink = Ink(QPainter(self), theme().look)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.hasFocus():
            ink.box(area, ink.px(7), "hover", "accent" if self.hasFocus() else None, ink.px(2))
        count, gap = len(self.letters), ink.px(2)
        side = min(float(ink.px(LETTER)), (area.width() - gap * (count - 1)) / max(count, 1))
        if not count:
            ink.disc(area.center(), ink.px(2), "line")
        left = area.center().x() - (count * side + (count - 1) * gap) / 2
        for number, letter in enumerate(self.letters):
            draw_letter(ink, QRectF(left + number * (side + gap), area.center().y() - side / 2, side, side), letter)
