"""What is printed between the clauses holds for the agreement it stands in."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from pathlib import Path

import pytest

from workbench.agreement.model import Agreement
from workbench.agreement.sections.lead_definitions import BehaviourCriterion
from workbench.agreement.sections.teams import Segment
from workbench.agreement.templates import template
from workbench.agreement.version import VersionHeader
from workbench.base.language import language
from workbench.documents.blocks import as_json
from workbench.documents.compose.agreement import compose_agreement
from workbench.documents.pdf import render
from workbench.fields.codec import canonical, content_hash
from workbench.fields.path import put

MOMENT = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)


def printed(agreement: Agreement) -> str:
    content = content_hash(canonical(agreement))
    header = VersionHeader("a" * 8, 4, (), content, 1, "for_signature", "Ana", "Why", MOMENT)
    return json.dumps(json.loads(as_json(compose_agreement(agreement, header, language()))), ensure_ascii=False)


@pytest.mark.parametrize(
    ("alone", "said"),
    [
        ((True,), "when this happened."),
        ((False,), "when this happened."),
        ((True, True), "when one of these happened."),
        ((False, False), "when two of these happened."),
        ((True, False), "when one act that is enough alone happened."),
        ((True, False, False), "when one act that is enough alone, or two others, happened."),
    ],
)
def test_interest_is_shown_by_acts_that_are_listed(alone: tuple[bool, ...], said: str) -> None:
    rows = tuple(BehaviourCriterion(f"k{n}", name=f"Act {n}", enough=enough) for n, enough in enumerate(alone))
    assert f"It shows interest {said}" in printed(put(template("b2b").agreement, "lead_definitions.behaviour", rows))


def test_what_is_only_for_a_segment_says_so() -> None:
    agreement = put(template("b2b").agreement, "teams.segments", (Segment("cloud", "Northwind Cloud"),))
    assert "only for" not in printed(agreement)
    for path in ("fit[size]", "behaviour[webinar]", "exclusions[student]"):
        agreement = put(agreement, f"lead_definitions.{path}.segments", ("cloud",))
    text = printed(agreement)
    assert "(Company size is at least 50; only for Northwind Cloud)" in text
    assert "; only for Northwind Cloud)" in text.partition("It shows interest")[2]
    assert "What is only for some segments counts for their leads alone." in text
    assert "Only for" in text.partition("Never qualified")[2]


def test_teams_go_by_their_own_names_in_the_hand_off() -> None:
    text = printed(template("agency").agreement)
    assert "The client's sales team accepts or rejects a lead within 2 business days." in text
    assert "The agency acts" in text
    for usual in ("Marketing acts", "Sales acts", "Marketing qualifies", "Sales accepts"):
        assert usual not in text


def test_nobody_is_promised_that_no_team_pays() -> None:
    assert "Neither team pays" not in printed(template("agency").agreement)


def test_the_words_of_the_common_language_are_not_counted() -> None:
    assert "Six words" not in printed(template("b2b").agreement)


def test_holidays_are_those_of_a_country_with_a_name() -> None:
    agreement = template("b2b").agreement
    assert "closed on the public holidays of Germany." in printed(agreement)
    bavaria = put(agreement, "follow_up.calendars[main].subdivision", "BY")
    assert "closed on the public holidays of Germany (BY)." in printed(bavaria)


@pytest.mark.poppler
def test_a_long_name_of_a_team_stands_whole_in_the_drawing(tmp_path: Path) -> None:
    agreement = template("agency").agreement
    header = VersionHeader("a" * 8, 4, (), "b" * 64, 1, "saved", "Ana", "Why", MOMENT)
    document = compose_agreement(agreement, header, language())
    path = tmp_path / "agency.pdf"
    path.write_bytes(render(document, (), with_fields=False).data)
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    assert "…" not in text.partition("The way of a lead")[2].partition("acts")[0]
