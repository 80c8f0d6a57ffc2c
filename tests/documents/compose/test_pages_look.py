"""What the pictures of the pages have shown to go wrong once: lonely pages, rows of one name, words that are cut."""

from __future__ import annotations

import dataclasses
from functools import cache

import pytest

from tests.documents.compose.test_one_page import practice, printed
from tests.documents.compose.test_redline import version
from tests.documents.reading import texts
from workbench.agreement.model import Agreement
from workbench.agreement.templates import template
from workbench.base.language import language
from workbench.documents.blocks import Chip, Clause, Matrix, Paper
from workbench.documents.compose.agreement import compose_agreement
from workbench.documents.pdf import render


@cache
def practice_pages() -> tuple[str, ...]:
    return tuple(texts(printed(practice()).data))


def matrix_of(agreement: Agreement) -> Matrix:
    blocks = compose_agreement(agreement, version(agreement, 1).header, language()).blocks
    return next(one for one in blocks if isinstance(one, Matrix))


def test_the_last_promise_does_not_stand_alone_on_a_page_when_annexes_follow() -> None:
    (page,) = (one for one in practice_pages() if "Decision log" in one and "What was decided in the room" in one)
    assert "J-7" in page


@pytest.mark.parametrize(("name", "paper"), [("b2b", "A4"), ("agency", "Letter"), ("full", "Letter")])
def test_up_to_three_people_sign_on_one_page_with_what_is_signed(name: str, paper: Paper) -> None:
    agreement = template(name).agreement
    header = version(agreement, 1).header
    made = render(compose_agreement(agreement, header, language(), paper), with_fields=True)
    (page,) = {spot.page for spot in made.spots}
    assert page == made.pages - 1
    assert len(made.spots) == len(agreement.sign_off.signers)
    last = texts(made.data)[page]
    assert header.hash[:16] in last.replace(" ", "")
    assert f"Version 1, saved 15 June 2026 by {header.author}" in last


def test_rows_of_one_tier_are_told_apart_by_their_calendar() -> None:
    rows = matrix_of(template("full").agreement).rows
    assert len({(row.name, row.below) for row in rows}) == len(rows)
    assert ("Tier A", "DACH desk") in {(row.name, row.below) for row in rows}


def test_a_matrix_of_forty_tiers_still_says_share_and_label() -> None:
    agreement = template("b2b").agreement
    first = agreement.follow_up.tiers[0]
    tiers = tuple(dataclasses.replace(first, key=f"t{n}", name=f"Tier {n}") for n in range(40))
    crowded = dataclasses.replace(agreement, follow_up=dataclasses.replace(agreement.follow_up, tiers=tiers))
    words = " ".join(texts(printed(crowded).data)).replace("\n", " ")
    for row in matrix_of(crowded).rows:
        for cell in row.cells:
            assert cell.below in words


def test_labels_in_the_margin_go_by_team() -> None:
    blocks = compose_agreement(practice(), version(practice(), 1).header, language()).blocks
    chips = next(one.chips for one in blocks if isinstance(one, Clause) and one.number == "10.1")
    assert [one.text.partition("-")[0] for one in chips] == ["M", "M", "M", "S", "S", "J"]
    assert all(isinstance(one, Chip) for one in chips)


def test_the_days_of_a_working_calendar_are_written_out() -> None:
    words = " ".join(practice_pages())
    assert "Wednesday" in words
    assert "Wednes…" not in words
    assert "Wednesd…" not in words
