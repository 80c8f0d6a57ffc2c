"""A worksheet formula and what it comes to, made together, so that the two cannot say different things.

The value is one number, text or truth, or an array with one for each row of the lead log. A formula that belongs to a
row names its row with `ROW`, which is replaced when the cell is written. Must not know sheets or leads.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeAlias

import numpy as np

from workbench.fields.value import plain

ROW = "§"
"""Stands for the row a formula is written in; no worksheet function or name has this character."""

COMPARED, JOINED, ADDED, MULTIPLIED, SINGLE = 1, 2, 3, 4, 9
"""How tightly the outermost operator of a text binds."""

Given: TypeAlias = "Formula | int | float | Decimal | str | bool"


@dataclass(frozen=True, eq=False, init=False)
class Formula:
    """A formula and its value.

    Attributes:
        text: As a cell has it, without the leading `=`.
        value: What it comes to.
        binding: How tightly its outermost operator binds.
    """

    text: str
    value: Any
    binding: int = SINGLE

    def __init__(self, text: str, value: Any, binding: int = SINGLE) -> None:
        known = self.__dict__  # in a third of a frozen dataclass's own time; a tracker makes seventy thousand
        known["text"], known["value"], known["binding"] = text, value, binding

    def __add__(self, other: Given) -> Formula:
        return _binary("+", ADDED, self, lift(other), operator.add)

    def __sub__(self, other: Given) -> Formula:
        return _binary("-", ADDED, self, lift(other), operator.sub)

    def __mul__(self, other: Given) -> Formula:
        return _binary("*", MULTIPLIED, self, lift(other), operator.mul)

    def __truediv__(self, other: Given) -> Formula:
        return _binary("/", MULTIPLIED, self, lift(other), _divided)

    def __lt__(self, other: Given) -> Formula:
        return _binary("<", COMPARED, self, lift(other), operator.lt)

    def __le__(self, other: Given) -> Formula:
        return _binary("<=", COMPARED, self, lift(other), operator.le)

    def __gt__(self, other: Given) -> Formula:
        return _binary(">", COMPARED, self, lift(other), operator.gt)

    def __ge__(self, other: Given) -> Formula:
        return _binary(">=", COMPARED, self, lift(other), operator.ge)

    def equals(self, other: Given) -> Formula:
        """Whether two numbers are one, or two texts but for their case."""
        return _binary("=", COMPARED, self, lift(other), _equal)

    def differs(self, other: Given) -> Formula:
        """The opposite of `equals`."""
        return _binary("<>", COMPARED, self, lift(other), _unequal)

    def joined(self, other: Given) -> Formula:
        """Two texts as one."""
        right = lift(other)
        text = f"{_inside(self, JOINED)}&{_inside(right, JOINED + 1)}"
        return Formula(text, each(lambda one, two: shown(one) + shown(two), self.value, right.value), JOINED)


def lift(given: Given) -> Formula:
    """A constant as a formula."""
    if isinstance(given, Formula):
        return given
    if isinstance(given, bool):
        return Formula("TRUE" if given else "FALSE", given)
    if isinstance(given, str):
        return Formula('"' + given.replace('"', '""') + '"', given)
    text = plain(given) if isinstance(given, Decimal) else repr(given)
    return Formula(text, float(given), SINGLE if given >= 0 else ADDED)


def numeric(value: Any) -> Any:
    """A value as numbers: truths count 1 and 0; text is none, and only stands where no cell shows it."""
    if type(value) is float:  # most are
        return value
    if isinstance(value, np.ndarray) and value.dtype == object:
        return np.array([numeric(one) for one in value.tolist()], np.float64)
    if isinstance(value, np.ndarray):
        return value if value.dtype == np.float64 else value.astype(np.float64)
    return float("nan") if isinstance(value, str) else float(value)


def each(do: Callable[..., Any], *values: Any) -> Any:
    """A plain function applied to single values, or to each row of arrays of anything."""
    size = next((len(one) for one in values if isinstance(one, np.ndarray)), None)
    if size is None:
        return do(*values)
    columns = [one.tolist() if isinstance(one, np.ndarray) else [one] * size for one in values]
    made = np.empty(size, object)
    made[:] = [do(*row) for row in zip(*columns, strict=True)]
    return made


def shown(value: Any) -> str:
    """A value as a formula joins it to text."""
    if isinstance(value, float):
        return repr(int(value)) if value == int(value) else repr(value)
    return str(value)


def is_text(value: Any) -> bool:
    """Whether a value is text, or an array in which there may be some."""
    return isinstance(value, str) or (isinstance(value, np.ndarray) and value.dtype == object)


def _binary(sign: str, binding: int, left: Formula, right: Formula, do: Callable[[Any, Any], Any]) -> Formula:
    text = f"{_inside(left, binding)}{sign}{_inside(right, binding + 1)}"
    as_they_are = do in {_equal, _unequal}
    one, two = (part.value if as_they_are else numeric(part.value) for part in (left, right))
    return Formula(text, single(do(one, two)), binding)


def single(value: Any) -> Any:
    """A NumPy scalar as a Python one; an array as it is."""
    return value.item() if isinstance(value, np.generic) else value


def _inside(part: Formula, binding: int) -> str:
    return part.text if part.binding >= binding else f"({part.text})"


def _divided(left: Any, right: Any) -> Any:
    if type(left) is type(right) is float and right:
        return left / right
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.divide(left, right)


def _equal(one: Any, two: Any) -> Any:
    if type(one) is type(two) is float:
        return one == two
    if is_text(one) or is_text(two):
        if isinstance(one, np.ndarray) and not isinstance(two, np.ndarray):
            return same_as(one, two)
        found = each(_same, one, two)
        return found.astype(np.bool_) if isinstance(found, np.ndarray) else found
    return np.equal(numeric(one), numeric(two))


def _unequal(one: Any, two: Any) -> Any:
    found = _equal(one, two)
    return np.logical_not(found) if isinstance(found, np.ndarray) else not found


def _same(one: Any, two: Any) -> bool:
    return isinstance(one, str) == isinstance(two, str) and bool(folded(one) == folded(two))


def same_as(values: Any, wanted: Any) -> Any:
    """Which of many values a worksheet takes for equal to one value."""
    if not isinstance(wanted, str):
        return np.array([not isinstance(one, str) and one == wanted for one in values.tolist()], np.bool_)
    text = wanted.casefold()
    return np.array([isinstance(one, str) and one.casefold() == text for one in values.tolist()], np.bool_)


def folded(value: Any) -> Any:
    """A text as worksheets compare it, without case; any other value as it is."""
    return value.casefold() if isinstance(value, str) else value
