"""A tracker prints on the paper the agreement prints on, and on as many pages as can be read."""

from __future__ import annotations

import dataclasses

import pytest

from tests.sheets.tracker.kinds import subject
from tests.sheets.tracker.workbook import opened_bytes
from workbench.agreement.templates import template
from workbench.base.language import language
from workbench.sheets.tracker.look.book import Book
from workbench.sheets.tracker.look.page import USUAL_HEIGHT
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


@pytest.mark.parametrize(
    ("rows", "height", "upright", "hidden", "tall"),
    [(70, 15, False, False, 1), (80, 15, False, False, 0), (80, 15, True, False, 1), (40, 50, True, False, 0),
     (80, 15, False, True, 1)],
)  # fmt: skip
def test_what_would_be_too_small_on_one_page_is_printed_on_several(
    rows: int, height: int, upright: bool, hidden: bool, tall: int
) -> None:
    book = Book("", "", language(), "A4")
    sheet = book.sheet("Long")
    sheet.print_on(tall=1, upright=upright)
    for row in range(rows):
        sheet.put(row, 0, row)
        if height != USUAL_HEIGHT or (hidden and row % 2):
            sheet.page.set_row(row, height, None, {"hidden": hidden})
    told = opened_bytes(book.finished())["Long"].page_setup.fitToHeight
    assert (1 if told is None else int(told)) == tall
