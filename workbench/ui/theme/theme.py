"""The theme of the running application: applies a look, follows the system, tells everything that must follow.

Must not know any widget class. Parts with pixels or colours of their own (icons, margins, fixed sizes) register with
`follow`; everything else is reached by the palette and the stylesheet.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal, Protocol
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtWidgets import QApplication

from workbench.ui.theme import fonts, stylesheet
from workbench.ui.theme.look import LARGEST_SCALE, SMALLEST_SCALE, Look
from workbench.ui.theme.palette import palette

Choice = Literal["system", "light", "dark"]
PROJECTOR: Final = 1.3
BASE_SIZE: Final = 14
"""Design pixels of text that no rule speaks of."""


class Follower(Protocol):
    """A part with pixels or colours of its own."""

    def restyle(self, look: Look) -> None:
        """Take on a look: sizes, margins, icons."""
        ...


class Theme(QObject):
    """The look of the application, and its only stylesheet.

    Attributes:
        changed: Emitted after a look was applied and every follower has taken it on.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        """Load fonts and apply the light look; `app` owns the theme."""
        super().__init__(app)
        self._app = app
        self._folder = QTemporaryDir()
        self._followers: WeakSet[Follower] = WeakSet()
        self._look = Look()
        self._audience = Look(audience=True)
        self._choice: Choice = "light"
        fonts.load()
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        _set_current(self)

    @property
    def look(self) -> Look:
        """How the window looks now."""
        return self._look

    @property
    def audience(self) -> Look:
        """How the audience view looks now; light beside a dark window unless chosen otherwise."""
        return self._audience

    @property
    def choice(self) -> Choice:
        """What the person chose: a colour scheme, or the system's."""
        return self._choice

    def follow(self, item: Follower) -> None:
        """Let a part take on the look now and after every change. It is forgotten when it goes away."""
        self._followers.add(item)
        item.restyle(self._look)

    def choose(self, choice: Choice) -> None:
        """Light, dark, or as the system says."""
        self._choice = choice
        hints = self._app.styleHints()
        if choice == "system":
            hints.unsetColorScheme()
            self.apply(dark=hints.colorScheme() == Qt.ColorScheme.Dark)
        else:
            self.apply(dark=choice == "dark")

    def apply(self, *, dark: bool | None = None, scale: float | None = None) -> None:
        """Apply other colours or another scale to everything, at once. Costs tens of milliseconds: on a click only."""
        wanted = Look(
            self._look.dark if dark is None else dark,
            self._look.scale if scale is None else min(max(scale, SMALLEST_SCALE), LARGEST_SCALE),
        )
        if wanted != self._look:
            self._look = wanted
            self._apply()

    def _apply(self) -> None:
        look = self._look
        if self._choice != "system":  # tells the platform, for its dark title bars
            self._app.styleHints().setColorScheme(Qt.ColorScheme.Dark if look.dark else Qt.ColorScheme.Light)
        self._app.setPalette(palette(look))
        self._app.setFont(look.font(BASE_SIZE))
        drawings = stylesheet.write_drawings(look, Path(self._folder.path()))
        self._app.setStyleSheet(stylesheet.build(look, self._audience, drawings))
        for item in list(self._followers):
            if not isinstance(item, QObject) or shiboken6.isValid(item):
                item.restyle(look)
        self.changed.emit()

    def _on_system_changed(self, scheme: Qt.ColorScheme) -> None:
        if self._choice == "system":
            self.apply(dark=scheme == Qt.ColorScheme.Dark)


_current: list[Theme] = []


def _set_current(made: Theme) -> None:
    _current[:] = [made]


def theme() -> Theme:
    """The theme of the running application.

    There is one, as there is one stylesheet; parts ask for it as they would ask for the application object.

    Raises:
        RuntimeError: The application was not set up yet.
    """
    if not _current:
        raise RuntimeError("no theme yet: make the application with workbench.ui.application first")
    return _current[0]
