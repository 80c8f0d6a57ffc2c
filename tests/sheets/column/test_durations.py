"""Durations as CRMs and people write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from workbench.sheets.column.durations import seconds_of, unit_in


@pytest.mark.parametrize(
    ("header", "vendor", "unit"),
    [
        ("Lead response time", "hubspot", "milliseconds"), ("Lead response time", "", None),
        ("Response time (min)", "", "minutes"), ("Response time (h)", "hubspot", "hours"),
        ("Tempo de resposta em minutos", "", "minutes"), ("Antwortzeit Stunden", "", "hours"),
        ("First response time (ms)", "", "milliseconds"), ("Reaktionszeit in Tagen", "", None),
    ],
)  # fmt: skip
def test_the_unit_stands_in_the_header_or_is_the_program_s(header: str, vendor: str, unit: str | None) -> None:
    assert unit_in(header, vendor) == unit


@pytest.mark.parametrize(
    ("value", "unit", "seconds"),
    [
        (1_800_000.0, "milliseconds", 1800), ("90", "minutes", 5400), ("1,5", "hours", 5400), (2.0, "days", 172_800),
        ("01:30", None, 5400), ("01:30:05", None, 5405), ("2h 5m", None, 7500), ("1 day, 2 hours", None, 93_600),
        ("3 min", "hours", 180), (dt.timedelta(minutes=3), None, 180), (dt.time(1, 2, 3), None, 3723),
        ("90", None, None), ("soon", "hours", None), ("2 moons", None, None), ("-5", "minutes", None),
        ("9" * 30, "days", None), ("9" * 400, "milliseconds", None), ("9" * 400 + " days", None, None),
        (1e300, "seconds", None), (dt.timedelta.max, None, None), ("36525", "days", 3_155_760_000),
    ],
)  # fmt: skip
def test_one_duration(value: Any, unit: Any, seconds: int | None) -> None:
    assert seconds_of(value, unit) == seconds
