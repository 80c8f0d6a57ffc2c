"""The line above the library's list: search it, narrow it, order it. Must not know what is listed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import row, stretch
from workbench.ui.parts.search import SearchField
from workbench.ui.parts.sizing import sized
from workbench.ui.views.desk import Desk
from workbench.ui.views.library.shelves import SORTS, STALE_DAYS, Filter


class ListTools(QFrame):
    """Search field, pills and order.

    Args:
        desk: For words, and where the order is remembered.
        shown: What is chosen at first.
        narrow: Is told each change, by the names of `Filter`.
    """

    def __init__(self, desk: Desk, shown: Filter, narrow: Callable[..., object]) -> None:
        super().__init__()
        text = desk.language.text
        self._desk, self._narrow, self._shown = desk, narrow, shown
        self.search = SearchField(text(N_("Search company, title or person")), name=text(N_("Search the library")))
        sized(self.search, at_least=250)
        self._missed = self._pill(text(N_("Has missed")), "missed")
        self._stale = self._pill(text(N_("Data older than {n} days")).format(n=STALE_DAYS), "stale")
        self.order = Choice([(key, text(words)) for key, words in SORTS], shown.sort, name=text(N_("Sort by")))
        self.setLayout(
            row((self.search, 1), 6, self._missed, self._stale, stretch(),
                Label(text(N_("Sort by")), "tiny"), self.order)
        )  # fmt: skip
        self.search.searched.connect(lambda words: narrow(words=words))
        self.order.currentIndexChanged.connect(self._on_order)

    def offer_pills(self, offered: bool, now: Filter) -> None:
        """Offer to narrow by results where there are any; a pill that is pressed stays."""
        for pill, pressed in ((self._missed, now.missed), (self._stale, now.stale)):
            pill.setVisible((offered or pressed) and not self._desk.window.is_folded)

    def clear(self) -> None:
        """Narrow by nothing any more."""
        self.search.clear()
        for pill in (self._missed, self._stale):
            pill.setChecked(False)

    def _pill(self, words: str, what: str) -> Button:
        made = Button(words, "pill")
        made.setCheckable(True)
        made.setVisible(False)
        made.toggled.connect(lambda on: self._narrow(**{what: on}))
        return made

    def _on_order(self) -> None:
        self._desk.memory.remember(sort=self.order.current)
        self._narrow(sort=self.order.current)
