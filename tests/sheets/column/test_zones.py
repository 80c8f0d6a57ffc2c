"""Wall clocks and instants, against Python's own rules."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given, strategies as st

from tests.sheets.making import wall
from workbench.sheets.column.date_text import NO_OFFSET
from workbench.sheets.column.dates import to_instants
from workbench.sheets.column.zones import to_utc, to_wall

ZONES = [
    "Europe/Berlin", "America/Sao_Paulo", "America/New_York",
    "Asia/Kolkata", "Africa/Casablanca", "UTC", "Australia/Lord_Howe",
]  # fmt: skip
MOMENTS = st.datetimes(wall(1990, 1, 1), wall(2040, 1, 1)).map(lambda one: one.replace(microsecond=0))


def seconds(moment: dt.datetime) -> int:
    return int(moment.replace(tzinfo=dt.UTC).timestamp())


@given(st.lists(MOMENTS, min_size=1, max_size=40), st.sampled_from(ZONES))
def test_as_python_does_it(moments: list[dt.datetime], zone: str) -> None:
    expected = [int(one.replace(tzinfo=ZoneInfo(zone)).timestamp()) for one in moments]
    instants = to_utc(np.array([seconds(one) for one in moments]), zone)
    assert instants.tolist() == expected
    walls = [dt.datetime.fromtimestamp(one, ZoneInfo(zone)).replace(tzinfo=dt.UTC).timestamp() for one in expected]
    assert to_wall(instants, zone).tolist() == walls


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"])
def test_every_quarter_hour_around_every_change_of_clocks(zone: str) -> None:
    start = seconds(wall(2024, 1, 1))
    walls = np.arange(start, start + 2 * 366 * 86_400, 900)
    found = to_utc(walls, zone)
    python = ZoneInfo(zone)
    expected = [int(dt.datetime.fromtimestamp(w, dt.UTC).replace(tzinfo=python).timestamp()) for w in walls.tolist()]
    assert (found != np.array(expected)).sum() == 0


def test_a_bare_date_is_midnight_of_the_agreement_whatever_the_files_zone() -> None:
    walls = np.array([seconds(wall(2026, 3, 5)), seconds(wall(2026, 3, 5, 9))])
    offsets = np.array([NO_OFFSET, NO_OFFSET])
    assert to_instants(walls, offsets, "UTC", "Europe/Berlin").tolist() == [
        seconds(wall(2026, 3, 4, 23)), seconds(wall(2026, 3, 5, 9))
    ]  # fmt: skip
    # midnight UTC of a date picker is that date, not the evening before in São Paulo
    assert to_instants(walls, np.array([0, 0]), "Europe/Berlin", "America/Sao_Paulo").tolist() == [
        seconds(wall(2026, 3, 5, 3)), seconds(wall(2026, 3, 5, 9))
    ]  # fmt: skip


def test_an_offset_in_the_value_wins() -> None:
    morning = np.array([seconds(wall(2026, 3, 5, 9))])
    found = to_instants(morning, np.array([-10_800]), "Europe/Berlin", "Europe/Berlin")
    assert found.tolist() == [morning[0] + 10_800]


def test_no_values_need_no_zone() -> None:
    assert to_utc(np.array([], np.int64), "Europe/Berlin").tolist() == []
    assert to_wall(np.array([], np.int64), "Europe/Berlin").tolist() == []
