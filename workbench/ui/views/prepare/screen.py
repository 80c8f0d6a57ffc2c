"""The Prepare phase as a screen: its rail, and one page a subject, built on its first visit."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.base.language import N_
from workbench.services.handouts import PaperKind, PaperWish
from workbench.ui.actions import Action
from workbench.ui.arrivals import SHEETS
from workbench.ui.form.tab_order import order_tabs
from workbench.ui.parts.label import Label
from workbench.ui.parts.page import Page
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.rail_items import RailItem
from workbench.ui.views.choosing import file_to_open
from workbench.ui.views.desk import Desk
from workbench.ui.views.places import ROOM
from workbench.ui.views.prepare.page import PreparePage
from workbench.ui.views.prepare.subject_page import SubjectPage
from workbench.ui.views.prepare.subjects import subject_of, subject_page
from workbench.ui.views.prepare.title_field import PATH

PLACE = "prepare"
OVERVIEW, READY, AGENDA, ALIGNMENT, FRICTION, PAPERS = (
    "overview", "ready", "agenda", "alignment", "friction", "papers",
)  # fmt: skip
SUBJECTS = (
    (OVERVIEW, N_("Before the room"), "list-checks"),
    (READY, N_("Ready to start?"), "circle-check"),
    (AGENDA, N_("Agenda"), "timer"),
    (ALIGNMENT, N_("How aligned are we?"), "gauge"),
    (FRICTION, N_("What rubs"), "messages-square"),
    (PAPERS, N_("On paper"), "file-text"),
)
"""Key, words and icon of each page."""

PAPER_ACTIONS: tuple[tuple[PaperKind, str, str], ...] = (
    ("minutes", N_("Write the minutes"), "Ctrl+Alt+M"),
    ("answers", N_("Print answer cards"), ""),
    ("cards", N_("Print voting cards"), ""),
    ("worksheets", N_("Print worksheets"), ""),
    ("data-request", N_("Print a data request"), ""),
    ("poster", N_("Print a poster for each team"), ""),
)


class PrepareScreen(QObject):
    """Holds the page, and the way to the title.

    Args:
        desk: The window and its session.
        go: Brings a place in a section into view.
    """

    def __init__(self, desk: Desk, go: Callable[[str], object]) -> None:
        super().__init__(desk.window)
        self._desk, self._go = desk, go
        self._page: PreparePage | None = None
        self._stack: QStackedWidget | None = None
        self._rail: Rail | None = None
        self._pages: dict[str, QWidget] = {}
        self._subject = OVERVIEW
        desk.session.agreement_opened.connect(self._on_opened)
        desk.session.agreement_closed.connect(self._on_closed)
        desk.window.registry.add(
            Action("agreement.title", N_("Change the title of the agreement"), self.edit_title, icon="pencil",
                   enabled=lambda: desk.session.current is not None, keywords=N_("rename name cover")),
            Action("actuals.load", N_("Import actuals from a file"), self.load, "Ctrl+I", icon="upload",
                   enabled=lambda: desk.session.current is not None, keywords=N_("baseline crm export excel csv")),
            *(self._subject_action(*subject) for subject in SUBJECTS),
            *(self._paper_action(kind, words, keys) for kind, words, keys in PAPER_ACTIONS),
        )  # fmt: skip
        if desk.session.current is not None:  # made by its opening
            self._on_opened(desk.session.current.id)

    def rail(self) -> Rail:
        """The rail of the subjects."""
        text = self._desk.language.text
        items = [RailItem(key, text(words), icon=icon) for key, words, icon in SUBJECTS]
        self._rail = Rail(items, name=text(N_("What is prepared")))
        self._rail.show_current(self._subject)
        self._rail.chosen.connect(self.go)
        return self._rail

    def build(self) -> QWidget:
        """The stack of the pages."""
        self._stack = QStackedWidget()
        self.go(self._subject)
        return self._stack

    def go(self, subject: str) -> None:
        """Show the page of a subject."""
        self._subject = subject
        if self._stack is None:
            self._desk.window.go(PLACE)
            return
        if subject not in self._pages:
            self._pages[subject] = self._make(subject)
            self._stack.addWidget(self._pages[subject])
        page = self._pages[subject]
        self._stack.setCurrentWidget(page)
        self._stack.setFocusProxy(page)
        if self._rail is not None:
            self._rail.show_current(subject)

    def print_paper(self, wish: PaperWish) -> None:
        """Ask where a paper is to be written, and write it."""
        from workbench.ui.views.prepare.printing import print_paper  # noqa: PLC0415  (on a wish)

        print_paper(self._desk, wish)

    def _make(self, subject: str) -> QWidget:
        current = self._desk.session.current
        assert current is not None  # the place needs an agreement
        if subject == PAPERS:
            from workbench.ui.views.prepare.papers_page import PapersPage  # noqa: PLC0415  (on the first visit)

            return PapersPage(self._desk, self.print_paper)
        if subject == OVERVIEW:
            self._page = PreparePage(self._desk, current, self._go, self.load)
            return self._page
        if current.preparation is None:  # the store has not answered yet
            return Page(Label(self._desk.language.text(N_("being read…")), "muted"))
        made = subject_page(subject, current, current.preparation, self._desk.language)
        order_tabs(made)
        return made

    def _subject_action(self, subject: str, words: str, icon: str) -> Action:
        def go() -> None:
            self._desk.window.go(PLACE)
            self.go(subject)

        return Action(
            f"prepare.{subject}", words, go, icon=icon, keywords=N_("prepare"),
            enabled=lambda: self._desk.session.current is not None,
        )  # fmt: skip

    def _paper_action(self, kind: PaperKind, words: str, keys: str) -> Action:
        return Action(
            f"paper.{kind}", words, lambda: self.print_paper(PaperWish(kind)), keys, icon="download",
            enabled=lambda: self._desk.session.current is not None, keywords=N_("print paper pdf"),
        )  # fmt: skip

    def edit_title(self) -> None:
        """Go to the title."""
        self._desk.window.go(PLACE)
        self.go(OVERVIEW)
        if self._page is None:
            QTimer.singleShot(0, self, self.edit_title)
        elif shiboken6.isValid(self._page):
            QTimer.singleShot(0, self._page, self._page.title.take_focus)

    def load(self) -> None:
        """Ask for a file of leads; whoever imports is told."""
        text = self._desk.language.text
        endings = " ".join(f"*{ending}" for ending in SHEETS)
        title = text(N_("Import actuals from a file"))
        chosen = file_to_open(self._desk, title, f"{text(N_('Tables'))} ({endings})")
        if chosen is not None:
            self._desk.session.import_wanted.emit(str(chosen))

    def _on_opened(self, _agreement: str) -> None:
        current = self._desk.session.current
        if current is not None:
            current.draft.show.connect(self._on_show)
            current.preparation_known.connect(self._on_known)

    def _on_known(self) -> None:
        """What is prepared is there: pages that waited for it are made."""
        current = self._desk.session.current
        if current is None or current.preparation is None:
            return
        current.preparation.draft.show.connect(self._on_show_prepared)
        for subject in set(self._pages) - {OVERVIEW, PAPERS}:
            page = self._pages.pop(subject)
            page.hide()
            page.deleteLater()
        if self._stack is not None and self._subject not in self._pages:
            self.go(self._subject)

    def _on_show_prepared(self, path: str) -> None:
        """Undo brought back something that is prepared: show it, unless it is shown elsewhere."""
        subject = subject_of(path)
        if not subject or (subject == AGENDA and self._desk.window.place == ROOM[0]):  # stands beside the console
            return
        if self._desk.window.place != PLACE:
            self._desk.window.go(PLACE)
        self.go(subject)
        page = self._pages.get(subject)
        if isinstance(page, SubjectPage):
            QTimer.singleShot(0, page, lambda: page.show_place(path))

    def _on_closed(self, _agreement: str) -> None:
        self._page, self._stack, self._rail = None, None, None
        self._pages.clear()
        self._subject = OVERVIEW

    def _on_show(self, path: str) -> None:
        """Undo brought the title back: show it."""
        if path == PATH:
            self.edit_title()
