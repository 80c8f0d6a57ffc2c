"""The Agree phase as a screen: the rail, one page a section built on its first visit, and ways to go between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.agreement.contents import SECTION, SECTIONS, SectionInfo
from workbench.agreement.rules.skipped import section_of
from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.form.open_questions import open_questions
from workbench.ui.form.section_page import Step
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.shell.rail import Rail
from workbench.ui.views.agree.crafts import craft_of
from workbench.ui.views.agree.past.beside import PastBeside
from workbench.ui.views.agree.points_at_hand import PointsAtHand
from workbench.ui.views.agree.promises import PROMISING
from workbench.ui.views.agree.section_rail import SectionRail
from workbench.ui.views.agree.section_view import SectionView
from workbench.ui.views.agree.states import LIST
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from workbench.ui.command_palette.ranking import Entry

PLACE = "agree"


class AgreeScreen(QObject):
    """The sections of the open agreement.

    Attributes:
        claims: Asked before undo brings a place into view here: whoever shows it already answers True.

    Args:
        desk: The window and its session.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._stack: QStackedWidget | None = None
        self._rail: SectionRail | None = None
        self._views: dict[str, SectionView] = {}
        self._past: PastBeside | None = None
        self._section = desk.memory.now.section or SECTIONS[0].name
        self._wanted_path = ""
        self._points = PointsAtHand(desk, lambda: self.view, self.show_place)
        self.claims: list[Callable[[str], bool]] = []
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._refresh)
        desk.session.agreement_opened.connect(self._on_opened)
        desk.session.agreement_closed.connect(self._on_closed)
        desk.window.viewing.add_finder(self._entries)
        self._register()
        if desk.session.current is not None:  # made by its opening
            self._on_opened(desk.session.current.id)

    # The two widgets

    def rail(self) -> Rail:
        """The rail of the sections."""
        self._rail = SectionRail(self._open.draft, self._desk.language)
        self._rail.rail.show_current(self._section)
        self._rail.rail.chosen.connect(self.go)
        self._rail.rail.pressed.connect(self._desk.window.registry.run)
        return self._rail.rail

    def build(self) -> QWidget:
        """The stack of section pages."""
        self._stack = QStackedWidget()
        self._past = PastBeside(
            self._desk, self._stack, self._open.draft, lambda: self.view.page if self.view else None, self.show_place
        )
        self.go(self._section)
        if not self._wanted_path and self.view is not None:
            QTimer.singleShot(0, self.view, self.view.page.focus_first)  # once it is shown
        return self._stack

    # Going about

    @property
    def section(self) -> str:
        """Name of the section one is at, or was last."""
        return self._section

    @property
    def view(self) -> SectionView | None:
        """The section that is shown."""
        return self._views.get(self._section)

    def go(self, section: str, *, focus: bool = False) -> None:
        """Show a section.

        Args:
            section: Its name.
            focus: Put the cursor into its first field.
        """
        self._section = section if section in SECTION else SECTIONS[0].name
        self._desk.memory.remember(section=self._section)
        if self._stack is None:
            self._desk.window.go(PLACE)
            return
        view = self._views.get(self._section) or self._make(SECTION[self._section])
        view.refresh()
        self._stack.setCurrentWidget(view)
        self._stack.setFocusProxy(view)
        if self._rail is not None:
            self._rail.rail.show_current(self._section)
        if focus:
            view.page.focus_first()
        self._desk.window.registry.refresh()

    def show_place(self, path: str) -> None:
        """Go to the section a place is in, and bring the place into view."""
        section = path[len(LIST) + 1 : -1] if path.startswith(f"{LIST}[") else section_of(path)
        if section not in SECTION:
            return
        self._wanted_path = path
        if self._desk.window.place != PLACE:
            self._desk.window.go(PLACE)
        if self._stack is None:  # built with the next turn of the event loop
            self._section = section
            QTimer.singleShot(0, self, lambda: self.show_place(path))
            return
        self.go(section)
        self._wanted_path = ""
        if self.view is not None and not path.startswith(LIST):
            self.view.page.show_place(path)

    def next_open(self) -> None:
        """Go to the next open question: of this section, else of the next one that has any."""
        draft = self._open.draft
        order = [info.name for info in SECTIONS]
        here = order.index(self._section)
        for name in order[here:] + order[:here]:
            if open_questions(draft, name).paths:
                self.go(name)
                if self.view is not None:
                    self.view.page.show_next_open()
                return
        self._desk.session.told.emit(self._desk.language.text(N_("Nothing is open: this can be saved for signature.")))

    # Inside

    @property
    def _open(self) -> OpenAgreement:
        current = self._desk.session.current
        assert current is not None  # the place needs an agreement
        return current

    def _make(self, info: SectionInfo) -> SectionView:
        assert self._stack is not None  # pages are made on it
        assert self._past is not None  # made with it
        text, number = self._desk.language.text, info.number
        back = SECTIONS[number - 2] if number > 1 else None
        onward = SECTIONS[number] if number < len(SECTIONS) else None
        on = Step(text(N_("Sign")), lambda: self._desk.window.go("sign"))  # after the last one comes the next phase
        if onward is not None:
            on = Step(text(onward.title), lambda: self.go(onward.name, focus=True))
        made = SectionView(
            info,
            self._open.draft,
            self._desk.language,
            self._desk.window.registry,
            self.show_place,
            Step(text(back.title), lambda: self.go(back.name, focus=True)) if back is not None else None,
            on,
            self._past.offer,
            craft_of(info.name, self._desk, self._open),
        )
        self._views[info.name] = made
        self._stack.addWidget(made)
        return made

    def _refresh(self) -> None:
        """Rail, promises and points follow once the rules are through; a keystroke waits for none of them."""
        if self._desk.session.current is None:
            return
        if self._rail is not None:
            self._rail.refresh()
        if self.view is not None:
            self.view.refresh()

    def _on_opened(self, _agreement: str) -> None:
        draft = self._open.draft
        draft.searched.connect(self._pause.start)
        draft.issues_changed.connect(self._pause.start)
        draft.show.connect(self._bring_back)

    def _bring_back(self, path: str) -> None:
        """Undo or redo changed a place: whoever shows it already does, else its section."""
        if not any(claim(path) for claim in self.claims):
            self.show_place(path)

    def _on_closed(self, _agreement: str) -> None:
        self._pause.stop()
        self._stack, self._rail, self._past = None, None, None
        self._views.clear()
        self._section = SECTIONS[0].name

    def _step(self, by: int) -> None:
        order = [info.name for info in SECTIONS]
        place = order.index(self._section) + by
        if 0 <= place < len(order):
            self.go(order[place], focus=True)

    def _is_here(self) -> bool:
        return self._desk.window.place == PLACE and self.view is not None

    def _has_facts(self) -> bool:
        return self._is_here() and self.view is not None and self.view.elsewhere is not None

    def _show_elsewhere(self) -> None:
        if self.view is not None:
            self.view.show_elsewhere()

    def _toggle_past(self) -> None:
        if self._past is not None:
            self._past.toggle()

    def _set(self, state: str) -> None:
        view = self.view
        if view is None:
            return
        if state == "skipped":
            view.ask_to_skip()
        else:
            view.set_state(state)  # type: ignore[arg-type]  # named by the actions below

    def _register(self) -> None:
        here, draft = self._is_here, lambda: self._desk.session.current is not None
        self._desk.window.registry.add(
            Action("agree.next", N_("Go to the next section"), lambda: self._step(1), "Ctrl+PgDown",
                   icon="chevron-right", enabled=here),
            Action("agree.previous", N_("Go to the section before"), lambda: self._step(-1), "Ctrl+PgUp",
                   icon="chevron-left", enabled=here),
            Action("agree.open", N_("Go to the next open question"), self.next_open, "F8", icon="circle-help",
                   enabled=draft),
            *self._points.actions(here, draft),
            Action("agree.elsewhere", N_("Show what others found"), self._show_elsewhere, "Ctrl+Alt+E", icon="library",
                   keywords=N_("evidence benchmark study source"), enabled=self._has_facts),
            Action("agree.past", N_("Try this number on past data"), self._toggle_past, "Ctrl+B", icon="calendar-clock",
                   keywords=N_("backtest history would have kept"), room_sees=True,
                   enabled=lambda: here() and self._section in PROMISING),
            Action("agree.agreed", N_("Mark this section as agreed"), lambda: self._set("agreed"), "Ctrl+Alt+A",
                   icon="circle-check", enabled=here, room_sees=True),
            Action("agree.disputed", N_("Mark this section as disputed"), lambda: self._set("disputed"), "Ctrl+Alt+X",
                   icon="triangle-alert", enabled=here, room_sees=True),
            Action("agree.draft", N_("Take this section up again"), lambda: self._set("draft"), "Ctrl+Alt+O",
                   icon="rotate-ccw", enabled=here, room_sees=True),
            Action("agree.skip", N_("Skip this section with a reason"), lambda: self._set("skipped"), "Ctrl+Alt+K",
                   icon="circle-minus", enabled=here, room_sees=True),
        )  # fmt: skip

    def _entries(self) -> Sequence[Entry]:
        """For the palette: every section and every promise."""
        from workbench.ui.views.agree.finding import entries  # noqa: PLC0415  (with the palette)

        current = self._desk.session.current
        return entries(current.draft, self._desk.language, self.show_place) if current is not None else ()
