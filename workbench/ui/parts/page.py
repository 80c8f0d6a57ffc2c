"""The frame of a page: a body that scrolls, never widens, and a footer that stays. Must not know what it shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from workbench.ui.parts.layout import Item, Margins, Panel, column, row, stretch
from workbench.ui.parts.sizing import sized

MARGINS: Margins = (32, 22, 32, 14)
READING_WIDTH = 900


class Scroller(QScrollArea):
    """A ground that scrolls up and down only, and lets its content be as narrow as it can."""

    def __init__(self, content: QWidget, *, role: str = "page", name: str = "") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if name:
            self.setAccessibleName(name)


class Page(Panel):
    """A page.

    Args:
        items: What is on it, one above the other.
        footer: What stays at its foot: back, what is left, next.
        gives_way: Which part of the footer goes where there is no room for all.
        reading: Keep the column to a width that reads well, instead of using the whole window.
        scrolls: Without it the items share the height, for pages whose table scrolls by itself.
        margins: Around the items.
        gap: Between the items.
        role: Its ground.
    """

    def __init__(
        self,
        *items: Item,
        footer: tuple[Item, ...] = (),
        gives_way: QWidget | None = None,
        reading: bool = False,
        scrolls: bool = True,
        margins: Margins = MARGINS,
        gap: float = 12,
        role: str = "page",
    ) -> None:
        body = QWidget()
        body.setLayout(column(*items, margins=margins, gap=gap))
        self.body = body
        held: QWidget = body
        if reading:
            sized(body, at_most=READING_WIDTH)
            held = QWidget()
            held.setLayout(row(stretch(), (body, 100), stretch(), gap=0))
        content: QWidget = Scroller(held, role=role) if scrolls else held
        parts: list[Item] = [(content, 1)]
        if footer:
            from workbench.ui.parts.foot import Foot  # noqa: PLC0415  (not on the way to the first paint)

            if reading and isinstance(content, Scroller):
                side = margins[0]
                foot = Foot(*footer, gives_way=gives_way, under=content, width=READING_WIDTH, side=side)
            else:
                foot = Foot(*footer, gives_way=gives_way)
            parts.append(foot)
        super().__init__(column(*parts, gap=0), role=role)
