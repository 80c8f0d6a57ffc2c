"""From blocks to boxes: margins, labels, titles and figures that adapt to what they hold."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import Any

import pikepdf
import pypdf
import pytest

from tests.documents.sample.agreement import agreement
from tests.documents.sample.meta import meta
from tests.documents.sample.promises import chip, promises
from workbench.documents import style
from workbench.documents.blocks import (
    Block,
    Chip,
    Clause,
    Column,
    Cover,
    Document,
    Fact,
    Facts,
    Figure,
    Flow,
    Grid,
    GridRow,
    Lane,
    Lifecycle,
    LifecycleStep,
    PageOf,
    Promise,
    PromiseList,
    Remark,
    Section,
    Subheading,
    Summary,
    Wording,
)
from workbench.documents.boxes import Box
from workbench.documents.lines import longest
from workbench.documents.pdf import render
from workbench.documents.setting.every import set_block
from workbench.documents.setting.fronts import CoverPage
from workbench.documents.setting.setter import Setter
from workbench.documents.setting.texts import merged


def setter(paper: Any = "A4") -> Setter:
    return Setter(style.sheet(paper), Wording())


def boxes(block: Block, paper: Any = "A4") -> list[Box]:
    return set_block(block, setter(paper))


def labels(*names: str) -> list[str]:
    return [one.text for one in merged([chip(name) for name in names])]


def test_three_labels_in_a_row_become_one() -> None:
    assert labels("S-1", "S-2", "S-3") == ["S-1–3"]
    assert labels("S-1", "S-2", "S-3", "M-4", "M-5", "J-9", "J-10", "J-11") == ["S-1–3", "M-4", "M-5", "J-9–11"]
    assert labels("S-1", "S-3", "S-4") == ["S-1", "S-3", "S-4"]
    assert [one.text for one in merged([Chip("plain", "sales"), Chip("words", "sales")])] == ["plain", "words"]


@pytest.mark.parametrize(
    "title",
    [
        "Marketing and Sales Agreement",
        "Dienstgütevereinbarungsgesellschaftsvertrag für Vertrieb und Marketing",
        "A",
        "word " * 40,
    ],
)
def test_a_cover_title_shrinks_until_its_longest_word_fits_and_three_lines_hold_it(title: str) -> None:
    page = CoverPage(Cover("Company", title, "Promise."), setter())
    room = style.sheet("A4").full * 0.8
    kind = page.title.kind
    assert kind.size == 20 or (longest(page.title.words) <= room and len(page.title.lines(room)) <= 3)
    assert (kind.size == style.TITLE.size) == (title in {"A", "Marketing and Sales Agreement"})


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("words", ["short", "within 15 business minutes of the hand-over to sales"])
def test_the_summary_fits_one_page(paper: Any, words: str) -> None:
    many = tuple(Promise("€1,234,567", f"{one.title} in time", words, one.chip) for one in promises("M"))
    block = Summary(
        PromiseList("marketing", "What marketing owes sales", many, more="and 12 more in the schedule"),
        PromiseList("sales", "What sales owes marketing", many),
        PromiseList("both", "What we share", many[:3]),
        tuple(Remark("Title", "A remark of two lines or so, as they are in practice.") for _ in range(3)),
    )
    heading = boxes(Section("s", "This agreement in one minute", lead="A lead. " * 12, small_lead=True), paper)
    sheet = style.sheet(paper)
    used = sum(box.height(sheet.full) + box.after for box in (*heading, *boxes(block, paper)))
    assert used <= sheet.room


def test_a_summary_with_room_stays_roomy() -> None:
    block = next(one for one in agreement().blocks if isinstance(one, Summary))
    assert boxes(block)[0].height(483) > 500


def test_a_rows_detail_takes_its_own_room() -> None:
    columns = (Column("A"), Column("B"))

    def height(detail: str) -> float:
        return boxes(Grid(columns, (GridRow(("x", "y"), detail=detail),)))[0].height(483)

    one_line = height("short") - height("")
    assert one_line == pytest.approx(2 + style.SMALL.leading)
    assert height("long words " * 40) - height("") > 3 * one_line


def test_labels_of_facts_are_not_cut() -> None:
    row = boxes(Facts((Fact("Gültigkeitszeitraum", "2027"),)))[0]
    assert row.height(483) == boxes(Facts((Fact("In force", "2027"),)))[0].height(483)


def test_what_names_a_page_is_set_again_as_it_was_set_before() -> None:
    blocks = (
        Section("s1", "Numbered", "1"),
        Subheading("Indented", "1.1", aside=("see page ", PageOf("s2"))),
        Clause("", "Text."),
        Section("s2", "Not numbered", new_page=True),
    )
    data = render(Document(meta("T"), blocks), with_fields=False).data
    at: dict[str, float] = {}

    def note(text: str, matrix: Any, place: list[float], font: Any, size: float) -> None:
        del matrix, font, size
        at[text.strip()] = place[4]

    pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text(visitor_text=note)
    assert at["Indented"] == pytest.approx(56 + 66, abs=0.1)


def test_two_loops_of_a_lifecycle_do_not_run_on_one_line() -> None:
    steps = (
        LifecycleStep("a", 0, 0, "A", ""),
        LifecycleStep("b", 1, 1, "B", ""),
        LifecycleStep("c", 2, 2, "C", ""),
    )
    lanes = tuple(Lane(name, "", "both") for name in ("One", "Two", "Three"))
    flows = (Flow("b", "a", "back"), Flow("c", "a", "back"))
    figure = Figure(Lifecycle(lanes, steps, flows), "Three steps.", full=True)
    data = render(Document(meta("T"), (figure,)), with_fields=False).data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        points = [
            [float(value) for value in one.operands]
            for one in pikepdf.parse_content_stream(pdf.pages[0])
            if str(one.operator) in {"m", "l", "c"}
        ]
    upright = {round(b[-2], 1) for a, b in pairwise(points) if abs(a[-2] - b[-2]) < 0.01 and abs(a[-1] - b[-1]) > 60}
    assert len([x for x in upright if 400 < x < 480]) == 2


def test_words_wider_than_the_way_between_two_boxes_stand_over_it() -> None:
    steps = (LifecycleStep("a", 0, 0, "Here", "first"), LifecycleStep("b", 0, 4, "Fill", ""),
             LifecycleStep("c", 0, 1, "There", "then"))  # fmt: skip
    lanes = (Lane("Abteilung für Nachfragemanagement", "works", "marketing"),)
    figure = Figure(Lifecycle(lanes, steps, (Flow("a", "c", "both", "S-1–S-5"),)), "Two steps.", full=True)
    data = render(Document(meta("T"), (figure,)), with_fields=False).data
    at: dict[str, tuple[float, float]] = {}

    def note(text: str, matrix: Any, place: list[float], font: Any, size: float) -> None:
        del matrix, font
        at[text.strip()] = place[5], size

    pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text(visitor_text=note)
    assert at["S-1–S-5"][0] - at["first"][0] > 34 / 2  # half a box
    names = {size for text, (_, size) in at.items() if text.split("…")[0] in {"Abteilung für", "Nachfragemana"}}
    assert len(names) == 1
