"""The library with something in it: what needs somebody, a search, the table, and what its bars mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent, QShortcut

from workbench.base.language import N_
from workbench.ui.listing import Line
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.layout import box, column, row, stretch
from workbench.ui.parts.page import Page
from workbench.ui.parts.page_head import PageHead
from workbench.ui.tables.dress import EDGE
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.dates import long_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.library.cells import Cells
from workbench.ui.views.library.shelves import SHELF, Filter
from workbench.ui.views.library.table import AgreementTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.views.library.attention import Thing
    from workbench.ui.views.library.cards import ThingCards
    from workbench.ui.views.library.list_tools import ListTools
    from workbench.ui.views.library.nothing import Nothing

NAME_LEAST = 280
"""Design pixels for whose agreement it is; other columns give way to it."""
GIVING_WAY = ("edit", "until", "review", "health")
"""Columns that are hidden where there is no room for them, the first one first."""
NAME_TIGHT = 190
"""Design pixels for whose agreement it is where little else is shown: when it was last changed is worth them."""
TOOLS_BELOW = 700
"""Design pixels of width under which a file is opened from the rail alone."""
NARROW = {"state": 206.0, "health": 226.0, "edit": 112.0}
"""Widths where there is no room for the columns' own."""
TOOLS_HEIGHT = 34
"""Design pixels that are kept free for the line above the list."""
FRAME_MS = 16
LOW = 620
"""Design pixels of height under which the cards make room for the table; the sentence still counts them."""


