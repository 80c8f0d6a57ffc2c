"""The one way from the window to the store: a question to the workbench, answered on the window's thread.

Must not know what is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Protocol, TypeVar

from workbench.base.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.services.workbench import Workbench
    from workbench.ui.runner import Task

T = TypeVar("T")


class Ask(Protocol):
    """Puts a question to the workbench; see `Session.ask`."""

    def __call__(
        self,
        question: Callable[[Workbench], T],
        *,
        done: Callable[[T], object] | None = None,
        failed: Callable[[WorkbenchError], object] | None = None,
        ended: Callable[[], object] | None = None,
        key: Hashable = None,
    ) -> Task[T]:
        """Ask; the answers come later, on the window's thread."""
        ...
