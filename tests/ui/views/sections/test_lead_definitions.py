"""Lead definitions: the rule in one sentence, and the trial of a lead by the criteria as they stand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import button, named, until, words as words_on
from tests.ui.views.sections.conftest import Pages
from workbench.agreement.calibration import Round
from workbench.agreement.sections.lead_definitions import BehaviourCriterion, Exclusion, FitCriterion
from workbench.agreement.sections.teams import Segment
from workbench.agreement.templates import template
from workbench.ui.parts.switch import Switch
from workbench.ui.views.agree.lead_definitions.ballot import BallotView
from workbench.ui.views.agree.lead_definitions.calibration import Calibration
from workbench.ui.views.agree.lead_definitions.how_it_qualifies import HowItQualifies
from workbench.ui.views.agree.lead_definitions.lead_trial import LeadTrial
from workbench.ui.views.agree.lead_definitions.points_model import PointsModel
from workbench.ui.views.agree.lead_definitions.threshold_tuning import ThresholdTuning
from workbench.ui.views.agree.lead_definitions.verdict_view import FindingLine

FIT = FitCriterion(key="size", name="30 people or more", field="company_size", comparison="at_least", values=("30",))
LAND = FitCriterion(key="land", name="At home", field="country", comparison="is_one_of", values=("DE",))
ASKED = BehaviourCriterion(key="asked", name="Asked for a demo", enough=True)
RIVAL = Exclusion(key="rival", kind="competitor", rule="On the list")


def agree(made: Pages) -> None:
    """Put simple criteria in place of the template's."""
    made.draft.set("lead_definitions.fit", (FIT,))
    made.draft.set("lead_definitions.behaviour", (ASKED,))
    made.draft.set("lead_definitions.exclusions", (RIVAL,))
    made.draft.set("lead_definitions.uses_points", False)
    made.draft.set("lead_definitions.hand_raiser", "")


