"""By when sales owes an answer to one lead, on the agreement's calendars."""

from __future__ import annotations

import dataclasses
import datetime as dt

from workbench.agreement.commitment import Filter
from workbench.agreement.model import Agreement
from workbench.agreement.templates import template
from workbench.fields.value import Duration
from workbench.tracking.due import due_for, in_scope

FRIDAY = dt.datetime.fromisoformat("2026-11-20T17:55")


def agreement(target: Duration | None) -> Agreement:
    """The template with one tier of every lead and no other clock of sales."""
    made = template("b2b").agreement
    tier = dataclasses.replace(
        made.follow_up.tiers[0], tier="", sources=(), scope=(), target=target,
        attempts=None, attempts_within=None, attempts_share=None, decision_within=None, decision_share=None,
    )  # fmt: skip
    return dataclasses.replace(
        made,
        follow_up=dataclasses.replace(made.follow_up, tiers=(tier,)),
        handoff=dataclasses.replace(made.handoff, decisions=()),
    )


def test_ten_minutes_from_friday_evening_end_on_monday_morning() -> None:
    (found,) = due_for(agreement(Duration(10, "minutes")), {}, FRIDAY)
    assert found.deadline is not None
    assert f"{found.deadline:%Y-%m-%d %H:%M}" == "2026-11-23 09:05"


def test_the_end_of_the_next_business_day() -> None:
    (found,) = due_for(agreement(Duration(1, "business_days")), {}, FRIDAY)
    assert found.deadline is not None
    assert f"{found.deadline:%Y-%m-%d %H:%M}" == "2026-11-23 18:00"


def test_what_is_not_agreed_yet_has_no_deadline_and_says_so() -> None:
    (found,) = due_for(agreement(None), {}, FRIDAY)
    assert (found.deadline, found.why_not) == (None, "Its time is not agreed yet.")
    bare = agreement(Duration(1, "hours"))
    bare = dataclasses.replace(bare, follow_up=dataclasses.replace(bare.follow_up, calendars=()))
    (found,) = due_for(bare, {}, FRIDAY)
    assert (found.deadline, found.why_not) == (None, "It has no calendar yet.")


def test_a_blank_column_is_in_no_scope() -> None:
    scope = (Filter("source", ("Demo request",)), Filter("tier", ("A",)))
    assert in_scope(scope, {"source": " demo Request", "tier": "a"})
    assert not in_scope(scope, {"source": "Demo request"})
    assert in_scope((), {})
