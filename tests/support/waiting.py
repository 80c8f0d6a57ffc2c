"""Waiting for another program, in one place, so that no test sleeps. Must not know what is waited for."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

BETWEEN_SECONDS = 0.02


def until(ask: Callable[[], T | None], what: str, seconds: float = 10) -> T:
    """The first answer that is true, asked for again and again.

    Args:
        ask: Gives the answer, or something false while there is none.
        what: What is waited for, for the message.
        seconds: How long at most.

    Raises:
        AssertionError: There was no answer in time.
    """
    end = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:g} s in vain for {what}")
        time.sleep(BETWEEN_SECONDS)