def test_a_typed_lead_is_judged_while_it_is_typed(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages()
    agree(made)
    page = made.go("lead_definitions")
    trial = made.part(page, LeadTrial)
    tier = made.draft.value("lead_definitions.tiers")[0]

    def answers(words: str) -> None:
        until(qtbot, lambda: trial.view.answer.text() == words)

    answers("No lead yet")
    assert not trial.view.stage.isVisible()
    named(trial, QLineEdit, "Company size").setText("120")
    answers("Not qualified")
    named(trial, QLineEdit, "Asked for a demo, days ago").setText("2")
    answers("Qualified")
    assert trial.view.stage.text() == "MQL"
    # when sales must answer
    named(trial, QLineEdit, "Tier").setText(tier.values[0])
    named(trial, QLineEdit, "Handed over").setText("2026-11-20 17:55")
    until(qtbot, lambda: "First contact by Mon 23 Nov 2026, 09:10 (S-" in trial.view.clocks.text())
    assert trial.view.tier.text() == tier.name
    # an exclusion beats the rest
    named(trial, Switch, "Competitor").setChecked(True)
    answers("Not qualified")
    assert trial.view.why.text() == "An exclusion keeps it out, whatever else is true."
    assert not trial.view.clocks.isVisible()


def test_the_verdict_follows_the_criteria_and_leads_to_them(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages()
    agree(made)
    page = made.go("lead_definitions")
    trial, rule = made.part(page, LeadTrial), made.part(page, HowItQualifies)
    until(qtbot, lambda: rule.accessibleName() == "1 fit criterion AND the one behaviour UNLESS 1 exclusion")
    named(trial, QLineEdit, "Company size").setText("120")
    named(trial, QLineEdit, "Asked for a demo, days ago").setText("2")
    until(qtbot, lambda: trial.view.answer.text() == "Qualified")
    made.draft.set("lead_definitions.fit[size].values", ("500",))
    until(qtbot, lambda: trial.view.answer.text() == "Not qualified")
    assert named(trial, FindingLine, "no: 30 people or more. It says: 120").isVisible()
    made.draft.stack.undo()
    until(qtbot, lambda: trial.view.answer.text() == "Qualified")
    # what is typed stays when another column is asked for
    made.draft.set("lead_definitions.fit", (FIT, LAND))
    until(qtbot, lambda: trial.view.answer.text() == "Cannot be told yet")
    until(qtbot, lambda: named(trial, QLineEdit, "Company size").text() == "120")
    assert rule.accessibleName() == "all 2 fit criteria AND the one behaviour UNLESS 1 exclusion"
    # and the line leads to what it is about
    named(trial, FindingLine, "not known: At home. ").click()
    until(qtbot, lambda: page.binder.current_path == "lead_definitions.fit[land].name")


def test_a_criterion_of_one_segment_is_agreed_by_hand_and_judges_its_leads(
    qtbot: QtBot, pages: Callable[..., Pages]
) -> None:
    made = pages()
    agree(made)
    page = made.go("lead_definitions")
    trial, rule = made.part(page, LeadTrial), made.part(page, HowItQualifies)
    assert "Only for" not in words_on(page)
    cloud, fleet = Segment("cloud", "Cloud", values=("cl",)), Segment("fleet", "Fleet")
    made.draft.set("teams.segments", (cloud, fleet))
    until(qtbot, lambda: "Only for" in words_on(page))
    named(page, QAbstractButton, "Only for: Cloud").click()
    assert made.draft.value("lead_definitions.fit[size].segments") == ("cloud",)
    one = "1 fit criterion AND the one behaviour UNLESS 1 exclusion"
    none = "the one behaviour UNLESS 1 exclusion"
    until(qtbot, lambda: rule.accessibleName() == f"Cloud: {one}. Fleet: {none}. Other leads: {none}")
    until(qtbot, lambda: named(trial, QLineEdit, "Segment").isVisible())
    named(trial, QLineEdit, "Company size").setText("12")
    named(trial, QLineEdit, "Asked for a demo, days ago").setText("2")
    until(qtbot, lambda: trial.view.answer.text() == "Cannot be told yet")
    unknown = "Only for Cloud; the lead's segment is not known. It says: 12"
    named(trial, FindingLine, f"not known: 30 people or more. {unknown}")
    named(trial, QLineEdit, "Segment").setText("cloud")
    until(qtbot, lambda: trial.view.answer.text() == "Not qualified")
    named(trial, FindingLine, "no: 30 people or more. Only for Cloud. It says: 12")
    named(trial, QLineEdit, "Segment").setText("fleet")
    until(qtbot, lambda: trial.view.answer.text() == "Qualified")
    named(trial, FindingLine, "does not concern it: 30 people or more. Only for Cloud; this lead is of another.")


def test_both_teams_vote_unseen_then_see_what_split_them(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages()
    agree(made)
    page = made.go("lead_definitions")
    part = made.part(page, Calibration)
    until(qtbot, part.isEnabled)
    line = named(part, QLineEdit, "Lead to add")
    for words in ("Haulier, 80 people", "Student"):
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)
        line = named(part, QLineEdit, "Lead to add")
    for team, votes in (("Marketing", ("accept", "reject")), ("Sales", ("reject", "reject"))):
        button(part, f"{team} votes now").click()
        (ballot,) = [one for one in part.findChildren(BallotView) if one.isVisible()]
        for on_ballot, vote in zip(ballot.lines, votes, strict=True):
            assert on_ballot.vote.current == ""
            next(one for one in on_ballot.vote.findChildren(QAbstractButton) if one.text().lower() == vote).click()
            if vote == "reject" and team == "Sales":
                on_ballot.because.setCurrentIndex(on_ballot.because.findText(FIT.name))
                on_ballot.because.activated.emit(on_ballot.because.currentIndex())
        assert part._left.text() == "All votes are in."
        button(part, "Done, hide these votes").click()
        # kept, and out of sight
        kept: list[Round] = []
        made.made.desk.session.ask(lambda workbench: workbench.calibrating.round(made.agreement), done=kept.append)
        until(qtbot, lambda kept=kept: bool(kept))  # type: ignore[misc]  # bound per team
        assert kept[0] == part.round
        if team == "Marketing":
            assert not any(word in text for word in ("Accept", "Reject", "alike") for text in words_on(part))
    assert part.round.is_open
    until(qtbot, lambda: "1 of 2 alike" in words_on(part))
    assert made.draft.value("lead_definitions.calibration") == template("b2b").agreement.lead_definitions.calibration
    button(part, f"Sharpen {FIT.name}").click()
    until(qtbot, lambda: page.binder.current_path == "lead_definitions.fit[size].name")
    button(part, "Keep the outcome in the agreement").click()
    rows = made.draft.value("lead_definitions.calibration")
    assert [(row.marketing_vote, row.sales_vote, row.criterion) for row in rows] == [
        ("accept", "reject", FIT.name), ("reject", "reject", ""),
    ]  # fmt: skip
    button(part, "Vote again on these leads").click()
    assert part.round.earlier[0].same == 1
    assert button(part, "Sales votes now").isVisible()


def test_points_are_drawn_with_the_lead_that_is_tried(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages()
    page = made.go("lead_definitions")
    assert page.show_place("lead_definitions.threshold")
    model = made.part(page, PointsModel)
    until(qtbot, model.isVisible)
    until(qtbot, lambda: model.words.text().startswith("A lead has at most 90 points: 40 of fit and 50 of interest."))
    trial = made.part(page, LeadTrial)
    rule = made.draft.value("lead_definitions.points")[0]
    named(trial, Switch, rule.name).setChecked(True)
    until(qtbot, lambda: model.view._field.lead is not None and model.view._field.lead.fit.least == rule.points)
    assert "The dot is the lead tried below." in model.view.accessibleName()
    made.draft.set("lead_definitions.threshold", 91)
    until(qtbot, lambda: model.note.text() == "No lead can reach this: Qualified from.")


def test_a_threshold_is_tried_on_imported_leads_and_taken(
    qtbot: QtBot, pages: Callable[..., Pages], tmp_path: Path
) -> None:
    made = pages()
    page = made.go("lead_definitions")
    assert page.show_place("lead_definitions.threshold")
    tuning = made.part(page, ThresholdTuning)
    until(qtbot, lambda: tuning.words.text().startswith("No imported lead has both"))
    decided = ("2026-03-01,", ",2026-03-01")
    rows = [f"L{n},2026-02-01,{30 + n},{decided[n <= 20]}" for n in range(40)]
    file = tmp_path / "leads.csv"
    file.write_text("\n".join(["Lead ID,Created,Score,Accepted,Rejected", *rows]) + "\n", "utf-8")
    session, agreement = made.made.desk.session, made.agreement
    with qtbot.waitSignal(session.told):
        session.ask(
            lambda workbench: workbench.actuals.import_file(agreement, file), done=lambda _made: session.told.emit("in")
        )
    session.actuals_changed.emit(agreement)
    until(qtbot, lambda: tuning.words.text().startswith("Of 40 decided leads"))
    until(qtbot, lambda: any(one.text() == "Use 69" and one.isVisible() for one in tuning.findChildren(QPushButton)))
    button(tuning, "Use 69").click()
    assert made.draft.value("lead_definitions.threshold") == 69
    made.draft.stack.undo()
    assert made.draft.value("lead_definitions.threshold") == 65
