"""The leads that several imports fold into, kept in memory while a library is open.

A check, a comparison and a list each want the same log; unpacking it each time would cost a tenth of a whole import.
Imports are kept under their hash and never change, so what some of them fold into never does. Must not know tables.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tracking.leads import LeadLog


class FoldedLog:
    """The log that was asked for last, and the import that was kept last until it is folded into one."""

    def __init__(self) -> None:
        self._of: tuple[str, ...] = ()
        self._log: LeadLog | None = None
        self._kept: tuple[str, LeadLog] | None = None

    def keep(self, sha256: str, leads: LeadLog) -> None:
        """Remember the leads of an import that has just been stored, which need not be unpacked to be had."""
        self._kept = sha256, leads

    def of(self, imports: tuple[str, ...], unpack: Callable[[str], LeadLog]) -> LeadLog:
        """The log that imports fold into, oldest first; an import more than before is folded into what there is.

        Args:
            imports: The hash of each import's log.
            unpack: Gives the log with a hash.
        """
        from workbench.tracking.merging import folded, merged  # noqa: PLC0415  (loads numpy)

        log, known = self._log, len(self._of)
        if log is None or imports[:known] != self._of:
            log, known = folded(()), 0
        for sha256 in imports[known:]:
            fresh = self._kept[1] if self._kept and self._kept[0] == sha256 else unpack(sha256)
            log = merged(log, fresh).log
        self._of, self._log, self._kept = imports, log, None
        return log
