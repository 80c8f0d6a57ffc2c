"""The library: what it lists, says, finds and offers, in every state."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.views import stock
from tests.ui.views.finding import arrived, button, field, named, says, until, words
from workbench.base.clock import FixedClock
from workbench.services import keeping
from workbench.services.workbench import Workbench, open_workbench
from workbench.ui.parts.tile import Tile
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.rail_items import ITEM, RailItem
from workbench.ui.theme.theme import theme
from workbench.ui.views.composition import Composition
from workbench.ui.views.library.list_page import NAME_TIGHT, ListPage
from workbench.ui.views.library.table import AgreementTable

Stock = Callable[[Callable[[Workbench], object]], None]
Compose = Callable[..., Composition]


@pytest.fixture
def full(place: str, clock: FixedClock, tmp_path_factory: pytest.TempPathFactory) -> None:
    stock.put_full_library(place, clock, tmp_path_factory)


def the_table(made: Composition) -> AgreementTable:
    return named(made.desk.window, AgreementTable, "Agreements")


def companies(made: Composition) -> list[str]:
    return [line.company for line in the_table(made).lines.rows]


def row_words(made: Composition, company: str) -> list[str]:
    table = the_table(made)
    number = companies(made).index(company)
    return [column.cell(table.lines.rows[number]).words() for column in table.lines.columns]


def shelf_counts(made: Composition) -> dict[str, str]:
    rail = made.desk.window.rail("library")
    assert isinstance(rail, Rail)
    items: list[RailItem] = [
        rail._list.items.index(number, 0).data(ITEM) for number in range(rail._list.items.rowCount())
    ]
    return {item.key: item.number for item in items if item.key}


@pytest.mark.usefixtures("full")
def test_every_agreement_says_how_it_stands(compose: Compose) -> None:
    made = compose()
    assert companies(made)[:2] == ["Northwind Traders", "Contoso Robotics"]
    assert row_words(made, "Northwind Traders") == [
        "Northwind Traders, Sales and marketing 2027", "Draft, 4 of 12 sections agreed", "Not tracked before signing",
        "no data", "no review", "Today, 12:32",
    ]  # fmt: skip
    _, state, health, until_, review, edit = row_words(made, "Contoso Robotics")
    assert state == "Review due, 1 Dec 2025 to 30 Nov 2026"
    assert "met" in health
    assert "missed" in health
    assert (until_, review, edit) == ("31 Oct", "Wed 25 Nov, in 4 days", "Yesterday, 12:32")
    assert row_words(made, "Tailspin Logistics")[1] == "Out for signature, 1 of 2 signed, Sales lead next"
    assert row_words(made, "Wide World Importers")[3] == "30 Sep, 52 days old"
    assert row_words(made, "Litware Energy")[1] == "Expired, Ended 30 Jun 2026"
    assert row_words(made, "Litware Energy")[2] == "No data imported yet"


@pytest.mark.usefixtures("full")
def test_the_rail_counts_the_shelves_and_shows_one(compose: Compose) -> None:
    made = compose()
    assert shelf_counts(made) == {"all": "8", "drafts": "2", "out": "1", "force": "4", "due": "1", "expired": "1"}
    rail = made.desk.window.rail("library")
    assert isinstance(rail, Rail)
    rail.chosen.emit("drafts")
    assert companies(made) == ["Northwind Traders", "Proseware"]
    rail.chosen.emit("expired")
    assert companies(made) == ["Litware Energy"]


@pytest.mark.usefixtures("full")
def test_things_that_need_somebody_lead_where_they_are_done(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    assert says(made.desk.window, "5 things need you.")
    assert says(made.desk.window, "Review due Wednesday")
    assert says(made.desk.window, "7 of 20 missed by 31 Oct")
    button(made.desk.window, "Prepare review, Contoso Robotics").click()
    arrived(qtbot, made, "track")
    assert made.desk.session.current is not None
    assert made.desk.session.current.agreement.teams.company == "Contoso Robotics"


@pytest.mark.usefixtures("full")
def test_a_search_looks_through_company_title_and_people(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    made.desk.window.registry.run("library.search")
    search = field(made.desk.window, "Search the library")
    QTest.keyClicks(search, "field EVENTS")
    until(qtbot, lambda: companies(made) == ["Tailspin Logistics"])
    search.clear()
    QTest.keyClicks(search, "priya")
    until(qtbot, lambda: len(companies(made)) == 8)
    QTest.keyClicks(search, " nobody")
    until(qtbot, lambda: says(made.desk.window, "Nothing found for “priya nobody”"))
    button(made.desk.window, "Show the whole shelf").click()
    assert len(companies(made)) == 8
    assert search.text() == ""


@pytest.mark.usefixtures("full")
def test_the_list_is_ordered_by_review_or_company_and_remembers_it(
    qtbot: QtBot, compose: Compose, tmp_path: Path
) -> None:
    made = compose()
    page = made.desk.window.findChild(ListPage)
    assert page is not None
    page.tools.order.setCurrentIndex(2)
    assert companies(made)[:3] == ["Adventure Works", "Contoso Robotics", "Fabrikam Medical"]
    page.tools.order.setCurrentIndex(1)
    assert companies(made)[0] == "Contoso Robotics"
    kept = tmp_path / "settings.json"
    until(qtbot, lambda: kept.exists() and '"sort": "review"' in kept.read_text("utf-8"))


@pytest.mark.usefixtures("full")
def test_only_missed_promises_or_old_data(compose: Compose) -> None:
    made = compose()
    button(made.desk.window, "Has missed").click()
    assert "Northwind Traders" not in companies(made)
    assert "Fabrikam Medical" in companies(made)
    button(made.desk.window, "Data older than 45 days").click()
    assert companies(made) == ["Wide World Importers"]


@pytest.mark.usefixtures("full")
def test_enter_opens_where_the_work_goes_on(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    table = the_table(made)
    table.setFocus()
    table.show_row(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    arrived(qtbot, made, "agree")
    assert made.desk.window.windowTitle().startswith("Northwind Traders")
    made.desk.window.go("library")
    arrived(qtbot, made, "library")
    table.show_row(companies(made).index("Tailspin Logistics"))
    QTest.keyClick(table, Qt.Key.Key_Return)
    arrived(qtbot, made, "sign")


@pytest.mark.usefixtures("full")
def test_enter_before_it_is_known_how_an_agreement_stands_waits_for_that(qtbot: QtBot, compose: Compose) -> None:
    made = compose(wait=False)
    until(qtbot, lambda: made.desk.window.findChild(AgreementTable) is not None)
    table = the_table(made)
    table.show_row(companies(made).index("Contoso Robotics"))
    assert table.current is not None
    assert table.current.listed is None
    QTest.keyClick(table, Qt.Key.Key_Return)
    arrived(qtbot, made, "track")


@pytest.mark.usefixtures("full")
def test_the_chosen_row_stays_chosen_while_the_list_changes(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    table = the_table(made)
    table.show_row(companies(made).index("Proseware"))
    with qtbot.waitSignal(made.desk.session.listing_changed):
        made.desk.session.ask(
            lambda workbench: workbench.shelf.create("Newest", "empty"),
            done=lambda _made: made.desk.session.listing.refresh(),
        )
    until(qtbot, lambda: len(companies(made)) == 9)
    assert table.current is not None
    assert table.current.company == "Proseware"


def test_an_empty_library_offers_ways_to_begin(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    assert says(made.desk.window, "Start with one agreement")
    tiles = [tile.accessibleName() for tile in made.desk.window.findChildren(Tile) if tile.isVisible()]
    assert tiles[:2] == ["New from template", "Open bundle or signed PDF"]
    assert {"B2B, sales-led", "Agency and client", "Empty"} <= set(tiles)
    named(made.desk.window, Tile, "Agency and client").click()
    until(qtbot, lambda: says(made.desk.window, "New agreement"))
    chosen = [tile.accessibleName() for tile in made.desk.window.findChildren(Tile) if tile.isChecked()]
    assert chosen == ["Agency and client"]


def test_looking_again_at_an_empty_library_takes_nothing_from_under_the_keyboard(compose: Compose) -> None:
    made = compose()
    tile = QApplication.focusWidget()
    assert isinstance(tile, Tile)
    made.desk.session.listing_changed.emit()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert QApplication.focusWidget() is tile


def test_a_new_agreement_by_keyboard_alone(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    window = made.desk.window
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: window.focusWidget() is not None and window.focusWidget().accessibleName() == "Title")
    title = field(window, "Title")
    assert title.selectedText() == "Marketing and sales agreement 2027"
    QTest.keyClicks(title, "Alliance 2027")
    QTest.keyClick(title, Qt.Key.Key_Tab)
    focus = window.focusWidget()
    assert isinstance(focus, Tile)
    assert focus.accessibleName() == "B2B, sales-led"
    QTest.keyClick(focus, Qt.Key.Key_Right)
    focus = window.focusWidget()
    assert isinstance(focus, Tile)
    assert focus.accessibleName() == "Agency and client"
    QTest.keyClick(focus, Qt.Key.Key_Return)
    arrived(qtbot, made, "prepare")
    assert made.desk.session.current is not None
    assert made.desk.session.current.agreement.title == "Alliance 2027"
    assert made.desk.session.current.agreement.teams.company == "[Client company]"


def test_a_new_agreement_needs_a_title_and_says_so_beside_it(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    window = made.desk.window
    window.registry.run("library.new")
    until(qtbot, lambda: says(window, "Begin from"))
    field(window, "Title").clear()
    button(window, "Create").click()
    until(qtbot, lambda: says(window, "An agreement needs a title."))
    assert button(window, "Create").isEnabled()
    QTest.keyClick(field(window, "Title"), Qt.Key.Key_Escape)
    until(qtbot, lambda: says(window, "Start with one agreement"))


@pytest.mark.usefixtures("full")
def test_the_chosen_agreement_is_copied_under_another_title(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    the_table(made).show_row(0)
    made.desk.window.registry.run("library.copy")
    until(qtbot, lambda: says(made.desk.window, "Copy an agreement"))
    title = field(made.desk.window, "Title")
    assert title.text() == "Sales and marketing 2027 (copy)"
    QTest.keyClick(title, Qt.Key.Key_Return)
    arrived(qtbot, made, "prepare")
    current = made.desk.session.current
    assert current is not None
    assert current.agreement.teams.company == "Northwind Traders"
    assert current.agreement.workshop.sections == ()


@pytest.mark.usefixtures("full")
def test_a_locked_library_says_so_and_opens_when_it_is_free(
    qtbot: QtBot, compose: Compose, place: str, clock: FixedClock
) -> None:
    with open_workbench(place, clock=clock):
        made = compose(wait=False)
        until(qtbot, lambda: says(made.desk.window, "is already open in another window or program."))
        assert says(made.desk.window, "Go to that window, or close it and try again.")
    button(made.desk.window, "Try again").click()
    until(qtbot, lambda: len(companies(made)) == 8)


def test_a_file_that_is_no_library_is_left_alone(qtbot: QtBot, compose: Compose, place: str) -> None:
    Path(place).write_bytes(b"this is no library" * 100)
    made = compose(wait=False)
    until(qtbot, lambda: says(made.desk.window, "is not a library of SLA Workbench"))
    assert Path(place).read_bytes() == b"this is no library" * 100


def newer(library: Path) -> None:
    with sqlite3.connect(library) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


def cut(library: Path) -> None:
    os.truncate(library, library.stat().st_size // 2)


@pytest.mark.parametrize(
    ("change", "sentence", "hint"),
    [
        (newer, "was written by a newer SLA Workbench", "Install the newer version"),
        (cut, "library.sla is damaged.", "newest backup"),
    ],
)
def test_a_library_that_cannot_be_read_says_why_and_what_helps(
    qtbot: QtBot, stocked: Stock, compose: Compose, place: str, change: Callable[[Path], None], sentence: str, hint: str
) -> None:
    stocked(lambda workbench: workbench.shelf.create("Alliance 2027", "b2b"))
    change(Path(place))
    made = compose(wait=False)
    until(qtbot, lambda: says(made.desk.window, sentence))
    assert says(made.desk.window, hint)
    assert not says(made.desk.window.status, "No agreements yet")
    assert button(made.desk.window, "Try again").hasFocus()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's data folder."""
    monkeypatch.setattr(keeping, "data_folder", lambda: tmp_path / "own")
    return tmp_path / "own"


