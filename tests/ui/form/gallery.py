"""Pictures of the form system: run it, open the files, compare.

    python -m tests.ui.form.gallery FOLDER [NAME ...]

Must not be collected as a test.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.form import everything
from workbench.agreement.contents import SECTIONS, SectionInfo
from workbench.agreement.model import Agreement, shown_in
from workbench.agreement.rules import rules
from workbench.agreement.templates import template
from workbench.ui.form.draft import Draft
from workbench.ui.form.fold import Fold
from workbench.ui.form.rows import RowsEditor
from workbench.ui.form.section_layouts import layout_of
from workbench.ui.form.section_page import Head, SectionPage, Step
from workbench.ui.theme.theme import Theme


def everything_page(root: everything.Everything) -> SectionPage:
    """The page of the tree with every kind."""
    draft = Draft(root, rules=everything.rules, shown=everything.shown)
    page = SectionPage(
        Head("Lead definitions", "Agree on the words first. Both teams answer separately.", "AGREE · SECTION 5 OF 12"),
        draft,
        "",
        layout_of=everything.layout_of,
        back=Step("Common language", lambda: None),
        onward=Step("Volumes", lambda: None),
    )
    page.show_state("Draft", "idle")
    draft.setParent(page)
    return page


def filled() -> SectionPage:
    return everything_page(everything.FILLED)


def empty() -> SectionPage:
    return everything_page(everything.Everything())


def wrong() -> SectionPage:
    page = everything_page(everything.FILLED)
    page.finish()
    for path, typed in (("score", "sixty"), ("within", "2 moons"), ("starts", "31.31.2027"), ("share", "0.8")):
        place = page.binder.place(path)
        assert place is not None
        place.editor.target.setText(typed)  # type: ignore[attr-defined]  # all of these are lines
    page.binder.draft.set("share", Decimal("0.9"))
    page.binder.insist = True
    page.binder.refresh_issues()
    return page


def section_page(info: SectionInfo, agreement: Agreement) -> SectionPage:
    """A real section, as a template fills it."""
    draft = Draft(agreement, rules=rules, shown=shown_in)
    page = SectionPage(
        Head(info.title, info.purpose, f"AGREE · SECTION {info.number} OF 12"),
        draft,
        info.name,
        layout_of=layout_of,
        back=Step("Back", lambda: None),
        onward=Step("Next", lambda: None),
    )
    draft.setParent(page)
    return page


def opened(info: SectionInfo, agreement: Agreement) -> SectionPage:
    """The same with the first card of each list open."""
    page = section_page(info, agreement)
    page.finish()
    for path in page.binder.paths():
        place = page.binder.place(path)
        if place is not None and isinstance(place.editor, RowsEditor) and place.editor.frames:
            next(iter(place.editor.frames.values())).open()
    for fold in page.findChildren(Fold):
        fold.show_inside(open_it=True)
    return page


PAGES: dict[str, Callable[[], SectionPage]] = {"filled": filled, "empty": empty, "wrong": wrong}
B2B = template("b2b").agreement
for one in SECTIONS:
    PAGES[one.name] = partial(section_page, one, B2B)
    PAGES[f"{one.name}-open"] = partial(opened, one, B2B)
SIZES = {"wide": (1180, 900), "small": (960, 640)}


def whole_height(page: SectionPage) -> int:
    scroller = page._scroller
    assert scroller is not None
    content = scroller.widget()
    assert isinstance(content, QWidget)
    return content.heightForWidth(scroller.viewport().width()) + 140


def shoot(folder: Path, names: list[str]) -> None:
    app = QApplication(sys.argv)
    app.setStyle("Fusion")
    theme = Theme(app)
    for name in names or list(PAGES):
        for dark in (False, True):
            theme.apply(dark=dark)
            page = PAGES[name]()
            for size, (width, height) in SIZES.items():
                page.resize(width, height)
                page.show()
                page.finish()
                for _ in range(6):
                    app.processEvents()
                if size == "wide":
                    page.resize(width, max(height, whole_height(page)))
                    for _ in range(6):
                        app.processEvents()
                page.grab().save(str(folder / f"{name}-{size}-{'dark' if dark else 'light'}.png"))
            page.close()
            page.deleteLater()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    shoot(target, sys.argv[2:])
