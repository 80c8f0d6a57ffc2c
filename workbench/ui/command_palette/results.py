"""The list of what was found: headings and entries, with key caps and the matching letters in bold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.base.language import N_, Language
from workbench.ui.command_palette.ranking import Hit
from workbench.ui.tables.cells.chips import draw_chip
from workbench.ui.theme.fonts import BOLD, MEDIUM, SEMIBOLD
from workbench.ui.theme.ink import CENTRE, Ink
from workbench.ui.theme.theme import theme

Index = QModelIndex | QPersistentModelIndex
ITEM: Final = Qt.ItemDataRole.UserRole
HEAD_HEIGHT, LOW, TALL = 32, 42, 56
_NOWHERE: Final = QModelIndex()


class Results(QAbstractListModel):
    """Headings (plain text) and hits."""

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language
        self._items: list[str | Hit] = []

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show other hits, under their groups' headings."""
        self.beginResetModel()
        self._items = []
        group = None
        for hit in hits:
            if hit.entry.group != group:
                group = hit.entry.group
                self._items.append(group)
            self._items.append(hit)
        self.endResetModel()

    def hit_at(self, row: int) -> Hit | None:
        """The hit in a row; nothing for a heading."""
        item = self._items[row] if 0 <= row < len(self._items) else None
        return item if isinstance(item, Hit) else None

    def next_hit(self, row: int, step: int) -> int:
        """The row of the next hit in a direction, round the ends; -1 when there is none."""
        count = len(self._items)
        for distance in range(1, count + 1):
            candidate = (row + step * distance) % count
            if isinstance(self._items[candidate], Hit):
                return candidate
        return -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.hit_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row, or its words."""
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if isinstance(item, str):
            return item
        entry = item.entry
        said = [entry.title, entry.detail, self._language.text(N_("Shortcut {keys}")).format(keys=entry.keys)]
        if not entry.keys:
            said.pop()
        if entry.room_sees:
            said.append(self._language.text(N_("Room sees this")))
        return ". ".join(part for part in said if part)


class ResultDelegate(QStyledItemDelegate):
    """Draws headings and hits."""

    def __init__(self, language: Language, parent: QObject) -> None:
        super().__init__(parent)
        self._language = language

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings are low, entries with a second line taller."""
        return QSize(10, self.height_of(index.data(ITEM)))

    @staticmethod
    def height_of(item: str | Hit) -> int:
        """The height of a row, in device-independent pixels."""
        height = HEAD_HEIGHT if isinstance(item, str) else TALL if item.entry.detail else LOW
        return theme().look.px(height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        item: str | Hit = index.data(ITEM)
        painter.save()
        ink = Ink(painter, theme().look)
        px = ink.px
        rect = QRectF(option.rect).adjusted(px(8), 0, -px(8), 0)
        if isinstance(item, str):
            words = rect.adjusted(px(12), px(6), -px(12), 0)
            ink.text(words, item.upper(), size=11, weight=SEMIBOLD, color="muted")
        else:
            self._draw_hit(ink, rect, item, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _draw_hit(self, ink: Ink, rect: QRectF, hit: Hit, *, chosen: bool) -> None:
        px, entry, middle = ink.px, hit.entry, rect.center().y()
        if chosen:
            ink.box(rect, px(9), "accent_soft")
        if entry.icon:
            color = "accent_text" if chosen else "sub"
            ink.icon(entry.icon, rect.left() + px(14), middle - px(9), 18, color)
        left, right = rect.left() + px(46), rect.right() - px(12)
        if entry.keys:
            right = draw_keys(ink, right, middle, entry.keys.split(" "))
        if entry.room_sees:
            said = self._language.text(N_("Room sees this"))
            right -= draw_chip(ink, right - px(4), middle, said, "warn", from_right=True) + px(10)
        room = max(0.0, right - left - px(10))
        if entry.detail:
            self._draw_title(ink, QRectF(left, rect.top() + px(8), room, px(21)), hit)
            lower = QRectF(left, rect.top() + px(29), room, px(18))
            ink.text(lower, entry.detail, size=12, color="sub" if chosen else "muted")
        else:
            self._draw_title(ink, QRectF(left, rect.top(), room, rect.height()), hit)

    @staticmethod
    def _draw_title(ink: Ink, rect: QRectF, hit: Hit) -> None:
        title, at = hit.entry.title, 0
        pieces: list[tuple[str, bool]] = []
        for start, end in hit.spans:
            if start >= at:
                pieces += [(title[at:start], False), (title[start:end], True)]
                at = end
        x = rect.left()
        for text, bold in [*pieces, (title[at:], False)]:
            if text and x < rect.right():
                place = QRectF(x, rect.top(), rect.right() - x, rect.height())
                color = "accent_text" if bold else "text"
                x += ink.text(place, text, size=14, weight=BOLD if bold else MEDIUM, color=color)


def draw_keys(ink: Ink, right: float, middle: float, keys: Sequence[str]) -> float:
    """Draw keys as caps, ending at `right`; answers where the first one begins."""
    px = ink.px
    x = right
    for key in reversed(keys):
        width = max(px(20), ink.width(key, 11, SEMIBOLD) + px(11))
        cap = QRectF(x - width, middle - px(10), width, px(20))
        ink.box(cap, px(4), "surface", "line")
        ink.text(cap, key, size=11, weight=SEMIBOLD, color="sub", align=CENTRE)
        x -= width + px(4)
    return x
