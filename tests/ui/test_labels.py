from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label, emphasised
from workbench.ui.parts.layout import column, row, stretch
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.team_chip import TeamChip

LONG = "Northwind Traders International Holding, agreement of sales and marketing for 2027"


def test_words_from_outside_are_never_read_as_markup() -> None:
    assert Label("<b>Bold & Co</b>").textFormat() == Qt.TextFormat.PlainText
    label = emphasised("Judged by {0}, {{not}} {1}", "<i>v3</i>", "A & B")
    assert "<b>&lt;i&gt;v3&lt;/i&gt;</b>" in label.text()
    assert label.accessibleName() == "Judged by <i>v3</i>, {not} A & B"


@pytest.mark.parametrize("middle", [False, True])
def test_a_long_text_gives_way_and_is_whole_in_the_tooltip(show: Callable[[QWidget], QWidget], middle: bool) -> None:
    label = ElidingLabel(LONG, "label", middle=middle)
    holder = QWidget()
    holder.setLayout(row(label))
    holder.resize(160, 40)
    show(holder)
    assert holder.width() == 160
    assert label.elided()
    assert label.toolTip() == LONG
    assert label.fontMetrics().horizontalAdvance(label._shown()) <= label.width()
    assert label._shown().endswith("2027") == middle
    holder.resize(1000, 40)
    assert not label.elided()
    assert label.toolTip() == ""


def test_a_team_with_a_long_name_gives_way_and_is_whole_in_the_tooltip(show: Callable[[QWidget], QWidget]) -> None:
    chip, beside = TeamChip(LONG, "marketing"), Label("Judged by the first version, month by month.", wrap=True)
    holder = QWidget()
    holder.setLayout(column(row(chip, stretch()), beside))
    holder.resize(200, 120)
    show(holder)
    assert holder.width() == 200
    assert (chip.is_cut, chip.toolTip()) == (True, LONG)
    right = chip.grab().toImage().copy(chip.width() - 9, 0, 9, chip.height())
    assert len({right.pixelColor(4, y).name() for y in range(4, right.height() - 4)}) == 1  # no letter is cut in two
    assert beside.height() >= beside.heightForWidth(beside.width())  # its height is that of its real width
    holder.resize(1000, 120)
    assert (chip.is_cut, chip.toolTip()) == (False, "")


def test_every_line_of_a_page_head_gives_way(show: Callable[[QWidget], QWidget]) -> None:
    head = PageHead(LONG, over=LONG.upper(), facts=LONG, below=True)
    holder = QWidget()
    holder.setLayout(row(head))
    holder.resize(240, 120)
    show(holder)
    assert holder.width() == 240
    assert all(line.elided() for line in (head.over, head.title, head.facts))


def test_an_elided_label_notices_new_text_and_a_larger_font(show: Callable[[QWidget], QWidget]) -> None:
    label = ElidingLabel("v4", "label")
    label.resize(60, 20)
    show(label)
    label.resize(60, 20)
    assert label.toolTip() == ""
    label.setText(LONG)
    assert label.toolTip() == LONG
    label.setText("v4")
    assert label.toolTip() == ""


def test_a_label_that_can_elide_asks_for_little_but_prefers_all() -> None:
    label = ElidingLabel(LONG, "label")
    assert label.minimumSizeHint().width() <= 24
    assert label.sizeHint().width() > 300
    assert ElidingLabel("a").minimumSizeHint().width() < 24
