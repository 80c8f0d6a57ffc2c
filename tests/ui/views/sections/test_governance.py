"""The agreement's year on the page of governance, walked by keyboard, and its calendar file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import until
from tests.ui.views.sections.conftest import Pages
from workbench.ui.views.agree.governance.year import Year


def test_the_year_is_walked_by_keyboard_and_leads_to_its_places(
    qtbot: QtBot, pages: Callable[..., Pages], tmp_path: Path
) -> None:
    made = pages()
    page = made.go("governance")
    year = made.part(page, Year)
    key = made.draft.value("governance.meetings")[0].key
    QTest.keyClick(year.view, Qt.Key.Key_Home)
    assert "First day of the agreement" in year.words.text()
    QTest.keyClick(year.view, Qt.Key.Key_Right)
    assert year.view.accessibleDescription() == year.words.text()
    # what is agreed is seen at once
    before = len(year._found)
    made.draft.set(f"governance.meetings[{key}].cadence", "yearly")
    until(qtbot, lambda: len(year._found) < before)
    while "yearly" not in year.words.text() and "every year" not in year.words.text():
        number = year.view.current
        QTest.keyClick(year.view, Qt.Key.Key_Right)
        assert year.view.current > number
    QTest.keyClick(year.view, Qt.Key.Key_Return)
    until(qtbot, lambda: page.binder.current_path.startswith(f"governance.meetings[{key}]"))
    # and written as a file
    target = tmp_path / "dates.ics"
    year._choose = lambda _desk, _title, _name, _kinds: target
    with qtbot.waitSignal(made.made.desk.session.told):
        year.export()
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_year_without_dates_says_what_is_missing(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages("empty")
    year = made.part(made.go("governance"), Year)
    made.draft.set("teams.effective_from", None)
    until(qtbot, lambda: not year.button.isEnabled())
    assert year._none.isVisible()
