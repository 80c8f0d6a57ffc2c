"""The logo of the first section: brought by a button, made small beside the window, shown, refused, taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.views.finding import arrived, created, says, until
from workbench.fields.pictures import picture_bytes
from workbench.ui.views.agree.teams.craft import LogoTool
from workbench.ui.views.composition import Composition


def test_a_logo_is_taken_shown_refused_and_removed(
    qtbot: QtBot, compose: Callable[..., Composition], tmp_path: Path
) -> None:
    made = compose()
    current = created(qtbot, made)
    made.desk.window.go("agree")
    page = arrived(qtbot, made, "agree")
    until(qtbot, lambda: bool(page.findChildren(LogoTool)))
    (tool,) = page.findChildren(LogoTool)
    Image.new("RGB", (800, 200), "#C2410C").save(tmp_path / "logo.png")
    tool.take(tmp_path / "logo.png")
    until(qtbot, lambda: bool(current.agreement.teams.logo))
    assert len(picture_bytes(current.agreement.teams.logo)) < 5000
    (remove,) = [one for one in page.findChildren(QPushButton) if one.accessibleName() == "Remove: Logo"]
    until(qtbot, lambda: not remove.isHidden())
    (tmp_path / "words.png").write_bytes(b"words")
    tool.take(tmp_path / "words.png")
    until(qtbot, lambda: says(tool, "words.png cannot be used as a logo."))
    assert current.agreement.teams.logo
    remove.click()
    assert not current.agreement.teams.logo
    assert remove.isHidden()
    current.draft.stack.undo()
    assert current.agreement.teams.logo
