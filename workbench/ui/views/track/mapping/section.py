"""A part of the panel beside the columns: a heading with an icon and a chip, and what stands under it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.ui.parts.chip import Chip, ChipTone
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, column, row, stretch


class Section(Panel):
    """A part of the panel.

    Args:
        icon: Before the heading.
        title: The heading.
        body: What stands under it; may be replaced.
    """

    def __init__(self, icon: str, title: str, *body: Item) -> None:
        self.title = Label(title, "h2")
        self._chip = Chip("", "idle")
        self._chip.hide()
        self._held: QWidget | None = None
        self._slot = column(gap=7)
        head = row(IconLabel(icon, "accent_text", 17), self.title, stretch(), self._chip, gap=9)
        super().__init__(column(head, *body, self._slot, gap=7), name=title)

    def say(self, words: str, tone: ChipTone) -> None:
        """Sum it up in the chip; without words there is none."""
        self._chip.show_state(words, tone)
        self._chip.setVisible(bool(words))

    def replace(self, *items: Item) -> None:
        """Show something else under the heading."""
        if self._held is not None:
            self._held.hide()
            self._slot.removeWidget(self._held)
            self._held.deleteLater()
        self._held = Panel(column(*items, gap=7))
        self._slot.put(self._held)
