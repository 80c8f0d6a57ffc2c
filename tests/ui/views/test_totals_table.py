"""Totals typed in the small table: entered at once with a note and both names, refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.views.at_import import AtImport, bare
from tests.ui.views.finding import says
from tests.ui.views.track_stock import TODAY
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench
from workbench.ui.views.composition import Composition
from workbench.ui.views.track.totals_table import TotalsTable


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


def test_totals_are_typed_and_entered_together(
    qtbot: QtBot, stocked: Callable[[Callable[[Workbench], object]], None], compose: Callable[..., Composition],
    tmp_path: Path,
) -> None:  # fmt: skip
    stocked(bare)
    track = AtImport(qtbot, compose(), tmp_path)
    track.window.registry.run("track.totals")
    track.until(lambda: bool(track.window.findChildren(TotalsTable)))
    table = track.window.findChildren(TotalsTable)[0]
    place = next(one for one in table.fields if one[0] == "J-4")
    QTest.keyClicks(table.fields[place], "much")
    QTest.keyClick(table.save, Qt.Key.Key_Space)
    track.until(lambda: says(table, "“much” is not a number."))
    table.fields[place].setText("5,400")
    QTest.keyClick(table.save, Qt.Key.Key_Space)
    track.until(table.said.note.hasFocus)
    assert says(table, "note")
    table.said.note.setText("Finance report")
    table.said.marketing.setCurrentText("Marta Lindgren")
    table.said.sales.setCurrentText("Femke de Vries")
    QTest.keyClick(table.save, Qt.Key.Key_Space)
    track.until(lambda: track.screen.known is not None and bool(track.screen.known.entries))
    assert track.screen.known is not None
    found = [(one.period, one.value, one.marketing) for one in track.screen.known.entries]
    assert found == [(place[1], "5400", "Marta Lindgren")]
