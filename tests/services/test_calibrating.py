"""Votes of a calibration round live beside the agreement: they outlast a kill and never reach what is handed out."""

from __future__ import annotations

import json
from pathlib import Path

from workbench.agreement.calibration import Round, SampleLead, sealed, voted
from workbench.agreement.templates import template
from workbench.base.clock import SystemClock
from workbench.base.language import language
from workbench.base.places import resource
from workbench.services.workbench import open_workbench

SECRET = "Zephyr-Quokka lead"


def a_round() -> Round:
    found = Round((SampleLead("one", SECRET, (("country", "DE"),), "accept"), SampleLead("two", "Another")))
    for key in ("one", "two"):
        found = voted(found, "sales", key, "reject", "lead_definitions.fit[size]")
    return voted(sealed(found, "sales"), "marketing", "one", "accept")


def test_a_round_is_there_again_after_reopening(tmp_path: Path) -> None:
    place = str(tmp_path / "library.sla")
    with open_workbench(place) as workbench:
        agreement = workbench.shelf.create_from(template("b2b").agreement)
        assert workbench.calibrating.round(agreement) == Round()
        workbench.calibrating.keep(agreement, a_round())
    with open_workbench(place) as workbench:
        assert workbench.calibrating.round(agreement) == a_round()


def test_no_vote_is_in_what_leaves_the_library(tmp_path: Path) -> None:
    with open_workbench(str(tmp_path / "library.sla"), clock=SystemClock()) as workbench:
        agreement = workbench.shelf.create_from(template("b2b").agreement)
        workbench.calibrating.keep(agreement, a_round())
        draft = workbench.drafting.read(agreement)
        assert draft.agreement.lead_definitions.calibration == template("b2b").agreement.lead_definitions.calibration
        workbench.versions.save(agreement, "As agreed")
        bundle = tmp_path / "out.slaw"
        workbench.exchange.bundle(agreement, bundle)
        assert SECRET.encode() not in bundle.read_bytes()


def test_an_unreadable_round_is_an_empty_one(tmp_path: Path) -> None:
    with open_workbench(str(tmp_path / "library.sla")) as workbench:
        agreement = workbench.shelf.create_from(template("b2b").agreement)
        for text in ("{", "[]", json.dumps({"leads": 3})):
            workbench._library.settings.set(f"calibration.{agreement}", text)
            assert workbench.calibrating.round(agreement) == Round()


def test_a_sample_names_nobody(tmp_path: Path) -> None:
    with open_workbench(str(tmp_path / "library.sla")) as workbench:
        made = template("b2b").agreement
        agreement = workbench.shelf.create_from(made)
        workbench.actuals.import_file(agreement, resource("practice", "crm_export.xlsx"))
        found = workbench.calibrating.sample(agreement, made.lead_definitions, language("en"))
        assert len(found) == 10
        assert {lead.was for lead in found} == {"accept", "reject"}
        log = workbench.actuals.log(agreement)
        people = {log.text(name, at) for name in ("person", "email", "company", "owner") for at in range(len(log))} - {
            ""
        }
        assert people
        told = " ".join(lead.words for lead in found)
        assert not [name for name in people if name in told]
        assert workbench.calibrating.sample(agreement, made.lead_definitions, language("en")) == found
