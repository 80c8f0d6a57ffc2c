"""A tracker prints on the paper the agreement prints on."""

from __future__ import annotations

import dataclasses

from tests.sheets.tracker.kinds import subject
from tests.sheets.tracker.workbook import opened_bytes
from workbench.agreement.templates import template
from workbench.sheets.tracker.writer import write_tracker
from workbench.tracking.actuals import Actuals
from workbench.tracking.leads import LeadLog

A4, A3, LETTER, TABLOID = 9, 8, 1, 3


def test_it_is_printed_on_the_agreements_paper() -> None:
    usual = template("empty").agreement
    other = dataclasses.replace(usual, teams=dataclasses.replace(usual.teams, paper="Letter"))
    for agreement, papers in ((usual, {A4, A3}), (other, {LETTER, TABLOID})):
        book = opened_bytes(write_tracker(subject(agreement, Actuals(LeadLog((), {}))), 3))
        assert {int(page.page_setup.paperSize) for page in book} == papers
