"""What is prepared for a workshop: pages of its subjects, kept in the library, undone like everything else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import arrived, button, created, says, until
from workbench.agreement.preparing.agenda import Block
from workbench.agreement.preparing.friction import Friction
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.preparing.prerequisites import Prerequisite
from workbench.ui.form.draft import Draft
from workbench.ui.form.editors.prose import GrowingText
from workbench.ui.views.composition import Composition
from workbench.ui.views.notebook.drawer import Drawer

Compose = Callable[..., Composition]


def prepared(qtbot: QtBot, made: Composition) -> Draft:
    current = made.desk.session.current
    assert current is not None
    until(qtbot, lambda: current.preparation is not None)
    assert current.preparation is not None
    return current.preparation.draft


def subject(qtbot: QtBot, made: Composition, name: str, title: str) -> QWidget:
    made.desk.window.registry.run(f"prepare.{name}")
    page = arrived(qtbot, made, "prepare")
    until(qtbot, lambda: says(page, title))
    return page


def test_a_ready_agenda_gives_hours_that_follow_an_overrun(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made)
    draft = prepared(qtbot, made)
    page = subject(qtbot, made, "agenda", "No blocks yet.")
    button(page, "Half a day").click()
    until(qtbot, lambda: says(page, "From 09:00 to 12:55."))
    block = draft.root.agenda[1]
    draft.set(f"agenda[{block.key}].took", 40)
    until(qtbot, lambda: says(page, "From 09:00 to 13:10. 15 minutes later than planned."))
    follows = "10:00, Target buyer, 20 min, 15 min later"
    until(qtbot, lambda: any(one.accessibleName() == follows and one.isVisible() for one in page.findChildren(QWidget)))


def test_the_verdict_follows_the_list(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made)
    draft = prepared(qtbot, made)
    page = subject(qtbot, made, "ready", "Nothing is listed yet")
    button(page, "Take the usual list").click()
    until(qtbot, lambda: says(page, "Waits for: A sponsor is named and says why;"))
    for key in ("sponsor", "leads"):
        draft.set(f"prerequisites[{key}].state", "here")
    until(qtbot, lambda: says(page, "Go with gaps"))


def test_the_overview_tells_how_far_the_workshop_is(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made)
    page = arrived(qtbot, made, "prepare")
    draft = prepared(qtbot, made)
    until(qtbot, lambda: button(page, "Agenda: no blocks yet").isVisible())
    draft.set("held_on", dt.date(2026, 12, 8))
    draft.insert_row("agenda", Block(name="Goals", minutes=25))
    draft.insert_row("frictions", Friction(complaint="Students", question="How could we see it before?"))
    draft.insert_row("prerequisites", Prerequisite(name="Export", state="gap"))
    until(qtbot, lambda: button(page, "Agenda: 8 December 2026, 09:00–09:25").isVisible())
    assert button(page, "What rubs: 1 complaint, 1 as questions").isVisible()
    button(page, "Ready to start?: go with gaps, 0 in hand").click()
    until(qtbot, lambda: says(page, "Gaps the room knows of: Export."))


def test_answers_are_given_by_person_and_told_by_team(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    created(qtbot, made)
    draft = prepared(qtbot, made)
    page = subject(qtbot, made, "alignment", "Seen once somebody of each team has answered.")
    people = made.desk.session.current.agreement.teams.participants  # type: ignore[union-attr]  # it is open
    first = next(one for one in people if one.team == "marketing")
    until(qtbot, lambda: says(page, "0 of 12 answered"))
    score = next(
        one for one in page.findChildren(QWidget) if one.accessibleName() == "4" and one.isVisible() and one.isEnabled()
    )
    score.click()  # type: ignore[attr-defined]  # a button of the first statement
    until(qtbot, lambda: says(page, "1 of 12 answered"))
    answer = draft.root.answers[0]
    assert (answer.person, answer.team, answer.round, answer.score) == (first.key, "marketing", "before", 4)


def test_undo_goes_through_agreement_and_preparation_in_one_order(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    current = created(qtbot, made)
    draft, window = prepared(qtbot, made), made.desk.window
    current.draft.set("teams.company", "Northwind")
    draft.set("place", "Berlin")
    current.draft.set("teams.company", "Northwind Traders")
    window.registry.run("edit.undo")
    assert (current.agreement.teams.company, draft.root.place) == ("Northwind", "Berlin")
    window.registry.run("edit.undo")
    assert (current.agreement.teams.company, draft.root.place) == ("Northwind", "")
    page = arrived(qtbot, made, "prepare")
    until(qtbot, lambda: says(page, "When and where"))
    window.registry.run("edit.undo")
    assert current.agreement.teams.company != "Northwind"


def test_notes_and_comments_stay_out_of_the_agreement_and_come_back(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    current = created(qtbot, made)
    before, draft, window = current.agreement, prepared(qtbot, made), made.desk.window
    window.go("agree")
    arrived(qtbot, made, "agree")
    window.registry.run("notebook.notes")
    drawer = window.findChild(Drawer)
    assert drawer is not None
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Let Daniel speak first")
    window.registry.run("notebook.comments")
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Per region?\r")
    until(qtbot, lambda: len(draft.root.comments) == 1)
    assert current.agreement == before
    until(qtbot, lambda: made.desk.session.is_safe)
    kept: list[Preparation] = []
    made.desk.session.ask(
        lambda workbench: workbench.preparing.read(current.id), done=lambda state: kept.append(state.content)
    )
    until(qtbot, lambda: bool(kept))
    assert kept[0].notes[0].words == "Let Daniel speak first"
    assert (kept[0].comments[0].words, kept[0].comments[0].section) == ("Per region?", "teams")
    while draft.root.notes:  # also the notes themselves, while they are on screen
        window.registry.run("edit.undo")
    until(qtbot, lambda: drawer.current == "notes" and not drawer.findChildren(GrowingText))


def test_what_was_prepared_elsewhere_meanwhile_is_joined(qtbot: QtBot, compose: Compose) -> None:
    made = compose()
    current = created(qtbot, made)
    draft, session = prepared(qtbot, made), made.desk.session
    other = Preparation(place="Hamburg", prerequisites=(Prerequisite("k1", "Export"),))
    stored: list[int] = []
    session.ask(lambda workbench: workbench.preparing.save(current.id, other, 0), done=stored.append)
    until(qtbot, lambda: bool(stored))
    draft.set("facilitator", "Ana")
    draft.set("place", "Berlin")
    until(qtbot, lambda: len(draft.root.prerequisites) == 1)
    until(qtbot, lambda: session.is_safe)
    assert (draft.root.place, draft.root.facilitator) == ("Berlin", "Ana")
    kept: list[Preparation] = []
    session.ask(lambda workbench: workbench.preparing.read(current.id), done=lambda state: kept.append(state.content))
    until(qtbot, lambda: bool(kept))
    assert kept == [draft.root]
