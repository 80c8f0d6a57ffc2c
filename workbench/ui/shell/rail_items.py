"""What a rail lists: sections with rings, shelves with counts, headings between them. Model and drawing of the rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.parts.ring import Ring, draw_ring
from workbench.ui.parts.row_state import RowState
from workbench.ui.theme.fonts import MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, RIGHT, Ink
from workbench.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
ITEM: Final = Qt.ItemDataRole.UserRole
RING_ROW, ICON_ROW, QUIET_ROW, HEAD_ROW, FOLDED_HEAD = 49, 40, 33, 38, 14
DENSE_RING, DENSE_ICON, LEAST_RING, LEAST_WORDS = 38, 27, 24, 40
"""Heights of folded rows where the window is too low for all of them; rings may come as close as the least, and rows
with two lines of words beside their ring as close as the last."""
WORDS_FROM = 100
"""Design pixels of width from which a row shows words; a folded rail is narrower."""
_NOWHERE: Final = QModelIndex()


class RailItem(NamedTuple):
    """A row of a rail.

    Attributes:
        key: Its name in the program; empty for a heading.
        title: Its words.
        detail: A second line: the state in words.
        ring: The state as a ring; sections have one.
        icon: Shelves and tools have one instead.
        number: At the right; empty where it would be 0.
        tone: Colour of detail and count where they need somebody: `warn` or `bad`.
        keys: A key cap at the right instead of a number.
        quiet: Lower and grey, for the foot.
    """

    key: str
    title: str
    detail: str = ""
    ring: Ring | None = None
    icon: str = ""
    number: str = ""
    tone: str = ""
    keys: str = ""
    quiet: bool = False


def heading(title: str) -> RailItem:
    """A heading between groups of rows."""
    return RailItem("", title)


class RailModel(QAbstractListModel):
    """The rows."""

    def __init__(self, items: Sequence[RailItem], parent: QObject) -> None:
        super().__init__(parent)
        self._items = list(items)

    def show_items(self, items: Sequence[RailItem]) -> None:
        """Show other rows; where keys and order are the same, selection and scroll position stay."""
        if [item.key for item in items] == [item.key for item in self._items]:
            before, self._items = self._items, list(items)
            for row, (old, new) in enumerate(zip(before, self._items, strict=True)):
                if old != new:  # one at a time: a view draws all of itself again for a range
                    self.dataChanged.emit(self.index(row, 0), self.index(row, 0))
            return
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    @property
    def rings(self) -> int:
        """How many rows have a ring."""
        return sum(item.ring is not None for item in self._items)

    def item(self, row: int) -> RailItem | None:
        """The row's item."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def row_of(self, key: str) -> int:
        """The row of a key; -1 for none."""
        return next((row for row, item in enumerate(self._items) if item.key == key and key), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        item = self.item(index.row())
        if item is None or not item.key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row, its words, or its tooltip."""
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole} and item.key:
            number = item.ring.text if item.ring is not None else ""
            said = [f"{number} {item.title}".strip(), item.detail, item.number, item.keys]
            return ", ".join(part for part in said if part)
        return item.title if role == Qt.ItemDataRole.AccessibleTextRole else None


class RailDelegate(QStyledItemDelegate):
    """Draws the rows; narrow ones show the ring or icon only.

    Attributes:
        dense: How tall folded rows with a ring and with an icon are, in pixels of the screen; 0 for as usual.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.dense = (0, 0)
        self._state = RowState(view)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """By kind."""
        item: RailItem = index.data(ITEM)
        look = theme().look
        folded = option.rect.width() < look.px(WORDS_FROM)
        if not item.key:
            return QSize(10, look.px(FOLDED_HEAD if folded else HEAD_ROW))
        if folded and any(self.dense):
            return QSize(10, self.dense[item.ring is None])
        if item.ring is not None and self.dense[0]:
            return QSize(10, self.dense[0])
        height = RING_ROW if item.ring is not None else QUIET_ROW if item.quiet else ICON_ROW
        return QSize(10, look.px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        painter.save()
        ink = Ink(painter, theme().look)
        rect = QRectF(option.rect)
        item: RailItem = index.data(ITEM)
        wide = rect.width() >= ink.px(WORDS_FROM)
        if not item.key:
            self._draw_heading(ink, rect, item, wide=wide)
        else:
            self._draw_item(ink, rect, item, index, wide=wide)
        painter.restore()

    @staticmethod
    def _draw_heading(ink: Ink, rect: QRectF, item: RailItem, *, wide: bool) -> None:
        px = ink.px
        if wide:
            words = rect.adjusted(px(22), px(10), -px(10), 0)
            ink.text(words, item.title.upper(), size=11, weight=SEMIBOLD, color="muted")
        elif rect.top() > px(20):
            ink.across(rect.left() + px(18), rect.right() - px(18), rect.center().y())

    def _draw_item(self, ink: Ink, rect: QRectF, item: RailItem, index: Index, *, wide: bool) -> None:
        px = ink.px
        chosen = self._state.is_chosen(index)
        pill = rect.adjusted(px(10), 1.5, -px(10), -1.5)
        if chosen or self._state.is_over(index):
            ink.box(pill, px(9), "accent_soft" if chosen else "hover")
        if self._state.has_focus(index):
            ink.box(pill, px(9), None, "accent", px(2))
        if item.ring is not None:
            left = self._draw_ring(ink, pill, item.ring, chosen=chosen, wide=wide)
        else:
            left = self._draw_icon(ink, pill, item, chosen=chosen, wide=wide)
        if wide:
            self._draw_words(ink, pill, left, item, chosen=chosen)

    @staticmethod
    def _draw_ring(ink: Ink, pill: QRectF, ring: Ring, *, chosen: bool, wide: bool) -> float:
        px = ink.px
        size = min(px(28), round(pill.height()) - 2)  # rows of a low window are lower than a ring
        x = pill.left() + px(8) if wide else pill.center().x() - size / 2
        draw_ring(ink, QRectF(x, pill.center().y() - size / 2, size, size), ring, chosen=chosen)
        return x + px(41)

    @staticmethod
    def _draw_icon(ink: Ink, pill: QRectF, item: RailItem, *, chosen: bool, wide: bool) -> float:
        px = ink.px
        x = pill.left() + px(12) if wide else pill.center().x() - px(8.5)
        ink.icon(item.icon, x, pill.center().y() - px(8.5), 17, "accent_text" if chosen else "muted")
        if not wide and item.tone:
            ink.disc(pill.topRight() + QPointF(-px(9), px(9)), px(3.5), item.tone)
        return x + px(28)

    @staticmethod
    def _draw_words(ink: Ink, pill: QRectF, left: float, item: RailItem, *, chosen: bool) -> None:
        px = ink.px
        right = pill.right() - px(10)
        if item.keys:
            width = ink.width(item.keys, 11, SEMIBOLD) + px(11)
            cap = QRectF(right - width, pill.center().y() - px(9), width, px(18))
            ink.box(cap, px(5), "cap", "line")
            ink.text(cap, item.keys, size=11, weight=SEMIBOLD, color="sub", align=CENTRE)
            right -= width + px(6)
        elif item.number:
            weight, color = (SEMIBOLD, item.tone) if item.tone else (MEDIUM, "sub" if chosen else "muted")
            width = ink.width(item.number, 13, weight, figures=True) + 2
            place = QRectF(right - width, pill.top(), width, pill.height())
            ink.text(place, item.number, weight=weight, color=color, align=RIGHT, figures=True)
            right -= width + px(6)
        begun = item.ring is None or item.ring.state != "empty"
        weight, color = (SEMIBOLD, "text") if chosen else (MEDIUM, "text" if begun and item.ring else "sub")
        room = max(0.0, right - left)
        if not item.detail:
            whole = QRectF(left, pill.top(), room, pill.height())
            if item.quiet:
                ink.text(whole, item.title, color="muted")
            else:
                ink.text(whole, item.title, size=13.5, weight=weight, color=color)
            return
        top = pill.center().y() - px(18)
        ink.text(QRectF(left, top, room, px(19)), item.title, size=13.5, weight=weight, color=color)
        quiet = "sub" if chosen else "muted"
        lower = QRectF(left, top + px(18), room, px(17))
        ink.text(lower, item.detail, size=12, color=item.tone or quiet)
