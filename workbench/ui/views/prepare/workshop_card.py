"""How far the workshop itself is prepared: the verdict, the hours, the answers and the questions, each to press.

Must not know pages.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.agreement.preparing.agenda import clock_text, timetable
from workbench.agreement.preparing.alignment import ROUNDS, overall
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.preparing.prerequisites import readiness
from workbench.base.language import N_, Language
from workbench.fields.moments import show_day
from workbench.fields.value import Shown
from workbench.ui.parts.card import Card
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, row
from workbench.ui.parts.press_row import PressRow

LINES = (
    ("ready", N_("Ready to start?"), "circle-check"), ("agenda", N_("Agenda"), "timer"),
    ("alignment", N_("How aligned are we?"), "gauge"), ("friction", N_("What rubs"), "messages-square"),
)  # fmt: skip


class _Line(PressRow):
    """One subject and how it stands."""

    def __init__(self, title: str, icon: str, on_press: Callable[[], object]) -> None:
        self._title, self._said = title, ElidingLabel("", "h3")
        line = row(IconLabel(icon, "sub", 16), (ElidingLabel(title, "body"), 2), (self._said, 3), gap=9)
        super().__init__(line, says=title, on_press=on_press, padding=(8, 5, 8, 5))

    def say(self, words: str) -> None:
        """Say how it stands."""
        self._said.setText(words)
        self.setAccessibleName(f"{self._title}: {words}")


class WorkshopCard(Card):
    """The card.

    Args:
        language: Of the window.
        go: Goes to the page of a subject.
    """

    def __init__(self, language: Language, go: Callable[[str], object]) -> None:
        self._language = language
        self._lines = {
            key: _Line(language.text(title), icon, lambda key=key: go(key))  # type: ignore[misc]  # bound per line
            for key, title, icon in LINES
        }
        super().__init__(
            Label(language.text(N_("The workshop")), "h2"), column(*self._lines.values(), gap=0), gap=7
        )  # fmt: skip

    def show_preparation(self, known: Preparation | None) -> None:
        """Show how far it is; nothing where the store has not answered."""
        text = self._language.text
        if known is None:
            for line in self._lines.values():
                line.say(text(N_("being read…")))
            return
        for key, words in (
            ("ready", self._ready(known)), ("agenda", self._agenda(known)), ("alignment", self._alignment(known)),
            ("friction", self._friction(known)),
        ):  # fmt: skip
            self._lines[key].say(words)

    def _ready(self, known: Preparation) -> str:
        text = self._language.text
        if not known.prerequisites:
            return text(N_("nothing listed yet"))
        found = readiness(known.prerequisites)
        words = {
            "go": N_("go, all {here} in hand"), "gaps": N_("go with gaps, {here} in hand"),
            "wait": N_("wait, {here} in hand"),
        }[found.verdict]  # fmt: skip
        return text(words).format(here=found.here)

    def _agenda(self, known: Preparation) -> str:
        if not known.agenda:
            return self._language.text(N_("no blocks yet"))
        hours = timetable(known.starts, known.agenda)
        words = f"{clock_text(hours[0].starts)}–{clock_text(hours[-1].ends)}"
        return f"{show_day(known.held_on, Shown(self._language))}, {words}" if known.held_on else words

    def _alignment(self, known: Preparation) -> str:
        found = [(one, overall(known.answers, one.value)) for one in ROUNDS]
        said = [(self._language.text(one.label), view.mean) for one, view in found if view.mean is not None]
        if not said:
            return self._language.text(N_("nobody has answered yet"))
        return ", ".join(f"{label.lower()} {mean:.1f}" for label, mean in said)

    def _friction(self, known: Preparation) -> str:
        asked, count = sum(bool(one.question) for one in known.frictions), self._language.count
        if not known.frictions:
            return self._language.text(N_("none written down"))
        of = count(N_("{n} complaint"), N_("{n} complaints"), len(known.frictions)).format(n=len(known.frictions))
        return self._language.text(N_("{of}, {asked} as questions")).format(of=of, asked=asked)
