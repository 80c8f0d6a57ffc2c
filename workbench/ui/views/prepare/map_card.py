"""How far the twelve sections are, as a map to press. Must not know pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from workbench.agreement.progress import SectionProgress, progress
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.form.open_questions import open_questions
from workbench.ui.parts.card import Card
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, row, stretch
from workbench.ui.parts.meter import Meter
from workbench.ui.parts.press_row import PressRow
from workbench.ui.parts.ring import RingView
from workbench.ui.views.agree.states import ring_of, said


class SectionSpot(PressRow):
    """One section: ring, title, how far."""

    def __init__(self, found: SectionProgress, language: Language, on_press: Callable[[], object]) -> None:
        self._language = language
        self._ring = RingView(ring_of(found), 26)
        self._said = ElidingLabel("", "tiny")
        self._title = language.text(found.info.title)
        words = column(ElidingLabel(self._title, "h3"), self._said, gap=0)
        super().__init__(row(self._ring, (words, 1), gap=9), says=self._title, on_press=on_press, padding=(8, 5, 8, 5))

    def show_progress(self, found: SectionProgress, issues: int, wrong: int) -> None:
        """Show how far it is now."""
        words = said(found, issues, self._language)
        self._ring.show_ring(ring_of(found))
        self._said.setText(words)
        self._said.set_tone("warn" if wrong or found.state == "disputed" else "")
        self.setAccessibleName(f"{found.info.number} {self._title}, {words}")


class MapCard(Card):
    """The sections in two columns, with how much is answered in all.

    Args:
        draft: Of the open agreement.
        language: Of the window.
        go: Brings a place into view.
    """

    def __init__(self, draft: Draft, language: Language, go: Callable[[str], object]) -> None:
        self._draft, self._language = draft, language
        self._words = Label("", "tiny", figures=True)
        self._meter = Meter(0, name=language.text(N_("Answers that signing needs")))
        self._spots: list[SectionSpot] = []
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        found = progress(draft.root)
        half = (len(found) + 1) // 2
        for number, one in enumerate(found):
            spot = SectionSpot(one, language, partial(go, one.info.name))
            grid.addWidget(spot, number % half, number // half)
            self._spots.append(spot)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        held = QWidget()
        held.setLayout(grid)
        head = row(Label(language.text(N_("The twelve sections")), "h2"), stretch(), self._words)
        super().__init__(head, self._meter, held, gap=9)
        self.refresh()

    def refresh(self) -> None:
        """Show how far they are now."""
        found = progress(self._draft.root)
        needed, answered = sum(one.needed for one in found), sum(one.answered for one in found)
        self._words.setText(
            self._language.text(N_("{n} of {all} needed answers")).format(n=answered, all=needed)
        )  # fmt: skip
        self._meter.show_share(answered / needed if needed else 1, "ok" if answered == needed else "accent")
        for spot, one in zip(self._spots, found, strict=True):
            questions = open_questions(self._draft, one.info.name)
            spot.show_progress(one, questions.wrong + questions.doubtful, questions.wrong)
