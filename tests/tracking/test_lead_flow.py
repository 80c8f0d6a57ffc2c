"""How leads flowed, worked out by hand: the funnel's steps, answers by what leads have in common, decisions."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from tests.tracking.sample import RESPONSE, log, review
from workbench.agreement.commitment import Filter
from workbench.agreement.funnel_stages import FunnelStage
from workbench.tracking.by_word import Named
from workbench.tracking.lead_flow.answers import answered, by_field, by_promise
from workbench.tracking.lead_flow.counted import entered, everybody
from workbench.tracking.lead_flow.decisions import Decisions, handed_over
from workbench.tracking.lead_flow.funnel import funnel
from workbench.tracking.leads import Words
from workbench.tracking.review import InForce, Review

DAY, LATER = "2026-03-02 10:00", "2026-03-05 10:00"
STAGES = (
    FunnelStage("MQL", "qualified_at", "marketing", None, {}),
    FunnelStage("SAL", "accepted_at", "sales", 0, {"": Decimal("0.8"), "eu": Decimal("0.5")}),
    FunnelStage("SQL", "sql_at", "sales", 1, {"": Decimal("0.5")}),
    FunnelStage("Won", "won_at", "sales", 2, {"": Decimal("0.5")}),
)


def asked(*rows: dict[str, Any], first: dt.date | None = None) -> Review:
    fields = ("qualified_at", "accepted_at", "sql_at", "rejected_at", "handed_over_at", "excluded", "source")
    return review(log(*rows, fields=fields), "2026-06-30", in_force=InForce(first))


def test_a_step_is_counted_of_the_leads_that_entered_the_stage_before() -> None:
    made = asked(
        {"qualified_at": DAY, "accepted_at": DAY, "sql_at": LATER},
        {"qualified_at": DAY, "accepted_at": LATER},
        {"qualified_at": DAY},
        {"qualified_at": DAY, "accepted_at": "2026-08-01 10:00"},  # after the day the data speaks for
        {"qualified_at": DAY, "accepted_at": DAY, "excluded": "test lead"},
        {"qualified_at": "2025-12-30 10:00", "accepted_at": DAY},  # qualified before the agreement, accepted in it
        first=dt.date(2026, 1, 1),
    )
    steps = funnel(STAGES, made, everybody(made))
    assert [(one.leads, one.of, one.went) for one in steps] == [(4, None, 0), (3, 4, 2), (1, 3, 1), (None, None, 0)]
    assert [one.rate for one in steps] == [None, Fraction(1, 2), Fraction(1, 3), None]
    assert [one.gap for one in steps] == [None, Fraction(-3, 10), Fraction(-1, 6), None]
    assert [one.weakest for one in steps] == [False, True, False, False]


def test_a_lead_of_which_nobody_can_read_whether_it_is_excluded_is_not_counted() -> None:
    rows = log({"qualified_at": DAY}, {"qualified_at": DAY}, {"qualified_at": DAY, "excluded": "spam"})
    unclear = Words(np.array([-2, -1, 0], np.int32), ("spam",))
    made = review(dataclasses.replace(rows, columns={**rows.columns, "excluded": unclear}), "2026-06-30")
    assert entered(made, "qualified_at").tolist() == [False, True, False]


def test_a_segments_own_rate_counts_before_the_one_for_all() -> None:
    made = asked({"qualified_at": DAY, "accepted_at": DAY}, {"qualified_at": DAY})
    step = funnel(STAGES, made, everybody(made), "eu")[1]
    assert (step.rate, step.gap, step.weakest) == (Fraction(1, 2), Fraction(0), False)


def test_answers_by_promise_and_by_source() -> None:
    fast = RESPONSE
    slow = dataclasses.replace(RESPONSE, id="x", label="S-2", scope=(Filter("source", ("Web",)),))
    start: dict[str, Any] = {"handed_over_at": "2026-03-02 10:00"}
    rows = [
        start | {"source": "Fair", "first_touch_at": "2026-03-02 10:10", "attempts": 2},
        start | {"source": "fair ", "first_touch_at": "2026-03-09 10:00", "attempts": 5},
        start | {"source": "Web"},
        start | {"source": None, "first_touch_at": "2026-03-02 10:20"},
    ]
    made = review(log(*rows), "2026-03-31")
    found = answered([fast, slow], made, everybody(made))
    first, second = by_promise(found, made)
    assert (first.part.word, first.met, first.late, first.overdue) == ("S-1", 2, 1, 1)
    assert (second.part.word, second.decided) == ("S-2", 0)  # its one lead counts with the first promise
    assert first.median == 20 * 60
    assert first.attempts == Fraction(7, 2)
    by_source = by_field(found, "source", made, 2)
    assert [(one.part, one.met, one.late, one.overdue) for one in by_source] == [
        (Named("Fair"), 1, 1, 0), (Named("", rest=2), 1, 0, 1),
    ]  # fmt: skip


def test_the_later_of_both_dates_decides_and_silence_decides_nothing() -> None:
    over = {"handed_over_at": DAY}
    made = asked(
        over | {"source": "A", "accepted_at": DAY, "attempts": 0},
        over | {"source": "A", "accepted_at": DAY, "rejected_at": LATER, "reject_reason": "Too early", "attempts": 3},
        over | {"source": "A", "rejected_at": DAY, "accepted_at": LATER},
        over | {"source": "B", "rejected_at": DAY, "accepted_at": DAY, "reject_reason": "too early "},
        over | {"source": "B"},
        over | {"source": "B", "excluded": "spam", "accepted_at": DAY},
        over | {"source": "B", "rejected_at": DAY, "accepted_at": "0001-01-01 10:00"},  # long before there were leads
    )
    found = handed_over(made, everybody(made), 5)
    assert found.all == Decisions(Named(""), accepted=2, rejected=2, undecided=1, worked=1, unknown=1)
    assert found.all.leads == 6
    assert found.by_source == (
        Decisions(Named("A"), 2, 1, 0, 1), Decisions(Named("B"), 0, 1, 1, 0, 1),
    )  # fmt: skip
    assert found.reasons == ((Named("Too early"), 2),)


def test_nobody_knows_who_worked_a_lead_where_no_import_says_it() -> None:
    made = asked({"handed_over_at": DAY})
    assert handed_over(made, everybody(made), 5).all.worked is None
