"""Pages with parts of their own show each field of their section exactly once, as the plain forms do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QListView

from tests.ui.house import clipped, cut, drawn_in_part, in_part, sideways, squeezed
from tests.ui.views.sections.conftest import Pages
from workbench.agreement.contents import SECTIONS
from workbench.agreement.model import Agreement
from workbench.fields.declare import fields_of
from workbench.fields.path import join
from workbench.ui.form.fold import Fold
from workbench.ui.theme.theme import theme
from workbench.ui.views.agree.crafts import craft_of
from workbench.ui.views.agree.follow_up.matrix_table import MatrixTable

FEW_TURNS, MOST_TURNS = 3, 20
"""Of the event loop, until a page of another size stands: usually, and at most."""


def test_each_page_of_its_own_shows_every_field_of_its_section_once(pages: Callable[..., Pages]) -> None:
    made = pages("empty")
    current = made.made.desk.session.current
    assert current is not None
    for info in SECTIONS:
        craft = craft_of(info.name, made.made.desk, current)
        if craft.layout is None and not craft.lists:
            continue
        names = sorted(fields_of(type(getattr(Agreement(), info.name))))
        page = made.go(info.name)
        for fold in page.findChildren(Fold):
            fold.show_inside(open_it=True)
        assert sorted(spot.name for group in page.form.groups for spot in group.group.spots) == names, info.name
        for name in names:
            place = page.binder.place(join(info.name, name))
            assert place is not None, f"{info.name}.{name}"
            assert page.isAncestorOf(place.editor.widget), f"{info.name}.{name}"
        wanted = {group.group.tool for group in page.form.groups} - {""}
        assert wanted == set(craft.tools), info.name


@pytest.mark.slow
def test_no_page_of_a_filled_agreement_is_cut_in_a_small_window(
    pages: Callable[..., Pages], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = pages("full")
    window = made.made.desk.window
    found: list[str] = []
    for width, height, scale in ((1440, 900, 1.0), (1280, 720, 1.3), (1024, 640, 1.5)):
        window.resize(width, height)
        theme().apply(scale=scale)
        QApplication.processEvents()
        for info in SECTIONS:
            page = made.go(info.name)
            for turn in range(MOST_TURNS):  # a narrower form stands otherwise with the next turn, then its texts grow
                QApplication.processEvents()
                if turn > FEW_TURNS and not in_part(page):
                    break
            by_design = {table.accessibleName() for table in window.findChildren(MatrixTable)} if scale > 1 else set()
            aside = [one for one in sideways(window) if one not in by_design]
            wrong = [*clipped(window), *cut(window), *squeezed(window), *aside, *in_part(page)]
            wrong += drawn_in_part(page.body, monkeypatch)
            found += [f"{info.name}, {width}, {scale}: {one}" for one in wrong]
        rail = window.rail("agree")
        assert rail is not None
        assert [one.verticalScrollBar().maximum() for one in rail.findChildren(QListView)] == [0, 0], scale
        assert (window.width(), window.height()) == (width, height)
    assert not found, "\n".join(found)
