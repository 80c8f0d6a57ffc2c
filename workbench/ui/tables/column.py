"""A column: its heading, its width, and how a row becomes a cell in it. Must not know the view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from workbench.ui.tables.cell import Cell

T = TypeVar("T")
PADDING = 14
NARROW_PADDING = 10


class Column(NamedTuple, Generic[T]):
    """A column of a table over rows of type T.

    Attributes:
        key: Its name in the program, for hiding and finding.
        title: Its heading.
        cell: A row's cell in it.
        width: Design pixels; 0 takes the room that is left.
        right: Heading to the right, as over numbers.
        second: A second, quieter line of the heading.
        current: Emphasised, such as the open month: a tint and an accent line.
        left_pad: Design pixels before the heading; so that it stands over its cells.
        right_pad: Design pixels after it.
        sort: What rows are ordered by; without it a click on the heading does nothing.
        choices: Key and words of what a cell can be set to, where it is a drop-down list.
        chosen: Key a row has now; called with `choices`.
        choose: Called with the row and a key when the person chose.
    """

    key: str
    title: str
    cell: Callable[[T], Cell]
    width: float = 0
    right: bool = False
    second: str = ""
    current: bool = False
    left_pad: float = PADDING
    right_pad: float = PADDING
    sort: Callable[[T], Any] | None = None
    choices: Callable[[T], Sequence[tuple[str, str]]] | None = None
    chosen: Callable[[T], str] | None = None
    choose: Callable[[T, str], None] | None = None
