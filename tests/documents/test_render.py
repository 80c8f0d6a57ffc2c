"""The printed document: same bytes for the same blocks, text that can be read, pages that break well."""

# ruff: noqa: E501  (a list of phrases is read as lines)

from __future__ import annotations

import dataclasses
import hashlib
import io
import re
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.documents.conftest import FILES, SAMPLES
from tests.documents.reading import texts
from tests.documents.sample.agreement import agreement
from tests.documents.sample.meta import CONTENT_HASH, meta
from tests.support.checkout import ROOT
from tests.support.poppler import Poppler
from workbench.base.errors import Cancelled
from workbench.documents.blocks import Clause, Document, Section, SignatureCards, SignatureSpot
from workbench.documents.boxes import Box
from workbench.documents.compressor import compressor
from workbench.documents.layout import lay_out
from workbench.documents.pdf import Rendered, render, renderer

Sample = Callable[[str], Rendered]

FRESH = """
import hashlib, sys
from tests.documents.conftest import FILES, SAMPLES
from workbench.documents.pdf import render
print(hashlib.sha256(render(SAMPLES[sys.argv[1]](), FILES, with_fields=True).data).hexdigest())
"""


def test_the_same_blocks_give_the_same_bytes_in_every_process(sample: Sample) -> None:
    mine = hashlib.sha256(sample("agreement").data).hexdigest()
    for seed in ("1", "77"):
        run = subprocess.run(
            [sys.executable, "-c", FRESH, "agreement"],
            cwd=ROOT, env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert run.stdout.strip() == mine


def test_threads_that_print_at_once_do_not_disturb_each_other(sample: Sample) -> None:
    got: dict[str, bytes] = {}

    def work(name: str) -> None:
        got[name] = render(SAMPLES[name](), FILES, with_fields=True).data

    threads = [threading.Thread(target=work, args=(name,)) for name in ("comparison", "report", "odd")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == {name: sample(name).data for name in got}
    assert len(got) == 3


def test_another_moment_gives_other_bytes(sample: Sample) -> None:
    document = SAMPLES["odd"]()
    later = dataclasses.replace(document, meta=dataclasses.replace(document.meta, created="2026-12-12T14:05:00Z"))
    assert render(later, FILES, with_fields=True).data != sample("odd").data


@pytest.mark.parametrize("name", list(SAMPLES))
def test_every_page_carries_the_whole_hash_and_its_number(name: str, sample: Sample) -> None:
    rendered = sample(name)
    pages = texts(rendered.data)
    assert len(pages) == rendered.pages
    for number, text in enumerate(pages, 1):
        assert re.findall(r"\b[0-9a-f]{64}\b", text) == [CONTENT_HASH], f"page {number}"
        assert f"Page {number} of {rendered.pages}" in text
        assert "HAL-2027-02" in text


def test_text_comes_in_reading_order(sample: Sample) -> None:
    text = " ".join(texts(sample("agreement").data))
    order = [
        "Halden Instruments", "Marketing and Sales Agreement", "What each team owes the other", "In force",
        "This agreement in one minute", "What marketing owes sales", "Deliver qualified leads", "Write for the buying stages",
        "What sales owes marketing", "Answer tier A", "Open calls to marketing", "What we share", "If a number is missed",
        "Contents", "1.1 This agreement is between the marketing team", "1.2 It covers", "Points of contact", "Subject Marketing Sales",
        "Lead quality Paulo Reis", "1.4 Pledge.", "2 Goals", "6.2 M-1 Marketing delivers the following", "Schedule of commitments",
        "M-1 Clause 6.2 Marketing delivers the qualified leads planned", "Measured as Distinct leads", "3,600 qualified leads a year",
        "Decision log", "Signatures", "a I have read this agreement", "For marketing Inès Moreau Vice President, Marketing",
    ]  # fmt: skip
    at = 0
    for words in order:
        found = text.find(words, at)
        assert found >= 0, f"{words!r} not after {text[max(0, at - 60) : at]!r}"
        at = found


def test_words_at_line_ends_are_not_glued(sample: Sample) -> None:
    text = " ".join(texts(sample("agreement").data))
    clauses = [block.words for block in agreement().blocks if isinstance(block, Clause)]
    assert [words for words in clauses if isinstance(words, str) and words not in text] == []
    assert sum(isinstance(words, str) for words in clauses) > 15


def test_the_space_at_a_lines_end_is_really_written(sample: Sample) -> None:
    with pikepdf.open(io.BytesIO(sample("agreement").data)) as pdf:
        shown = [one for one in pikepdf.parse_content_stream(pdf.pages[3]) if str(one.operator) == "Tj"]
        text = b"".join(bytes(one.operands[0]) for one in shown).decode("latin-1")
    assert "the Benelux and the Nordics. Service contracts and resellers stay outside. " in text
    assert "sponsors it and decides where the leads cannot. 1.2 It covers" in text


def test_contents_and_references_name_the_right_pages(sample: Sample) -> None:
    pages = texts(sample("agreement").data)
    contents = pages[2]
    for section in (block for block in agreement().blocks if isinstance(block, Section) and block.in_contents):
        number = int(re.search(re.escape(section.title) + r" (\d+)", contents).group(1))  # type: ignore[union-attr]  # or the test fails
        assert section.title in pages[number - 1]
    schedule = int(re.search(r"schedule on page (\d+)", pages[1]).group(1))  # type: ignore[union-attr]  # or the test fails
    assert "Schedule of commitments" in pages[schedule - 1]


def test_running_heads_name_the_section_a_page_begins_with(sample: Sample) -> None:
    layout = lay_out(agreement(), fields=True)
    assert layout.running[0] is False
    assert layout.sections[6] == "6  Volumes"
    assert layout.sections[7] == "6  Volumes"  # section 7 begins below what is left of section 6
    assert "6 Volumes" in texts(sample("agreement").data)[7]


@pytest.mark.poppler
@pytest.mark.parametrize("name", ["agreement", "report", "odd"])
def test_every_font_is_inside_and_none_is_a_stranger(
    name: str, sample: Sample, poppler: Poppler, tmp_path: Path
) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(sample(name).data)
    fonts = poppler.fonts(path)
    assert {font.name for font in fonts if not font.embedded or not font.to_unicode} == set()
    assert {font.name for font in fonts if not font.name.startswith("Inter")} == set()
    assert len(fonts) > 3


@pytest.mark.parametrize("name", list(SAMPLES))
def test_built_in_fonts_are_not_even_mentioned(name: str, sample: Sample) -> None:
    assert re.findall(rb"/(?:Helvetica|Times|Courier|Symbol|ZapfDingbats)", sample(name).data) == []


@pytest.mark.poppler
def test_another_reader_agrees_on_title_size_and_tags(sample: Sample, poppler: Poppler, tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(sample("letter").data)
    said = poppler.information(path)
    assert said["Title"] == "Marketing and Sales Agreement, Halden Instruments"
    assert said["Tagged"] == "yes"
    assert said["Page size"].startswith("612 x 792 pts")
    assert said["Producer"] == renderer()


def test_the_head_of_a_long_table_repeats_and_no_row_is_lost(sample: Sample) -> None:
    pages = [
        text
        for text in texts(sample("crowded").data)
        if "Decision 1" in text or "Decision 2" in text or "Decision 4" in text
    ]
    assert len(pages) >= 2
    assert all("No. Decision Reason When" in text for text in pages)
    together = " ".join(texts(sample("crowded").data))
    numbers = [int(number) for number in re.findall(r"D-(\d+) Decision", together)]
    assert numbers == list(range(1, 41))
    last = next(text for text in pages if "D-40" in text)
    assert "D-39 Decision 39" in last
    assert "A note that stays under the last rows." in last


def test_a_detail_longer_than_a_page_is_printed_whole(sample: Sample) -> None:
    together = " ".join(texts(sample("crowded").data))
    assert together.count("Anmerkung,") == 150


def test_long_names_are_printed_whole(sample: Sample) -> None:
    together = " ".join(texts(sample("crowded").data)).replace("- ", "-")
    for name in (
        "Maria-Magdalena Freifrau von Hohenstein-Wallerstein-Oettingen",
        "Keihanaikukauakahihuliheekahaunaele",
        "Wu Li",
    ):
        assert name in together


def _layouts() -> list[str]:
    return list(SAMPLES)


@pytest.mark.parametrize("name", _layouts())
def test_nothing_leaves_the_body_and_no_heading_ends_a_page(name: str) -> None:
    layout = lay_out(SAMPLES[name](), fields=True)
    for number, page in enumerate(layout.pages):
        body = layout.tops[number] - layout.sheet.bottom
        assert page.boxes, f"page {number + 1} is empty"
        for placed in page.boxes:
            assert placed.down + placed.box.height(layout.sheet.full) <= body + 0.05
        last: Box = page.boxes[-1].box
        assert not last.keep or number == len(layout.pages) - 1, f"page {number + 1} ends with a heading"


def test_page_numbers_agree_with_themselves() -> None:
    layout = lay_out(agreement(), fields=True)
    again = lay_out(agreement(), fields=True)
    assert layout.anchors == again.anchors
    assert {section.anchor for section in agreement().blocks if isinstance(section, Section)} <= set(layout.anchors)


def test_characters_no_font_has_are_named(sample: Sample) -> None:
    assert sample("odd").missing == ("日", "本", "🙂")
    assert sample("agreement").missing == ()
    assert "□□ missing" in texts(sample("odd").data)[0]


def test_fields_stand_on_their_cards(sample: Sample) -> None:
    rendered = sample("crowded")
    assert [spot.field for spot in rendered.spots] == [f"signer_{number}" for number in range(1, 13)]
    assert len({(spot.page, spot.box) for spot in rendered.spots}) == 12
    for spot in rendered.spots:
        left, bottom, right, top = spot.box
        assert (right - left, top - bottom) == pytest.approx((202, 84), abs=4)
        assert left > 56
        assert right < 595 - 56


def test_without_fields_there_are_none(sample: Sample) -> None:
    plain = render(agreement(), with_fields=False)
    assert plain.spots == ()
    assert b"/AcroForm" not in plain.data
    assert b"/AcroForm" in sample("agreement").data


def test_a_stop_is_heeded_at_the_next_page() -> None:
    seen: list[int] = []

    def stop(page: int) -> None:
        seen.append(page)
        if page == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        render(agreement(), with_fields=False, at_page=stop)
    assert seen == [1, 2, 3]


def test_names_must_be_unique_and_the_moment_clear() -> None:
    spot = SignatureSpot("one", "sales", "For sales", "A", "B")
    twice = Document(meta("T"), (SignatureCards((spot, spot)),))
    with pytest.raises(ValueError, match="one"):
        render(twice, with_fields=True)
    with pytest.raises(ValueError, match=r"agreement\.json"):
        render(SAMPLES["odd"](), (FILES[0], FILES[0]), with_fields=False)
    naive = dataclasses.replace(SAMPLES["odd"]().meta, created="2026-12-11T14:05:00")
    with pytest.raises(ValueError, match="no offset"):
        render(Document(naive, ()), with_fields=False)


def test_an_empty_document_is_one_page() -> None:
    assert render(Document(meta("Nothing"), ()), with_fields=True).pages == 1


def test_the_door_is_light() -> None:
    code = "import sys, workbench.documents.pdf, workbench.documents.pages, workbench.documents.embedded, workbench.documents.appearance; print(sorted({'reportlab','pikepdf','pypdfium2','PIL','numpy'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_another_compressor_is_another_renderer(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another system's zlib packs is the same page in other bytes, and must not be called a different page."""
    here, pack = renderer(), zlib.compress
    assert re.search(r", deflate [0-9a-f]{8}$", here)
    monkeypatch.setattr(zlib, "compress", lambda data: pack(data, 5))
    compressor.cache_clear()
    try:
        assert renderer() != here
    finally:
        monkeypatch.undo()
        compressor.cache_clear()
    assert renderer() == here
