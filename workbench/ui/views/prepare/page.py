"""The page of the Prepare phase: cards of what is known and what is missing, kept true while the draft changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from workbench.base.language import N_
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import row, stretch
from workbench.ui.parts.page import Page
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.two_columns import TwoColumns
from workbench.ui.views.desk import Desk
from workbench.ui.views.prepare.balance_card import BalanceCard
from workbench.ui.views.prepare.baseline_card import BaselineCard
from workbench.ui.views.prepare.calendar_card import CalendarCard
from workbench.ui.views.prepare.facts import Facts
from workbench.ui.views.prepare.map_card import MapCard
from workbench.ui.views.prepare.people import People
from workbench.ui.views.prepare.title_field import TitleField
from workbench.ui.views.prepare.workshop_card import WorkshopCard

if TYPE_CHECKING:
    from workbench.services.baseline import Baseline
    from workbench.services.workbench import Workbench

ONE_COLUMN_BELOW = 1000
PAUSE_MS = 150


class PreparePage(Page):
    """The page.

    Args:
        desk: The window and its session.
        current: The open agreement.
        go: Brings a place of the agreement into view.
        load: Asks for a file with last quarter's leads.
    """

    def __init__(
        self, desk: Desk, current: OpenAgreement, go: Callable[[str], object], load: Callable[[], object]
    ) -> None:  # fmt: skip
        self._desk, self._current, self._text = desk, current, desk.language.text
        draft, language, text = current.draft, desk.language, desk.language.text
        registry = desk.window.registry
        self._next = Button(text(N_("Next open question")), keys="F8", on_click=lambda: registry.run("agree.open"))
        begin = Button(
            text(N_("Go to the sections")), "primary", icon="chevron-right", trailing=True,
            on_click=lambda: desk.window.go("agree"),
        )  # fmt: skip
        self._head = PageHead(
            text(N_("Before the room")), over=text(N_("PREPARE")), facts=" ", below=True, right=(self._next, begin)
        )  # fmt: skip
        self.title = TitleField(draft)
        self._facts, self._people = Facts(draft, language, go), People(draft, language, go)
        self._map, self._calendar = MapCard(draft, language, go), CalendarCard(draft, language, go)
        self._balance, self._baseline = BalanceCard(draft, language), BaselineCard(desk, go, load)
        self._workshop = WorkshopCard(language, lambda subject: registry.run(f"prepare.{subject}"))
        self._who = Label("", "tiny", figures=True)
        people = Card(
            row(Label(text(N_("Who takes part")), "h2"), stretch(), self._who), self._people, gap=7
        )  # fmt: skip
        whole = Card(Label(text(N_("The agreement")), "h2"), self.title, Rule(), self._facts, gap=10)
        super().__init__(
            self._head, 2,
            TwoColumns((whole, people, self._calendar), (self._workshop, self._map, self._baseline, self._balance),
                       below=ONE_COLUMN_BELOW),
            stretch(),
        )  # fmt: skip
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        draft.changed.connect(self._pause.start)
        draft.issues_changed.connect(self._pause.start)
        current.preparation_known.connect(self._on_known)
        if current.preparation is not None:
            current.preparation.draft.changed.connect(self._pause.start)
        desk.session.actuals_changed.connect(self._on_actuals)
        desk.window.arrived.connect(self._on_arrived)
        self.setFocusProxy(begin)
        self.refresh()
        self.ask_baseline()

    def refresh(self) -> None:
        """Show what is known now."""
        for card in (self._facts, self._people, self._map, self._calendar, self._balance):
            card.refresh()
        prepared = self._current.preparation
        self._workshop.show_preparation(prepared.content if prepared is not None else None)
        count = len(self._current.agreement.teams.participants)
        self._who.setText(str(count) if count else "")
        self._head.facts.setText(self._sentence())
        self._next.setEnabled(bool(self._current.draft.issues))

    def _on_known(self) -> None:
        if self._current.preparation is not None:
            self._current.preparation.draft.changed.connect(self._pause.start)
        self.refresh()

    def ask_baseline(self) -> None:
        """Ask what the imports say about the draft as it is stored."""
        agreement = self._current.id

        def look(workbench: Workbench) -> Baseline:
            from workbench.services.baseline import baseline  # noqa: PLC0415  (numpy, on the store's thread)

            return baseline(workbench, agreement)

        self._desk.session.ask(look, done=self._show_baseline, key=("baseline", agreement))

    def _show_baseline(self, found: Baseline) -> None:
        if self._desk.session.current is self._current:
            self._baseline.show_baseline(found)

    def _on_actuals(self, _agreement: str) -> None:
        self.ask_baseline()

    def _on_arrived(self, place: str) -> None:
        if place == "prepare":
            self.refresh()
            self.ask_baseline()

    def _sentence(self) -> str:
        count, issues = self._desk.language.count, self._current.draft.issues
        against = sum(issue.severity == "error" for issue in issues)
        left = sum(issue.code == "placeholder" for issue in issues)
        doubts = sum(issue.severity == "warning" for issue in issues) - left
        said = [
            (against, count(N_("{n} answer is missing or wrong"), N_("{n} answers are missing or wrong"), against)),
            (left, count(N_("{n} answer is still the template's"), N_("{n} answers are still the template's"), left)),
            (doubts, count(N_("{n} is worth a look"), N_("{n} are worth a look"), doubts)),
        ]
        parts = [words.format(n=n) for n, words in said if n]
        return f"{', '.join(parts)}." if parts else self._text(N_("Nothing is missing. What is left is to agree."))
