"""The palette over the window: type, choose with the arrows, run with Enter, leave with Escape.

A child of the window, never a window of its own, so that it cannot land on the projector.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGraphicsDropShadowEffect, QLineEdit, QListView, QWidget

from workbench.base.language import N_, Language
from workbench.ui.command_palette.ranking import Entry, find
from workbench.ui.command_palette.results import ITEM, ResultDelegate, Results
from workbench.ui.parts.chip import KeyCap
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, column, row, stretch
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.sizing import sized
from workbench.ui.tables.dress import dress_list
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

WIDTH, TOP, LIST_HEIGHT = 680, 88, 430
MOST_RECENT = 5
MOST = 50
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CommandPalette(QWidget):
    """The overlay. Made once, opened often.

    Args:
        window: What it covers.
        entries: Asked anew each time it opens.
        language: For the words.
        other: Makes an entry of what was typed when nothing fits, such as "Park ..."; nothing for none.
        ask: What the field asks for.
        finds: What is found, in a few words.
        most: Entries that are listed at once.
    """

    def __init__(
        self,
        window: QWidget,
        entries: Callable[[], Sequence[Entry]],
        language: Language,
        other: Callable[[str], Entry | None] | None = None,
        *,
        ask: str = N_("What do you want to do?"),
        finds: str = N_("Commands, sections, people, words"),
        most: int = MOST,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._entries, self._language, self._other = entries, language, other
        self._most, self._finds = most, finds
        self._known: Sequence[Entry] = ()
        self._recent: list[str] = []
        self._before: QWidget | None = None
        text = language.text
        self._field = QLineEdit()
        self._field.setProperty("kind", "bare")
        self._field.setAccessibleName(text(N_("Find a command or content")))
        self._field.setPlaceholderText(text(ask))
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._results = Results(language, self)
        self._list = QListView()
        dress_list(self._list, text(N_("Results")))
        self._list.setModel(self._results)
        self._list.setItemDelegate(ResultDelegate(language, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(lambda _index: self._run())
        nothing = Label(text(N_("Nothing found. Try another word.")), "muted")
        self._none = box(column(nothing, margins=(20, 14, 20, 18)))
        self._count = Label("", "tiny")
        self._panel = self._build()
        self.setLayout(row(stretch(), column(TOP, self._panel, stretch(), gap=0), stretch(), gap=0))
        self.setAccessibleName(text(N_("Command palette")))
        self.hide()
        window.installEventFilter(self)
        theme().follow(self)

    def _build(self) -> Panel:
        text = self._language.text
        head = row(
            IconLabel("search", "muted", 20),
            (self._field, 1),
            Label(text(self._finds), "tiny"),
            margins=(18, 10, 18, 10),
        )
        foot = Panel(
            row(
                KeyCap("↑"), KeyCap("↓"), Label(text(N_("move")), "tiny"), 8,
                KeyCap(text(N_("Enter"))), Label(text(N_("run")), "tiny"), 8,
                KeyCap(text(N_("Esc"))), Label(text(N_("close, nothing changed")), "tiny"), stretch(), self._count,
                margins=(18, 9, 18, 10), gap=6,
            ),
            role="palette-foot",
        )  # fmt: skip
        panel = Panel(
            column(
                head, Rule(), column(self._list, margins=(2, 4, 2, 6)), self._none, foot, margins=(1, 1, 1, 1), gap=0
            ),
            card="palette",
        )
        sized(panel, width=WIDTH)
        shadow = QGraphicsDropShadowEffect(panel)
        shadow.setBlurRadius(48)
        shadow.setOffset(0, 14)
        shadow.setColor(QColor(0, 0, 0, 90))
        panel.setGraphicsEffect(shadow)
        return panel

    def open_palette(self, typed: str = "") -> None:
        """Open with what may be done now; the text is marked, so that typing replaces it."""
        self._before = QApplication.focusWidget()
        self._known = self._entries()
        self.setGeometry(self._window.rect())
        self._field.setText(typed)
        self._field.selectAll()
        self._search(typed)
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_palette(self) -> None:
        """Close; the focus goes back to where it was."""
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None

    def restyle(self, _look: Look) -> None:
        """Measure again."""
        self._list.scheduleDelayedItemsLayout()
        self._size_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field move in the list; the window's size is followed."""
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
            self._size_list()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the panel closes."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what is below."""
        look = theme().look
        QPainter(self).fillRect(self.rect(), look.color("scrim", 0.58 if look.dark else 0.46))

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in _MOVES:
            self._go(self._results.next_hit(self._list.currentIndex().row(), _MOVES[key]))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._run()
        else:
            return key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        return True

    def _search(self, typed: str) -> None:
        hits = find(self._known if typed.strip() else self._recent_first(), typed, self._most)
        if not hits and self._other is not None and typed.strip() and (entry := self._other(typed.strip())):
            hits = find([entry], "")
        self._results.show_hits(hits)
        self._none.setVisible(not hits)
        self._list.setVisible(bool(hits))
        one, many = N_("{n} result"), N_("{n} results")
        self._count.setText(self._language.count(one, many, len(hits)).format(n=len(hits)))
        self._size_list()
        self._go(self._results.next_hit(-1, 1) if hits else -1)

    def _go(self, number: int) -> None:
        if number >= 0:
            self._list.setCurrentIndex(self._results.index(number, 0))

    def _run(self) -> None:
        hit = self._results.hit_at(self._list.currentIndex().row())
        if hit is not None:
            self.close_palette()
            self._recent = [hit.entry.title, *(title for title in self._recent if title != hit.entry.title)][
                :MOST_RECENT
            ]
            hit.entry.run()

    def _recent_first(self) -> list[Entry]:
        """Everything, with what was run last at the top under a heading of its own."""
        by_title = {entry.title: entry for entry in reversed(self._known)}
        recent = [by_title[title] for title in self._recent if title in by_title]
        group = self._language.text(N_("Used last"))
        return [*(replace(entry, group=group) for entry in recent), *self._known]

    def _size_list(self) -> None:
        look = theme().look
        delegate = self._list.itemDelegate()
        if not isinstance(delegate, ResultDelegate):
            return
        wanted = look.px(4)
        for number in range(self._results.rowCount()):
            item = self._results.index(number, 0)
            wanted += delegate.height_of(item.data(ITEM))
        room = self.height() - look.px(TOP + 150)
        self._list.setFixedHeight(max(look.px(60), min(wanted, look.px(LIST_HEIGHT), room)))
