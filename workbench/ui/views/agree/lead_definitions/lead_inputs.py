"""What a person says of a lead to try the definitions on it: only what some criterion looks at. Must not know verdicts.

The fields follow the definitions; what was typed stays for as long as its field is there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from workbench.agreement.commitments import commitments
from workbench.agreement.derivation.ground import CUSTOM
from workbench.agreement.lead_fields import FIELD, LEAD_FIELDS
from workbench.agreement.model import Agreement
from workbench.agreement.qualification.criterion import Judged, judges
from workbench.agreement.qualification.holding import telling
from workbench.agreement.qualification.known_lead import KnownLead
from workbench.agreement.sections.lead_definitions import EXCLUSION_KINDS, LeadDefinitions
from workbench.agreement.segments import SEGMENT
from workbench.base.language import N_
from workbench.fields.kind import BadText
from workbench.fields.moments import MomentKind
from workbench.fields.value import Shown
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.switch import Switch

_KINDS = {option.value: option.label for option in EXCLUSION_KINDS}
DAYS_WIDTH = 132
HAND_RAISER, IDLE, HANDED_OVER = "hand_raiser", "idle", "handed_over"


class LeadInputs(Panel):
    """Columns, acts and facts of one lead to type.

    Args:
        shown: How values are shown.
        now: The moment offered for the hand-over, on the agreement's wall clock.
    """

    changed = Signal()

    def __init__(self, shown: Shown, now: dt.datetime) -> None:
        self._shown, self._now = shown, now
        self._lines: dict[str, QLineEdit] = {}
        self._switches: dict[str, Switch] = {}
        self._typed: dict[str, str] = {HANDED_OVER: f"{now:%Y-%m-%d %H:%M}"}
        self._on: dict[str, bool] = {}
        self._shape: tuple[object, ...] = ()
        self._held: QWidget | None = None
        self._column = column(gap=0)
        super().__init__(self._column)

    def show_definitions(self, agreement: Agreement) -> None:
        """Offer what the definitions of an agreement look at."""
        definitions = agreement.lead_definitions
        shape = (
            looked_at(agreement), tuple(one.name for one in agreement.teams.segments if one.name),
            _acts(definitions), _facts(definitions, self._shown),
            _asks_hand_raiser(definitions), bool(definitions.decay_points),
        )  # fmt: skip
        if shape == self._shape:
            return
        self._keep()
        self._shape = shape
        self._lines.clear()
        self._switches.clear()
        if self._held is not None:
            self._held.hide()
            self._held.deleteLater()
        self._held = self._made(*shape)
        self._column.put(self._held)

    def fill(self, values: Mapping[str, str]) -> None:
        """Show a lead's columns in place of what was typed; acts and facts begin anew."""
        self._keep()
        for name in [name for name in self._typed if is_column(name) or name.startswith("act:")]:
            self._typed[name] = ""
        self._typed.update({name: text for name, text in values.items() if is_column(name)})
        self._on = dict.fromkeys(self._on, False)
        for name, line in self._lines.items():
            line.setText(self._typed.get(name, ""))
        for name, switch in self._switches.items():
            switch.setChecked(self._on.get(name, False))
        self.changed.emit()

    @property
    def lead(self) -> KnownLead:
        """The lead as far as it is typed."""
        acts, not_done = {}, set()
        for name, line in self._lines.items():
            if not name.startswith("act:"):
                continue
            days = line.text().strip()
            if days.isdigit():
                acts[name[4:]] = int(days)
            elif not days:
                not_done.add(name[4:])
        idle = self._lines[IDLE].text().strip() if IDLE in self._lines else ""
        return KnownLead(
            values={name: line.text().strip() for name, line in self._lines.items() if is_column(name)},
            acts=acts,
            not_done=frozenset(not_done),
            said={name[5:]: switch.isChecked() for name, switch in self._switches.items() if name.startswith("said:")},
            hand_raiser=self._switches[HAND_RAISER].isChecked() if HAND_RAISER in self._switches else None,
            idle_days=int(idle) if idle.isdigit() else None,
        )

    @property
    def is_blank(self) -> bool:
        """Whether nobody has said anything of the lead yet."""
        typed = any(line.text().strip() for name, line in self._lines.items() if name != HANDED_OVER)
        return not typed and not any(switch.isChecked() for switch in self._switches.values())

    @property
    def handed_over(self) -> dt.datetime | None:
        """When it is handed over, on the agreement's wall clock; nothing where what is typed is no moment."""
        try:
            found = MomentKind().parse(self._lines[HANDED_OVER].text(), self._shown)
        except (BadText, KeyError):
            return None
        return found

    def _keep(self) -> None:
        self._typed.update({name: line.text() for name, line in self._lines.items()})
        self._on.update({name: switch.isChecked() for name, switch in self._switches.items()})

    def _made(
        self,
        columns: tuple[str, ...],
        segments: tuple[str, ...],
        acts: tuple[tuple[str, str], ...],
        facts: tuple[tuple[str, str], ...],
        asks: bool,
        fades: bool,
    ) -> Panel:
        text = self._shown.language.text
        made = column(gap=12)
        cells = [self._cell(name, text(column_label(name))) for name in columns]
        if SEGMENT in columns:
            self._offer(self._lines[SEGMENT], segments)
        cells.append(self._cell(HANDED_OVER, text(N_("Handed over"))))
        for at in range(0, len(cells), 2):
            pair = cells[at : at + 2]
            made.put(row(*((one, 1) for one in pair), *([(Panel(), 1)] if len(pair) == 1 else []), gap=12))
        if acts:
            made.put(Label(text(N_("What it did")), "h3"))
        for key, name in acts:
            made.put(self._days(f"act:{key}", name, text(N_("not done"))))
        if fades:
            made.put(self._days(IDLE, text(N_("Last activity")), text(N_("unknown"))))
        if asks or facts:
            made.put(Label(text(N_("What is true of it")), "h3"))
        if asks:
            made.put(self._switch(HAND_RAISER, text(N_("Asked to talk to us"))))
        for key, name in facts:
            made.put(self._switch(f"said:{key}", name))
        return Panel(made)

    def _cell(self, name: str, label: str) -> Panel:
        line = self._line(name, label)
        words = Label(label, "label")
        words.setBuddy(line)
        return Panel(column(words, line, gap=4))

    def _offer(self, line: QLineEdit, words: tuple[str, ...]) -> None:
        """Complete what is typed to one of some words."""
        offered = QCompleter(list(words), line)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(offered)
        line.setPlaceholderText(", ".join(words))

    def _days(self, name: str, label: str, empty: str) -> Panel:
        text = self._shown.language.text
        line = self._line(name, text(N_("{act}, days ago")).format(act=label))
        line.setPlaceholderText(empty)
        sized(line, width=DAYS_WIDTH)
        words = Label(label, "label", wrap=True)
        return Panel(row((column(stretch(), words, stretch(), gap=0), 1), line, Label(text(N_("days ago")), "muted")))

    def _line(self, name: str, says: str) -> QLineEdit:
        line = QLineEdit(self._typed.get(name, ""))
        line.setAccessibleName(says)
        line.textChanged.connect(self.changed)
        self._lines[name] = line
        return line

    def _switch(self, name: str, words: str) -> Switch:
        made = Switch(words, on=self._on.get(name, False))
        made.toggled.connect(self.changed)
        self._switches[name] = made
        return made


