"""A part for any number out of a list: pills to press, or chosen pills and a drop-down where there are many.

Must not know fields.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from workbench.ui.form.editors.options import Choice, OptionsBox
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.flow import Flow
from workbench.ui.theme.theme import theme

MOST_PILLS = 9
"""With more entries only the chosen ones are shown as pills."""

MOST_LETTERS = 40
"""Longer words are cut on a pill."""

_ARROW_ROOM = 54
_OPENERS = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4}


class _Adder(OptionsBox):
    """A drop-down in which nothing is chosen before it is open: an arrow key must not add the next entry."""

    def sizeHint(self) -> QSize:
        """As wide as its invitation."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(words + theme().look.px(_ARROW_ROOM), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list; the list itself is walked and searched by the usual keys."""
        if event.key() in _OPENERS or event.text().isalnum():
            self.showPopup()
            return
        super().keyPressEvent(event)


class Several(QWidget):
    """Entries that can be chosen, in the order offered."""

    toggled = Signal()
    """A person chose or dropped an entry."""

    def __init__(self, parent: QWidget, add_words: str, empty_words: str) -> None:
        """An empty list.

        Args:
            parent: Qt's owner.
            add_words: The drop-down's invitation.
            empty_words: What the drop-down says when there is nothing to choose.
        """
        super().__init__(parent)
        self._add_words, self._empty_words = add_words, empty_words
        self._offered: list[Choice] = []
        self._name, self._description = "", ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = Flow(gap=6, line_gap=6)
        self.setLayout(self._flow)
        self._pills: dict[str, QPushButton] = {}
        self.adder = _Adder(self)
        self.adder.setProperty("kind", "compact")
        self.adder.activated.connect(self._add)
        self._flow.addWidget(self.adder)

    @property
    def pills(self) -> tuple[QPushButton, ...]:
        """The pills, in order."""
        return tuple(self._pills.values())

    def name(self, words: str) -> None:
        """Pills and drop-down say their part after these words."""
        self._name = words
        self._tell_names()

    def offer(self, offered: Sequence[Choice], chosen: Sequence[str]) -> None:
        """Show other entries and which are chosen; nothing is announced."""
        many = len(offered) > MOST_PILLS
        wanted = [one for one in offered if not many or one[0] in chosen]
        if list(offered) != self._offered or [value for value, _, _ in wanted] != list(self._pills):
            self._offered = list(offered)
            self._build(wanted)
        for value, pill in self._pills.items():
            with QSignalBlocker(pill):
                pill.setChecked(value in chosen)
        rest = [one for one in offered if one[0] not in chosen]
        self.adder.offer(rest, none=self._add_words if offered else self._empty_words)
        self.adder.choose("")
        set_shown(self.adder, many or not offered)

    def first(self) -> QWidget:
        """What takes the focus when a person comes here."""
        return self.adder if self.adder.isVisibleTo(self) or not self._pills else next(iter(self._pills.values()))

    def chosen(self) -> tuple[str, ...]:
        """The chosen entries, in the order offered."""
        return tuple(value for value, pill in self._pills.items() if pill.isChecked())

    def _build(self, wanted: Sequence[Choice]) -> None:
        focused = next((value for value, pill in self._pills.items() if pill.hasFocus()), None)
        for pill in self._pills.values():
            self._flow.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._flow.removeWidget(self.adder)
        self._pills = {}
        for value, words, tip in wanted:
            pill = QPushButton(shortened(words).replace("&", "&&"), self)
            pill.setProperty("kind", "pill")
            pill.setCheckable(True)
            pill.setToolTip(tip or (words if shortened(words) != words else ""))
            pill.setAutoDefault(False)
            pill.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            pill.toggled.connect(self._toggle)
            self._flow.addWidget(pill)
            self._pills[value] = pill
        self._flow.addWidget(self.adder)
        self._tell_names()
        if focused is not None:
            self._pills.get(focused, self.adder).setFocus()

    def _toggle(self) -> None:
        self.toggled.emit()

    def _add(self, at: int) -> None:
        value = str(self.adder.itemData(at) or "")
        if value:
            self.offer(self._offered, (*self.chosen(), value))
            self.toggled.emit()

    def _tell_names(self) -> None:
        self.adder.setAccessibleName(self._name)
        said = {value: words for value, words, _ in self._offered}
        for value, pill in self._pills.items():
            pill.setAccessibleName(f"{self._name}: {said[value]}")


def shortened(words: str) -> str:
    """Words that fit on a pill; the whole is in its tooltip."""
    return words if len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 1].rstrip() + "…"
