"""A list that grows while the room talks: one line to type into, what is proposed, and every entry as a card.

Must not know which list it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.base.language import N_, Language
from workbench.fields.value import Row
from workbench.ui.form.binder import Binder
from workbench.ui.form.builder import FormBody
from workbench.ui.form.draft import Draft, within
from workbench.ui.form.layouts import Group, Layout, Spot
from workbench.ui.form.plan import Plan
from workbench.ui.form.section_layouts import layout_of
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.page import Scroller
from workbench.ui.theme.theme import theme
from workbench.ui.views.notebook.drawer import Tab


@dataclass(frozen=True)
class Kept:
    """A list that is kept.

    Attributes:
        owner: The class that holds it.
        path: Written path of the holder; empty for the root.
        name: Of the list in its holder.
        ask: What the line asks for.
        help: What becomes of the entries.
        make: Makes an entry of what was typed.
        proposed: Entries that what happened suggests.
        title_of: What an entry says in one line.
    """

    owner: type[Any]
    path: str
    name: str
    ask: str
    help: str
    make: Callable[[str], Row]
    proposed: Callable[[], Sequence[Row]] = tuple
    title_of: Callable[[Any], str] = str

    @property
    def list_path(self) -> str:
        """Written path of the list."""
        return f"{self.path}.{self.name}" if self.path else self.name


class ListTab(Tab):
    """The list.

    Attributes:
        line: Where an entry is typed.

    Args:
        kept: Which list.
        draft: That holds it.
        language: For the words.
    """

    def __init__(self, kept: Kept, draft: Draft, language: Language) -> None:
        super().__init__()
        text = language.text
        self._kept, self._draft, self._language = kept, draft, language
        self._shown: tuple[str, ...] | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(text(kept.ask))
        self.line.setAccessibleName(text(kept.ask))
        self.line.setMaxLength(200)
        self.line.returnPressed.connect(self.take_line)
        add = Button(text(N_("Add")), "small", icon="plus", keys="Enter", on_click=self.take_line)
        self._proposals = column(gap=6)
        self._proposed = Panel(column(Label(text(N_("Proposed by what happened")), "over"), self._proposals, gap=6))
        self._binder = Binder(draft, self)
        layout = Layout((Group((Spot(kept.name),)),))
        self._form = FormBody(kept.owner, kept.path, layout, Plan(self._binder, layout_of), nested=True)
        self.setLayout(
            column(
                row((self.line, 1), add), Label(text(kept.help), "tiny", wrap=True), self._proposed, 4, self._form,
                stretch(), margins=(20, 16, 20, 20), gap=8,
            )
        )  # fmt: skip
        self._form.build()
        self.refresh()

    def begin(self) -> None:
        """The line, ready to be typed into."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Propose what is to be proposed now."""
        found = self._kept.proposed()
        shown = tuple(self._kept.title_of(one) for one in found)
        if shown == self._shown:
            return
        self._shown = shown
        while self._proposals.count():
            item = self._proposals.takeAt(0)
            if item is not None and (held := item.widget()) is not None:
                held.hide()
                held.deleteLater()
        for words, entry in zip(shown, found, strict=True):
            self._proposals.addWidget(self._proposal(words, entry))
        self._proposed.setVisible(bool(found))

    def take_line(self) -> None:
        """Make an entry of what is typed."""
        words = self.line.text().strip()
        if words:
            self.line.clear()
            self.add(self._kept.make(words))

    def add(self, entry: Row) -> str:
        """Put an entry at the end of the list; answers its key."""
        return self._draft.insert_row(self._kept.list_path, entry)

    def reveal(self, path: str) -> bool:
        """Bring an entry into view."""
        if not within(path, self._kept.list_path):
            return False
        place = self._form.reveal(path) if path != self._kept.list_path else None
        if place is not None:
            place.editor.take_focus()
            QTimer.singleShot(0, place.editor.widget, lambda: self._scroll_to(place.editor.widget))
        return True

    def _scroll_to(self, widget: QWidget) -> None:
        """Bring a widget into view, once it has its place."""
        scroller = self.property("scroller")
        if isinstance(scroller, Scroller):
            scroller.ensureWidgetVisible(widget, 0, theme().look.px(90))

    def _proposal(self, words: str, entry: Row) -> Panel:
        take = Button(self._language.text(N_("Take")), "small", icon="check", on_click=lambda: self._take(entry))
        take.setAccessibleName(self._language.text(N_("Take: {entry}")).format(entry=words))
        label = Label(words, "body", wrap=True)
        return Panel(row((label, 1), take, margins=(12, 7, 8, 7), gap=10), card="quiet")

    def _take(self, entry: Row) -> None:
        self.add(entry)
        self.refresh()
        self.begin()
