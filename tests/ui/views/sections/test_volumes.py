"""The page of volumes: one number moves the funnel, the months and both teams' loads at once, and explains itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QLabel

from tests.ui.views.finding import says, until
from tests.ui.views.sections.conftest import Pages
from workbench.ui.parts.figure import NumberButton
from workbench.ui.parts.popover import Popover
from workbench.ui.views.agree.volumes.funnel_card import FunnelCard
from workbench.ui.views.agree.volumes.months_card import MonthsCard

WIN = "volumes.rates[r4].rate"


def heads(card: FunnelCard) -> list[str]:
    """The numbers over the funnel, then both teams' loads."""
    found = card.findChildren(NumberButton)
    loads = [one for one in found if card._loads.isAncestorOf(one)]
    return [one.text() for one in found if one not in loads] + [one.text() for one in loads]


def test_one_number_moves_the_funnel_and_both_loads_at_once(pages: Callable[..., Pages]) -> None:
    made = pages()
    made.draft.set("volumes.volume_targets", ())  # nothing promised: what is planned is what is needed
    page = made.go("volumes")
    card = made.part(page, FunnelCard)
    assert heads(card) == ["300", "1,200", "2,400", "3,840", "4,800", "400", "79.1%"]
    made.draft.set(WIN, Decimal("0.2"))
    assert heads(card) == ["300", "1,500", "3,000", "4,800", "6,000", "500", "98.9%"]


def test_a_number_opens_its_formula_with_inputs_and_their_source(pages: Callable[..., Pages]) -> None:
    made = pages()
    page = made.go("volumes")
    card = made.part(page, FunnelCard)
    sql = next(one for one in card.findChildren(NumberButton) if one.accessibleName() == "2,400 SQL")
    sql.click()
    popover = made.made.desk.window.findChild(Popover)
    assert popover is not None
    until(made.qtbot, lambda: says(popover, "1,200 ÷ 50%"))
    said = [label.text() for label in popover.findChildren(QLabel)]
    assert "assumed" in said
    assert any("rounded up to whole leads at the end" in one for one in said)
    popover.close_popover()


def test_a_rate_that_is_open_shows_question_marks_from_there_on(pages: Callable[..., Pages]) -> None:
    made = pages()
    page = made.go("volumes")
    card = made.part(page, FunnelCard)
    made.draft.set("volumes.rates[r2].rate", None)
    assert heads(card)[:5] == ["300", "1,200", "2,400", "?", "?"]
    until(made.qtbot, lambda: says(card, "rate from SAL to SQL"))


def test_numbers_can_be_read_by_the_month(pages: Callable[..., Pages]) -> None:
    made = pages()
    card = made.part(made.go("volumes"), FunnelCard)
    card._choose("month")
    assert heads(card)[:5] == ["25", "100", "200", "320", "400"]


def test_a_month_too_full_is_mended_by_moving_leads(pages: Callable[..., Pages]) -> None:
    made = pages()
    made.draft.set("teams.effective_from", dt.date(2027, 1, 1))
    made.draft.set("volumes.time_for_leads", Decimal("0.45"))  # 455 leads a month
    card = made.part(made.go("volumes"), MonthsCard)
    until(made.qtbot, lambda: says(card, "480 planned, sales can work 455."))
    months = {one.period: one.amount for one in made.draft.value("volumes.volume_targets[mql].months")}
    assert months["2027-08"] == 240
    card._move.click()
    months = {one.period: one.amount for one in made.draft.value("volumes.volume_targets[mql].months")}
    assert (months["2027-02"], months["2027-08"]) == (455, 265)
    made.draft.stack.undo()
    assert made.draft.value("volumes.volume_targets[mql].months")[0].amount == 480


def test_the_plan_can_be_promised_month_by_month(pages: Callable[..., Pages]) -> None:
    made = pages()
    made.draft.set("teams.effective_from", dt.date(2027, 1, 1))
    card = made.part(made.go("volumes"), MonthsCard)
    until(made.qtbot, lambda: says(card, "The promise differs from the plan in"))
    card.promise_the_plan()
    until(made.qtbot, lambda: not says(card, "The promise differs"))
    until(made.qtbot, lambda: says(card, "already due"))
