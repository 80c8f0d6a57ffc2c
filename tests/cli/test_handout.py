"""The command `handout`: every kind is a PDF, and what it cannot know is refused in one line."""

from __future__ import annotations

import pytest

from tests.cli.calling import refused
from tests.cli.conftest import Shelf
from tests.support.poppler import Poppler
from workbench.services.handouts import KINDS


@pytest.mark.poppler
def test_a_data_request_names_columns_and_the_promises_that_need_them(shelf: Shelf, poppler: Poppler) -> None:
    target = shelf.folder / "request.pdf"
    answer = shelf.ask("handout", "data-request", shelf.made.agreement, "--system", "hubspot", "-o", target)
    assert answer["pages"] >= 1
    words = poppler.text(target)
    assert "HubSpot" in words
    assert "Became a marketing qualified lead date" in " ".join(words.split())


@pytest.mark.parametrize("kind", [one for one in KINDS if one not in {"data-request", "worksheets"}])
def test_every_other_paper_is_written(shelf: Shelf, kind: str) -> None:
    target = shelf.folder / "paper.pdf"
    assert shelf.ask("handout", kind, shelf.made.agreement, "-o", target)["file"] == str(target)
    assert target.read_bytes().startswith(b"%PDF")


def test_an_unknown_system_and_section_are_named(shelf: Shelf) -> None:
    where = ("-o", shelf.folder / "x.pdf")
    said = refused(shelf.call("handout", "data-request", shelf.made.agreement, "--system", "abacus", *where))
    assert "“abacus”" in said
    assert "hubspot" in said
    said = refused(shelf.call("handout", "worksheets", shelf.made.agreement, "--section", "weather", *where))
    assert "“weather”" in said
