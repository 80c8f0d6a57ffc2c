"""Whether there is a screen a window can open on, asked without loading what opens windows.

Qt ends the whole process where there is none, so whoever wants a window asks here first. Must not know Qt.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

NEED_A_SERVER = {"", "xcb", "wayland", "wayland-egl"}
"""Platforms of Qt that draw on somebody else's screen; the others bring their own, such as `offscreen`."""
_LOCAL_X = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")
_X_SOCKETS = Path("/", "tmp", ".X11-unix")
"""Where X listens, on every Unix and whatever the folder for temporary files is."""
_LISTENING = Path("/proc/net/unix")
"""Where Linux tells the sockets that have no file."""


def has_screen(environment: Mapping[str, str] | None = None, system: str = "") -> bool:
    """Whether a window can be shown.

    Args:
        environment: The variables that say where screens are; the process's own without it.
        system: As `sys.platform` names it; this one without it.
    """
    told = os.environ if environment is None else environment
    if (system or sys.platform) in {"win32", "darwin"}:
        return True
    wanted = {one.partition(":")[0].strip() for one in told.get("QT_QPA_PLATFORM", "").split(";")}
    return not wanted <= NEED_A_SERVER or _has_x(told.get("DISPLAY", "")) or _has_wayland(told)


def _has_x(display: str) -> bool:
    """Whether an X server listens; one on another machine is believed."""
    local = _LOCAL_X.fullmatch(display)
    if not local:
        return bool(display)
    socket = _X_SOCKETS / f"X{local[1]}"
    return socket.exists() or (_LISTENING.exists() and f"@{socket}\n" in _LISTENING.read_text("ascii", "replace"))


def _has_wayland(told: Mapping[str, str]) -> bool:
    """Whether a Wayland compositor listens."""
    name = told.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(told.get("XDG_RUNTIME_DIR", ""), name).exists()
