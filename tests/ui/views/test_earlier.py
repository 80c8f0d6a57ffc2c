"""What the draft said before: states kept by themselves are compared with now, taken back, and that is undone."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.ui.views import stock
from tests.ui.views.finding import arrived, button, created, says, until
from workbench.base.clock import FixedClock
from workbench.base.language import language
from workbench.services.workbench import Workbench
from workbench.ui.views.composition import Composition
from workbench.ui.views.earlier.page import EarlierPage, ago_words

Compose = Callable[..., Composition]
Stocked = Callable[[Callable[[Workbench], object]], None]


def the_page(qtbot: QtBot, made: Composition) -> EarlierPage:
    made.desk.window.registry.run("draft.before")
    page = arrived(qtbot, made, "earlier")
    assert isinstance(page, EarlierPage)
    return page


def test_a_state_from_before_is_compared_and_taken_back(
    qtbot: QtBot, clock: FixedClock, stocked: Stocked, compose: Compose
) -> None:
    def fill(workbench: Workbench) -> None:
        agreement = stock.put(workbench, stock.content("Northwind", "Alliance 2027", dt.date(2027, 1, 1)))
        state = workbench.drafting.read(agreement)
        revision = state.revision
        for vision in ("Before lunch", "After lunch"):
            goals = dataclasses.replace(state.agreement.goals, vision=vision)
            clock.advance(minutes=50)
            content = dataclasses.replace(state.agreement, goals=goals)
            revision = workbench.drafting.save(agreement, content, revision).revision

    stocked(fill)
    made = compose()
    session = made.desk.session
    session.open(session.listing.lines[0].id)
    arrived(qtbot, made, "prepare")
    page, current = the_page(qtbot, made), session.current
    assert current is not None
    until(qtbot, lambda: says(page, "1 text changed, 0 numbers changed"))
    take = button(page, "Take this state back")
    until(qtbot, take.isEnabled)
    take.click()
    until(qtbot, lambda: says(page, "Nothing differs"))
    assert current.agreement.goals.vision == "Before lunch"
    assert not take.isEnabled()
    made.desk.window.registry.run("edit.undo")
    assert current.agreement.goals.vision == "After lunch"


def test_before_the_first_state_it_says_when_there_will_be_one(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made)
    page = the_page(qtbot, made)
    until(qtbot, lambda: says(page, "Nothing is kept yet"))


def test_how_long_ago_is_said_in_minutes_hours_and_days() -> None:
    said = [ago_words(dt.timedelta(minutes=n), language()) for n in (0, 12, 150, 60 * 24 * 4)]
    assert said == ["1 minute ago", "12 minutes ago", "2 hours ago", "4 days ago"]
