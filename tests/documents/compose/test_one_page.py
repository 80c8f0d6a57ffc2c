"""The agreement on one page, the company's logo and colour, and its own paper."""

from __future__ import annotations

import base64
import datetime as dt
import io
import struct
import zlib

import pytest

from tests.documents.compose.test_redline import version
from tests.documents.reading import structure, texts
from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.rules import one_page
from workbench.agreement.templates import template
from workbench.base.language import language
from workbench.base.places import resource
from workbench.documents import style
from workbench.documents.blocks import Paper
from workbench.documents.compose.agreement import compose_agreement
from workbench.documents.pdf import Rendered, render
from workbench.fields.path import put
from workbench.fields.pictures import picture_value


def printed(agreement: Agreement) -> Rendered:
    document = compose_agreement(agreement, version(agreement, 1).header, language())
    return render(document, with_fields=True)


def form(name: str) -> Agreement:
    return put(template(name).agreement, "teams.document_form", "one_page")


def practice() -> Agreement:
    return read_agreement(resource("practice", "agreement.json").read_bytes(), "The practice agreement")


def logo(width: int = 40, height: int = 12) -> str:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGBA", (width, height), (200, 60, 10, 128)).save(out, "PNG")
    return picture_value(out.getvalue())


def test_the_one_page_form_is_one_page_with_every_promise_and_both_places_to_sign() -> None:
    agreement = template("one_page").agreement
    assert agreement.teams.document_form == "one_page"
    made = printed(agreement)
    assert made.pages == 1
    assert [spot.page for spot in made.spots] == [0, 0]
    assert [kind for kind in structure(made.data).kinds() if kind.startswith("H")] == ["H1", "H2", "H2"]
    (words,) = texts(made.data)
    for one in commitments(agreement):
        assert one.label in words
    for statement in agreement.sign_off.statements:
        assert statement.text in words


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", ["b2b", "agency", "product_led", "field_events"])
def test_as_many_promises_as_the_rule_allows_are_on_one_page_with_every_signer(name: str, paper: Paper) -> None:
    agreement = form(name)
    known = commitments(agreement)
    document = compose_agreement(agreement, version(agreement, 1).header, language(), paper)
    made = render(document, with_fields=True)
    assert made.pages == 1
    assert {spot.page for spot in made.spots} == {0}
    assert len(made.spots) == len(agreement.sign_off.signers)
    (words,) = texts(made.data)
    assert [one.label for one in known if one.label not in words] == []
    assert [one.text for one in agreement.sign_off.statements if one.text not in words.replace("- ", "-")] == []


def test_a_reservation_stands_on_the_one_page_above_the_signatures() -> None:
    agreement = put(template("one_page").agreement, "sign_off.reservations", practice().sign_off.reservations)
    made = printed(agreement)
    assert made.pages == 1
    assert agreement.sign_off.reservations[0].text in texts(made.data)[0]


def test_the_rule_warns_of_more_than_one_page_can_surely_hold() -> None:
    """What it lets pass is tested above; a long agreement is warned of, and takes more pages."""
    codes = {name: {issue.code for issue in one_page.find(form(name))} for name in ("agency", "one_page", "full")}
    assert codes == {"agency": set(), "one_page": set(), "full": {"more_than_one_page"}}
    assert not list(one_page.find(template("full").agreement))


def test_what_finds_no_room_on_the_page_follows_in_full_before_the_signatures() -> None:
    agreement = put(practice(), "teams.document_form", "one_page")
    made = printed(agreement)
    pages = texts(made.data)
    assert 2 < made.pages < printed(practice()).pages
    everything = " ".join(pages)
    for one in commitments(agreement):
        assert one.label in everything
    assert {spot.page for spot in made.spots} == {made.pages - 1}
    assert agreement.sign_off.reservations[0].text in everything


def test_the_logo_is_a_figure_with_words_and_the_colour_draws_the_lines() -> None:
    agreement = put(put(practice(), "teams.logo", logo()), "teams.brand_colour", "#C2410C")
    made = printed(agreement)
    assert "Logo of Brackwald Software" in [one.alternative for one in structure(made.data).walk()]
    assert made.data == printed(agreement).data
    assert style.accent("#C2410C") == "#C2410C"
    for pale in ("#FFFFFF", "#FFFFE0", ""):
        assert style.accent(pale) == style.TEXT  # a line nobody would see


@pytest.mark.parametrize("what", ["huge", "torn", "words"])
def test_a_logo_that_cannot_be_shown_leaves_its_place_empty(what: str) -> None:
    """The bytes came from a file somebody sent; a head of 33 bytes can claim a picture of four thousand millions."""
    head = struct.pack(">IIBBBBB", 65_000, 65_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    whole = base64.b64decode(logo())
    data = {"huge": whole[:8] + chunk + whole[33:], "torn": whole[:50], "words": whole[:8] + b"words"}[what]
    agreement = put(practice(), "teams.logo", picture_value(data))
    made = printed(agreement)
    assert "Logo of Brackwald Software" not in [one.alternative for one in structure(made.data).walk()]


def test_a_draft_says_that_it_is_one() -> None:
    import dataclasses

    agreement = practice()
    header = dataclasses.replace(version(agreement, 1).header, number=0, at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    pages = texts(render(compose_agreement(agreement, header, language()), with_fields=False).data)
    assert "Draft, not saved" in pages[0]
    assert "Version 0" not in " ".join(pages)
    assert header.hash[:4] not in pages[1].split("Draft, not saved")[-1][:20]
