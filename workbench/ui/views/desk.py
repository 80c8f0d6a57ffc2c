"""What a screen is made with: the window it stands in and the session it works on. Must not know any screen."""

from __future__ import annotations

from typing import NamedTuple

from workbench.base.language import Language
from workbench.ui.session import Session
from workbench.ui.shell.window import MainWindow
from workbench.ui.views.remembering import Remembering


class Desk(NamedTuple):
    """A window and its session.

    Attributes:
        window: Where screens stand, with its actions and its status bar.
        session: What they work on.
        memory: What is remembered of the person on this machine.
    """

    window: MainWindow
    session: Session
    memory: Remembering

    @property
    def language(self) -> Language:
        """Of the window."""
        return self.session.language
