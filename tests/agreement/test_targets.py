"""Which promise hangs on which field: every number a commitment is judged by, and no other."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from typing import Any

import pytest

from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.targets import TARGETS, WINDOW, field_of, promised_at, target_part
from workbench.agreement.templates import template, templates
from workbench.fields.path import put, walk
from workbench.fields.value import Duration

EVERY = [template(one.id).agreement for one in templates()]


def judged_by(agreement: Agreement) -> dict[str, Any]:
    """What each commitment is judged by: its number, its time, its attempts."""
    return {
        one.id: (one.target, one.clock and (one.clock.within, one.clock.attempts)) for one in commitments(agreement)
    }


def other(value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, Duration):
        return dataclasses.replace(value, amount=value.amount + 1)
    return value + 1 if isinstance(value, int) else value / 2


@pytest.mark.parametrize("agreement", EVERY, ids=[one.title for one in EVERY])
def test_the_fields_named_are_those_that_change_what_a_promise_is_judged_by(agreement: Agreement) -> None:
    before = judged_by(agreement)
    for path, _field, value in walk(agreement):
        if isinstance(value, bool) or not isinstance(value, Decimal | Duration | int):
            continue
        after = judged_by(put(agreement, path, other(value)))
        changed = {one for one in before if after.get(one) != before[one]}
        named = {one.id for one in promised_at(commitments(agreement), path)} if target_part(path) else set()
        if path == WINDOW:  # quality waits for its end too, which is no target
            changed = {one for one in changed if one.startswith("handoff.decisions")}
        assert named == changed, path


def test_every_list_that_promises_is_known() -> None:
    lists = {one.path.partition("[")[0] for agreement in EVERY for one in commitments(agreement)}
    assert lists <= set(TARGETS)


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("follow_up.tiers[a].target", "within"),
        ("follow_up.tiers[a].attempts", "attempts"),
        ("follow_up.tiers[a].share", "target"),
        ("follow_up.tiers[a].tolerance", None),
        ("follow_up.tiers", None),
        ("volumes.ceiling", None),
        (WINDOW, "within"),
    ],
)
def test_a_field_is_a_part_of_a_target_or_none(path: str, part: str | None) -> None:
    assert target_part(path) == part


def test_a_row_that_promises_nothing_yet_has_no_promise() -> None:
    made = template("b2b").agreement
    tier = dataclasses.replace(made.follow_up.tiers[0], attempts=None, attempts_within=None, attempts_share=None)
    without = dataclasses.replace(made, follow_up=dataclasses.replace(made.follow_up, tiers=(tier,)))
    assert promised_at(commitments(without), f"follow_up.tiers[{tier.key}].attempts") == ()


def test_a_promise_knows_the_field_of_each_part() -> None:
    known = {one.kind: one for one in reversed(commitments(template("b2b").agreement))}
    row = known["response"].path.rpartition(".")[0]
    assert (field_of(known["response"]), field_of(known["response"], "within")) == (f"{row}.share", f"{row}.target")
    assert field_of(known["volume"]).endswith(".amount")
    assert field_of(known["volume"], "within") == known["volume"].path
