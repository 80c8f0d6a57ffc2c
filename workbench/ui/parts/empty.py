"""What a place says while there is nothing in it: what it is for, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbench.ui.parts.icon_label import badge
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, column, row, stretch
from workbench.ui.parts.sizing import sized

WIDTH = 900


class EmptyState(Panel):
    """A centred invitation.

    Args:
        title: What to do, in a few words.
        text: One sentence why or how.
        items: Tiles, buttons and notes under it, full width.
        art: A drawing above; a badge with `icon` where none is given.
        icon: The badge's icon.
    """

    def __init__(self, title: str, text: str, *items: Item, art: QWidget | None = None, icon: str = "library") -> None:
        heading, sentence = Label(title, "h1", wrap=True), Label(text, "lead", wrap=True)
        for label in (heading, sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = QWidget()
        middle.setLayout(
            column(
                stretch(3),
                row(stretch(), art or badge(icon), stretch()),
                10,
                heading,
                sentence,
                18,
                *items,
                stretch(4),
                gap=7,
            )
        )
        sized(middle, at_most=WIDTH)
        super().__init__(row(stretch(), (middle, 100), stretch(), margins=(32, 10, 32, 10)), role="page")
        self.setAccessibleName(f"{title}. {text}")
