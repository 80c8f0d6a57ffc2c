"""Two people sign on one laptop, and the file they take home is what it says, here and in any PDF reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.habits import chooses_file, goes_to, makes_an_agreement, signs
from tests.acceptance.person import Person
from tests.support.poppler import Poppler

pytestmark = [pytest.mark.screen, pytest.mark.poppler, pytest.mark.slow, pytest.mark.timeout(300)]


def test_two_leads_sign_and_verify_what_they_signed(
    workbench: Callable[[], Person], poppler: Poppler, tmp_path: Path
) -> None:
    ana = workbench()
    makes_an_agreement(ana, "Alliance 2027")
    ana.keys("alt+2")
    goes_to(ana, 1)
    ana.fills("Company", "Northwind Traders")
    ana.fills("Name, 1", "Elena Marsh")
    ana.fills("Name, 3", "Daniel Okafor")
    ana.keys("alt+3")
    ana.fills("Why is it saved?", "As agreed in the room")
    ana.presses("push button", re.compile("Save version 1"))
    ana.presses("push button", "Elena Marsh signs on this laptop")
    signs(ana, "Elena Marsh", "elena@example.com", tmp_path / "elena.p12")
    signs(ana, "Daniel Okafor", "daniel@example.com", tmp_path / "daniel.p12")
    ana.sees("label", "2 of 2 signed")
    signed = tmp_path / "signed.pdf"
    ana.clicks("push button", "Save the file…")
    chooses_file(ana, signed, "Save")
    ana.keys("ctrl+shift+v")
    chooses_file(ana, signed, "Open")
    ana.sees("label", "Unchanged, and signed by everybody required")
    ana.sees("label", "2 of 2 required signatures")
    assert ana.leaves() == 0
    assert ana.said == ""
    found = [(one.signer, one.valid, one.whole_document) for one in poppler.signatures(signed)]
    assert found == [("Elena Marsh", True, False), ("Daniel Okafor", True, True)]