class ListPage(Page):
    """The list of agreements. What only a list that is better known calls for is made when it does.

    Args:
        desk: The window and its session.
        act: Does what a thing needs.
        open_agreement: Opens one by its id.
        show_menu: Shows what can be done with one, at a point of the screen.
    """

    def __init__(
        self,
        desk: Desk,
        act: Callable[[Thing], object],
        open_agreement: Callable[[str], object],
        show_menu: Callable[..., object],
    ) -> None:
        text, registry = desk.language.text, desk.window.registry
        self._desk, self._text = desk, text
        self._filter = Filter(sort=desk.memory.now.sort)
        self._cells = Cells(desk.language, desk.session.now())
        self._file = Button(
            text(N_("Open bundle or signed PDF")), icon="folder-open", on_click=lambda: registry.run("file.open")
        )
        self.head = PageHead(
            text(N_("Library")), facts=" ", below=True,
            right=(
                self._file,
                Button(text(N_("New from template")), "primary", icon="plus",
                       on_click=lambda: registry.run("library.new")),
            ),
        )  # fmt: skip
        self._act = act
        self._needed: tuple[Thing, ...] = ()
        self._fitted: tuple[object, ...] = ()
        self._cards: ThingCards | None = None
        self._nothing: Nothing | None = None
        self._key: QWidget | None = None
        self._cards_slot, self._key_slot = row(gap=0), row(gap=0)
        self._tools: ListTools | None = None
        self._tools_due = False
        self._tools_slot = row(gap=0)
        self._tools_slot.addStrut(theme().look.px(TOOLS_HEIGHT))
        self.table = AgreementTable(self._cells, text(N_("Agreements")))
        self._frame = Card(self.table, margins=(1, 1, 1, 1))
        self._middle = column((self._frame, 1), gap=0)
        super().__init__(
            self.head, 2, self._cards_slot,
            self._tools_slot, (self._middle, 1000), self._key_slot, stretch(),
            scrolls=False,
        )  # fmt: skip
        self.table.wanted.connect(open_agreement)
        self.table.asked.connect(show_menu)
        self.setFocusProxy(self.table)
        desk.session.listing_changed.connect(self.refresh)
        desk.window.folded.connect(lambda _folded: self.refresh())
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("/"), self, self.go_to_search, context=here)
        theme().follow(self)
        self.refresh()

    def show_shelf(self, key: str) -> None:
        """Show another shelf."""
        self._narrow(shelf=key)

    @property
    def shelf(self) -> str:
        """Key of the shelf shown."""
        return self._filter.shelf

    @property
    def tools(self) -> ListTools:
        """The line above the list; made when it is first needed, or a moment after the list was painted."""
        if self._tools is None:
            from workbench.ui.form.tab_order import order_tabs  # noqa: PLC0415  (after the first paint)
            from workbench.ui.views.library.list_tools import ListTools  # noqa: PLC0415  (as above)

            self._tools = ListTools(self._desk, self._filter, self._narrow)
            self._tools_slot.addWidget(self._tools)
            self.refresh()
            order_tabs(self)
        return self._tools

    def go_to_search(self) -> None:
        """Let the keyboard write what is searched for."""
        self.tools.search.setFocus()
        self.tools.search.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The list comes first: what it is searched and ordered with follows in the next frame."""
        super().paintEvent(event)
        if self._tools is None and not self._tools_due:
            self._tools_due = True
            QTimer.singleShot(FRAME_MS, self, lambda: self.tools)

    def refresh(self) -> None:
        """Show the list as it is known now."""
        session = self._desk.session
        self._cells.now = session.now()
        today, lines = self._cells.today, session.listing.lines
        self._show_things(lines, today)
        self.head.facts.setText(self._sentence())
        shown = self._filter.of(lines, today)
        self.table.show_lines(shown)
        self._frame.setMaximumHeight(self.table.maximumHeight() + 2)
        self._frame.setVisible(bool(shown))
        self._show_key("health" not in self._fitted and any(line.health is not None for line in shown))
        if self._nothing is not None:
            self._nothing.setVisible(not shown)
        if not shown:
            self._say_nothing()
        if self._tools is not None:
            self._tools.offer_pills(any(line.health is not None for line in lines), self._filter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window keeps its rows and drops the cards."""
        super().resizeEvent(event)
        self.restyle(theme().look)

    def restyle(self, look: Look) -> None:
        """Another scale needs other room, and the frame ends with its table."""
        self._frame.setMaximumHeight(self.table.maximumHeight() + 2)
        if self._file.isHidden() == (self.width() >= look.px(TOOLS_BELOW)):
            QTimer.singleShot(0, self, self._fit_head)  # showing a part inside a layout pass upsets the pass
        self._fit_columns(self.width() / look.scale - 2 * EDGE - NAME_LEAST)
        if self._cards is not None:
            self._cards.set_room(self.height() >= look.px(LOW))
            self.head.facts.setText(self._sentence())

    def _fit_head(self) -> None:
        self._file.setVisible(self.width() >= theme().look.px(TOOLS_BELOW))

    def _fit_columns(self, room: float) -> None:
        """Show the columns there is room for beside the first one; design pixels."""
        widths = {column.key: column.width for column in self.table.lines.columns}
        is_narrow = room < sum(widths.values())
        if is_narrow:
            widths.update(NARROW)
        hidden: list[str] = []
        for key in GIVING_WAY:
            if room < sum(width for name, width in widths.items() if name not in hidden):
                hidden.append(key)
        if "health" in hidden and room + NAME_LEAST - NAME_TIGHT >= widths["state"] + widths["edit"]:
            hidden.remove("edit")
        if (is_narrow, *hidden) == self._fitted:
            return
        self._fitted = (is_narrow, *hidden)
        self.table.hide_columns(False, *GIVING_WAY)
        self.table.hide_columns(True, *hidden)
        self.table.set_widths(NARROW if is_narrow else {})
        self.refresh()

    def _clear(self) -> None:
        self.tools.clear()
        self._narrow(words="", missed=False, stale=False)

    def _narrow(self, **how: Any) -> None:
        self._filter = self._filter._replace(**how)
        self.refresh()

    def _show_things(self, lines: Sequence[Line], today: dt.date) -> None:
        """Show what needs somebody."""
        if self._cards is None and all(line.listed is None and not line.trouble for line in lines):
            return
        from workbench.ui.form.tab_order import order_tabs  # noqa: PLC0415
        from workbench.ui.views.library.attention import things  # noqa: PLC0415
        from workbench.ui.views.library.cards import ThingCards  # noqa: PLC0415

        if self._cards is None:
            self._cards = ThingCards(self._act)
            self._cards_slot.addWidget(self._cards)
            self.restyle(theme().look)
        self._needed = things(lines, today, self._desk.language)
        if self._cards.show_things(self._needed):
            order_tabs(self)

    def _show_key(self, shown: bool) -> None:
        """Show what the bars mean, while there are any."""
        if self._key is None and shown:
            from workbench.ui.charts.strip_key import StripKey  # noqa: PLC0415

            said = self._text(N_("Promises of M marketing, S sales, B both, each as of its own data"))
            self._key = box(row(StripKey(self._desk.language), stretch(), ElidingLabel(said, "tiny")))
            self._key_slot.addWidget(self._key)
        if self._key is not None:
            self._key.setVisible(shown)

    def _sentence(self) -> str:
        day, lines = long_day(self._cells.today, self._desk.language), self._desk.session.listing.lines
        count = len(self._needed)
        if not count and any(line.listed is None and not line.trouble for line in lines):
            return f"{day}."  # what is not read yet may need somebody
        if not count:
            return self._text(N_("{day}. Nothing needs you.")).format(day=day)
        if self._cards is not None and self._cards.has_room:
            many = self._desk.language.count(N_("{n} thing needs you."), N_("{n} things need you."), count)
            return f"{day}. {many.format(n=count)}"
        first = self._needed[0]
        one = self._text(N_("{who} needs you: {what}")).format(who=first.who, what=first.what)
        more = self._desk.language.count(N_("and {n} more"), N_("and {n} more"), count - 1)
        return f"{day}. {one}{', ' + more.format(n=count - 1) if count > 1 else ''}."

    def _say_nothing(self) -> None:
        from workbench.ui.views.library.nothing import Nothing  # noqa: PLC0415

        text, words = self._text, self._filter.words.strip()
        if self._nothing is None:
            self._nothing = Nothing(text(N_("Show the whole shelf")), self._clear)
            self._middle.addWidget(self._nothing, 1)
        shelf = text(SHELF[self._filter.shelf].title)
        if not self._filter.narrows:
            title = text(N_("Nothing on the shelf “{shelf}”")).format(shelf=shelf)
            more = text(N_("Agreements come here by themselves, as they stand."))
        else:
            title = text(N_("Nothing found for “{words}”")).format(words=words) if words else text(N_("Nothing found"))
            more = text(N_("Searched company, title and people on the shelf “{shelf}”.")).format(shelf=shelf)
        self._nothing.say(title, more, narrowed=self._filter.narrows)
