"""A new agreement: a title, and what it begins from. Everything by keyboard: type, choose with arrows, Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.services.first_screen import starting_points
from workbench.ui.listing import Line
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.check_line import CheckLine
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.page import Page
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.tile import Tile, side_by_side
from workbench.ui.views.desk import Desk
from workbench.ui.views.library.shelves import name_of

LIMIT = 200
"""Letters a title may have; the store's own limit."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class Choices(Card):
    """The templates as tiles of which one is chosen; arrows move, Tab leaves."""

    def __init__(self, desk: Desk) -> None:
        text = desk.language.text
        self._group = QButtonGroup()
        self.tiles: dict[str, Tile] = {}
        for point in starting_points():
            tile = Tile(text(point.name), text(point.summary))
            tile.setCheckable(True)
            self._group.addButton(tile)
            self.tiles[point.id] = tile
        self._group.buttonToggled.connect(lambda *_: self._rove())
        title = Label(text(N_("Begin from")), "h2")
        super().__init__(title, side_by_side(tuple(self.tiles.values())), name=text(N_("Begin from")))
        self.choose(next(iter(self.tiles)))

    @property
    def chosen(self) -> str:
        """Id of the template chosen."""
        return next(key for key, tile in self.tiles.items() if tile.isChecked())

    def choose(self, key: str) -> None:
        """Choose a template."""
        self.tiles[key].setChecked(True)

    def take_focus(self) -> None:
        """Put the focus on the one chosen."""
        self.tiles[self.chosen].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose."""
        step = _STEPS.get(Qt.Key(event.key()))
        keys = list(self.tiles)
        if step is None:
            super().keyPressEvent(event)
            return
        self.choose(keys[(keys.index(self.chosen) + step) % len(keys)])
        self.take_focus()

    def _rove(self) -> None:
        for tile in self.tiles.values():
            tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus if tile.isChecked() else Qt.FocusPolicy.ClickFocus)


class NewPage(Page):
    """The form for a new agreement, or for a copy of one.

    Args:
        desk: The window and its session.
        back: Goes back to the list.
    """

    def __init__(self, desk: Desk, back: Callable[[], object]) -> None:
        text = desk.language.text
        self._desk, self._back = desk, back
        self._original: Line | None = None
        self.title = QLineEdit()
        self.title.setMaxLength(LIMIT)
        self.title.setPlaceholderText(text(N_("Such as “Sales and marketing 2027”")))
        self.title.returnPressed.connect(self.make)
        label = Label(text(N_("Title")), "label")
        label.setBuddy(self.title)
        self.title.setAccessibleName(label.text())
        help_ = Label(text(N_("Stands on the cover and in the library; you can change it at any time.")), "tiny")
        self.choices = Choices(desk)
        self._other_client = CheckLine(text(N_("For another client: leave out names, amounts and what was decided")))
        self._copied = Card(
            Label("", "h2", wrap=True),
            Label(text(N_("Its draft is copied, without versions, signatures or imports. The original stays as it "
                          "is.")), "body", wrap=True),
            self._other_client,
            Label(text(N_("Names of the company and of the participants become brackets to fill, in every text. "
                          "Short forms of a name are not recognised: read it through once.")), "tiny", wrap=True),
        )  # fmt: skip
        self._refusal = Notice("error", "")
        self._refusal.hide()
        self._head = PageHead(
            text(N_("New agreement")), facts=text(N_("Everything can be changed later.")), below=True
        )  # fmt: skip
        self._button = Button(text(N_("Create")), "primary", on_click=self.make, keys="↵")
        cancel = Button(text(N_("Cancel")), on_click=self._back, tip="Esc")
        super().__init__(
            self._head, 4, self._refusal,
            Card(box(column(label, self.title, help_, gap=5))),
            self.choices, self._copied, stretch(),
            footer=(cancel, stretch(), self._button), reading=True,
        )  # fmt: skip
        self.setFocusProxy(self.title)

    def begin(self, template: str = "") -> None:
        """Ask for a new agreement, with a template chosen already where one is named."""
        text = self._desk.language.text
        self._original = None
        self._head.title.setText(text(N_("New agreement")))
        if template:
            self.choices.choose(template)
        self._show(text(N_("Marketing and sales agreement {year}")).format(year=self._desk.session.now().year + 1))

    def begin_copy(self, line: Line) -> None:
        """Ask for a copy of an agreement."""
        text = self._desk.language.text
        self._original = line
        self._other_client.untick()
        self._head.title.setText(text(N_("Copy an agreement")))
        words = self._copied.findChild(Label)
        assert words is not None  # made above
        words.setText(text(N_("{company}, {title}")).format(company=name_of(line), title=line.title))
        self._show(text(N_("{title} (copy)")).format(title=line.title))

    def make(self) -> None:
        """Make it; the window goes there once it is open."""
        if not self._button.isEnabled():
            return
        self._button.setEnabled(False)
        self._refusal.hide()
        title, session = self.title.text().strip(), self._desk.session
        if self._original is not None:
            session.duplicate(
                self._original.id, title, failed=self._refused, without_client_data=self._other_client.is_ticked
            )  # fmt: skip
        else:
            session.create(title, self.choices.chosen, failed=self._refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; Enter makes it, wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self._back()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.make()
        else:
            super().keyPressEvent(event)

    def _show(self, title: str) -> None:
        self.choices.setVisible(self._original is None)
        self._copied.setVisible(self._original is not None)
        self._refusal.hide()
        self._button.setEnabled(True)
        self.title.setText(title)
        self.title.selectAll()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: WorkbenchError) -> None:
        self._button.setEnabled(True)
        self._refusal.say("error", error.hint, strong=error.message)
        self._refusal.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
