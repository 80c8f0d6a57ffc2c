"""The review report: its sentences, table and drawings say what the check says, for every state there is."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tests.documents.compose.test_redline import version
from tests.tracking.sample import RESPONSE, VOLUME, clock, log, made, review
from workbench.agreement.commitment import Commitment
from workbench.agreement.templates import template
from workbench.base.language import language
from workbench.documents.blocks import (
    Chip,
    Distribution,
    Document,
    Figure,
    Grid,
    Opening,
    Pace,
    RankedBars,
    Section,
    Status,
    Tiles,
    plain,
)
from workbench.documents.compose.review.document import compose_review
from workbench.documents.compose.review.source import Entry, FileRead, ReviewSource
from workbench.documents.pdf import render
from workbench.fields.value import Duration
from workbench.tracking.leads import LeadLog
from workbench.tracking.periods import Period
from workbench.tracking.review import Review
from workbench.tracking.scorecard import scorecard

QUALITY = made(
    RESPONSE, id="q", label="M-2", kind="quality", by="marketing", clock=None, target=Decimal("0.5"),
    needs=("handed_over_at", "accepted_at", "rejected_at"), consequence="Both teams vote again.", owner="Ida",
)  # fmt: skip
METRIC = made(
    VOLUME, id="m", label="J-1", kind="metric", by="both", unit="number", metric="cac", anchor="",
    needs=(), what="Cost",
)  # fmt: skip
QUICK = {"qualified_at": "2026-10-05 09:00", "handed_over_at": "2026-10-05 10:00", "first_touch_at": "2026-10-05 11:00"}
SLOW = QUICK | {"first_touch_at": "2026-10-05 15:00", "rejected_at": "2026-10-06 10:00", "reject_reason": "Too early"}
TAKEN = QUICK | {"accepted_at": "2026-10-06 10:00"}
LEADS = log(*[TAKEN] * 3, *[SLOW] * 5)


def source(
    *promises: Commitment, leads: LeadLog = LEADS, as_of: str = "2026-10-31", period: str = "2026-10", **changes: Any
) -> ReviewSource:
    agreement = template("b2b").agreement
    given: Review = review(leads, as_of)
    entries = []
    for one in promises:
        lines = scorecard([one], given).results
        entries.append(Entry(one, lines[-1], lines, given))
    made_ = ReviewSource(
        agreement, version(agreement, 3).header, False, dt.date(2026, 1, 1), Period.parse(period), given.as_of,
        "Europe/Berlin", tuple(entries),
        (FileRead("crm.xlsx", dt.datetime(2026, 11, 1, tzinfo=dt.UTC), "Ida", 8, 1, 2),),
    )  # fmt: skip
    return dataclasses.replace(made_, **changes)


def report(*promises: Commitment, **given: Any) -> Document:
    return compose_review(source(*promises, **given), language())


def one(document: Document, kind: type[Any]) -> Any:
    (found,) = [block for block in document.blocks if isinstance(block, kind)]
    return found


def tables(document: Document) -> list[Grid]:
    return [block for block in document.blocks if isinstance(block, Grid)]


def row(document: Document, number: int = 0) -> tuple[str, ...]:
    """A row of the scorecard as printed, without its signs."""
    cells = tables(document)[0].rows[number].cells
    return tuple(
        cell.word if isinstance(cell, Status) else cell.text if isinstance(cell, Chip) else cell
        for cell in cells if isinstance(cell, str | Status | Chip)
    )  # fmt: skip


def test_the_head_says_which_month_how_it_went_and_by_what() -> None:
    head: Opening = one(report(RESPONSE, made(VOLUME, target=Decimal(8)), METRIC), Opening)
    assert (head.kicker, head.title) == ("Monthly review", "October 2026")
    assert plain(head.lead) == "1 of 3 commitments were met, 1 missed. The others: 1 not measurable."
    assert plain(head.facts[0].value) == "end of 31 October 2026; judged by version 3, in force since 1 January 2026"
    assert plain(head.facts[1].value) == (
        "crm.xlsx, 8 leads, imported by Ida; 1 row not taken, 2 values listed as problems"
    )


def test_a_rehearsal_says_so() -> None:
    head: Opening = one(report(RESPONSE, rehearsal=True, in_force_since=None), Opening)
    assert "rehearsal" in plain(head.facts[0].value)


def test_a_line_shows_target_result_and_what_was_counted() -> None:
    document = report(RESPONSE)
    assert row(document) == ("S-1", "First contact in time", "90%", "37.5%", "3 of 8", "Missed")


def test_teams_stand_together_marketing_first() -> None:
    document = report(RESPONSE, METRIC, VOLUME, QUALITY)
    assert [row(document, n)[0] for n in range(4)] == ["M-1", "M-2", "S-1", "J-1"]


def test_open_leads_show_how_far_the_result_can_still_move() -> None:
    waiting = {"handed_over_at": "2026-10-30 17:30"}
    document = report(RESPONSE, leads=log(*[QUICK] * 9, waiting, fields=tuple(QUICK)))
    assert row(document)[4] == "9 of 9; 1 open: 90.0% to 100.0%"


def test_a_conversion_is_told_by_cohort_and_beside_it_by_period() -> None:
    onward = made(
        VOLUME, id="o", label="J-2", kind="conversion", unit="share", anchor="accepted_at", reached="sql_at",
        target=Decimal("0.5"), needs=(),
    )  # fmt: skip
    before = {"accepted_at": "2026-09-20 10:00", "sql_at": "2026-10-10 10:00"}
    onwards = {"accepted_at": "2026-10-05 10:00", "sql_at": "2026-10-20 10:00"}
    leads = log(before, before, onwards, *[{"accepted_at": "2026-10-06 10:00"}] * 3)
    assert row(report(onward, leads=leads))[3:5] == ("25.0%", "1 of 4; by period 75.0%")


def test_an_open_month_is_told_by_its_forecast() -> None:
    document = report(made(VOLUME, target=Decimal(20)), as_of="2026-10-09")
    assert row(document)[4:] == ("forecast 25.1", "On track")  # 8 leads in 7 of 22 working days


def test_a_small_sample_shows_its_raw_numbers() -> None:
    document = report(made(RESPONSE, minimum_sample=20))
    assert row(document)[3:] == ("3 of 8", "judged from 20 leads on", "Too little data")


def test_what_cannot_be_measured_says_why_under_its_row() -> None:
    document = report(made(RESPONSE, needs=("handed_over_at", "sql_at")))
    line = tables(document)[0].rows[0]
    assert plain(line.detail) != ""
    assert row(document)[3] == "–"


def test_a_miss_comes_with_its_repair_and_owner() -> None:
    document = report(QUALITY)
    cells = tables(document)[1].rows[0].cells
    assert plain(cells[1]).endswith("37.5% of 50%; 3 of 8.")  # type: ignore[arg-type]  # words
    assert cells[2:] == ("Both teams vote again.", "Ida")


def test_nothing_missed_is_said_too() -> None:
    document = report(made(RESPONSE, target=Decimal("0.3")))
    sections = {block.anchor: plain(block.lead) for block in document.blocks if isinstance(block, Section)}
    assert sections["missed"] == "Nothing was missed and nothing is at risk."
    assert len(tables(document)) == 1


def test_drawings_end_at_the_numbers_of_the_table() -> None:
    document = report(made(VOLUME, target=Decimal(10)), RESPONSE, QUALITY)
    drawings = [block.drawing for block in document.blocks if isinstance(block, Figure)]
    pace, times, reasons = drawings
    assert isinstance(pace, Pace)
    assert (pace.totals[-1], pace.goal, pace.days) == (8, 10, 22)
    assert isinstance(times, Distribution)
    assert [(band.shown, band.kind) for band in times.bands if band.value] == [("3", "in_time"), ("5", "late")]
    assert sum(band.value for band in times.bands) == 8
    assert isinstance(reasons, RankedBars)
    assert [(bar.name, bar.shown) for bar in reasons.bars] == [("Too early", "5")]


@pytest.mark.parametrize("minutes", [5, 15, 30, 45, 60, 120, 240])
def test_bands_are_whole_minutes_and_the_target_lies_between_two(minutes: int) -> None:

    within = clock("handed_over_at", ("first_touch_at",), Duration(minutes, "minutes"))
    (figure,) = [block for block in report(made(RESPONSE, clock=within)).blocks if isinstance(block, Figure)]
    drawing = figure.drawing
    assert isinstance(drawing, Distribution)
    assert all(band.kind == "in_time" for band in drawing.bands[: drawing.target_after])
    assert all(band.kind != "in_time" for band in drawing.bands[drawing.target_after :])
    assert not any(" s" in band.name for band in drawing.bands)


def test_numbers_in_tiles_add_up_to_all_commitments() -> None:
    tiles: Tiles = one(report(RESPONSE, VOLUME, METRIC, QUALITY), Tiles)
    assert sum(int(tile.number) for tile in tiles.tiles) == 4


def test_it_prints_the_same_bytes_each_time() -> None:
    document = report(RESPONSE, VOLUME, METRIC, QUALITY)
    first, second = (render(document, with_fields=False) for _ in range(2))
    assert first.pages >= 1
    assert first.data == second.data
