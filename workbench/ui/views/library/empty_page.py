"""The library with nothing in it: three ways to begin, and what can be begun from."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent

from workbench.base.language import N_
from workbench.services.first_screen import starting_points
from workbench.ui.actions import key_words
from workbench.ui.parts.art import TwoSheets
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import row, stretch
from workbench.ui.parts.page import Page
from workbench.ui.parts.tile import Tile, side_by_side
from workbench.ui.theme.theme import theme
from workbench.ui.views.desk import Desk

LOW = 430
"""Design pixels of height under which the drawing goes."""


class EmptyPage(Page):
    """The invitation to begin; scrolls where the window is low.

    Args:
        desk: The window and its session.
        begin: Called with a template's id.
    """

    def __init__(self, desk: Desk, begin: object) -> None:
        assert callable(begin)  # given by the screen
        text, registry = desk.language.text, desk.window.registry

        def tile(action: str, title: str, words: str, icon: str) -> Tile:
            keys = key_words(registry.get(action).shortcut)
            return Tile(text(title), text(words), icon=icon, keys=keys, on_click=lambda: registry.run(action))

        first = tile(
            "library.new", N_("New from template"), N_("Questions, sections and sample numbers are ready."), "file-plus"
        )
        tiles = [
            first,
            tile("file.open", N_("Open bundle or signed PDF"),
                 N_("A signed PDF carries the whole agreement inside."), "folder-open"),
        ]  # fmt: skip
        if "library.practice" in registry:
            tiles.append(
                tile("library.practice", N_("Rehearse on a practice company"),
                     N_("Invented, with an agreement, an agenda and half a year of leads."), "presentation")
            )  # fmt: skip
        points = [
            Tile(text(point.name), text(point.summary), on_click=lambda key=point.id: begin(key))  # type: ignore[misc]  # bound per tile
            for point in starting_points()
        ]
        self._art = TwoSheets()
        drop = ElidingLabel(text(N_("Or drop a bundle or a signed PDF anywhere in this window.")), "muted")
        state = EmptyState(
            text(N_("Start with one agreement")),
            text(N_("Two teams, one page, numbers both can sign. You can change everything later.")),
            row(*[(one, 1) for one in tiles], gap=14),
            16,
            Label(text(N_("TEMPLATES")), "over"),
            side_by_side(points),
            10,
            row(stretch(), IconLabel("download", "muted", 16), drop, stretch()),
            art=self._art,
        )
        super().__init__((state, 1), margins=(0, 0, 0, 0))
        self.setFocusProxy(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the ways to begin come before the drawing."""
        super().resizeEvent(event)
        if self._art.isHidden() == (self.height() >= theme().look.px(LOW)):
            QTimer.singleShot(0, self, self._fit)  # showing a part inside a layout pass upsets the pass

    def _fit(self) -> None:
        self._art.setVisible(self.height() >= theme().look.px(LOW))
