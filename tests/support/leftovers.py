"""A test leaves nothing behind: no thread, no program, no window. A pytest plugin; must not know what is tested."""

from __future__ import annotations

import contextlib
import gc
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.support import processes
from tests.support.waiting import until

PATIENCE_SECONDS = 1
"""How long a thread or a program that was told to end may take."""


def _windows() -> set[Any]:
    """The windows that belong to no other; empty while nobody has made an application."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return set()
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return {window for window in widgets.QApplication.topLevelWidgets() if window.parent() is None}


KINDS: dict[str, Callable[[], set[Any]]] = {
    "threads": lambda: set(threading.enumerate()),
    "programs": lambda: set(processes.children()),
    "windows": _windows,
}


def left_over(kind: str, before: set[Any]) -> set[Any]:
    """What there is of a kind that was not there before, after it had time to go."""
    ask = KINDS[kind]
    if ask() - before:
        gc.collect()
        with contextlib.suppress(AssertionError):
            until(lambda: not ask() - before, kind, PATIENCE_SECONDS)
    return ask() - before


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    before = {kind: ask() for kind, ask in KINDS.items()}
    yield
    found = {kind: sorted(map(str, left)) for kind in KINDS if (left := left_over(kind, before[kind]))}
    if found:
        pytest.fail(f"left behind: {found}", pytrace=False)
