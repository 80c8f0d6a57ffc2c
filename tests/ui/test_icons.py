from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon

from workbench.base.errors import DamagedError
from workbench.base.places import resource
from workbench.ui.theme.icons import icon, pixmap, svg
from workbench.ui.theme.look import Look

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = {path.stem for path in resource("icons").glob("*.svg")}


def literals(folder: Path) -> set[str]:
    """Every short text written in the code of a folder."""
    return {
        node.value
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 40
    }


def test_only_icons_in_use_are_shipped_with_their_licence() -> None:
    assert SHIPPED - literals(ROOT / "workbench" / "ui") - literals(ROOT / "tests" / "ui") == set()
    assert "ISC License" in resource("icons", "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_an_icon_draws_something_in_its_colour(name: str) -> None:
    image = pixmap(name, "#4F46E5", 24, 1.0).toImage()
    colors = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    solid = [color for color in colors if color.alpha() > 250]
    assert all(abs(c.red() - 0x4F) + abs(c.green() - 0x46) + abs(c.blue() - 0xE5) <= 4 for c in solid)
    drawn = sum(color.alpha() > 60 for color in colors)
    assert drawn > 8


def test_the_stroke_is_lighter_than_the_source() -> None:
    assert b'stroke-width="1.75"' in svg("check", "#000000")
    assert b"currentColor" not in svg("check", "#000000")


def test_an_icon_nobody_ships_is_an_honest_error() -> None:
    with pytest.raises(DamagedError):
        pixmap("no-such-icon", "#000000", 16)


def test_icons_of_buttons_know_rest_disabled_and_checked() -> None:
    made = icon(Look(), "check", "sub", 16, 5)
    images = [
        made.pixmap(21, 16, mode, state).toImage()
        for mode, state in (
            (QIcon.Mode.Normal, QIcon.State.Off), (QIcon.Mode.Disabled, QIcon.State.Off),
            (QIcon.Mode.Normal, QIcon.State.On),
        )
    ]  # fmt: skip
    assert len({bytes(image.constBits()) for image in images}) == 3
    assert images[0].width() == 21
    assert all(images[0].pixelColor(x, y).alpha() == 0 for x in range(16, 21) for y in range(16))
