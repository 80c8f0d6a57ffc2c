"""The rail at the left edge: where one is within a phase. Narrow windows fold it to its rings and icons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from workbench.ui.parts.layout import Panel, column
from workbench.ui.parts.row_state import own_viewport
from workbench.ui.parts.rule import Rule
from workbench.ui.shell.rail_items import (
    DENSE_ICON,
    DENSE_RING,
    LEAST_RING,
    LEAST_WORDS,
    RING_ROW,
    RailDelegate,
    RailItem,
    RailModel,
)  # fmt: skip
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

WIDTH, FOLDED_WIDTH = 236, 64
AIR = 16
"""Design pixels above and below the rows."""


class _RailList(QListView):
    """A list without frame and scroll bars; arrows move, headings are skipped."""

    def __init__(self, items: Sequence[RailItem], name: str) -> None:
        super().__init__()
        own_viewport(self)
        self.setProperty("kind", "bare")
        self.setAccessibleName(name)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items = RailModel(items, self)
        self.setModel(self.items)
        self._rows = RailDelegate(self)
        self.setItemDelegate(self._rows)
        self.setTabKeyNavigation(False)

    def stand_closer(self, ring: int, icon: int) -> None:
        """Folded rows are so tall, in pixels of the screen; as usual with 0."""
        if (ring, icon) != self._rows.dense:
            self._rows.dense = (ring, icon)
            self.scheduleDelayedItemsLayout()
            self.viewport().update()

    def rows_height(self, width: int) -> int:
        """The height all rows need at a width; headings are lower where there is no room for words."""
        option = QStyleOptionViewItem()
        option.rect = QRect(0, 0, width, 0)
        rows = range(self.items.rowCount())
        return sum(self.itemDelegate().sizeHint(option, self.items.index(row, 0)).height() for row in rows) + 2


class Rail(Panel):
    """A rail.

    Attributes:
        chosen: Emitted with the key when the person chose a row.
        pressed: Emitted with the key when a row at the foot was pressed.

    Args:
        items: The rows.
        name: For screen readers.
        head: Above the rows; hidden while folded.
        foot: Rows at the foot that do something, not lead somewhere.
        foot_name: For screen readers.
    """

    chosen = Signal(str)
    pressed = Signal(str)

    def __init__(
        self,
        items: Sequence[RailItem],
        *,
        name: str,
        head: QWidget | None = None,
        foot: Sequence[RailItem] = (),
        foot_name: str = "",
    ) -> None:
        self._list = _RailList(items, name)
        self._foot = _RailList(foot, foot_name or name)
        self._head = head
        self._is_folded = False
        self._quiet = False
        parts = [head] if head is not None else []
        self._more = Rule()
        self._more.hide()
        super().__init__(column(*parts, 6, (self._list, 1), self._more, self._foot, 8, gap=0), role="rail")
        self._list.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._more.setVisible(most > 0))
        self._foot.setVisible(bool(foot))
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._foot.setSelectionMode(QListView.SelectionMode.NoSelection)
        self._foot.clicked.connect(self._on_pressed)
        self._foot.activated.connect(self._on_pressed)
        theme().follow(self)

    @property
    def current(self) -> str:
        """Key of the row chosen; empty for none."""
        item = self._list.items.item(self._list.currentIndex().row())
        return item.key if item is not None else ""

    def show_current(self, key: str) -> None:
        """Show which row is chosen, without telling anybody."""
        self._quiet = True
        row = self._list.items.row_of(key)
        self._list.setCurrentIndex(self._list.items.index(row, 0) if row >= 0 else QModelIndex())
        self._quiet = False

    def show_items(self, items: Sequence[RailItem]) -> None:
        """Show other rows, or the same in other states."""
        key = self.current
        self._list.items.show_items(items)
        self.show_current(key)

    def show_foot(self, items: Sequence[RailItem]) -> None:
        """Show other rows at the foot."""
        self._foot.items.show_items(items)
        self._foot.setVisible(bool(items))
        self.restyle(theme().look)

    def set_folded(self, folded: bool) -> None:
        """Fold to rings and icons, or unfold."""
        self._is_folded = folded
        if self._head is not None:
            self._head.setVisible(not folded)
        self.restyle(theme().look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window gets closer rows before some of them can only be scrolled to."""
        super().resizeEvent(event)
        self._fit(theme().look)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setFixedWidth(look.px(FOLDED_WIDTH if self._is_folded else WIDTH))
        for view in (self._list, self._foot):
            view.scheduleDelayedItemsLayout()
        self._fit(look)

    def _fit(self, look: Look) -> None:
        """Rows stand as close as they must for all of them to be seen, and as far apart as they may."""
        width = look.px(FOLDED_WIDTH if self._is_folded else WIDTH)
        views, folded = (self._list, self._foot), self._is_folded
        usual, least = (DENSE_RING, LEAST_RING) if folded else (RING_ROW, LEAST_WORDS)
        icon = look.px(DENSE_ICON) if folded else 0
        for view in views:
            view.stand_closer(0, 0)
        if folded and self._over(width, look) > 0:
            for view in views:
                view.stand_closer(look.px(usual), icon)
        over, rings = self._over(width, look), self._list.items.rings
        if over > 0 and rings:
            for view in views:
                view.stand_closer(max(look.px(least), look.px(usual) - -(-over // rings)), icon)
        self._foot.setFixedHeight(self._foot.rows_height(width))

    def _over(self, width: int, look: Look) -> int:
        """By how many pixels the rows are taller than the rail."""
        head = self._head.sizeHint().height() if self._head is not None and not self._is_folded else 0
        return sum(view.rows_height(width) for view in (self._list, self._foot)) + head + look.px(AIR) - self.height()

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        item = self._list.items.item(current.row())
        if item is not None and item.key and not self._quiet:
            self.chosen.emit(item.key)

    def _on_pressed(self, index: QModelIndex) -> None:
        item = self._foot.items.item(index.row())
        if item is not None and item.key:
            self.pressed.emit(item.key)
