"""Places editors on lines of six parts, each with its label above and its note below. Must not know kinds."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from workbench.ui.form.field_frame import FieldFrame
from workbench.ui.form.layouts import SIXTHS, Width
from workbench.ui.parts.layout import Box, Item, box, column, row, stretch
from workbench.ui.theme.theme import theme

PARTS = 6
_ACROSS, _DOWN, _INSIDE = 16, 13, 5
THIRDS_FROM, HALVES_FROM = 560, 500
"""Design pixels of width from which on three, and two, fields stand on a line: less would cut their labels."""
_LABEL_ROOM = 24
"""What stands beside labelled fields without a label of its own begins so far down."""


class FieldLines(QWidget):
    """Lines of fields; a field that does not fit on the line begins the next one.

    Equal widths are equal on every line, whatever is in them and however many are on the line. Where there is little
    room, fields take more of it: thirds become halves, then everything a whole line.

    Args:
        keep: Leave the widths as they are, however little room there is.
    """

    def __init__(self, *, keep: bool = False) -> None:
        super().__init__()
        self._keep = keep
        self._lines = column(gap=_DOWN)
        self._line: Box | None = None
        self._left = 0
        self._least: Width = "third"
        self._placed: list[tuple[Box, Width] | QWidget] = []
        self._filled: list[tuple[Box, list[Box]]] = []
        self._fillers: list[QWidget] = []
        self.setLayout(self._lines)

    def put(self, frame: FieldFrame, width: Width) -> None:
        """Place the next field."""
        items: list[Item] = []
        beside = [one for one in (frame.mark, frame.offer) if one is not None]
        if frame.label is not None and beside:
            items.append(row((frame.label, 1), *beside))
        elif frame.label is not None:
            items.append(frame.label)
        elif width != "full":
            items.append(_LABEL_ROOM)
        items.append(frame.editor.widget if frame.editor.fills else row(frame.editor.widget, stretch()))
        items += [frame.note, stretch()]
        for piece in (frame.label, frame.editor.widget if frame.editor.fills else None, frame.note):
            if piece is not None:
                _give_way(piece)
        cell = column(*items, gap=_INSIDE)
        self._placed.append((cell, width))
        self._place(cell, width)

    def put_below(self, placed: QWidget, widget: QWidget) -> None:
        """Place something for a while under the line that a placed editor stands on."""
        for at in range(self._lines.count()):
            item = self._lines.itemAt(at)
            line = item.layout() if item is not None else None
            if line is not None and _holds(line, placed):
                self._lines.insertWidget(at + 1, widget)
                return

    def put_wide(self, widget: QWidget) -> None:
        """Place something that has its own heading on a line of its own."""
        self._placed.append(widget)
        self.end_line()
        self._lines.put(widget)

    def end_line(self) -> None:
        """Fill what is left of the line, so that what stands on it keeps its width."""
        while self._line is not None and self._left > 0:
            part = min(self._left, 3 if self._left == 3 else 2)  # as wide as the fields that are missing
            filler = box(row())
            self._fillers.append(filler)
            self._line.put((filler, part))
            self._left -= part
        self._line = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for more or fewer fields on a line; a layout never changes inside its pass."""
        super().resizeEvent(event)
        if not self._keep:
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        px = theme().look.px
        least: Width = "third" if self.width() >= px(THIRDS_FROM) else "half"
        least = least if self.width() >= px(HALVES_FROM) else "full"
        if least != self._least:
            self._least = least
            self._arrange()

    def _place(self, cell: Box, width: Width) -> None:
        span = max(SIXTHS[width], SIXTHS[self._least])
        if self._line is None or span > self._left:
            self.end_line()
            self._line, self._left = row(gap=_ACROSS), PARTS
            self._filled.append((self._line, []))
            self._lines.put(self._line)
        self._filled[-1][1].append(cell)
        self._line.put((cell, span))
        self._left -= span

    def _arrange(self) -> None:
        """Put everything on lines again; what stands below a line for a while stays below its fields."""
        known = [one for one in self._placed if isinstance(one, QWidget)]
        below: list[tuple[Box, QWidget]] = []
        for at in range(self._lines.count()):
            item = self._lines.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None and widget not in known:
                above = self._lines.itemAt(at - 1)
                below += [(cell, widget) for cell, _ in self._cells() if above is not None and _has(above, cell)][-1:]
        for line, cells in self._filled:  # nothing is taken as an item: whoever holds one could throw it away
            for cell in cells:
                line.removeItem(cell)
                cell.setParent(None)
            self._lines.removeItem(line)
            line.setParent(None)
        for filler in self._fillers:
            filler.hide()
            filler.deleteLater()
        for widget in (*known, *(one for _, one in below)):
            self._lines.removeWidget(widget)
        self._line, self._filled, self._fillers = None, [], []
        for one in self._placed:
            if isinstance(one, QWidget):
                self.end_line()
                self._lines.put(one)
            else:
                self._place(*one)
        self.end_line()
        for cell, widget in below:
            line = next(line for line, cells in self._filled if cell in cells)
            self._lines.insertWidget(self._lines.indexOf(line) + 1, widget)

    def _cells(self) -> list[tuple[Box, Width]]:
        return [one for one in self._placed if not isinstance(one, QWidget)]


def _has(item: QLayoutItem, cell: Box) -> bool:
    line = item.layout()
    return line is not None and line.indexOf(cell) >= 0


def _holds(layout: QLayout, widget: QWidget) -> bool:
    """Whether a widget is placed in a layout, at whatever depth."""
    if layout.indexOf(widget) >= 0:
        return True
    inner = (item.layout() for at in range(layout.count()) if (item := layout.itemAt(at)) is not None)
    return any(_holds(one, widget) for one in inner if one is not None)


def _give_way(widget: QWidget) -> None:
    """Let the line decide the width."""
    policy = widget.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    widget.setSizePolicy(policy)
