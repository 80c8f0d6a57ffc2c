"""Codes on record: the file says what the libraries say, so the rules need not load them."""

from __future__ import annotations

import runpy

import holidays
import pytest

from tests.support.checkout import ROOT
from workbench.agreement.codes import has_holidays, is_currency


def test_the_file_says_what_the_libraries_say() -> None:
    made = runpy.run_path(str(ROOT / "packaging" / "make_codes.py"))["text"]()
    assert (ROOT / "resources" / "codes.json").read_text("utf-8") == made, "run packaging/make_codes.py"


@pytest.mark.parametrize(
    "place",
    [("DE", ""), ("DE", "BE"), ("DE", "Bayern"), ("GB", "ENG"), ("US", "NY"), ("XX", ""), ("DE", "ZZ"), ("", "")],
)
def test_a_place_is_known_where_its_holidays_can_be_found(place: tuple[str, str]) -> None:
    try:
        holidays.country_holidays(place[0], subdiv=place[1] or None)
        found = True
    except NotImplementedError:
        found = False
    assert has_holidays(*place) is found


def test_currencies() -> None:
    assert [is_currency(code) for code in ("EUR", "DEM", "ABC", "eur", "")] == [True, True, False, False, False]
