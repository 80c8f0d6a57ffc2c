"""Words of the glossary are explained under the mouse and by keyboard, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import until
from tests.ui.views.sections.conftest import Pages
from workbench.agreement.sections.common_language import Term
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.popover import Popover
from workbench.ui.views.agree.common_language.words_used import WordsUsed
from workbench.ui.views.explaining import Explaining

TERM = Term("w", "Shared vision", "What both teams would repeat.", ("Common picture",))


def test_a_term_is_explained_under_the_mouse_and_by_key(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages("empty")
    window = made.made.desk.window
    explaining = window.findChild(Explaining)
    assert isinstance(explaining, Explaining)
    made.draft.set("common_language.glossary", (TERM,))
    page = made.go("goals")
    until(qtbot, page.isVisible)
    label = next(one for one in page.findChildren(QLabel) if one.text() == "Shared vision" and one.isVisible())
    middle = label.mapToGlobal(QPoint(5, label.height() // 2))
    assert explaining.words_at(middle) == (TERM,)
    QApplication.sendEvent(label, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(5, 5), middle))
    until(qtbot, lambda: "What both teams would repeat." in QToolTip.text())
    assert "Also called: Common picture" in QToolTip.text()
    QToolTip.hideText()
    # in a field, the word under the mouse
    made.draft.set("goals.vision", "A Common picture for us")
    assert page.show_place("goals.vision")
    until(qtbot, lambda: page.binder.current_path == "goals.vision")
    field = QApplication.focusWidget()
    assert field is not None
    # and with the cursor: heard, and shown on a key
    made.screen.go("teams")
    made.go("goals")
    assert page.show_place("goals.vision")
    until(qtbot, lambda: "What both teams would repeat." in field.accessibleDescription())
    window.registry.run("words.explain")
    popover = window.findChild(Popover)
    assert isinstance(popover, Popover)
    assert any(one.text() == TERM.definition for one in popover.findChildren(QLabel))
    popover.close_popover()


def test_without_a_word_it_says_so(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages("empty")
    made.draft.set("common_language.glossary", (Term("w", "Zyzzyva", "A weevil."),))
    made.go("goals")
    with qtbot.waitSignal(made.made.desk.session.told) as told:
        made.made.desk.window.registry.run("words.explain")
    assert told.args == ["No word of the glossary stands here."]


def test_the_page_of_words_says_where_they_stand(qtbot: QtBot, pages: Callable[..., Pages]) -> None:
    made = pages("empty")
    made.draft.set("common_language.glossary", (TERM, Term("z", "Zyzzyva", "A weevil.")))
    made.draft.set("goals.vision", "One common picture. A shared vision.")
    part = made.part(made.go("common_language"), WordsUsed)
    assert [chip.text() for chip in part.findChildren(Chip)] == ["Shared vision: 2 times", "Zyzzyva: nowhere"]
    made.draft.set("goals.vision", "One zyzzyva")
    until(qtbot, lambda: part.accessibleName() == "Shared vision: 0, Zyzzyva: 1")
