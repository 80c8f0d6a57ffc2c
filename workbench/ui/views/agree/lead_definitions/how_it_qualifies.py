"""The whole rule in one sentence, as the criteria stand now: what must be true, what is enough, what never is.

Must not know the criteria's editors.
"""

from __future__ import annotations

from workbench.agreement.sections.lead_definitions import LeadDefinitions
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.form.when_seen import WhenSeen
from workbench.ui.parts.chip import Chip, ChipTone
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column

SECTION = "lead_definitions"


def rule_parts(definitions: LeadDefinitions, language: Language) -> tuple[tuple[str, ChipTone], ...]:
    """The rule as pieces: criteria in colour, the joints between them plain."""
    text, count = language.text, language.count
    found: list[tuple[str, ChipTone]] = []
    alone = sum(one.enough for one in definitions.behaviour)
    others = len(definitions.behaviour) - alone
    if definitions.fit:
        n = len(definitions.fit)
        found.append((count(N_("{n} fit criterion"), N_("all {n} fit criteria"), n).format(n=n), "accent"))
    if definitions.fit and definitions.behaviour:
        found.append((text(N_("AND")), "idle"))
    if definitions.behaviour:
        found.append((_behaviour(alone, others, language), "accent"))
    if definitions.hand_raiser or definitions.hand_raiser_signs:
        found += [(text(N_("OR")), "idle"), (text(N_("a hand-raiser that fits")), "ok")]
    if definitions.uses_points and definitions.threshold is not None:
        n = definitions.threshold
        found += [(text(N_("OR")), "idle"), (count(N_("{n} point"), N_("{n} points"), n).format(n=n), "ok")]
    if definitions.exclusions:
        n = len(definitions.exclusions)
        words = count(N_("{n} exclusion"), N_("one of {n} exclusions"), n).format(n=n)
        found += [(text(N_("UNLESS")), "idle"), (words, "bad")]
    return tuple(found)


def _behaviour(alone: int, others: int, language: Language) -> str:
    text = language.text
    if alone + others == 1:
        return text(N_("the one behaviour"))
    if alone and others >= 2:
        return text(N_("1 of {a} behaviours enough alone, or 2 of {b} others")).format(a=alone, b=others)
    if alone:
        return text(N_("1 of {a} behaviours enough alone")).format(a=alone)
    return text(N_("2 of {b} behaviours")).format(b=others)


class HowItQualifies(Panel):
    """The rule, live.

    Args:
        draft: With the definitions.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft, self._shown = draft, ()  # type: tuple[Draft, tuple[tuple[str, ChipTone], ...]]
        self._flow = Flow(gap=7, line_gap=7)
        language = draft.shown.language
        self._none = Label(language.text(N_("Add a fit or a behaviour criterion below.")), "muted", wrap=True)
        super().__init__(column(self._none, self._flow, gap=0))
        WhenSeen(self, self.refresh, draft, (SECTION,))
        self.refresh()

    def refresh(self) -> None:
        """Say the rule as it is now."""
        found = rule_parts(self._draft.root.lead_definitions, self._draft.shown.language)
        if found == self._shown:
            return
        self._shown = found
        while (item := self._flow.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        for words, tone in found:
            self._flow.addWidget(Chip(words, tone))
        self._none.setVisible(not found)
        self.setAccessibleName(" ".join(words for words, _ in found))
