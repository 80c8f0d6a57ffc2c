"""The editors of one answer out of a closed list: a segment for a few short ones, a drop-down for more."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from workbench.base.language import N_
from workbench.fields.declare import Field
from workbench.fields.value import Shown
from workbench.fields.words import ChoiceKind
from workbench.ui.form.editors.editor import Editor, Surroundings
from workbench.ui.form.editors.options import Choice, OptionsBox
from workbench.ui.parts.segment import Segment

MOST_SEGMENTS = 4
MOST_SEGMENT_LETTERS = 34
"""More answers or longer words than these do not fit side by side in half a card."""


def choices_of(kind: ChoiceKind, shown: Shown) -> list[Choice]:
    """The answers as value, words and help, in the order declared."""
    text = shown.language.text
    return [(option.value, text(option.label), text(option.help)) for option in kind.options]


def fits_segments(kind: ChoiceKind, shown: Shown, letters: int = MOST_SEGMENT_LETTERS) -> bool:
    """Whether the answers are few and short enough to stand side by side in room for so many letters."""
    words = [words for _, words, _ in choices_of(kind, shown)]
    return len(words) <= MOST_SEGMENTS and sum(map(len, words)) <= letters


class ChoiceEditor(Editor):
    """A drop-down of the answers; the first entry takes the answer back.

    Attributes:
        box: The drop-down.
    """

    def __init__(self, field: Field, surroundings: Surroundings, parent: QWidget) -> None:
        self.box = OptionsBox(parent)
        super().__init__(field, surroundings, self.box)
        assert isinstance(field.kind, ChoiceKind)  # chosen by kind
        none = surroundings.shown.language.text(N_("Not answered"))
        self.box.offer([("", none, ""), *choices_of(field.kind, surroundings.shown)])
        self.box.currentIndexChanged.connect(self.changed)

    def show_value(self, value: Any) -> None:
        """Show the answer; one that is not in the list is added as it is, so that it is not lost by looking."""
        if not self.box.choose(str(value or "")):
            with QSignalBlocker(self.box):
                self.box.addItem(str(value), str(value))
            self.box.choose(str(value))

    def value(self) -> str:
        """The answer's value."""
        return self.box.chosen()


class _Answers(Segment):
    """A segment whose answer can be taken back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace take the answer back."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.current:
            self.show_choice("")
            self.chosen.emit("")
            return
        super().keyPressEvent(event)


class SegmentEditor(Editor):
    """The answers side by side, one of them pressed.

    Attributes:
        segment: The row of buttons.
    """

    fills: ClassVar[bool] = False

    def __init__(self, field: Field, surroundings: Surroundings, parent: QWidget) -> None:
        assert isinstance(field.kind, ChoiceKind)  # chosen by kind
        offered = choices_of(field.kind, surroundings.shown)
        self.segment = _Answers([(value, words) for value, words, _ in offered], name=field.label)
        self.segment.setParent(parent)
        self._buttons = self.segment.findChildren(QToolButton)
        for button, (_, _, tip) in zip(self._buttons, offered, strict=True):
            button.setToolTip(tip)
        super().__init__(field, surroundings, self.segment)
        self.segment.show_choice("")
        self.segment.chosen.connect(self.changed)

    def inputs(self) -> tuple[QWidget, ...]:
        """The buttons."""
        return tuple(self._buttons)

    def take_focus(self) -> None:
        """Go to the answer made, or to the first one."""
        self.segment.first().setFocus()

    def framed(self) -> tuple[QWidget, ...]:
        """The row as a whole."""
        return (self.segment,)

    def name(self, words: str) -> None:
        """Each button says the answer after the field's name."""
        self.segment.setAccessibleName(words)
        for button in self._buttons:
            button.setAccessibleName(f"{words}: {button.text()}")

    def show_value(self, value: Any) -> None:
        """Press the answer's button; none for an answer that is not in the list."""
        self.segment.show_choice(str(value or ""))

    def value(self) -> str:
        """The answer's value."""
        return self.segment.current
