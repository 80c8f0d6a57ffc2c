"""A virtual screen with a window manager and a message bus, started and ended by the tests.

A pytest plugin with the session fixture `screen`. Must not know which program is shown on it.
"""

from __future__ import annotations

import os
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import processes, programs
from tests.support.keyboard import keymap
from tests.support.waiting import until

WIDTH, HEIGHT = 1440, 900
ELSEWHERE = {"WAYLAND_DISPLAY", "XAUTHORITY", "SESSION_MANAGER"}
"""What a program may not hear of, or it would be shown on the screen of whoever runs the tests."""


class Screen:
    """A screen nobody sees, with a hand to point and type.

    Args:
        folder: For sockets and the picture; its path must be short.
        width: In pixels.
        height: In pixels.

    Attributes:
        environment: The whole environment of a program that is to be shown here.
    """

    def __init__(self, folder: Path, width: int = WIDTH, height: int = HEIGHT) -> None:
        self._folder, self._width, self._height = folder, width, height
        self._running: list[subprocess.Popen[str]] = []
        self.environment = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
        self.environment |= {"QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": str(folder)}

    def start(self, *, managed: bool = True) -> None:
        """Start the screen, its bus and, unless that is to come later, its window manager; wait until they answer."""
        size = ["-screen", "0", f"{self._width}x{self._height}x24", "-fbdir", str(self._folder)]
        self.environment["DISPLAY"] = ":" + self._start(
            ["Xvfb", *size, "-nolisten", "tcp", "-noreset", "-displayfd", "{pipe}"]
        )
        layout = self._folder / "keyboard.xkb"
        layout.write_text(keymap(), "utf-8")
        processes.finish(["xkbcomp", "-w", "0", layout, self.environment["DISPLAY"]], env=self.environment)
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address=unix:dir={self._folder}"]
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start([*bus, "--print-address={pipe}"])
        if managed:
            self.manage()

    def manage(self) -> None:
        """Start the window manager."""
        self._start(["openbox", "--sm-disable"])
        until(lambda: self.hand("get_num_desktops", check=False).returncode == 0, "the window manager")

    def _start(self, command: list[str]) -> str:
        """Start a program of the screen; answers the line it writes into `{pipe}`, where its command has that word."""
        name, *words = command
        reads, writes = os.pipe()
        with (self._folder / f"{name}.log").open("w") as log, os.fdopen(reads) as answer:
            filled = [word.format(pipe=writes) for word in words]
            process = processes.start(
                [programs.need(name), *filled],
                keep=True, env=self.environment, pass_fds=[writes], stdout=log, stderr=log,
            )  # fmt: skip
            os.close(writes)
            self._running.append(process)
            if filled == words:
                return ""
            line = answer.readline().strip()
        assert line, f"{name} did not start: {(self._folder / f'{name}.log').read_text('utf-8')}"
        return line

    def hand(self, *words: str | int, check: bool = True) -> processes.Finished:
        """Move, click or type: the words of one call of `xdotool`."""
        return processes.finish(
            [programs.need("xdotool"), *map(str, words)], env=self.environment, check=check, seconds=20
        )

    def photograph(self, file: Path) -> Path:
        """What the screen shows now, saved as a picture whose format the file's ending names."""
        from PIL import Image

        data = (self._folder / "Xvfb_screen0").read_bytes()
        header = struct.unpack(">25I", data[:100])  # the X window dump's fixed header, always big-endian
        start, width, height, stride, colours = header[0], header[4], header[5], header[12], header[19]
        pixels = data[start + colours * 12 :]
        Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", stride, 1).save(file)
        return file

    def stop(self) -> None:
        """End all that was started, the last one first."""
        for process in reversed(self._running):
            processes.stop(process)


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """A virtual screen for the whole run; skips visibly where a program for it is missing."""
    for name in programs.MARKERS["screen"]:
        programs.need(name)
    # Not pytest's own folder: a socket's path may not be long.
    with tempfile.TemporaryDirectory(prefix="sla-screen-", ignore_cleanup_errors=True) as folder:
        shown = Screen(Path(folder))
        try:
            shown.start()
            yield shown
        finally:
            shown.stop()
