"""Places to sign on the pages of a PDF, pointed at in shares of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from workbench.documents.pdf import Rendered
from workbench.documents.places import signature_places

Sample = Callable[[str], Rendered]


def test_places_are_where_the_renderer_put_them(sample: Sample) -> None:
    rendered = sample("agreement")
    found = signature_places(rendered.data)
    assert [one.field for one in found] == [spot.field for spot in rendered.spots] != []
    for one, spot in zip(found, rendered.spots, strict=True):
        left, bottom, right, top = spot.box
        assert one.page == spot.page
        assert one.left == pytest.approx(left / 595.28, abs=1e-3)
        assert one.top == pytest.approx(1 - top / 841.89, abs=1e-3)
        assert one.width == pytest.approx((right - left) / 595.28, abs=1e-3)
        assert one.height == pytest.approx((top - bottom) / 841.89, abs=1e-3)


def test_a_document_without_fields_has_none(sample: Sample) -> None:
    assert signature_places(sample("report").data) == ()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing more", b"hello"])
def test_what_is_no_pdf_has_none(data: bytes) -> None:
    assert signature_places(data) == ()


def test_marks_that_make_no_sense_have_none(sample: Sample) -> None:
    data = sample("agreement").data
    assert signature_places(data.replace(b"/Annots", b"/Annotz")) == ()
