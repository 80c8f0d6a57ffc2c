"""Displays on a virtual screen that can be plugged in and pulled out while a program runs.

Says to the X server what `xrandr --setmonitor` says, so that programs hear of it as of real displays. Must not know who
listens.
"""

from __future__ import annotations

import ctypes as c


class _Monitor(c.Structure):
    _fields_ = (
        ("name", c.c_ulong), ("primary", c.c_int), ("automatic", c.c_int), ("outputs", c.c_int),
        ("x", c.c_int), ("y", c.c_int), ("width", c.c_int), ("height", c.c_int),
        ("millimetres_wide", c.c_int), ("millimetres_high", c.c_int), ("which", c.POINTER(c.c_ulong)),
    )  # fmt: skip


class _Resources(c.Structure):
    _fields_ = (
        ("at", c.c_ulong), ("configured_at", c.c_ulong), ("crtcs", c.c_int), ("crtc", c.POINTER(c.c_ulong)),
        ("outputs", c.c_int), ("output", c.POINTER(c.c_ulong)),
    )  # fmt: skip


class Monitors:
    """The displays of one X server.

    Args:
        display: The server's, such as `:99`.
    """

    def __init__(self, display: str) -> None:
        self._x, self._randr = c.CDLL("libX11.so.6"), c.CDLL("libXrandr.so.2")
        self._x.XOpenDisplay.restype = c.c_void_p
        self._x.XOpenDisplay.argtypes = [c.c_char_p]
        self._x.XDefaultRootWindow.restype = c.c_ulong
        self._x.XDefaultRootWindow.argtypes = [c.c_void_p]
        self._x.XInternAtom.restype = c.c_ulong
        self._x.XInternAtom.argtypes = [c.c_void_p, c.c_char_p, c.c_int]
        self._x.XSync.argtypes = [c.c_void_p, c.c_int]
        self._x.XCloseDisplay.argtypes = [c.c_void_p]
        self._randr.XRRSetMonitor.argtypes = [c.c_void_p, c.c_ulong, c.POINTER(_Monitor)]
        self._randr.XRRDeleteMonitor.argtypes = [c.c_void_p, c.c_ulong, c.c_ulong]
        self._randr.XRRGetScreenResourcesCurrent.restype = c.POINTER(_Resources)
        self._randr.XRRGetScreenResourcesCurrent.argtypes = [c.c_void_p, c.c_ulong]
        self._server = self._x.XOpenDisplay(display.encode())
        assert self._server, f"there is no X server {display}"
        self._root = self._x.XDefaultRootWindow(self._server)

    def plug(self, name: str, x: int, width: int, height: int, *, own: bool = False) -> None:
        """Plug a display in.

        Args:
            name: Of the display.
            x: Its left edge on the screen.
            width: In pixels.
            height: In pixels.
            own: It takes the place of the display the server has by itself, over the whole screen.
        """
        found = self._randr.XRRGetScreenResourcesCurrent(self._server, self._root).contents
        made = _Monitor(self._atom(name), own, 0, int(own), x, 0, width, height, 300, 200, found.output)
        self._randr.XRRSetMonitor(self._server, self._root, c.byref(made))
        self._x.XSync(self._server, 0)

    def unplug(self, name: str) -> None:
        """Pull a display out."""
        self._randr.XRRDeleteMonitor(self._server, self._root, self._atom(name))
        self._x.XSync(self._server, 0)

    def close(self) -> None:
        """Let go of the server."""
        self._x.XCloseDisplay(self._server)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._server, name.encode(), 0))
