"""The library as a screen: its rail, and whichever page the list calls for. Must not know how rows are drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.shell.place import LIBRARY
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from workbench.ui.shell.rail import Rail
    from workbench.ui.views.library.attention import Thing
    from workbench.ui.views.library.list_page import ListPage
    from workbench.ui.views.library.new_page import NewPage

SLOW_MS = 400
"""After so long without an answer, the page says that the library is being read."""

PLACE_OF = {"for_signature": "sign", "signed": "sign", "in_force": "track", "review_due": "track", "expired": "track"}
"""Where the work on an agreement goes on, by how it stands; drafts are worked on in `agree`."""


class LibraryScreen(QObject):
    """Holds the library's page and rail together.

    Args:
        desk: The window and its session.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._stack: QStackedWidget | None = None
        self._rail: Rail | None = None
        self._list: ListPage | None = None
        self._new: NewPage | None = None
        self._other: QWidget | None = None
        desk.window.registry.add(
            Action("library.new", N_("New agreement from a template"), self.new, "Ctrl+N", icon="file-plus"),
            Action("library.practice", N_("Rehearse on the practice company"), self.rehearse, icon="presentation",
                   keywords=N_("practice mode demo sample training"),
                   detail=N_("An invented company with an agreement and half a year of leads")),
            Action("library.search", N_("Search the library"), self.search, "Ctrl+F", icon="search",
                   enabled=self._has_list),
            Action("library.open", N_("Open the chosen agreement"), lambda: self.open(self.chosen),
                   icon="folder-open", enabled=self._has_chosen),
            Action("library.copy", N_("Copy the chosen agreement as a new one"), self.copy, "Ctrl+D", icon="copy",
                   enabled=self._has_chosen),
            Action("library.bundle", N_("Export the chosen agreement as a bundle"), self.export, "Ctrl+Shift+E",
                   icon="package", enabled=self._has_chosen,
                   detail=N_("One file with every version, to move it or to merge it elsewhere")),
        )  # fmt: skip
        desk.session.listing_changed.connect(self.refresh)
        desk.session.agreement_opened.connect(lambda _agreement: self.show_list())

    def _has_list(self) -> bool:
        return self._desk.window.place == LIBRARY and self._list is not None

    def _has_chosen(self) -> bool:
        return self._has_list() and self.chosen != ""

    # The two widgets

    def rail(self) -> Rail:
        """The shelves and tools."""
        from workbench.ui.views.library.library_rail import library_rail  # noqa: PLC0415  (with the first visit)

        self._rail = library_rail(self._desk, self._on_shelf, self._on_tool)
        return self._rail

    def build(self) -> QWidget:
        """The page; the list is asked for when it is there."""
        self._stack = QStackedWidget()
        self._waiting = QTimer(self._stack, singleShot=True, interval=SLOW_MS)
        self._waiting.timeout.connect(self._say_slow)
        self._stack.addWidget(QWidget())
        self.refresh()
        return self._stack

    # What can be done

    @property
    def chosen(self) -> str:
        """Id of the chosen agreement; empty for none."""
        line = self._list.table.current if self._list is not None else None
        return line.id if line is not None else ""

    def new(self, template: str = "") -> None:
        """Ask for a new agreement."""
        self._at_new(lambda page: page.begin(template))

    def rehearse(self) -> None:
        """Make an agreement of the practice company and open it."""
        self._desk.session.told.emit(self._desk.language.text(N_("Making the practice company…")))
        self._desk.session.rehearse()

    def copy(self) -> None:
        """Ask for a copy of the chosen agreement."""
        line = self._desk.session.listing.line(self.chosen)
        if line is not None:
            self._at_new(lambda page: page.begin_copy(line))

    def search(self) -> None:
        """Go to the search field."""
        self.show_list()
        if self._list is not None:
            self._list.go_to_search()

    def open(self, agreement: str, place: str = "") -> None:
        """Open an agreement and go to where its work goes on, or to a place."""
        session = self._desk.session
        line = session.listing.line(agreement)
        early = line is not None and line.listed is None and not line.is_checked
        if early and not place:  # pressed before the store has answered
            session.ask(
                lambda workbench: workbench.shelf.one(agreement),
                done=lambda found: self.open(agreement, PLACE_OF.get(found.standing, "agree")),
                key="open",
            )
            return
        standing = line.listed.standing if line is not None and line.listed is not None else "draft"
        is_damaged = line is not None and line.listed is None
        wanted = place or ("history" if is_damaged else PLACE_OF.get(standing, "agree"))
        session.open(agreement, lambda: self._desk.window.go(wanted))

    def export(self) -> None:
        """Write the chosen agreement with its history as a bundle."""
        from workbench.ui.views.exporting import export_bundle  # noqa: PLC0415  (file dialogs, on a click)

        line = self._desk.session.listing.line(self.chosen)
        if line is not None:
            export_bundle(self._desk, line.id, f"{line.company} {line.title}".strip())

    # What is shown

    def show_list(self) -> None:
        """Show the list again, or what stands in its place."""
        if self._stack is not None and self._stack.currentWidget() is self._new:
            self._stack.setCurrentIndex(0)
        self.refresh()

    def refresh(self) -> None:
        """Show what the list calls for: rows, the invitation, or why it cannot be read."""
        listing, stack = self._desk.session.listing, self._stack
        self._show_counts()
        if stack is None or (self._new is not None and stack.currentWidget() is self._new):
            return
        if listing.state == "loading":
            self._waiting.start()
        elif listing.state == "failed":
            self._show_other("refused")
        elif not listing.lines:
            self._show_other("empty")
        else:
            self._show_rows()

    def _show_rows(self) -> None:
        from workbench.ui.views.library.list_page import ListPage  # noqa: PLC0415  (only with something to list)

        assert self._stack is not None  # asked only then
        if self._list is None:
            self._list = ListPage(self._desk, self._act, self.open, self._show_menu)
            self._stack.addWidget(self._list)
        self._go(self._list)
        self._desk.window.registry.refresh()

    def _show_other(self, which: str) -> None:
        from workbench.ui.views.library.empty_page import EmptyPage  # noqa: PLC0415
        from workbench.ui.views.library.refused_page import RefusedPage  # noqa: PLC0415

        assert self._stack is not None  # asked only then
        error = self._desk.session.listing.error
        gone = self._other
        if which == "empty" and isinstance(gone, EmptyPage):  # what holds the keyboard is not taken away for the same
            self._go(gone)
            return
        if which == "refused" and error is not None:
            self._other = RefusedPage(self._desk, error)
        else:
            self._other = EmptyPage(self._desk, self.new)
        self._stack.addWidget(self._other)
        self._go(self._other)
        if gone is not None:
            self._stack.removeWidget(gone)
            gone.deleteLater()

    def _say_slow(self) -> None:
        from workbench.ui.parts.empty import EmptyState  # noqa: PLC0415  (seldom needed)

        if self._stack is None or self._desk.session.listing.state != "loading":
            return
        text = self._desk.language.text
        self._other = EmptyState(text(N_("Opening the library…")), text(N_("This takes a moment.")))
        self._stack.addWidget(self._other)
        self._stack.setCurrentWidget(self._other)

    def _go(self, page: QWidget) -> None:
        assert self._stack is not None  # asked only then
        if self._stack.currentWidget() is not page:
            focus = self._desk.window.focusWidget()
            had_focus = focus in {None, self._desk.window.pages} or self._stack.isAncestorOf(focus)
            self._stack.setCurrentWidget(page)
            self._stack.setFocusProxy(page)
            if had_focus and self._desk.window.place == LIBRARY:
                page.setFocus()

    def _at_new(self, ask: Callable[[NewPage], object]) -> None:
        """Go to the form for a new agreement; the library's page may have to be built first."""
        from workbench.ui.views.library.new_page import NewPage  # noqa: PLC0415  (on a wish)

        self._desk.window.go(LIBRARY)
        if self._stack is None:
            QTimer.singleShot(0, self, lambda: self._at_new(ask))
            return
        if self._new is None:
            self._new = NewPage(self._desk, self.show_list)
            self._stack.addWidget(self._new)
        self._stack.setCurrentWidget(self._new)
        ask(self._new)

    def _show_counts(self) -> None:
        if self._rail is not None:
            from workbench.ui.views.library.library_rail import show_counts  # noqa: PLC0415

            show_counts(self._rail, self._desk)

    def _show_menu(self, _agreement: str, point: QPoint) -> None:
        menu = self._desk.window.registry.menu(
            self._desk.window, "library.open", "", "library.copy", "library.bundle"
        )  # fmt: skip
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def _act(self, thing: Thing) -> None:
        self.open(thing.agreement, thing.place)

    def _on_shelf(self, key: str) -> None:
        self.show_list()
        if self._list is not None:
            self._list.show_shelf(key)

    def _on_tool(self, key: str) -> None:
        self._desk.window.registry.run(key)
