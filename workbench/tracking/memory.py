"""Remembers what was made under a name, because several commitments ask for the same. Must not know what it keeps."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class Memory:
    """What was made so far."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}

    def kept(self, name: Hashable, make: Callable[[], T]) -> T:
        """What was made under a name before, or is made now."""
        if name not in self._made:
            self._made[name] = make()
        found: T = self._made[name]
        return found

    def keeps(self, name: Hashable) -> bool:
        """Whether anything was made under a name."""
        return name in self._made
