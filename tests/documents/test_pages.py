"""Pages as pictures."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from tests.documents.conftest import SAMPLES
from workbench.base.errors import DamagedError, NotFoundError
from workbench.documents.pages import Pages, _picture
from workbench.documents.pdf import Rendered, render_to_look_at

Sample = Callable[[str], Rendered]


def test_count_and_sizes(sample: Sample) -> None:
    rendered = sample("letter")
    with Pages(rendered.data) as pages:
        assert pages.count == rendered.pages
        assert set(pages.sizes) == {(612.0, 792.0)}


def test_a_page_becomes_rows_of_three_bytes_a_pixel(sample: Sample) -> None:
    with Pages(sample("agreement").data) as pages:
        cover = pages.picture(0, 401)
        assert (cover.width, len(cover.rgb)) == (401, cover.width * cover.height * 3)
        assert abs(cover.height / cover.width - 842 / 595) < 0.01
        assert cover.rgb[:3] == b"\xff\xff\xff"
        middle_of_left_circle = (cover.width * 284 // 595, cover.height * 146 // 842)
        at = (middle_of_left_circle[1] * cover.width + middle_of_left_circle[0]) * 3
        assert cover.rgb[at : at + 3] == bytes.fromhex("7a2e9d"), "purple, its bytes in the order red, green, blue"
        assert pages.picture(1, 401).rgb != cover.rgb


def test_threads_may_look_at_the_same_time(sample: Sample) -> None:
    data = sample("report").data
    with Pages(data) as pages:
        alone = [pages.picture(page, 300).rgb for page in range(pages.count)]
    got: list[list[bytes]] = []

    def look() -> None:
        with Pages(data) as mine:
            got.append([mine.picture(page, 300).rgb for page in range(mine.count)])

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [alone] * 4


@pytest.mark.parametrize("width", [1, 11, 76, 401, 1003])
def test_a_picture_is_as_wide_as_asked(width: int, sample: Sample) -> None:
    with Pages(sample("agreement").data) as pages:
        assert pages.picture(0, width).width == width


@pytest.mark.parametrize(("channels", "stride"), [(3, 6), (3, 8), (4, 8), (4, 16)])
def test_padding_and_a_fourth_channel_are_left_out(channels: int, stride: int) -> None:
    import pypdfium2
    import pypdfium2.raw

    kind = {3: pypdfium2.raw.FPDFBitmap_BGR, 4: pypdfium2.raw.FPDFBitmap_BGRx}[channels]
    bitmap = pypdfium2.PdfBitmap.new_native(2, 2, kind, rev_byteorder=True, stride=stride)
    for row in range(2):
        for pixel in range(2):
            for channel in range(3):
                bitmap.buffer[row * stride + pixel * channels + channel] = 100 * row + 10 * pixel + channel
    assert list(_picture(bitmap).rgb) == [0, 1, 2, 10, 11, 12, 100, 101, 102, 110, 111, 112]


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(DamagedError, match="cannot be shown"):
        Pages(data)


def test_pages_and_widths_that_do_not_exist(sample: Sample) -> None:
    with Pages(sample("odd").data) as pages:
        with pytest.raises(NotFoundError, match="no page 2"):
            pages.picture(1, 100)
        with pytest.raises(NotFoundError):
            pages.picture(-1, 100)
        for width in (0, -5, 100_000):
            with pytest.raises(ValueError, match="pixels"):
                pages.picture(0, width)


def test_pages_to_look_at_are_the_pages_that_are_signed(sample: Callable[[str], Rendered]) -> None:
    finished, drawn = sample("agreement").data, render_to_look_at(SAMPLES["agreement"]())
    with Pages(finished) as signed, Pages(drawn) as looked:
        assert signed.sizes == looked.sizes
        for page in (0, 3, signed.count - 1):
            assert signed.picture(page, 300) == looked.picture(page, 300)


def test_a_text_is_found_where_it_stands(sample: Callable[[str], Rendered]) -> None:
    with Pages(sample("agreement").data) as pages:
        found = pages.find("TEAMS AND SCOPE", 100)
        assert {2, 3} <= {one.page for one in found}  # the contents and the section
        for one in found:
            for left, top, width, height in one.boxes:
                assert 0 < left < left + width < 1
                assert 0 < top < top + height < 1
        assert len(pages.find("the", 7)) == 7
        assert pages.find("no such words anywhere", 7) == ()
        assert pages.find("  ", 7) == ()
