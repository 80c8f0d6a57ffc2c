"""Finding out what can be said about a PDF: examined beside the store, then looked up in the library.

Must not know who asks or what becomes of the answer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.base.clock import Clock
from workbench.base.errors import WorkbenchError
from workbench.ui.errands import Errands

if TYPE_CHECKING:
    from workbench.services.verifying import DocumentAnswer

MOST_BYTES = 64 * 1024 * 1024
"""A larger file is none of ours."""


def examined(data: bytes, clock: Clock) -> DocumentAnswer:
    """What the bytes alone say; takes a second or two, and any thread may ask.

    Args:
        data: The PDF.
        clock: For certificates that have expired since.
    """
    from workbench.services.verifying import verify_document  # noqa: PLC0415  (loads pyHanko)

    return verify_document(data, clock=clock, library=None)


def examine(
    errands: Errands,
    data: bytes,
    clock: Clock,
    done: Callable[[DocumentAnswer], object],
    failed: Callable[[WorkbenchError], object],
) -> None:
    """Find out what can be said about a PDF, with what the library knows of its version and its signers.

    Args:
        errands: Of the page that asks.
        data: The PDF.
        clock: For certificates that have expired since.
        done: Called with the answer.
        failed: Called where the library cannot be asked.
    """

    def look_up(answer: DocumentAnswer) -> None:
        errands.ask(lambda workbench: workbench.signing.look_up(answer), done, failed, key="look up")

    errands.work(lambda _report, _cancel: examined(data, clock), look_up, failed, key="examine")
