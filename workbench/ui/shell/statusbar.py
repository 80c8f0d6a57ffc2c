"""The status bar: is my work safe, what is true here, and what was just done and can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from workbench.base.language import N_, Language
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, row, stretch
from workbench.ui.parts.sizing import sized

if TYPE_CHECKING:
    from workbench.ui.parts.undo_bar import UndoBar

HEIGHT = 29
SaveState = Literal["none", "saved", "saving", "failed", "final"]
_GLYPH = {
    "saved": ("circle-check", "ok"),
    "saving": ("clock", "muted"),
    "failed": ("octagon-alert", "bad"),
    "final": ("lock-keyhole", "muted"),
}


class StatusBar(Panel):
    """The bar at the foot of the window.

    Args:
        language: For the words.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._icon = IconLabel("circle-check", "ok", 15)
        self._saved = ElidingLabel("", "tiny")
        self._left, self._right = row(gap=6), row(gap=14)
        self._facts: tuple[list[tuple[str, str]], list[str]] = ([], [])
        self._undo: UndoBar | None = None
        self._undo_slot = row(gap=0)
        layout = row(
            self._icon, self._saved, 6, self._left, stretch(), self._undo_slot, 8, self._right,
            margins=(18, 0, 18, 0), gap=6,
        )  # fmt: skip
        super().__init__(layout, role="statusbar", name=language.text(N_("Status")))
        sized(self, height=HEIGHT)
        self.show_saved("none")

    def show_saved(self, state: SaveState, words: str = "") -> None:
        """Say whether the work is safe.

        Args:
            state: `saved` only after the store has committed; `final` for what cannot change.
            words: More: the time it was saved, or why it was not.
        """
        text = self._language.text
        said = {
            "none": "",
            "saved": text(N_("All changes saved")),
            "saving": text(N_("Saving…")),
            "failed": text(N_("Not saved")),
            "final": "",
        }[state]
        self._saved.setText(" · ".join(part for part in (said, words) if part))
        self._saved.set_tone("bad" if state == "failed" else "")
        glyph, color = _GLYPH.get(state, ("circle-check", "ok"))
        self._icon.show_icon(glyph, color)
        for widget in (self._icon, self._saved):
            widget.setVisible(state != "none")

    def show_facts(self, left: Sequence[tuple[str, str]] = (), right: Sequence[str] = ()) -> None:
        """Say what is true here.

        Args:
            left: Icon and words; the icon may be empty.
            right: Words.
        """
        facts = (list(left), list(right))
        if facts == self._facts:
            return  # what is read out or seen already need not come again
        self._facts = facts
        _empty(self._left)
        _empty(self._right)
        for icon, words in left:
            if icon:
                self._left.addWidget(IconLabel(icon, "muted", 15))
            self._left.addWidget(ElidingLabel(words, "tiny"))
            self._left.addSpacing(10)
        for words in right:
            label = Label(words, "tiny")
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._right.addWidget(label)

    def offer_undo(self, words: str, undo: Callable[[], object] | None) -> None:
        """Say what was just done, and offer to take it back."""
        if self._undo is None:
            from workbench.ui.parts.undo_bar import UndoBar  # noqa: PLC0415  (nothing was done yet at the start)

            self._undo = UndoBar(self._language.text(N_("Undo")))
            self._undo_slot.addWidget(self._undo)
        self._undo.offer(words, undo)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()  # else a layout that was about to show it would show it as a window of its own
            widget.setParent(None)
            widget.deleteLater()
