"""Keeps the last answers of a pure function of frozen data, so that asking again for the same object costs nothing.

Told apart by identity: frozen trees share everything an edit left alone, and comparing them by value would cost more
than most answers. Must not know what is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from typing import Any, Generic, TypeVar

A = TypeVar("A")
R = TypeVar("R")


class SameAgain(Generic[A, R]):
    """A function that remembers its last answers. Safe on any thread: the list of answers is exchanged whole.

    Args:
        ask: The function; it must read nothing but its argument, and the argument must never change.
        most: Answers that are kept.
    """

    def __init__(self, ask: Callable[[A], R], most: int) -> None:
        self._ask, self._most = ask, most
        self._kept: tuple[tuple[A, R], ...] = ()
        update_wrapper(self, ask)

    def __call__(self, asked: A) -> R:
        """The answer, worked out only for an object that was not asked about lately."""
        for known, answer in self._kept:
            if known is asked:
                return answer
        answer = self._ask(asked)
        self._kept = ((asked, answer), *self._kept)[: self._most]
        return answer


def same_again(most: int) -> Callable[[Callable[[A], R]], Callable[[A], R]]:
    """Let a function of one frozen object remember its last answers.

    Args:
        most: Answers that are kept, and with them the objects they are about.
    """

    def dress(ask: Callable[[A], R]) -> Callable[[A], R]:
        made: Any = SameAgain(ask, most)
        kept: Callable[[A], R] = made
        return kept

    return dress
