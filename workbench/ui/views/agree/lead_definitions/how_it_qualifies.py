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
from workbench.ui.form.showing import set_shown
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


class RuleLine(Panel):
    """The rule of some leads: whose they are, and the pieces.

    Args:
        language: Of the words.
    """

    def __init__(self, language: Language) -> None:
        self._text = language.text
        self._name, self._none = Label("", "label"), Label("", "muted", wrap=True)
        self._flow = Flow(gap=7, line_gap=7)
        self._chips: list[Chip] = []
        self._held = QWidget()
        self._held.setLayout(self._flow)
        super().__init__(column(self._name, self._none, self._held, gap=4))

    def show_rule(self, rule: Rule) -> None:
        """Say another rule; what is there is said anew instead of being made anew."""
        name, parts = rule
        self._name.setText(name)
        set_shown(self._name, bool(name))
        none = N_("No criterion holds for these leads.") if name else N_("Add a fit or a behaviour criterion below.")
        self._none.setText(self._text(none))
        set_shown(self._none, not parts)
        set_shown(self._held, bool(parts))
        while len(self._chips) > len(parts):
            gone = self._chips.pop()
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for chip, (words, tone) in zip(self._chips, parts, strict=False):
            chip.show_state(words, tone)
        for words, tone in parts[len(self._chips) :]:
            self._chips.append(Chip(words, tone))
            self._flow.addWidget(self._chips[-1])


class HowItQualifies(Panel):
    """The rule, live.

    Args:
        draft: With the definitions.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._shown: tuple[Rule, ...] = ()
        self._lines: list[RuleLine] = []
        self._column = column(gap=10)
        super().__init__(self._column)
        WhenSeen(self, self.refresh, draft, (SECTION, SEGMENTS))
        self.refresh()

    def refresh(self) -> None:
        """Say the rule as it is now."""
        language = self._draft.shown.language
        found = rules_of(self._draft.root, language)
        if found == self._shown:
            return
        self._shown = found
        while len(self._lines) > len(found):
            gone = self._lines.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._lines) < len(found):
            self._lines.append(RuleLine(language))
            self._column.put(self._lines[-1])
        for line, rule in zip(self._lines, found, strict=True):
            line.show_rule(rule)
        said = [f"{name}: {_words(parts)}" if name else _words(parts) for name, parts in found]
        self.setAccessibleName(". ".join(said))


def _words(parts: tuple[tuple[str, ChipTone], ...]) -> str:
    return " ".join(words for words, _ in parts)
