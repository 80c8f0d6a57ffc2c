"""What stands in place of the table when a shelf or a search has nothing to show. Must not know which."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.icon_label import badge
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import row, stretch


class Nothing(Card):
    """A card that says that nothing is there, and why.

    Args:
        verb: Of its button.
        on_press: Shows more again.
    """

    def __init__(self, verb: str, on_press: Callable[[], object]) -> None:
        self._title, self._text = Label("", "h2"), Label("", "body", wrap=True)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = Button(verb, on_click=on_press)
        centred = [row(stretch(), piece, stretch()) for piece in (badge("search", "idle", ground="idle"), self._button)]
        super().__init__(stretch(2), centred[0], self._title, self._text, 6, centred[1], stretch(3), gap=7)

    def say(self, title: str, text: str, *, narrowed: bool) -> None:
        """Say what is not there.

        Args:
            title: In a few words.
            text: One sentence more.
            narrowed: Whether a search leaves something out, so that the button helps.
        """
        self._title.setText(title)
        self._text.setText(text)
        self._button.setVisible(narrowed)
