"""The three steps of an import, each beside the window: looking at the file, trying it out, keeping it.

The file is read in a job; the library is asked before and after. A step under way can be stopped. Must not know what
is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from workbench.base.errors import WorkbenchError
from workbench.services.actuals import inspect_path
from workbench.services.import_order import ImportOptions, read_ordered
from workbench.services.imported import ReadFile
from workbench.ui.errands import Errands

if TYPE_CHECKING:
    from workbench.services.foreign_file import Inspection, Reading
    from workbench.services.import_order import ReadOrder
    from workbench.services.profiles import FittingProfile
    from workbench.services.workbench import Workbench
    from workbench.ui.runner import Cancel, Job, Progress, Report, Task
    from workbench.ui.session import Session

T = TypeVar("T")


class Steps(QObject):
    """The steps for one file.

    Attributes:
        looked: Emitted with an `Inspection` and the remembered mapping that fits, or nothing.
        tried: Emitted with a `ReadFile`.
        failed: Emitted with the error of a look or a try.
        progressed: Emitted with steps done and all; 0 in all where nobody knows.

    Args:
        session: Whom work is asked of.
        agreement: Whom the file is for.
        file: The file.
        zone: The agreement's.
        parent: When it goes, its work is dropped.
    """

    looked = Signal(object, object)
    tried = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, session: Session, agreement: str, file: Path, zone: str, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._agreement, self._file, self._zone = session, agreement, file, zone
        self._errands = Errands(session, parent)
        self._under_way: Task[Any] | None = None

    @property
    def is_under_way(self) -> bool:
        """Is a look or a try under way?"""
        return self._under_way is not None

    def look(self, mapping: dict[str, Any] | None = None) -> None:
        """Look at the file, with what is decided already."""
        file, zone = self._file, self._zone

        def job(report: Report, cancel: Cancel) -> Inspection:
            return inspect_path(file, zone, mapping, report, lambda: cancel.asked)

        self._under_way = self._work(job, self._on_seen)

    def _on_seen(self, seen: Inspection) -> None:
        def ask(workbench: Workbench) -> FittingProfile | None:
            return workbench.actuals.profiles.fitting(seen)

        def found(fitting: FittingProfile | None) -> None:
            self._under_way = None
            self.looked.emit(seen, fitting)

        self._under_way = self._errands.ask(ask, found, self._on_failed, key="step")

    def try_out(self, mapping: dict[str, Any]) -> None:
        """Read the file as it is mapped now and compare it with what is known; nothing is kept."""
        agreement, file, options = self._agreement, self._file, ImportOptions(mapping=mapping)

        def ask(workbench: Workbench) -> ReadOrder:
            return workbench.actuals.order(agreement, file, options)

        self._under_way = self._errands.ask(ask, self._read, self._on_failed, key="step")

    def _read(self, order: ReadOrder) -> None:
        def job(report: Report, cancel: Cancel) -> Reading:
            return read_ordered(order, report, lambda: cancel.asked)

        def read(reading: Reading) -> None:
            self._compare(order, reading)

        self._under_way = self._work(job, read)

    def _compare(self, order: ReadOrder, reading: Reading) -> None:
        def ask(workbench: Workbench) -> ReadFile:
            return workbench.actuals.compare(order, reading)

        def compared(found: ReadFile) -> None:
            self._under_way = None
            self.tried.emit(found)

        self._under_way = self._errands.ask(ask, compared, self._on_failed, key="step")

    def stop(self) -> None:
        """Stop what is under way; nothing is told of it any more."""
        if self._under_way is not None:
            self._under_way.stop()
            self._under_way = None

    def _work(self, job: Job[T], done: Callable[[T], object]) -> Task[T]:
        return self._errands.work(job, done, self._on_failed, progress=self._on_progress, key="step")

    def _on_progress(self, progress: Progress) -> None:
        self.progressed.emit(progress.done, progress.total)

    def _on_failed(self, error: WorkbenchError) -> None:
        self._under_way = None
        self.failed.emit(error)