@pytest.mark.usefixtures("own")
def test_a_damaged_library_is_replaced_by_its_last_backup_and_set_aside(
    qtbot: QtBot, stocked: Stock, compose: Compose, place: str
) -> None:
    def fill(workbench: Workbench) -> None:
        workbench.shelf.create("Alliance 2027", "b2b")
        workbench.keeping.backup()

    stocked(fill)
    cut(Path(place))
    damaged = Path(place).read_bytes()
    made = compose(wait=False)
    until(qtbot, lambda: says(made.desk.window, "What is there now is set aside."))
    button(made.desk.window, "Put back the backup of 21 Nov 2026, 14:32").click()
    until(qtbot, lambda: made.desk.session.is_wholly_open and len(made.desk.session.listing.lines) == 1)
    assert made.desk.session.listing.lines[0].title == "Alliance 2027"
    (aside,) = Path(place).parent.glob("library*set-aside*")
    assert aside.read_bytes() == damaged
    assert says(made.desk.window.status, aside.name)


def test_a_backup_is_kept_when_somebody_asks_and_by_itself(
    qtbot: QtBot, stocked: Stock, compose: Compose, own: Path
) -> None:
    stocked(lambda workbench: workbench.shelf.create("Alliance 2027", "b2b"))
    made = compose()
    made.desk.window.registry.run("library.backup")
    until(qtbot, lambda: says(made.desk.window.status, "A verified copy is kept at"))
    kept = list(own.rglob("*.sla-backup"))
    assert len(kept) == 1
    kept[0].unlink()
    made.backups._look.setInterval(0)
    made.desk.session.ask(_make_due, done=lambda _nothing: made.backups._look.start())
    until(qtbot, lambda: len(list(own.rglob("*.sla-backup"))) == 1)