def is_column(name: str) -> bool:
    """Whether what is typed is the text of a column."""
    return name in FIELD or name.startswith(CUSTOM)


def column_label(name: str) -> str:
    """What a column is called; marked for translation where it is one of ours."""
    return FIELD[name].label if name in FIELD else name.removeprefix(CUSTOM)


def looked_at(agreement: Agreement) -> tuple[str, ...]:
    """The columns some criterion, tier or clock of sales looks at, in the order of the lead log."""
    definitions = agreement.lead_definitions
    rules: list[Judged] = [*definitions.fit, *definitions.behaviour, *definitions.exclusions]
    rules += [*definitions.hand_raiser_signs, *(one for tier in definitions.tiers for one in tier.conditions)]
    found = {one.field for one in rules if judges(one)}
    if definitions.uses_points:
        found |= {one.field for one in definitions.points if judges(one)}
    found |= {one.field for promise in commitments(agreement) if promise.by == "sales" for one in promise.scope}
    found |= {"tier"} if definitions.tiers else set()
    found |= telling(definitions, agreement.teams.segments)
    own = sorted(name for name in found if name.startswith(CUSTOM))
    return (*(field.name for field in LEAD_FIELDS if field.name in found), *own)


def _acts(definitions: LeadDefinitions) -> tuple[tuple[str, str], ...]:
    return tuple((one.key, one.name) for one in definitions.behaviour if not judges(one) and one.name)


def _facts(definitions: LeadDefinitions, shown: Shown) -> tuple[tuple[str, str], ...]:
    """What no column shows and somebody has to say."""
    found = [(one.key, one.name) for one in definitions.fit if not judges(one)]
    if definitions.uses_points:
        found += [(one.key, one.name) for one in definitions.points if not judges(one)]
    found += [
        (one.key, shown.text(_KINDS.get(one.kind, "")) or one.rule) for one in definitions.exclusions if not judges(one)
    ]
    return tuple((key, name) for key, name in found if name)


def _asks_hand_raiser(definitions: LeadDefinitions) -> bool:
    tiers = any(tier.hand_raisers for tier in definitions.tiers)
    return not definitions.hand_raiser_signs and bool(definitions.hand_raiser or tiers)
