"""How a row of the tracker is recognised, and the leads whose state both teams settled.

Settled leads are entered in the program; the tracker shows them and counts by them. Must not know kinds or periods.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from workbench.agreement.commitment import Commitment
from workbench.sheets.tracker.engine import Engine, EngineColumn
from workbench.sheets.tracker.formula import Formula, each, lift
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.log_columns import LogColumn
from workbench.sheets.tracker.ranges import Range
from workbench.tracking.actuals import Actuals, Settled
from workbench.tracking.why import STATES

SEPARATOR = "|"


def key_column(engine: Engine, columns: dict[str, LogColumn], identities: tuple[str, ...]) -> EngineColumn:
    """What recognises the lead of each row: its id, else its address; with its day where the log needs that too."""
    email = columns["email"]
    mail = either(email.is_error, "", _lower(email.text))
    if any(name.startswith("email+day:") for name in identities):
        created = columns["created_at"]
        mail = either(created.is_number, mail.joined(" ").joined(_day(created)), mail)
    found = mail
    if "lead_id" in columns:
        own = columns["lead_id"]
        found = either(own.is_error, mail, either(own.text.equals(""), mail, own.text))
    return engine.column("Lead", found)


def used_column(engine: Engine, key: EngineColumn) -> EngineColumn:
    """1 in the rows that hold a lead: only what can be recognised is one."""
    return engine.column("Holds a lead", either(key.equals(""), 0, 1))


def _lower(text: Formula) -> Formula:
    return Formula(f"LOWER({text.text})", each(str.lower, text.value))


def _day(column: LogColumn) -> Formula:
    """The day of a date cell as `2026-10-05`, whatever language the spreadsheet program speaks."""
    cell = column.cell
    text = f'YEAR({cell})&"-"&RIGHT("0"&MONTH({cell}),2)&"-"&RIGHT("0"&DAY({cell}),2)'

    def written(number: float) -> str:
        return "" if number != number else str(np.datetime64("1899-12-30", "D") + int(number))  # noqa: PLR0124  (not a number)

    return Formula(text, each(written, column.number.value), 2)


@dataclass(frozen=True, eq=False)
class SettledTable:
    """The settled leads as the tracker lists them.

    Attributes:
        rows: Label of the commitment and the settled lead.
        keys: Label and lead, in one text.
        states: What each counts as, from 1.
        key: What recognises the lead of each row of the log.
    """

    rows: tuple[tuple[str, Settled], ...]
    keys: Range
    states: Range
    key: EngineColumn

    def over(self, label: str, state: Formula) -> Formula:
        """The state of each lead, with what was settled for a commitment instead."""
        if not any(one == label for one, _ in self.rows):
            return state
        lead = lift(label + SEPARATOR).joined(self.key)
        settled = self.states.where_same(self.keys, lead)
        return either(settled > 0, settled, state)


def settled_table(commitments: tuple[Commitment, ...], actuals: Actuals, key: EngineColumn) -> SettledTable:
    """The settled leads that count: with a note and both names; of several for one lead the last.

    A lead is written as its row has it: the log may know it by the plain address where the rows show the day too.
    """
    written = dict(zip(actuals.leads.identities, key.value.tolist(), strict=False))  # spare rows hold none
    labels = {one.id: one.label for one in commitments}
    found = {
        (labels[one.commitment], one.identity): one
        for one in actuals.settled
        if one.commitment in labels and one.note.strip() and one.marketing.strip() and one.sales.strip()
    }
    rows = tuple((label, one) for (label, _), one in found.items())

    def shown(identity: str) -> str:
        return str(written.get(identity) or bare(identity))

    return SettledTable(
        rows=rows,
        keys=Range.of("Settled_lead", [f"{label}{SEPARATOR}{shown(one.identity)}" for label, one in rows] or ["-"]),
        states=Range.of("Settled_state", [STATES.index(one.state) + 1.0 for _, one in rows] or [0.0]),
        key=key,
    )


def bare(identity: str) -> str:
    """An identity without the word that says what it is."""
    return identity.partition(":")[2]
