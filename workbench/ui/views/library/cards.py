"""What needs somebody, as up to three cards beside each other. Must not decide what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import badge
from workbench.ui.parts.layout import column, row
from workbench.ui.views.library.attention import Thing

MOST = 3


class ThingCard(Card):
    """One thing that needs somebody, with the one verb that helps."""

    def __init__(self, thing: Thing, act: Callable[[Thing], object]) -> None:
        words = column(ElidingLabel(thing.who, "strong"), ElidingLabel(thing.what, "body"), gap=1)
        self.button = Button(thing.verb, "small", on_click=lambda: act(thing))
        self.button.setAccessibleName(f"{thing.verb}, {thing.who}: {thing.what}")
        super().__init__(
            row(badge(thing.icon, thing.tone, ground=thing.tone), (words, 1), self.button, gap=12),
            margins=(14, 12, 14, 12),
            name=f"{thing.who}: {thing.what}",
        )


class ThingCards(QWidget):
    """The row of cards; hidden while nothing needs anybody."""

    def __init__(self, act: Callable[[Thing], object]) -> None:
        super().__init__()
        self._act = act
        self._shown: tuple[Thing, ...] = ()
        self._cards: list[ThingCard] = []
        self._has_room = True
        self._row = row(gap=12)
        self.setLayout(self._row)
        self.hide()

    def show_things(self, things: Sequence[Thing]) -> bool:
        """Show the first few; the same ones stay as they are. Answers whether there are others now."""
        wanted = tuple(things[:MOST])
        if wanted == self._shown:
            return False
        self._shown = wanted
        for card in self._cards:
            card.hide()
            self._row.removeWidget(card)
            card.deleteLater()
        self._cards = [ThingCard(thing, self._act) for thing in wanted]
        self._row.put(*[(card, 1) for card in self._cards])
        self._arrange()
        return True

    @property
    def has_room(self) -> bool:
        """Is there room for the cards at all?"""
        return self._has_room

    def set_room(self, has_room: bool) -> None:
        """Say whether there is room for the cards at all."""
        self._has_room = has_room
        self._arrange()

    def _arrange(self) -> None:
        self.setVisible(self._has_room and bool(self._shown))
