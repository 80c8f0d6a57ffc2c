"""Somebody in front of the screen, who knows of a program only what it shows: for tests of the real window.

Finds things by what a screen reader calls them, points and types with a real mouse and keyboard, and takes pictures.
Imports nothing of the program, so a packaged one can be driven just as well.
"""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from tests.acceptance.accessible import AccessibilityBus, GoneError, Widget, wait_for_program
from tests.support import processes
from tests.support.screen import Screen
from tests.support.waiting import until

FIELDS = {"text", "combo box", "spin box", "list", "table", "tree", "slider", "password text", "label"}
"""Roles that are called by a label beside them."""

PATIENCE_SECONDS = 30
"""How long somebody waits for the screen to change before they say that it does not: the machine may be busy."""

PRESSES = ("Press", "Toggle", "ShowMenu")
"""The actions that stand for pressing, in the order of preference."""


class Person:
    """Uses one program on a screen.

    Args:
        screen: Where.
        command: The program and its arguments.
        home: An empty folder that the program takes for its person's home.
        environment: What else the program finds in its environment.
    """

    def __init__(
        self, screen: Screen, command: Sequence[str | Path], home: Path, environment: Mapping[str, str] | None = None
    ) -> None:
        self._screen = screen
        self._log = home / "said.txt"
        places = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_DATA_HOME": home / "data"}
        own = {name: str(path) for name, path in places.items()}
        self._bus = AccessibilityBus(screen.environment["DBUS_SESSION_BUS_ADDRESS"])
        with self._log.open("w") as log:
            self.process: subprocess.Popen[str] = processes.start(
                command, cwd=home, env={**screen.environment, **own, **(environment or {})}, stdout=log, stderr=log
            )

    # Looking

    @property
    def program(self) -> Widget:
        """The program, once it shows a window."""
        assert self.process.poll() is None, f"the program has ended ({self.process.returncode}): {self.said}"
        return wait_for_program(self._bus, self.process.pid)

    @property
    def said(self) -> str:
        """What the program wrote to the terminal, without Qt's remarks on widgets that went while looked at."""
        lines = self._log.read_text("utf-8", "replace").splitlines(keepends=True)
        return "".join(line for line in lines if not line.startswith("qt.accessibility.atspi:"))

    def finds(self, role: str, name: str | re.Pattern[str]) -> Widget | None:
        """The first thing in reading order with this role and name or label that can be seen; None if there is none.

        A pattern may match the beginning of the name.
        """
        for widget in self.program.walk():
            try:
                if widget.role == role and "showing" in widget.states and _is_called(widget, role, name):
                    return widget
            except GoneError:
                continue
        return None

    def sees(self, role: str, name: str | re.Pattern[str], seconds: float = PATIENCE_SECONDS) -> Widget:
        """As `finds`, once it is there.

        Raises:
            AssertionError: It never came; with an outline of all that is there.
        """
        try:
            return until(lambda: self.finds(role, name), f"{role} {name!r}", seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}; there is\n{self.program.outline()}\n{self.said}") from None

    def waits_until(self, fact: Callable[[], bool], what: str, seconds: float = PATIENCE_SECONDS) -> None:
        """Look until something is so.

        Raises:
            AssertionError: It never was; with an outline of all that is there.
        """
        try:
            until(lambda: _or_gone(fact), what, seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}; there is\n{self.program.outline()}\n{self.said}") from None

    def no_longer_sees(self, role: str, name: str | re.Pattern[str], seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until a thing has gone."""
        self.waits_until(lambda: self.finds(role, name) is None, f"{role} {name!r} to go", seconds)

    def reads(self, role: str, name: str) -> str:
        """What is written in a field."""
        return self.sees(role, name).text

    def photographs(self, file: Path) -> Path:
        """A picture of the whole screen."""
        return self._screen.photograph(file)

    # Doing

    def presses(self, role: str, name: str | re.Pattern[str]) -> None:
        """Press a thing as a screen reader's user does, once it can be pressed."""
        widget = self._ready(role, name)
        actions = widget.actions
        widget.act(next(action for action in PRESSES if action in actions))

    def clicks(self, role: str, name: str | re.Pattern[str], times: int = 1) -> None:
        """Click into the middle of a thing with the mouse, once it can be clicked and has come to rest."""
        seen: list[object] = []

        def rests() -> bool:
            seen.append(self._ready(role, name).box)
            return seen[-3:] == [seen[-1]] * 3

        self.waits_until(rests, f"{role} {name!r} to come to rest")
        x, y = self._ready(role, name).box.middle
        self._screen.hand("mousemove", x, y, "click", "--repeat", times, 1)

    def types(self, text: str) -> None:
        """Type where the keyboard's focus is."""
        self._screen.hand("type", "--delay", 4, "--", text)

    def keys(self, *strokes: str) -> None:
        """Strike keys one after the other, as `xdotool` names them: `ctrl+z`, `Tab`, `Return`, `alt+n`."""
        self._screen.hand("key", "--delay", 4, "--", *strokes)

    def fills(self, name: str, text: str, role: str = "text") -> None:
        """Click a field, replace all that is in it by typing, and see that it is there."""
        field = self._types_into(name, text, role)
        self.waits_until(lambda: field.text == text, f"{name!r} to hold {text!r}")

    def fills_secretly(self, name: str, secret: str) -> None:
        """As `fills`, for a field that shows a dot for each letter and tells nobody which."""
        field = self._types_into(name, secret, "text")
        self.waits_until(lambda: len(field.text) == len(secret), f"{name!r} to hold the secret")
        assert field.text != secret, f"{name!r} tells its secret"

    def reaches(self, role: str, name: str | re.Pattern[str], most: int = 90) -> Widget:
        """Come to a thing with Tab alone, from wherever the focus is.

        Raises:
            AssertionError: Tab does not come there; with an outline of all that is there.
        """
        self._ready(role, name)
        for _ in range(most):
            widget = self.finds(role, name)
            if widget is not None and _or_gone(partial(_has_focus, widget)):
                return widget
            self.keys("Tab")
        raise AssertionError(f"Tab does not come to {role} {name!r}; there is\n{self.program.outline()}\n{self.said}")

    def strikes(self, role: str, name: str | re.Pattern[str]) -> None:
        """Come to a thing with Tab alone and press it with the space bar."""
        self.reaches(role, name)
        self.keys("space")

    def enters(self, role: str, name: str, text: str) -> None:
        """Come to a field with Tab alone and replace what is in it."""
        field = self.reaches(role, name)
        self.keys("ctrl+a")
        self.types(text)
        self.waits_until(lambda: len(field.text) == len(text), f"{name!r} to be typed")

    def has_focus(self) -> Widget | None:
        """The field that has the keyboard."""
        for widget in self.program.walk():
            try:
                if widget.role in FIELDS and "focused" in widget.states:
                    return widget
            except GoneError:
                continue
        return None

    def chooses(self, name: str, option: str) -> None:
        """Open the combo box with this label, go to an option with the keyboard and take it."""
        self.presses("combo box", name)
        wanted = self.sees("list item", option)
        shown = [each.name for each in self.sees("combo box", name).walk() if each.role == "list item"]
        self.keys("Home", *["Down"] * shown.index(wanted.name), "Return")
        self.waits_until(lambda: self.sees("combo box", name).name == option, f"{name!r} to be {option!r}")

    def turns_to_it(self) -> None:
        """Bring the program's window to the front, when there are others."""
        self._screen.hand(
            "search", "--onlyvisible", "--pid", self.process.pid, "--name", ".", "windowactivate", "--sync"
        )

    def leaves(self, seconds: float = PATIENCE_SECONDS) -> int:
        """Close the window with the keyboard and wait until the program has ended; its exit code."""
        self.keys("alt+F4")
        self.process.wait(seconds)
        return self.process.returncode

    def pulls_the_plug(self) -> None:
        """Kill the program in the middle of whatever it does."""
        self.process.kill()
        self.process.wait()

    def stops(self) -> None:
        """End the program if it still runs, and stop looking."""
        self._bus.close()
        processes.stop(self.process, first=signal.SIGTERM)

    def _types_into(self, name: str, text: str, role: str) -> Widget:
        field = self._ready(role, name)
        self._screen.hand("mousemove", *field.box.middle, "click", 1)
        self.waits_until(lambda: "focused" in field.states, f"{name!r} to have the focus")
        self.keys("ctrl+a")
        self.types(text)
        return field

    def _ready(self, role: str, name: str | re.Pattern[str]) -> Widget:
        found: list[Widget] = []

        def is_ready() -> bool:
            widget = self.finds(role, name)
            found[:] = [widget] if widget is not None and {"enabled", "sensitive"} <= widget.states else []
            return bool(found)

        self.waits_until(is_ready, f"{role} {name!r} to be there and enabled")
        return found[0]


def _is_called(widget: Widget, role: str, name: str | re.Pattern[str]) -> bool:
    if isinstance(name, re.Pattern):
        return name.match(widget.name) is not None
    return widget.name == name or (role in FIELDS and name in widget.labels)


def _has_focus(widget: Widget) -> bool:
    return "focused" in widget.states


def _or_gone(fact: Callable[[], bool]) -> bool:
    try:
        return fact()
    except GoneError:
        return False
