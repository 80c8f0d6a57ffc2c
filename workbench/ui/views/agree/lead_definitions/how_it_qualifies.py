"""The whole rule in one sentence, as the criteria stand now: what must be true, what is enough, what never is.

Must not know the criteria's editors.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.agreement.model import Agreement
from workbench.agreement.qualification.holding import definitions_for, segments_named
from workbench.agreement.qualification.wording import SEGMENTS
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


Rule = tuple[str, tuple[tuple[str, ChipTone], ...]]
"""For whom, empty for every lead; and the rule as pieces."""


def rules_of(agreement: Agreement, language: Language) -> tuple[Rule, ...]:
    """The rule of every lead; where criteria are only for some segments, that of each segment and of other leads."""
    definitions, segments = agreement.lead_definitions, agreement.teams.segments
    if not segments_named(definitions):
        return (("", rule_parts(definitions, language)),)
    whose = [*((one.key, one.name) for one in segments), ("", language.text(N_("Other leads")))]
    return tuple((name, rule_parts(definitions_for(definitions, key), language)) for key, name in whose)


class HowItQualifies(Panel):
    """The rule, live.

    Args:
        draft: With the definitions.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._shown: tuple[Rule, ...] | None = None
        self._lines = column(gap=10)
        super().__init__(self._lines)
        WhenSeen(self, self.refresh, draft, (SECTION, SEGMENTS))
        self.refresh()

    def refresh(self) -> None:
        """Say the rule as it is now."""
        found = rules_of(self._draft.root, self._draft.shown.language)
        if found == self._shown:
            return
        self._shown = found
        while (item := self._lines.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._lines.put(*(self._line(*one) for one in found))
        said = [f"{name}: {_words(parts)}" if name else _words(parts) for name, parts in found]
        self.setAccessibleName(". ".join(said))

    def _line(self, name: str, parts: tuple[tuple[str, ChipTone], ...]) -> QWidget:
        text = self._draft.shown.language.text
        if not parts:
            none = (
                N_("No criterion holds for these leads.") if name else N_("Add a fit or a behaviour criterion below.")
            )
            held: QWidget = Label(text(none), "muted", wrap=True)
        else:
            flow = Flow(gap=7, line_gap=7)
            for words, tone in parts:
                flow.addWidget(Chip(words, tone))
            held = QWidget()
            held.setLayout(flow)
        return Panel(column(Label(name, "label"), held, gap=4)) if name else held


def _words(parts: tuple[tuple[str, ChipTone], ...]) -> str:
    return " ".join(words for words, _ in parts)