def _make_due(workbench: Workbench) -> None:
    clock = workbench._library.database.clock
    assert isinstance(clock, FixedClock)
    clock.moment += dt.timedelta(days=1)


def test_two_hundred_agreements_are_listed_and_scroll(stocked: Stock, compose: Compose) -> None:
    made_one = stock.content("Company", "Agreement", dt.date(2027, 1, 1), chosen="empty")

    def fill(workbench: Workbench) -> None:
        with workbench._library.together():
            for number in range(200):
                workbench.shelf.create_from(made_one, f"Agreement {number:03d}")

    stocked(fill)
    made = compose()
    table = the_table(made)
    assert table.lines.rowCount() == 200
    assert table.verticalScrollBar().maximum() > 0
    table.setFocus()
    table.show_row(199)
    assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum()


def test_long_names_are_cut_and_widen_nothing(stocked: Stock, compose: Compose) -> None:
    name = "Northwind Traders International Holding and Subsidiaries " * 3
    stocked(lambda workbench: stock.put(workbench, stock.content(name, name, dt.date(2027, 1, 1))))
    made = compose(width=1024, height=640)
    assert (made.desk.window.width(), made.desk.window.height()) == (1024, 640)
    assert companies(made) == [name.strip()]


@pytest.mark.usefixtures("full")
def test_a_narrow_window_keeps_what_matters(compose: Compose) -> None:
    made = compose(width=1024, height=640)
    table = the_table(made)
    shown = [column.key for n, column in enumerate(table.lines.columns) if not table.isColumnHidden(n)]
    assert shown == ["agreement", "state", "health", "review"]
    buttons = [one.text() for one in made.desk.window.findChildren(QPushButton) if one.isVisible()]
    assert "See why" not in buttons
    assert "Library" in words(made.desk.window)


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(("width", "scale"), [(1440, 1.0), (1200, 1.0), (1024, 1.0), (1024, 1.5)])
def test_whose_agreement_it_is_has_room_before_how_it_does(
    qtbot: QtBot, compose: Compose, width: int, scale: float
) -> None:
    made = compose()
    theme().apply(scale=scale)
    made.desk.window.resize(width, 900)
    table = the_table(made)
    least = 240 if scale == 1 else NAME_TIGHT
    until(qtbot, lambda: table.columnWidth(0) >= theme().look.px(least))
    shown = [number for number in range(len(table.lines.columns)) if not table.isColumnHidden(number)]
    assert sum(table.columnWidth(number) for number in shown) <= table.viewport().width()
    assert {"agreement", "state"} <= {table.lines.columns[number].key for number in shown}
    if scale > 1:  # with hardly any room, when it was last changed says more than how it does
        assert [table.lines.columns[number].key for number in shown] == ["agreement", "state", "edit"]
    theme().apply(scale=1.0)
