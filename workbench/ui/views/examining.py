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
    from workbench.services.verifying import DocumentAnswer, Verifying

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
    so_far: Callable[[DocumentAnswer], object] = lambda _answer: None,
) -> None:
    """Find out what can be said about a PDF, with what the library knows of its version and its signers.

    Args:
        errands: Of the page that asks.
        data: The PDF.
        clock: For certificates that have expired since.
        done: Called with the answer.
        failed: Called where the library cannot be asked.
        so_far: Called with what the signatures say, where the comparison with our own rendering is still to come.
    """

    def look_up(answer: DocumentAnswer, then: Callable[[DocumentAnswer], object]) -> None:
        errands.ask(lambda workbench: workbench.signing.look_up(answer), then, failed, key="look up")

    def compare(verifying: Verifying) -> None:
        if verifying.is_settled:
            look_up(verifying.answer, done)
            return
        look_up(verifying.answer, so_far)
        errands.work(
            lambda _report, _cancel: verifying.settled(), lambda answer: look_up(answer, done), failed, key="examine"
        )

    errands.work(lambda _report, _cancel: _begun(data, clock), compare, failed, key="examine")


def _begun(data: bytes, clock: Clock) -> Verifying:
    from workbench.services.verifying import Verifying  # noqa: PLC0415  (loads pyHanko)

    return Verifying(data, clock=clock)
