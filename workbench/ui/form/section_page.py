"""The page of one section: what it is for, its form, what is still open, the way back and on. Must not know sections.

The first cards are built before the page is first painted, the others one after the other while nothing else happens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from workbench.base.language import N_
from workbench.ui.form.binder import Binder, Place
from workbench.ui.form.builder import FormBody
from workbench.ui.form.draft import Draft, within
from workbench.ui.form.layouts import Layout, usual_layout
from workbench.ui.form.open_questions import open_questions
from workbench.ui.form.plan import Craft, Offer, Plan, no_offer
from workbench.ui.form.tab_order import order_tabs
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip, ChipTone
from workbench.ui.parts.layout import Item, stretch
from workbench.ui.parts.page import Page, Scroller
from workbench.ui.parts.page_head import PageHead

FIRST_FIELDS = 12
"""Whole cards are built until so many fields are there for the first paint."""

MARGIN_AROUND = 90
"""Pixels that stay visible above and below a place that is brought into view."""

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


@dataclass(frozen=True)
class Step:
    """Where a button of the footer leads.

    Attributes:
        title: The name of the section there.
        go: Goes there.
    """

    title: str
    go: Callable[[], None]


@dataclass(frozen=True)
class Head:
    """What stands above the form.

    Attributes:
        title: The section's name.
        purpose: What it is for, one line.
        over: Where it stands: phase and number.
        right: What can be done with the page as a whole.
    """

    title: str
    purpose: str = ""
    over: str = ""
    right: tuple[QWidget, ...] = ()


class SectionPage(Page):
    """A form for one section of a draft.

    Attributes:
        binder: Binds the page's editors.
        form: The fields.
        chip: The section's state.
    """

    built = Signal()
    """The last card is there."""

    def __init__(
        self,
        head: Head,
        draft: Draft,
        path: str,
        *,
        layout_of: Callable[[type[Any]], Layout] = usual_layout,
        offer: Offer = no_offer,
        craft: Craft | None = None,
        back: Step | None = None,
        onward: Step | None = None,
        middle: tuple[QWidget, ...] = (),
        pause: int | None = None,
        keys: bool = True,
    ) -> None:
        """Build the first cards and plan the others.

        Args:
            head: What stands above the form.
            draft: What is edited.
            path: Written path of the section; empty for a root without sections.
            layout_of: Layouts of the section's and its rows' classes.
            offer: What is offered beside a field's label.
            craft: What the page has of its own.
            back: The section before.
            onward: The section after.
            middle: More for the footer: a time box, a call for consent.
            pause: Milliseconds before the message for unread text appears, where not the usual ones.
            keys: Listen to F8; without it whoever holds the page does.
        """
        self.chip = Chip("", "idle")
        self.chip.setVisible(False)
        self._draft, self._path = draft, path
        binder = Binder(draft) if pause is None else Binder(draft, pause=pause)
        made = craft or Craft()
        self.binder, self._plan = binder, Plan(binder, layout_of, offer, made)
        owner = type(draft.value(path)) if path else type(draft.root)
        self.form = FormBody(owner, path, made.layout or layout_of(owner), self._plan)
        text = self._plan.language.text
        page_head = PageHead(head.title, over=head.over, facts=head.purpose, right=(self.chip, *head.right), below=True)
        self.open_button = Button("", "link", on_click=self.show_next_open, tip=text(N_("Go to the next one (F8)")))
        footer: list[Item] = [stretch(), self.open_button, *middle]
        if back is not None:
            footer.insert(0, Button(back.title, icon="chevron-left", on_click=back.go))
        if onward is not None:
            words = text(N_("Next: {section}")).format(section=onward.title)
            footer.append(Button(words, "primary", icon="chevron-right", trailing=True, on_click=onward.go))
        super().__init__(page_head, 2, self.form, stretch(), footer=tuple(footer), reading=True,
                         gives_way=self.open_button)  # fmt: skip
        binder.setParent(self)
        self._scroller = self.findChild(Scroller)
        self._building = QTimer(self, interval=0)
        self._building.timeout.connect(self._build_next)
        self._ordering = QTimer(self, singleShot=True, interval=0)
        self._ordering.timeout.connect(self._order)
        binder.arranged.connect(self._ordering.start)
        draft.issues_changed.connect(self._say_open)
        draft.show.connect(self._show_again)
        if keys:
            QShortcut(QKeySequence("F8"), self, self.show_next_open, context=_HERE)
        self._build_first()
        self._say_open()

    @property
    def is_built(self) -> bool:
        """Whether the last card is there."""
        return all(group.built for group in self.form.groups)

    def show_state(self, words: str, tone: ChipTone) -> None:
        """Say in which state the section is; no words hide the chip."""
        self.chip.show_state(words, tone)
        self.chip.setVisible(bool(words))

    def finish(self) -> None:
        """Build what is not there yet, at once."""
        while not self.is_built:
            self._build_next()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page begins with its first field."""
        super().focusInEvent(event)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self.binder.paths()), None)
        place = self.binder.place(first) if first else None
        if place is not None:
            place.editor.begin()

    def show_place(self, path: str) -> bool:
        """Bring a place into view and put the cursor there; answers whether it is on this page."""
        if not within(path, self._path):
            return False
        place = self.form.reveal(path) if path != self._path else None
        if place is None:
            return path == self._path
        QTimer.singleShot(0, self, lambda: self._go(place))  # once the layout has placed what was just opened
        return True

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll until the whole of something on the page is seen, as far as it fits."""
        if self._scroller is not None:
            self._scroller.ensureWidgetVisible(widget, 0, 0)

    def show_next_open(self) -> None:
        """Go to the first open question after the one with the cursor, and show what is missing everywhere."""
        self.binder.insist = True
        self.binder.refresh_issues()
        paths = open_questions(self._draft, self._path).paths
        if paths:
            here = self.binder.current_path
            after = paths[paths.index(here) + 1 :] if here in paths else paths
            self.show_place((after or paths)[0])

    def showEvent(self, event: QShowEvent) -> None:
        """Go on building once the page can be seen."""
        super().showEvent(event)
        if not self.is_built:
            self._building.start()

    def _build_first(self) -> None:
        while len(self.binder.paths()) < FIRST_FIELDS and self.form.build_next():
            pass
        self._ordering.start()

    def _build_next(self) -> None:
        if not self.form.build_next() or self.is_built:
            self._building.stop()
            self._order()
            self.built.emit()

    def _order(self) -> None:
        if self.is_built:
            order_tabs(self)

    def _say_open(self) -> None:
        found = open_questions(self._draft, self._path)
        self.open_button.show_text(found.words(self._plan.language))
        self.open_button.setEnabled(bool(found.paths))

    def _show_again(self, path: str) -> None:
        if self.isVisible():
            self.show_place(path)

    def _go(self, place: Place) -> None:
        focused = QApplication.focusWidget()
        if not (place.editor.has_inside and focused and place.editor.widget.isAncestorOf(focused)):
            place.editor.take_focus()
        seen = QApplication.focusWidget() or place.editor.widget
        if self._scroller is not None:
            self._scroller.ensureWidgetVisible(seen, 0, MARGIN_AROUND)
