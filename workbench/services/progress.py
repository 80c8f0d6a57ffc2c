"""How long work tells how far it is and hears that it should stop. Must not know who asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Report: TypeAlias = Callable[[int, int], None]
"""Told how much is done and of how much; the second is 0 while nobody knows."""

Cancel: TypeAlias = Callable[[], bool]
"""Asked again and again; true stops the work."""


def no_report(_done: int, _of: int) -> None:
    """Tell nobody."""


def never() -> bool:
    """Do not stop."""
    return False
