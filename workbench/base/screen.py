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
PATIENCE_SECONDS = 3.0
"""A server that has not answered by then would keep the window waiting for good."""
_X = re.compile(r"(?:(?:unix|tcp)/)?([^:/]*|\[[0-9a-f:]+\]):(\d+)(?:\.\d+)?", re.IGNORECASE)
_X_SOCKETS = Path("/", "tmp", ".X11-unix")
"""Where X listens, on every Unix and whatever the folder for temporary files is."""
_X_PORTS = 6000
_X_GREETING = b"l" + bytes(11)
"""The first words of a client that speaks version 0: every server answers that it cannot, and takes nobody in."""


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
    """Whether an X server answers; one reached over a network, or through `ssh`, must only listen."""
    named = _X.fullmatch(display)
    if not named:
        return False
    host, number = named[1].strip("[]"), int(named[2])
    if host and host != "unix":
        return _listens_afar(host, _X_PORTS + number)
    socket = str(_X_SOCKETS / f"X{number}")
    return _answers(socket, _X_GREETING) or (sys.platform == "linux" and _answers(f"\0{socket}", _X_GREETING))


def _has_wayland(told: Mapping[str, str]) -> bool:
    """Whether a Wayland compositor listens."""
    name = told.get("WAYLAND_DISPLAY", "")
    return bool(name) and _answers(str(Path(told.get("XDG_RUNTIME_DIR", ""), name)))


def _answers(place: str, greeting: bytes = b"") -> bool:
    """Whether somebody listens at a socket of this machine, and answers where there is a greeting."""
    import _socket as bare  # noqa: PLC0415  (Python's own `socket` costs the start of the window ten times this)

    try:
        there = bare.socket(bare.AF_UNIX, bare.SOCK_STREAM)
        try:
            there.settimeout(PATIENCE_SECONDS)
            there.connect(place)
            if greeting:
                there.sendall(greeting)
            return not greeting or bool(there.recv(1))
        finally:
            there.close()
    except OSError:
        return False


def _listens_afar(host: str, port: int) -> bool:
    """Whether somebody listens at a port of a machine."""
    import socket  # noqa: PLC0415  (rarely needed)

    try:
        socket.create_connection((host, port), PATIENCE_SECONDS).close()
    except (OSError, OverflowError):
        return False
    return True
