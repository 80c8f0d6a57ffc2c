"""The way of a lead: drawn from the answers, live, and each part leads to its field, by press and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.form.keyboard import press
from tests.ui.views.finding import until
from tests.ui.views.sections.conftest import Pages
from workbench.fields.path import get
from workbench.fields.value import Duration
from workbench.ui.views.agree.handoff.way_card import WayWidget


def said(way: WayWidget) -> list[str]:
    return [part.says for part in way.parts]


def test_the_drawing_follows_the_answers(pages: Callable[..., Pages]) -> None:
    made = pages()
    way = made.part(made.go("handoff"), WayWidget)
    assert any(one.startswith("MQL → Handed over: 15 min") for one in said(way))
    made.draft.set("handoff.hand_over_speed[all].within", Duration(2, "hours"))
    until(made.qtbot, lambda: any(one.startswith("MQL → Handed over: 2 h") for one in said(way)))
    made.draft.stack.undo()
    until(made.qtbot, lambda: any(one.startswith("MQL → Handed over: 15 min") for one in said(way)))
    made.draft.set("handoff.rejection_reasons", ())
    until(made.qtbot, lambda: "Rejected, with a reason" in said(way))


def test_every_part_leads_to_a_place_of_the_agreement(pages: Callable[..., Pages]) -> None:
    made = pages()
    way = made.part(made.go("handoff"), WayWidget)
    for part in way.parts:
        get(made.draft.root, part.path)  # raises where there is no such place
    assert {part.path.partition(".")[0] for part in way.parts} == {
        "teams", "lead_definitions", "handoff", "follow_up",
    }  # fmt: skip


def test_no_two_boxes_cover_each_other(pages: Callable[..., Pages]) -> None:
    made = pages()
    way = made.part(made.go("handoff"), WayWidget)
    for width in (420, 640, 900):
        way.resize(width, way.height())
        places = [part.place for part in way.parts if ":" not in part.says]
        assert not [(a, b) for a in places for b in places if a is not b and a.intersects(b)]


def test_a_part_is_pressed_and_its_field_has_the_cursor(pages: Callable[..., Pages]) -> None:
    made = pages()
    page = made.go("handoff")
    way = made.part(page, WayWidget)
    window = next(part for part in way.parts if part.path == "handoff.acceptance_window")
    QTest.mouseClick(way, Qt.MouseButton.LeftButton, pos=window.place.center().toPoint())
    until(made.qtbot, lambda: page.binder.current_path == "handoff.acceptance_window")


def test_by_keyboard_too_and_into_other_sections(pages: Callable[..., Pages]) -> None:
    made = pages()
    way = made.part(made.go("handoff"), WayWidget)
    way.setFocus(Qt.FocusReason.TabFocusReason)
    while way.parts[way.current].path != "follow_up.tiers":
        press("→")
        assert way.accessibleName().endswith(way.parts[way.current].says)
    press("⏎")
    until(made.qtbot, lambda: made.screen.section == "follow_up")
