"""What every command has at hand: the library's place, opened when first needed. Must not know any command."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.base.clock import Clock, SystemClock
from workbench.base.language import Language, language

if TYPE_CHECKING:
    from workbench.services.workbench import Workbench


@dataclass
class Context:
    """The surroundings of one command.

    Attributes:
        place: Path or URL of the library; empty for the person's own.
        clock: The present moment.
        words: Language of messages.
    """

    place: str = ""
    clock: Clock = field(default_factory=SystemClock)
    words: Language = field(default_factory=language)
    _stack: ExitStack = field(default_factory=ExitStack)
    _open: Workbench | None = None

    @property
    def where(self) -> str:
        """Path or URL of the library."""
        from workbench.base.places import default_library  # noqa: PLC0415  (platformdirs, only when nothing is named)

        return self.place or default_library()

    def workbench(self, *, create: bool = True) -> Workbench:
        """The open library; stays open until the command ends.

        Args:
            create: Whether one may be made where there is none.

        Raises:
            WorkbenchError: It cannot be opened.
        """
        from workbench.services.workbench import open_workbench  # noqa: PLC0415  (loads SQLAlchemy)

        if self._open is None:
            self._open = self._stack.enter_context(open_workbench(self.where, clock=self.clock, create=create))
        return self._open

    def workbench_if_any(self) -> Workbench | None:
        """The library if there is one that can be opened; nothing otherwise, because the question stands without it."""
        from workbench.base.errors import WorkbenchError  # noqa: PLC0415
        from workbench.services.workbench import open_workbench  # noqa: PLC0415

        if self._open is None:
            try:
                self._open = self._stack.enter_context(open_workbench(self.where, clock=self.clock, create=False))
            except WorkbenchError:
                return None
        return self._open

    def close(self) -> None:
        """Let go of everything."""
        self._stack.close()
        self._open = None
