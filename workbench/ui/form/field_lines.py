"""Places editors on lines of six parts, each with its label above and its note below. Must not know kinds."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from workbench.ui.form.field_frame import FieldFrame
from workbench.ui.form.layouts import SIXTHS, Width
from workbench.ui.parts.layout import Box, Item, box, column, row, stretch

PARTS = 6
_ACROSS, _DOWN, _INSIDE = 16, 13, 5
_LABEL_ROOM = 24
"""What stands beside labelled fields without a label of its own begins so far down."""


class FieldLines(QWidget):
    """Lines of fields; a field that does not fit on the line begins the next one.

    Equal widths are equal on every line, whatever is in them and however many are on the line.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(gap=_DOWN)
        self._line: Box | None = None
        self._left = 0
        self.setLayout(self._lines)

    def put(self, frame: FieldFrame, width: Width) -> None:
        """Place the next field."""
        span = SIXTHS[width]
        if self._line is None or span > self._left:
            self.end_line()
            self._line, self._left = row(gap=_ACROSS), PARTS
            self._lines.put(self._line)
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
        self._line.put((column(*items, gap=_INSIDE), span))
        self._left -= span

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
        self.end_line()
        self._lines.put(widget)

    def end_line(self) -> None:
        """Fill what is left of the line, so that what stands on it keeps its width."""
        while self._line is not None and self._left > 0:
            part = min(self._left, 3 if self._left == 3 else 2)  # as wide as the fields that are missing
            self._line.put((box(row()), part))
            self._left -= part
        self._line = None


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
