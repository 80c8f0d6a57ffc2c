"""Where a window can be opened is known before Qt is asked, which would end the process."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.base.screen import has_screen


@pytest.mark.parametrize(
    ("system", "told", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":65123"}, False),
        ("linux", {"DISPLAY": "unix:65123.0"}, False),
        ("linux", {"DISPLAY": "elsewhere:10.0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, False),
        ("linux", {"QT_QPA_PLATFORM": "xcb"}, False),
        ("linux", {"QT_QPA_PLATFORM": "wayland;xcb"}, False),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("linux", {"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
        ("linux", {"QT_QPA_PLATFORM": "xcb;minimal"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_screen_is_where_something_listens(system: str, told: dict[str, str], *, expected: bool) -> None:
    assert has_screen(told, system) is expected


def test_a_wayland_compositor_has_its_socket_in_the_folder_of_the_session(tmp_path: Path) -> None:
    told = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not has_screen(told, "linux")
    (tmp_path / "wayland-0").touch()
    assert has_screen(told, "linux")
