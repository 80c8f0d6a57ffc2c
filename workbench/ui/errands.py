"""Jobs that a page asks for: they are forgotten when the page goes, so that no answer reaches a widget that is gone.

For what only looks. What changes the library is asked of the session itself, because it must be done whatever page is
there by then.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from workbench.base.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.services.workbench import Workbench
    from workbench.ui.runner import Job, Progress, Task
    from workbench.ui.session import Session

T = TypeVar("T")


class Errands:
    """The jobs of one page.

    Args:
        session: Whom they are asked of.
        page: When it is destroyed, its jobs are stopped and their answers dropped.
    """

    def __init__(self, session: Session, page: QObject) -> None:
        self._session = session
        self._tasks: set[Task[Any]] = set()
        page.destroyed.connect(self.drop)

    def ask(
        self,
        question: Callable[[Workbench], T],
        done: Callable[[T], object],
        failed: Callable[[WorkbenchError], object] | None = None,
        *,
        key: Hashable = None,
    ) -> Task[T]:
        """Ask the library something; see `LibraryInUse.ask`."""
        return self._keep(lambda how: self._session.ask(question, **how), done, failed, key)

    def work(
        self,
        job: Job[T],
        done: Callable[[T], object],
        failed: Callable[[WorkbenchError], object] | None = None,
        *,
        progress: Callable[[Progress], object] | None = None,
        key: Hashable = None,
    ) -> Task[T]:
        """Have something done that does not touch the library; see `Runner.run`."""
        return self._keep(lambda how: self._session.work(job, progress=progress, **how), done, failed, key)

    def drop(self) -> None:
        """Stop all that is under way."""
        for task in self._tasks:
            task.stop()

    def _keep(
        self,
        start: Callable[[dict[str, Any]], Task[T]],
        done: Callable[[T], object],
        failed: Callable[[WorkbenchError], object] | None,
        key: Hashable,
    ) -> Task[T]:
        started: list[Task[T]] = []
        how = {
            "done": done,
            "failed": failed,
            "key": (id(self), key) if key is not None else None,  # keys of two pages never meet
            "ended": lambda: self._tasks.discard(started[0]),
        }
        started.append(start(how))
        self._tasks.add(started[0])
        return started[0]
