"""One damaged version in the library: its agreement says so and leads to it, every other one stands as before."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.views import stock
from tests.ui.views.at_signing import Compose, Stock, spoil
from tests.ui.views.finding import arrived, button, named, says, until
from workbench.base.clock import FixedClock
from workbench.services.workbench import Workbench
from workbench.ui.views.library.table import AgreementTable


@pytest.fixture
def damaged(stocked: Stock, clock: FixedClock, place: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Eight agreements of which one has a second version, which the disk did not keep."""

    stock.put_full_library(place, clock, tmp_path_factory)

    def fill(workbench: Workbench) -> None:
        agreement = workbench.shelf.find("Sales and marketing 2025")
        workbench.drafting.set(agreement, "teams.company", "Litware Energy Ltd")
        workbench.versions.save(agreement, "With the company's new name")

    stocked(fill)
    spoil(place, 2)


@pytest.mark.usefixtures("damaged")
def test_what_is_damaged_is_named_and_hides_nothing_else(qtbot: QtBot, compose: Compose) -> None:
    made = compose()  # waits until every line is known
    lines = made.desk.session.listing.lines
    broken = [line for line in lines if line.listed is None]
    assert [line.title for line in broken] == ["Sales and marketing 2025"]
    assert len(lines) == 8
    table = named(made.desk.window, AgreementTable, "Agreements")
    row = next(row for row in table.lines.rows if row.id == broken[0].id)
    state = table.lines.columns[1].cell(row).words()
    assert state.startswith("Cannot be read")
    assert "damaged" in state
    until(qtbot, lambda: says(made.desk.window, "Litware Energy Ltd"))


@pytest.mark.usefixtures("damaged")
def test_it_is_the_first_that_needs_somebody_and_leads_to_its_versions(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    until(qtbot, lambda: says(made.desk.window, "is damaged"))
    button(made.desk.window, "See which").click()
    page = arrived(qtbot, made, "history")
    until(qtbot, lambda: says(page, "It is not what was saved"))
    assert made.desk.session.current is not None
    assert made.desk.session.current.agreement.teams.company == "Litware Energy Ltd"


@pytest.mark.usefixtures("damaged")
def test_enter_opens_it_at_its_versions_too(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    broken = next(line for line in made.desk.session.listing.lines if line.listed is None)
    named(made.desk.window, AgreementTable, "Agreements").opened.emit(broken.id)
    arrived(qtbot, made, "history")
