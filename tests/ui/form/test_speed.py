"""How fast forms are: printed as figures, held by counts that do not depend on the machine."""

from __future__ import annotations

import dataclasses
import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.form import everything
from tests.ui.form.keyboard import press
from workbench.base.language import N_
from workbench.fields import declare
from workbench.fields.issue import Issue
from workbench.ui.form.draft import Draft
from workbench.ui.form.editors.editor import Editor
from workbench.ui.form.section_page import Head, SectionPage
from workbench.ui.theme.theme import Theme


def wide(count: int) -> type[Any]:
    """A class of so many fields, of the kinds a section has."""
    kinds: list[tuple[type[Any], Callable[[], Any]]] = [
        (str, lambda: declare.text(N_("Name"), help=N_("What people call it."), example="Northwind")),
        (int, lambda: declare.integer(N_("Leads"), help=N_("Every month."), example="400", unit=N_("leads"))),
        (str, lambda: declare.prose(N_("Wording"), help=N_("What both teams accept."), example="A lead …")),
        (object, lambda: declare.rate(N_("Share"), help=N_("Of all leads."), example="80%")),
        (str, lambda: declare.choice(N_("Every"), everything.PERIODS, help=N_("A period."), example="Month")),
        (object, lambda: declare.duration(N_("Within"), help=N_("Working time."), example="2 business hours")),
    ]
    fields = [(f"field_{at}", kinds[at % len(kinds)][0], kinds[at % len(kinds)][1]()) for at in range(count)]
    return dataclasses.make_dataclass("Wide", fields, frozen=True)


def open_wide(count: int, rules: Callable[[Any], tuple[Issue, ...]] = lambda _root: ()) -> SectionPage:
    draft = Draft(wide(count)(), rules=rules)
    page = SectionPage(Head("Wide"), draft, "")
    draft.setParent(page)
    page.resize(1000, 800)
    page.show()
    page.finish()
    QApplication.processEvents()
    return page


def milliseconds(act: Callable[[], object], times: int = 1) -> float:
    """Median processor time of an act, in milliseconds; what others do on the machine does not count."""
    spent = []
    for _ in range(times):
        began = time.process_time()
        act()
        spent.append((time.process_time() - began) * 1000)
    return statistics.median(spent)


def close(page: QWidget) -> None:
    page.close()
    page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_an_edit_touches_one_editor_among_five_hundred(kept: list[QWidget], monkeypatch: pytest.MonkeyPatch) -> None:
    page = open_wide(500)
    kept.append(page)
    shown: list[Editor] = []
    problems: list[Editor] = []
    for path in page.binder.paths():
        place = page.binder.place(path)
        assert place is not None
        monkeypatch.setattr(place.editor, "show_value", lambda _value, editor=place.editor: shown.append(editor))
        monkeypatch.setattr(place.editor, "show_problem", lambda *_words, editor=place.editor: problems.append(editor))
    first = page.binder.place("field_0")
    assert first is not None
    first.editor.take_focus()
    press("abc")
    assert page.binder.draft.root.field_0 == "abc"
    assert shown == []
    assert set(problems) == {first.editor}
    page.binder.draft.set("field_6", "from elsewhere")
    assert [editor.field.label for editor in shown] == ["Name"]


@pytest.mark.benchmark
def test_speed_of_building_and_editing(themed: Theme, capsys: pytest.CaptureFixture[str]) -> None:
    figures: list[tuple[str, float]] = []
    close(open_wide(60))  # fonts, icons and locale data are loaded once
    for _ in range(3):
        figures += build_sixty()
    large = open_wide(500)
    place = large.binder.place("field_1")
    assert place is not None
    place.editor.take_focus()

    def key() -> None:
        press("1⌫")
        QApplication.processEvents()

    figures.append(("500 fields, one key with its paint", milliseconds(key, 25) / 2))
    figures.append(("500 fields, whole tree exchanged", milliseconds(lambda: exchange(large), 3)))
    figures.append(("500 fields, another look", milliseconds(lambda: themed.apply(dark=True))))
    themed.apply(dark=False)
    close(large)
    with capsys.disabled():
        print()
        for words, spent in figures:
            print(f"  {words}: {spent:.1f} ms")


def build_sixty() -> list[tuple[str, float]]:
    """Figures of building a section of 60 fields."""
    draft = Draft(wide(60)())
    pages: list[SectionPage] = []

    def show() -> None:
        pages[0].resize(1000, 800)
        pages[0].show()
        QApplication.processEvents()

    first = milliseconds(lambda: pages.append(SectionPage(Head("Wide"), draft, "")))
    paint = milliseconds(show)
    close(pages[0])
    return [("60 fields, built", first), ("60 fields, first paint", paint)]


def exchange(page: SectionPage) -> None:
    draft = page.binder.draft
    draft.replace(dataclasses.replace(draft.root, field_0=f"{time.monotonic()}", field_1=None), "restore")
    QApplication.processEvents()
