"""The commitments as the tracker lists them: the numbers that every line of the scorecard reads, and what is missing.

Must not know results.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.agreement.commitment import Commitment
from workbench.base.language import Language
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.log_columns import LogColumn
from workbench.tracking.actuals import Actuals
from workbench.tracking.leads import LeadLog, blank_column
from workbench.tracking.measurable import field_label, missing_fields, needed_fields, obstacle
from workbench.tracking.note import Note
from workbench.tracking.review import Review


@dataclass(frozen=True, eq=False)
class Promise:
    """One commitment.

    Attributes:
        commitment: The commitment.
        number: Its place in the list, from 1.
        sentence: Its clause.
        missing: The labels of fields it needs that no import carried and nobody filled here; empty when it can be
            measured.
        obstacle: What else keeps it from being measured, known when the tracker is written.
        computed: Whether formulas judge it; else its lines are the program's own numbers.
    """

    commitment: Commitment
    number: int
    sentence: str
    missing: Formula
    obstacle: str
    computed: bool

    def cell(self, part: str) -> Formula:
        """A number of the commitment by the name of its range: `target`, `upper`, `tolerance`, `minimum`, `missing`."""
        one = self.commitment
        value = {
            "target": one.target,
            "upper": one.target_upper,
            "tolerance": one.tolerance,
            "minimum": one.minimum_sample,
            "missing": None,
        }[part]
        known = self.missing.value if part == "missing" else float(value) if value is not None else ""
        return Formula(f"INDEX(Promise_{part},{self.number})", known)

    def target(self, period: str) -> Formula:
        """The target of a period: its own number where one was agreed."""
        own = dict(self.commitment.period_targets).get(period)
        return self.cell("target") if own is None else lift(own)


def missing_formula(commitment: Commitment, log: LeadLog, columns: dict[str, LogColumn], words: Language) -> Formula:
    """Which of the needed fields nobody has filled: those no import carried, while their column is empty."""
    found = lift("")
    for field in missing_fields(commitment, log):
        label = words.text(field_label(field))
        empty = columns[field].range.filled().equals(0)
        one = either(empty, f"{label}. ", "")
        found = one if found.text == '""' else found.joined(one)
    return found


def obstacle_of(commitment: Commitment, review: Review) -> Note:
    """What keeps a commitment from being measured whatever is filled in; nothing to say when nothing does."""
    fields = {*needed_fields(commitment), *missing_fields(commitment, LeadLog((), {}))}
    carried = Actuals(LeadLog((), {field: blank_column(field, 0) for field in fields}))
    return obstacle(commitment, replace(review, actuals=carried))
