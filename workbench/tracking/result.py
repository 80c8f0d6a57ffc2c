"""What the scorecard says about one commitment in one period; its names are the keys of the JSON answer.

Must not know how it was worked out.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any, Literal

from workbench.agreement.commitment import CommitmentKind, Side
from workbench.base.language import Language, language
from workbench.tracking.note import NOTHING, Note

Status = Literal["met", "missed", "on_track", "at_risk", "not_due", "too_little_data", "not_measurable"]


@dataclass(frozen=True)
class Result:
    """One line of the scorecard. Nothing stands where a number does not apply.

    Attributes:
        commitment: Its id.
        label: What people call it.
        kind: How it is measured.
        by: The team that promises.
        period: Written as `Period.text`.
        status: The verdict.
        value: The actual: a fraction for shares, else in the target's unit.
        target: What it is held against; pro-rated where the commitment is in force for part of the period.
        numerator: Leads that count for it; for counts the actual itself.
        denominator: Leads decided: met, late and overdue.
        met: Leads of the cohort in this state, and so on.
        median_seconds: Of the working time from start to event.
        p90_seconds: Its 90th percentile.
        needs_missing: Fields it needs that no import carries.
        lowest: The share if every pending lead were to fail.
        highest: The share if every pending lead were to succeed.
        pace: Where a count should stand at the as-of day.
        forecast: Where it ends at this pace; from the third working day, while the period is open.
        required_per_day: What each remaining working day must bring; while the period is open.
        allowed_misses: How many of the decided leads may fail.
        minimum_sample: Fewer leads than this are not judged; for shares.
        reason: Why the status is what it is, where that needs saying.
        working_days: Working days of the period in force.
        elapsed_days: Those of them up to and including the as-of day.
        by_day: Leads compared by day only, because a stamp is a date without time.
        touched_before_start: Leads touched before their clock started, which count as met.
        undated: Leads whose anchor is unreadable, so that they count in no period; the same in every period.
        reached_in_period: For conversion, its other view: leads that reached the next stage within the period, whenever
            they entered. The verdict is on the cohort alone.
    """

    commitment: str
    label: str
    kind: CommitmentKind
    by: Side
    period: str
    status: Status
    value: Decimal | None = None
    target: Decimal | None = None
    numerator: Decimal | None = None
    denominator: int | None = None
    met: int | None = None
    late: int | None = None
    overdue: int | None = None
    pending: int | None = None
    excluded: int | None = None
    unknown: int | None = None
    median_seconds: int | None = None
    p90_seconds: int | None = None
    needs_missing: tuple[str, ...] = ()
    lowest: Decimal | None = None
    highest: Decimal | None = None
    pace: Decimal | None = None
    forecast: Decimal | None = None
    required_per_day: Decimal | None = None
    allowed_misses: int | None = None
    minimum_sample: int | None = None
    reason: Note = NOTHING
    working_days: int | None = None
    elapsed_days: int | None = None
    by_day: int | None = None
    touched_before_start: int | None = None
    undated: int | None = None
    reached_in_period: int | None = None

    @property
    def period_value(self) -> Decimal | None:
        """For conversion: those that reached the next stage in the period, by those decided that entered in it."""
        if self.reached_in_period is None or not self.denominator:
            return None
        return Decimal(self.reached_in_period) / self.denominator

    def document(self, words: Language | None = None) -> dict[str, Any]:
        """The line as JSON values: whole numbers as integers, others as floats, the reason as a sentence."""
        found = {name: _plain(value) for name, value in asdict(self).items()}
        found["reason"] = self.reason.text(words or language())
        return found


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value
