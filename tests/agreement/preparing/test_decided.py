"""What the decision log does not say yet is proposed, once."""

from __future__ import annotations

import dataclasses
import datetime as dt

from workbench.agreement.model import Agreement
from workbench.agreement.preparing.decided import undecided, unsettled
from workbench.agreement.sections.sign_off import Decision, OpenItem, SignOff
from workbench.agreement.templates import template
from workbench.agreement.workshop import SectionState, Workshop
from workbench.base.language import language

TODAY = dt.date(2026, 12, 8)


def room(*states: SectionState) -> Agreement:
    return dataclasses.replace(template("b2b").agreement, workshop=Workshop(states))


def test_an_agreed_and_a_skipped_section_are_proposed_with_their_promises_and_reasons() -> None:
    agreement = room(
        SectionState("follow_up", "agreed"), SectionState("metrics", "skipped", "Later"), SectionState("goals", "draft")
    )
    follow_up, metrics = undecided(agreement, TODAY, language())
    assert follow_up.name.startswith("Follow-up times: agreed as it stands, with ")
    assert (metrics.name, metrics.why) == ("Shared metrics: left out", "Later")
    assert {one.on for one in (follow_up, metrics)} == {TODAY}


def test_what_is_in_the_log_is_not_proposed_again() -> None:
    agreement = room(SectionState("goals", "agreed"))
    log = SignOff(decisions=(Decision("k1", "Revenue first", section="goals"),))
    assert undecided(dataclasses.replace(agreement, sign_off=log), TODAY, language()) == ()


def test_a_disputed_section_is_proposed_for_parking_until_it_is_parked() -> None:
    agreement = room(SectionState("volumes", "disputed"), SectionState("goals", "agreed"))
    (item,) = unsettled(agreement, language())
    assert (item.name, item.section, item.outcome) == ("Volumes: to be settled", "volumes", "open")
    parked = dataclasses.replace(agreement, sign_off=SignOff(open_items=(OpenItem("k1", "x", section="volumes"),)))
    assert unsettled(parked, language()) == ()
    done = SignOff(open_items=(OpenItem("k1", "x", outcome="resolved", section="volumes"),))
    assert len(unsettled(dataclasses.replace(agreement, sign_off=done), language())) == 1
