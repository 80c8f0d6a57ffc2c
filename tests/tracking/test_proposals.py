"""What results suggest for the next version, and when they suggest nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.tracking.sample import RESPONSE, VOLUME, log, made, review
from workbench.tracking.proposals import Suggested, suggested
from workbench.tracking.scorecard import scorecard

MONDAYS = ("2026-07-06", "2026-08-03", "2026-09-07", "2026-10-05")


def counted(*numbers: int, **changes: Any) -> Suggested | None:
    """What is suggested when so many leads qualified in July, August, ..."""
    rows = [{"qualified_at": f"{day} 10:00"} for day, n in zip(MONDAYS, numbers, strict=False) for _ in range(n)]
    promise = made(VOLUME, **{"target": Decimal(10)} | changes)
    ended = {3: "2026-09-30", 4: "2026-10-31"}[len(numbers)]
    return suggested(promise, scorecard([promise], review(log(*rows), ended)).results)


@pytest.mark.parametrize(
    ("numbers", "suggestion", "reachable"),
    [
        ((12, 13, 11, 15), "ask_for_more", 11),
        ((12, 13, 10, 15), None, None),  # kept always, but once by nothing
        ((4, 6, 5, 9), "ask_for_less", 4),
        ((4, 6, 5, 10), None, None),  # kept once
    ],
)
def test_a_habit_is_named_and_a_mixed_result_is_not(
    numbers: tuple[int, ...], suggestion: str | None, reachable: int | None
) -> None:
    found = counted(*numbers)
    assert (found.suggestion if found else None, found.reachable if found else None) == (suggestion, reachable)


def test_two_verdicts_are_no_habit() -> None:
    rows = [{"qualified_at": f"{day} 10:00"} for day in MONDAYS[:2]]
    lines = scorecard([VOLUME], review(log(*rows), "2026-08-31")).results
    assert suggested(VOLUME, lines) is None
    assert suggested(VOLUME, ()) is None


def test_a_ceiling_is_asked_for_more_when_it_could_be_lower() -> None:
    found = counted(2, 3, 1, operator="<=")
    assert found is not None
    assert (found.suggestion, found.reachable) == ("ask_for_more", Decimal(3))


def test_what_cannot_be_measured_names_the_missing_columns() -> None:
    leads = log({"handed_over_at": "2026-10-05 10:00"})
    found = suggested(RESPONSE, scorecard([RESPONSE], review(leads, "2026-10-31")).results)
    assert found is not None
    assert (found.suggestion, found.needs_missing) == ("make_measurable", ("first_touch_at",))


@pytest.mark.parametrize(("share", "suggestion"), [("0.90", "ask_for_more"), ("0.96", None)])
def test_a_share_is_wide_from_five_points(share: str, suggestion: str | None) -> None:
    rows = [{"handed_over_at": f"{day} 10:00", "first_touch_at": f"{day} 11:00"} for day in MONDAYS for _ in range(3)]
    promise = made(RESPONSE, target=Decimal(share))
    found = suggested(promise, scorecard([promise], review(log(*rows), "2026-10-31")).results)
    assert (found.suggestion if found else None) == suggestion
