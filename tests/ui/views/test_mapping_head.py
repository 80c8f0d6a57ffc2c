"""Where a file begins and what its counts mean: the row of its headers, rows and leads, data before the agreement."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QRadioButton, QSpinBox
from pytestqt.qtbot import QtBot

from tests.ui.focus import focused
from tests.ui.views.at_import import AtImport, bare
from tests.ui.views.finding import named, says, words
from tests.ui.views.track_stock import EXPORT, TODAY, practice
from workbench.base.clock import FixedClock
from workbench.base.language import language
from workbench.services.workbench import Workbench
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.mapping.skipped import row_words
from workbench.ui.views.track.mapping.waiting import RefusedState

At = Callable[..., AtImport]
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def at(
    qtbot: QtBot, stocked: Callable[[Callable[[Workbench], object]], None], compose: Callable[..., Composition],
    tmp_path: Path,
) -> At:  # fmt: skip
    """Opens the window at the Track phase of an agreement to which nothing happened."""

    def sit(fill: Callable[[Workbench], object] = bare, **how: int) -> AtImport:
        stocked(fill)
        return AtImport(qtbot, compose(**how), tmp_path)

    return sit


def test_the_counts_at_the_foot_are_the_rows_of_the_file(at: At) -> None:
    track = at()
    page = track.bring(EXPORT)
    track.until(lambda: says(page, "leads from 1,515 rows"))
    said = words(page)

    def number(before: str) -> int:
        return int(said[next(n for n, one in enumerate(said) if one == before) - 1].replace(",", ""))

    rows = int(next(found[1] for one in said if (found := re.fullmatch(r"([\d,]+) rows", one))).replace(",", ""))
    assert 1515 + number("rows rejected") + number("rows skipped") == rows


def test_rows_left_out_are_named_in_spans_and_of_many_only_the_first() -> None:
    assert row_words([9, 4, 1, 2, 3, 1200], language()) == "1–4, 9, 1,200"
    said = row_words(range(2, 6002, 2), language())
    assert said.startswith("2, 4, 6")
    assert said.endswith(", 40 and 2,980 more")


def rows_from(year: int) -> tuple[str, ...]:
    return tuple(f"L-{n},{year}-03-{n:02d},Webinar" for n in range(1, 4))


def test_leads_from_before_the_agreement_are_counted_and_it_is_said_what_becomes_of_them(at: At) -> None:
    track = at()
    page = track.bring_rows("Lead ID,MQL date,Source", *rows_from(2025), "L-9,2026-03-04,Webinar")
    track.until(lambda: any("3 of 4 leads lie wholly before 1 Jan 2026" in one for one in words(page)))
    assert says(page, "no promise is judged by them")


def test_where_all_leads_are_of_its_days_nothing_is_said(at: At) -> None:
    track = at()
    page = track.bring_rows("Lead ID,MQL date,Source", *rows_from(2026))
    assert not says(page, "wholly before")


def test_a_rehearsal_judges_all_days_and_says_nothing(at: At) -> None:
    track = at(lambda workbench: practice(workbench, signed=False, data=False, entries=False))
    page = track.bring_rows("Lead ID,MQL date,Source", *rows_from(2025))
    assert not says(page, "wholly before")


def test_another_row_of_the_headers_is_named_by_keyboard(at: At) -> None:
    track = at(width=1024, height=640)
    page = track.bring_rows("Lead ID,MQL date,Source", "Id,Qualified on,Channel", *rows_from(2026))
    QTest.keyClick(track.window, Qt.Key.Key_H, KEYS)
    field = named(page, QSpinBox, "Headers in row")
    assert focused() is field
    assert field.value() == 2
    QTest.keyClicks(field, "1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    track.until(lambda: bool(page.findChildren(QSpinBox)) and track.table._all[0].header == "Lead ID")
    assert named(page, QSpinBox, "Headers in row").value() == 1


def test_a_row_that_cannot_be_it_is_refused_and_another_named_in_its_place(at: At) -> None:
    track = at()
    page = track.bring_rows("Lead ID,MQL date,Source", *rows_from(2026))
    named(page, QSpinBox, "Headers in row").setValue(99)
    track.until(lambda: isinstance(page.currentWidget(), RefusedState))
    assert says(page, "Row 99")
    assert focused() is named(page, QSpinBox, "Headers in row")
    named(page, QSpinBox, "Headers in row").setValue(1)
    track.until(lambda: page.tried is not None)


def test_a_table_whose_headers_are_not_found_can_be_told_the_row(at: At) -> None:
    track = at()
    file = track.write("2026,4711,1", "7,8,9", "10,11,12")
    track.session.import_wanted.emit(str(file))
    track.until(lambda: track.screen.importing is not None)
    track.until(lambda: isinstance(track.page.currentWidget(), RefusedState))
    assert says(track.page, "looks like headers")
    assert named(track.page, QSpinBox, "Headers in row").isVisible()


def test_the_keyboard_goes_to_how_dates_are_read(at: At) -> None:
    track = at(width=1024, height=640)
    page = track.bring_rows("Lead ID,MQL date,Source", *(f"L-{n},{n:02d}/03/2026,Webinar" for n in range(10, 20)))
    QTest.keyClick(track.window, Qt.Key.Key_D, KEYS)
    assert focused() is named(page, QRadioButton, "Day first")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    page = track.bring_rows("Lead ID,MQL date,Source", *rows_from(2026), name="iso.csv")
    QTest.keyClick(track.window, Qt.Key.Key_D, KEYS)
    assert focused() is named(page, QComboBox, "Time zone of the file")
