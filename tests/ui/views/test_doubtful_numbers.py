"""What makes a number doubtful is said beside it: a calendar that ends before the data, dates without time."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import says, until
from tests.ui.views.stock import content, put
from tests.ui.views.track_stock import TODAY, tracking
from workbench.agreement.sections.follow_up import Holiday
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench
from workbench.ui.views.composition import Composition

FIRST = dt.date(2026, 5, 1)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


def test_a_calendar_that_ends_and_dates_without_time_are_said(
    qtbot: QtBot,
    tmp_path: Path,
    stocked: Callable[[Callable[[Workbench], object]], None],
    compose: Callable[..., Composition],
) -> None:
    def put_it(workbench: Workbench) -> None:
        made = content("Alder", "Alder 2026", FIRST)
        calendar = made.follow_up.calendars[0]
        eve = (Holiday(key="eve", on=dt.date(2025, 12, 24), name="Christmas Eve"),)
        old = dataclasses.replace(calendar, holidays=eve, special_days=())
        follow_up = dataclasses.replace(made.follow_up, calendars=(old, *made.follow_up.calendars[1:]))
        agreement = put(workbench, dataclasses.replace(made, follow_up=follow_up))
        file = tmp_path / "leads.csv"
        lines = [f"L{n},2026-05-07,2026-05-07,2026-05-08,A" for n in range(12)]
        file.write_text("\n".join(["Lead ID,MQL date,Handed over,First contact,Tier", *lines, ""]), "utf-8")
        workbench.actuals.import_file(agreement, file)

    stocked(put_it)
    screen = tracking(qtbot, compose())
    until(qtbot, lambda: screen.scorecard is not None)
    page = screen.scorecard
    assert page is not None
    until(qtbot, lambda: says(page.top, "lists its own days off only until 2025"))
    promise = next(one for one in page._promises if one.commitment.label == "S-3")
    assert page.tree is not None
    page.tree.look_at(promise, FIRST)
    until(qtbot, lambda: says(page.detail, "12 leads have a date without time: they are compared by day only."))
