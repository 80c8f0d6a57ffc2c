"""The page of volumes: one number moves the funnel, the months and both teams' loads at once, and explains itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from PySide6.QtWidgets import QLabel

from tests.ui.form.keyboard import press
from tests.ui.views.finding import button, says, until
from tests.ui.views.sections.conftest import Pages
from workbench.agreement.calculators.lead_value import TypeHistory
from workbench.agreement.sections.teams import Segment
from workbench.agreement.sections.volumes import AttemptRate, LeadType, SegmentGoal
from workbench.services.measured_rates import MeasuredValue, MeasuredVolumes
from workbench.ui.form.editors.line import LineEditor
from workbench.ui.parts.figure import NumberButton
from workbench.ui.parts.popover import Popover
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.views.agree.answers_card import AnswersCard
from workbench.ui.views.agree.volumes.funnel_card import FunnelCard
from workbench.ui.views.agree.volumes.lead_type_rows import PastValue
from workbench.ui.views.agree.volumes.live_plan import LivePlan
from workbench.ui.views.agree.volumes.months_card import MonthsCard
from workbench.ui.views.agree.volumes.rate_rows import RateTools
from workbench.ui.views.agree.volumes.scenarios_card import ScenariosCard

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
    # by the month
    card._choose("month")
    assert heads(card)[:5] == ["25", "125", "250", "400", "500"]
    card._choose("plan")
    # a rate that is open is a question mark from there on
    made.draft.set("volumes.rates[r2].rate", None)
    assert heads(card)[:5] == ["300", "1,500", "3,000", "?", "?"]
    until(made.qtbot, lambda: says(card, "rate from SAL to SQL"))
    made.draft.set("volumes.rates[r2].rate", Decimal("0.625"))
    # nobody there is no load, and no fault in the scenarios: while “20” is typed, “2” days are all days away
    scenarios = made.part(page, ScenariosCard)
    scenarios.keep()
    made.draft.set("volumes.working_days", 2)
    assert heads(card)[-1] == "?"
    until(made.qtbot, lambda: says(scenarios, "?"))


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


def test_one_segment_is_looked_at_alone(pages: Callable[..., Pages]) -> None:
    made = pages()
    card, months = made.part(made.go("volumes"), FunnelCard), made.part(made.go("volumes"), MonthsCard)
    assert not card._picker.isVisible()
    made.draft.set("teams.segments", (Segment("cloud", "Cloud"),))
    made.draft.set("volumes.segment_goals", (SegmentGoal("g", "cloud", Decimal(1_500_000), None, Decimal(5000)),))
    until(made.qtbot, card._picker.isVisible)
    # 1,500,000 at 50% and 5,000 is 150 customers; the 4,500,000 left at 10,000 are 225
    assert heads(card)[:2] == ["375", "1,500"]
    card._picker.choice.setFocus()
    press("↓")
    until(made.qtbot, lambda: heads(card)[:5] == ["150", "600", "1,200", "1,920", "2,400"])
    assert says(months, "This segment alone")
    next(one for one in card.findChildren(NumberButton) if one.accessibleName() == "150 Customer").click()
    popover = made.made.desk.window.findChild(Popover)
    assert popover is not None
    until(made.qtbot, lambda: says(popover, "€1,500,000 × 50% ÷ €5,000 ="))
    popover.close_popover()
    made.draft.set("volumes.segment_goals", ())
    until(made.qtbot, lambda: heads(card)[:2] == ["300", "1,200"])


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


def test_a_lead_type_takes_its_value_from_past_data(pages: Callable[..., Pages]) -> None:
    made = pages()
    values = {
        "a": MeasuredValue(Fraction(1600, 41), False, TypeHistory("Demo", 41, 2, 2, Decimal(1600))),
        "b": MeasuredValue(Fraction(1800, 44), True, TypeHistory("Fair", 2, 2, 2, Decimal(200))),
    }
    made.draft.set("volumes.lead_types", (LeadType(key="a", name="Demo"), LeadType(key="b", name="Fair")))
    page = made.go("volumes")
    first, second = page.findChildren(PastValue)
    assert (first.isHidden(), second.isHidden()) == (True, True)
    live = made.draft.findChild(LivePlan)
    assert live is not None
    live.measured = MeasuredVolumes(values=values)
    live.changed.emit()
    until(made.qtbot, second.isVisible)
    assert button(second, "actual €40.91, pooled").isEnabled()
    button(first, "actual €39.02").click()
    popover = made.made.desk.window.findChild(Popover)
    assert popover is not None
    until(made.qtbot, lambda: says(popover, "€800 × 4.9% ="))
    popover.close_popover()
    second._take.click()
    first._take.click()
    assert made.draft.value("volumes.lead_types") == (
        LeadType(
            key="a", name="Demo", value=Decimal("39.02"), revenue_per_customer=Decimal("800.00"),
            close_rate=Decimal("0.04878"),
        ),
        LeadType(key="b", name="Fair", value=Decimal("40.91")),
    )  # fmt: skip
    made.draft.stack.undo()
    assert made.draft.value("volumes.lead_types")[0] == LeadType(key="a", name="Demo")
    # rounded one by one, what was taken still is what stands beside it makes
    past = TypeHistory("Demo", 330, 11, 11, Decimal(2_345_678))
    live.measured = MeasuredVolumes(values={"a": MeasuredValue(past.value, False, past)})
    live.changed.emit()
    first._take.click()
    until(made.qtbot, lambda: made.draft.value("volumes.lead_types")[0].close_rate == Decimal("0.033333"))
    qt_search = made.draft.searched
    with made.qtbot.waitSignal(qt_search):
        made.draft.set("volumes.lead_types[b].value", Decimal(41))
    assert [one for one in made.draft.issues if one.code == "overridden" and "lead_types[a]" in one.path] == []


def test_the_plan_can_be_promised_month_by_month(pages: Callable[..., Pages]) -> None:
    made = pages()
    made.draft.set("teams.effective_from", dt.date(2027, 1, 1))
    card = made.part(made.go("volumes"), MonthsCard)
    until(made.qtbot, lambda: says(card, "The promise differs from the plan in"))
    card.promise_the_plan()
    until(made.qtbot, lambda: not says(card, "The promise differs"))
    until(made.qtbot, lambda: says(card, "already due"))


def test_a_slider_tries_a_rate_and_a_lock_holds_it(pages: Callable[..., Pages]) -> None:
    made = pages()
    page = made.go("volumes")
    tools = next(one for one in page.findChildren(RateTools) if one._path == WIN)
    tools.slider.setFocus()
    press("→→")  # half a percent each
    assert made.draft.value(WIN) == Decimal("0.26")
    assert heads(made.part(page, FunnelCard))[1] == "1,154"
    tools.lock.click()
    assert not tools.slider.isEnabled()
    place = page.binder.place(WIN)
    assert isinstance(place.editor if place else None, LineEditor)
    assert place is not None
    assert place.editor.line.isReadOnly()  # type: ignore[attr-defined]  # a line, as asserted
    made.draft.stack.undo()
    assert tools.slider.isEnabled()


def test_scenarios_stand_side_by_side_and_locked_numbers_stay(pages: Callable[..., Pages]) -> None:
    made = pages()
    card = made.part(made.go("volumes"), ScenariosCard)
    card.keep()
    made.draft.set(WIN, Decimal("0.3"))
    made.draft.set("volumes.average_deal", Decimal(12_000))
    until(made.qtbot, lambda: says(card, "278") and says(card, "400"))
    made.draft.set("workshop.locked", ("volumes.average_deal",))
    until(made.qtbot, lambda: any(one.isVisible() for one in card.findChildren(ToolButton)))
    button(card, "Use Scenario A").click()
    assert made.draft.value(WIN) == Decimal("0.25")
    assert made.draft.value("volumes.average_deal") == Decimal(12_000)
    made.draft.stack.undo()
    assert made.draft.value(WIN) == Decimal("0.3")
    card.drop(made.draft.value("workshop.scenarios")[0].key)
    assert made.draft.value("workshop.scenarios") == ()


def test_attempts_and_economics_open_their_formulas(pages: Callable[..., Pages]) -> None:
    made = pages()
    for at, rate in enumerate(("0.18", "0.11", "0.06", "0.03", "0.02")):
        made.draft.insert_row("volumes.attempt_rates", AttemptRate(key=str(at), rate=Decimal(rate)), at)
    made.draft.set("volumes.contact_value", Decimal(40))
    page = made.go("volumes")
    card = made.part(page, AnswersCard)
    assert [one.accessibleName() for one in card.findChildren(NumberButton)] == [
        "Attempts worth making: cost of an attempt"
    ]
    made.draft.set("volumes.attempt_cost", Decimal(3))
    assert [one.text() for one in card.findChildren(NumberButton)] == ["3"]
    made.draft.set("metrics.marketing_cost", Decimal(600_000))
    made.draft.set("metrics.sales_cost", Decimal(900_000))
    economics = made.part(made.go("metrics"), AnswersCard)
    number = next(one for one in economics.findChildren(NumberButton) if "CAC)" in one.accessibleName())
    assert "5,000" in number.text()
    number.click()
    popover = made.made.desk.window.findChild(Popover)
    assert popover is not None
    until(made.qtbot, lambda: says(popover, "÷ 300"))
    popover.close_popover()
