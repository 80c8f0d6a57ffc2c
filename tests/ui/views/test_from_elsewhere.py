"""What others found, beside a section: shown on a wish, with source and caveat, and never in a field."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from tests.ui.views.finding import arrived, created, says, until
from workbench.ui.views.agree.screen import AgreeScreen
from workbench.ui.views.composition import Composition


def test_it_opens_by_key_and_changes_nothing(qtbot: QtBot, compose: Callable[..., Composition]) -> None:
    made = compose()
    opened = created(qtbot, made)
    window = made.desk.window
    window.go("agree")
    arrived(qtbot, made, "agree")
    screen = window.findChild(AgreeScreen)
    assert screen is not None
    screen.go("follow_up")
    before = opened.agreement
    assert not says(window, "Harvard Business Review")
    window.registry.run("agree.elsewhere")
    until(qtbot, lambda: says(window, "Harvard Business Review, The Short Life of Online Sales Leads, 2011"))
    assert says(window, "To talk about, not to copy")
    assert says(window, "But: Six companies")
    assert opened.agreement is before
    screen.go("sign_off")
    assert not window.registry.get("agree.elsewhere").enabled()
