"""What must be there before the room meets, and the verdict: go, go with gaps, or wait."""

from __future__ import annotations

import dataclasses
from typing import Final

from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.preparing.prerequisites import Readiness, Verdict, readiness, ready_prerequisites
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.form.layouts import Group, Spot
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label, Tone
from workbench.ui.parts.layout import column, row, stretch
from workbench.ui.parts.page_head import PageHead
from workbench.ui.views.prepare.prepared_form import PreparedForm
from workbench.ui.views.prepare.subject_page import SubjectPage

SAID: Final[dict[Verdict, tuple[str, str, Tone, str]]] = {
    "go": ("circle-check", "ok", "", N_("Go")),
    "gaps": ("triangle-alert", "warn", "warn", N_("Go with gaps")),
    "wait": ("hourglass", "warn", "warn", N_("Wait")),
}


class ReadyPage(SubjectPage):
    """The page.

    Args:
        draft: Of the preparation.
        language: Of the window.
    """

    def __init__(self, draft: Draft, language: Language) -> None:
        text = language.text
        self._draft, self._language = draft, language
        self._icon, self._verdict = IconLabel("hourglass", "warn", 28), Label("", "h1")
        self._why = Label("", "body", wrap=True)
        self._usual = Button(text(N_("Take the usual list")), "primary", icon="list-checks", on_click=self._take_usual)
        verdict = Card(row(self._icon, (column(self._verdict, self._why, gap=2), 1), self._usual, gap=14), kind="focus")
        form = PreparedForm(draft, Group((Spot("prerequisites"),)))
        head = PageHead(
            text(N_("Ready to start?")), over=text(N_("PREPARE")), below=True,
            facts=text(N_("What must be in hand, who brings it, and whether the room can begin without it.")),
        )  # fmt: skip
        super().__init__(draft, form, head, 2, verdict, form, stretch())
        self.refresh()

    def refresh(self) -> None:
        """Show the verdict as it is now."""
        root: Preparation = self._draft.root
        found, text = readiness(root.prerequisites), self._language.text
        self._usual.setVisible(not root.prerequisites)
        if not root.prerequisites:
            self._icon.show_icon("circle-help", "muted")
            self._verdict.setText(text(N_("Nothing is listed yet")))
            self._why.setText(text(N_("Take the usual list and strike out what does not apply, or write your own.")))
            return
        icon, color, tone, words = SAID[found.verdict]
        self._icon.show_icon(icon, color)
        self._verdict.setText(text(words))
        self._verdict.set_tone(tone)
        self._why.setText(self._reasons(found))

    def _reasons(self, found: Readiness) -> str:
        text = self._language.text
        if found.waits:
            return text(N_("Waits for: {list}.")).format(list="; ".join(one.name for one in found.waits))
        if found.gaps:
            return text(N_("{n} in hand. Gaps the room knows of: {list}.")).format(
                n=found.here, list="; ".join(one.name for one in found.gaps)
            )
        return text(N_("All {n} in hand.")).format(n=found.here)

    def _take_usual(self) -> None:
        root: Preparation = self._draft.root
        made = dataclasses.replace(root, prerequisites=ready_prerequisites(self._language.text))
        self._draft.replace(made, self._language.text(N_("the usual list")), "prerequisites")
