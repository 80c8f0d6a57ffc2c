"""What programs tell a screen reader: AT-SPI over D-Bus, in pure Python. Must not know which program is looked at.

Reads and presses; pointing and typing are the business of `person.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from jeepney import DBusAddress, MessageType, Properties, new_method_call  # type: ignore[import-untyped]  # has none
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]  # has none

from tests.support.waiting import until

LABELLED_BY = 2
"""The number AT-SPI gives the relation from a field to its label."""

STATES = {
    "checked": 4, "editable": 7, "enabled": 8, "expanded": 10, "focused": 12, "modal": 16, "selected": 23,
    "sensitive": 24, "showing": 25, "visible": 30,
}  # fmt: skip
"""The states a person can see, and the bit AT-SPI gives each."""


class GoneError(LookupError):
    """The widget asked about is not there any more, or cannot do what it was asked."""


class Box(NamedTuple):
    """Where a widget is on the screen, in pixels from the upper left."""

    left: int
    top: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        """The point in its middle."""
        return self.left + self.width // 2, self.top + self.height // 2


class AccessibilityBus:
    """The bus on which programs answer a screen reader; listening to it tells them that there is one.

    Args:
        session: The address of the session's message bus.
    """

    def __init__(self, session: str) -> None:
        seconds = 20  # the first who asks starts the bus
        with open_dbus_connection(bus=session) as connection:
            status = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
            ask = new_method_call(status.with_interface("org.a11y.Bus"), "GetAddress")
            address = connection.send_and_get_reply(ask, timeout=seconds).body[0]
            for name in ("IsEnabled", "ScreenReaderEnabled"):
                connection.send_and_get_reply(Properties(status).set(name, "b", True), timeout=seconds)
        self._connection = open_dbus_connection(bus=address)

    def call(self, message: Any) -> Any:
        """The body of the answer.

        Raises:
            GoneError: The answer is an error.
        """
        answer = self._connection.send_and_get_reply(message, timeout=10)
        if answer.header.message_type == MessageType.error:
            raise GoneError(str(answer.body))
        return answer.body

    @property
    def desktop(self) -> Widget:
        """The root; its children are the programs."""
        return Widget(self, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")

    def program(self, process: int) -> Widget | None:
        """What the program with this process id shows; None while it has not said anything."""
        daemon = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        for each in self.desktop.children:
            ask = new_method_call(daemon, "GetConnectionUnixProcessID", "s", (each.owner,))
            if self.call(ask)[0] == process:
                return each
        return None

    def close(self) -> None:
        """Stop listening."""
        self._connection.close()


@dataclass(frozen=True)
class Widget:
    """One thing a program shows, asked afresh with every question.

    Attributes:
        owner: The program's name on the bus.
        path: The widget's name in the program.
    """

    bus: AccessibilityBus = field(repr=False, compare=False)
    owner: str
    path: str

    def _call(self, interface: str, method: str, signature: str | None = None, *words: Any) -> Any:
        address = DBusAddress(self.path, self.owner, f"org.a11y.atspi.{interface}")
        return self.bus.call(new_method_call(address, method, signature, words))

    def _get(self, interface: str, name: str) -> Any:
        address = DBusAddress(self.path, self.owner, f"org.a11y.atspi.{interface}")
        return self.bus.call(Properties(address).get(name))[0][1]

    @property
    def role(self) -> str:
        """What it is, in AT-SPI's words: `push button`, `check box`, `text`, `combo box`, `list item`, ..."""
        return str(self._call("Accessible", "GetRoleName")[0])

    @property
    def name(self) -> str:
        """What a screen reader calls it."""
        return str(self._get("Accessible", "Name"))

    @property
    def description(self) -> str:
        """What a screen reader adds."""
        return str(self._get("Accessible", "Description"))

    @property
    def labels(self) -> list[str]:
        """The names of the labels that stand for it; a combo box is called by its current text, not by its label."""
        relations = self._call("Accessible", "GetRelationSet")[0]
        return [
            Widget(self.bus, *target).name for kind, targets in relations if kind == LABELLED_BY for target in targets
        ]

    @property
    def states(self) -> frozenset[str]:
        """The names of `STATES` that hold."""
        low, high = self._call("Accessible", "GetState")[0]
        return frozenset(name for name, bit in STATES.items() if (high << 32 | low) >> bit & 1)

    @property
    def children(self) -> list[Widget]:
        """What it holds, in reading order."""
        return [Widget(self.bus, *each) for each in self._call("Accessible", "GetChildren")[0]]

    @property
    def text(self) -> str:
        """What is written in it."""
        return str(self._call("Text", "GetText", "ii", 0, -1)[0])

    @property
    def value(self) -> float:
        """The number it stands at: of a slider, a spin box, a progress bar."""
        return float(self._get("Value", "CurrentValue"))

    @property
    def box(self) -> Box:
        """Where it is on the screen."""
        return Box(*self._call("Component", "GetExtents", "u", 0)[0])

    @property
    def actions(self) -> list[str]:
        """What can be done with it: `Press`, `Toggle`, `SetFocus`, `ShowMenu`, ..."""
        return [str(name) for name, _, _ in self._call("Action", "GetActions")[0]]

    def act(self, action: str) -> None:
        """Do one of its `actions`.

        Raises:
            GoneError: It has no such action.
        """
        names = self.actions
        if action not in names:
            raise GoneError(f"{self.role} {self.name!r} has no action {action}, only {names}")
        self._call("Action", "DoAction", "i", names.index(action))

    def walk(self) -> Iterator[Widget]:
        """It and all that is visible in it, in reading order; what disappears meanwhile is left out."""
        try:
            if "visible" not in self.states:
                return
            below = self.children
        except GoneError:
            return
        yield self
        for each in below:
            yield from each.walk()

    def outline(self, depth: int = 0) -> str:
        """It and all in it as an indented text, for the message of a failure."""
        try:
            states = self.states
            line = f"{'  ' * depth}{self.role} {self.name!r} {' '.join(sorted(states & {'checked', 'focused'}))}"
            below = self.children
        except GoneError:
            return ""
        if "visible" not in states:
            return ""
        return "\n".join([line.rstrip(), *filter(None, (each.outline(depth + 1) for each in below))])


def wait_for_program(bus: AccessibilityBus, process: int, seconds: float = 30) -> Widget:
    """The program with this process id, once it shows something.

    Raises:
        AssertionError: It did not.
    """
    return until(lambda: bus.program(process), "the program's first window", seconds)
