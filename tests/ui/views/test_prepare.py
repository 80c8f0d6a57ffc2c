"""The Prepare phase: what is known and missing, with ways to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.views import stock
from tests.ui.views.finding import arrived, button, created, field, saved, says, until, words
from workbench.agreement.sections.follow_up import Calendar, OpeningHours
from workbench.base.language import language
from workbench.services.handouts import PaperWish
from workbench.services.workbench import Workbench
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.composition import Composition
from workbench.ui.views.prepare.printing import print_paper
from workbench.ui.views.prepare.screen import PrepareScreen
from workbench.ui.views.prepare.week import hours_words, off_words, week_of

Compose = Callable[..., Composition]


def the_page(made: Composition) -> QWidget:
    page = made.desk.window.pages.page("prepare")
    assert page is not None
    return page


def test_an_empty_agreement_says_what_is_missing(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made, template="empty")
    page = the_page(made)
    assert says(page, "29 answers are missing or wrong.")
    assert button(page, "Company: missing").isVisible()
    assert says(page, "Nobody is entered yet.")
    assert says(page, "No working calendar yet.")
    assert says(page, "48 of 76 needed answers")
    assert says(page, "Neither team promises anything yet.")
    until(qtbot, lambda: says(page, "No data imported yet."))


def test_what_is_missing_leads_to_its_field(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made, template="empty")
    button(the_page(made), "Time zone: missing").click()
    arrived(qtbot, made, "agree")
    screen = made.desk.window.findChild(AgreeScreen)
    assert screen is not None
    until(qtbot, lambda: screen.view is not None and screen.view.page.binder.current_path == "teams.time_zone")


def test_the_page_follows_the_draft(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    current = created(qtbot, made)
    page = the_page(made)
    assert says(page, "7 answers are still the template's.")
    assert says(page, "401 of 408 needed answers")
    assert button(page, "1 Teams and scope, 7 of 14 answered").isVisible()
    current.draft.set("teams.company", "Northwind Traders")
    until(qtbot, lambda: says(page, "6 answers are still the template's."))
    assert button(page, "Company: Northwind Traders").isVisible()
    assert says(page, "Public holidays of Germany")
    assert button(page, "Marketing lead: [Head of Marketing]. Name: put your own words").isVisible()
    assert {"7", "9", "4"} <= set(words(page))
    assert says(page, "42 h 30 min a week, Europe/Berlin")
    assert says(page, "Both teams promise, and both repair when a promise is missed.")


def test_the_title_is_edited_here_and_undo_comes_back_to_it(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    current = created(qtbot, made)
    title = field(the_page(made), "Title")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Alliance 2028")
    assert current.agreement.title == "Alliance 2028"
    saved(qtbot, made)
    made.desk.window.go("agree")
    arrived(qtbot, made, "agree")
    made.desk.window.registry.run("edit.undo")
    arrived(qtbot, made, "prepare")
    assert field(the_page(made), "Title").text() == "Alliance 2027"
    until(qtbot, field(the_page(made), "Title").hasFocus)


def test_a_section_of_the_map_leads_there(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made)
    button(the_page(made), "7 Hand-off").click()
    arrived(qtbot, made, "agree")
    screen = made.desk.window.findChild(AgreeScreen)
    assert screen is not None
    until(qtbot, lambda: screen.view is not None and screen.view.info.name == "handoff")


def test_the_baseline_says_what_can_be_measured(
    qtbot: QtBot, stocked: Callable[[Callable[[Workbench], object]], None], compose: Compose, tmp_path: Path
) -> None:
    def fill(workbench: Workbench) -> None:
        made = stock.content("Northwind Traders", "Alliance 2027", dt.date(2027, 1, 1))
        agreement = stock.put(workbench, made)
        stock.with_data(
            workbench, agreement, stock.leads_csv(tmp_path / "leads.csv", dt.date(2026, 10, 1), 31, 20, 2),
            dt.date(2026, 10, 31),
        )  # fmt: skip

    stocked(fill)
    made = compose()
    session = made.desk.session
    session.open(session.listing.lines[0].id, lambda: made.desk.window.go("prepare"))
    page = arrived(qtbot, made, "prepare")
    until(qtbot, lambda: says(page, "1 file, data until 31 Oct 2026"))
    until(qtbot, lambda: {"440", "220"} <= set(words(page)))
    assert says(page, "of 14 promises about leads can be measured with it.")
    assert says(page, "no column for Reject reason")
    until(qtbot, lambda: says(page, "What did each team expect?"))


def test_a_week_is_read_from_its_opening_hours() -> None:
    morning = OpeningHours("a", ("mon", "tue"), dt.time(9), dt.time(12, 30))
    late = OpeningHours("b", ("tue",), dt.time(18), dt.time(0))
    calendar = Calendar(key="c", name="Berlin", country="DE", subdivision="BE", hours=(morning, late))
    week = week_of(calendar)
    assert week.days[0] == ((9.0, 12.5),)
    assert week.days[1] == ((9.0, 12.5), (18.0, 24.0))
    assert week.minutes == 210 + 210 + 360
    english = language()
    assert hours_words(week.minutes, english) == "13 h a week"
    assert hours_words(95, english) == "1 h 35 min a week"
    assert off_words(Calendar(key="c"), english) == "No public holidays"
    assert off_words(Calendar(key="c", country="BR"), english) == "Public holidays of Brazil"
    assert off_words(calendar, english) == "Public holidays of Germany (BE)"


def test_a_paper_is_written_where_the_person_says(qtbot: QtBot, compose: Compose, tmp_path: Path) -> None:
    made = compose()
    created(qtbot, made)
    screen = made.desk.window.findChild(PrepareScreen)
    assert screen is not None
    screen.go("papers")
    until(qtbot, lambda: button(the_page(made), "Minutes: save as PDF").isVisible())
    current = made.desk.session.current
    assert current is not None
    until(qtbot, lambda: current.preparation is not None)
    current.preparation.draft.set("next_place", "Room Spree")  # type: ignore[union-attr]  # it is there
    print_paper(made.desk, PaperWish("minutes"), tmp_path / "minutes.pdf")
    until(qtbot, lambda: says(made.desk.window, "minutes.pdf is written, "))
    assert (tmp_path / "minutes.pdf").read_bytes().startswith(b"%PDF")
