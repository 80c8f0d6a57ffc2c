"""Places editors on six columns: label, editor and note of neighbours stand on common lines. Must not know fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from workbench.ui.form.field_frame import FieldFrame
from workbench.ui.form.layouts import SIXTHS, Width
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

COLUMNS = 6
_ROWS_A_LINE = 4  # label, editor, note, air
_ACROSS, _DOWN, _AIR = 16, 5, 7


class FieldGrid(QGridLayout):
    """Lines of fields; a field that does not fit on the line begins the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self._line, self._column = 0, 0
        for column in range(COLUMNS):
            self.setColumnStretch(column, 1)
            self.setColumnMinimumWidth(column, 1)
        theme().follow(self)

    def put(self, frame: FieldFrame, width: Width) -> None:
        """Place the next field."""
        span = SIXTHS[width]
        if self._column + span > COLUMNS:
            self.new_line()
        row, column = self._line * _ROWS_A_LINE, self._column
        editor = frame.editor
        top = Qt.AlignmentFlag.AlignTop
        if frame.label is not None:
            if frame.mark is None:
                self.addWidget(frame.label, row, column, 1, span)
            else:
                head = QHBoxLayout()
                head.addWidget(frame.label)
                head.addStretch(1)
                head.addWidget(frame.mark)
                self.addLayout(head, row, column, 1, span)
        self.addWidget(editor.widget, row + 1, column, 1, span)
        self.addWidget(frame.note, row + 2, column, 1, span, top)
        self.setAlignment(editor.widget, top if editor.fills else top | Qt.AlignmentFlag.AlignLeft)
        self._column += span
        self._air()

    def put_wide(self, widget: QWidget) -> None:
        """Place something that has its own heading on a line of its own."""
        self.new_line()
        self.addWidget(widget, self._line * _ROWS_A_LINE + 1, 0, 1, COLUMNS)
        self._column = COLUMNS
        self._air()

    def new_line(self) -> None:
        """The next field begins a line."""
        if self._column:
            self._line, self._column = self._line + 1, 0

    def restyle(self, look: Look) -> None:
        """Scale the distances."""
        self.setHorizontalSpacing(look.px(_ACROSS))
        self.setVerticalSpacing(look.px(_DOWN))
        self._air()

    def _air(self) -> None:
        """Between two lines, not after the last one."""
        for line in range(self._line):
            self.setRowMinimumHeight(line * _ROWS_A_LINE + 3, theme().look.px(_AIR))
