"""The worksheet functions that the tracker uses, each as text and as what it comes to.

Only functions that every spreadsheet program has under the same name since 2007: nothing volatile, no dynamic arrays.
Must not know what is computed with them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np

from workbench.sheets.tracker.formula import Formula, Given, each, is_text, lift, numeric, single


def called(name: str, *given: Given) -> str:
    """The text of a function call."""
    return f"{name}({','.join([lift(one).text for one in given])})"


def either(condition: Given, then: Given, otherwise: Given) -> Formula:
    """`IF`."""
    test, one, two = lift(condition), lift(then), lift(otherwise)
    return Formula(called("IF", test, one, two), _chosen(test.value, one.value, two.value))


def _chosen(test: Any, one: Any, two: Any) -> Any:
    if not isinstance(test, np.ndarray):
        return one if test else two
    if is_text(one) or is_text(two):
        return each(lambda which, a, b: a if which else b, test, one, two)
    return np.where(test, numeric(one), numeric(two))


def first_letters(given: Given, most: int) -> Formula:
    """`LEFT`: a text as it is, or its beginning with an ellipsis where it is longer."""
    text = lift(given)
    cut = each(lambda one: one if len(one) <= most else one[: most - 1] + "…", text.value)
    return Formula(f'IF(LEN({text.text})>{most},LEFT({text.text},{most - 1})&"…",{text.text})', cut)


def link_to(sheet: str, column: str, row: Given, shown: Given) -> Formula:
    """`HYPERLINK` to a cell of this workbook, as Excel and LibreOffice both follow it.

    Args:
        sheet: Name of the sheet.
        column: Its letter.
        row: From 1.
        shown: What the cell says.
    """
    place = lift("#'" + sheet.replace("'", "''") + "'!" + column).joined(row)
    told = lift(shown)
    return Formula(called("HYPERLINK", place, told), told.value)


def both(*given: Given) -> Formula:
    """`AND` of two and more."""
    found = [lift(one) for one in given]
    return Formula(called("AND", *found), _folded(np.logical_and, all, found))


def any_of(*given: Given) -> Formula:
    """`OR` of two and more."""
    found = [lift(one) for one in given]
    return Formula(called("OR", *found), _folded(np.logical_or, any, found))


def least(*given: Given) -> Formula:
    """`MIN` of numbers."""
    found = [lift(one) for one in given]
    return Formula(called("MIN", *found), _folded(np.minimum, min, found))


def greatest(*given: Given) -> Formula:
    """`MAX` of numbers."""
    found = [lift(one) for one in given]
    return Formula(called("MAX", *found), _folded(np.maximum, max, found))


def _folded(do: np.ufunc, plainly: Callable[[Iterable[float]], Any], given: list[Formula]) -> Any:
    """Values folded: `do` takes two of any, `plainly` single numbers and does the same in a tenth of the time."""
    numbers = [numeric(one.value) for one in given]
    if not any(isinstance(one, np.ndarray) or math.isnan(one) for one in numbers):
        return plainly(numbers)
    value: Any = numbers[0]
    for one in numbers[1:]:
        value = do(value, one)
    return value.item() if isinstance(value, np.generic) else value


def opposite(given: Given) -> Formula:
    """`NOT`."""
    found = lift(given)
    value = np.logical_not(found.value) if isinstance(found.value, np.ndarray) else not found.value
    return Formula(called("NOT", found), value)


def whole(given: Given) -> Formula:
    """`INT`: the whole number at or below."""
    found = lift(given)
    return Formula(called("INT", found), single(np.floor(numeric(found.value))))


def remainder(given: Given, of: int) -> Formula:
    """`MOD`."""
    found = lift(given)
    return Formula(called("MOD", found, of), single(np.mod(numeric(found.value), of)))


def rounded(given: Given, digits: int) -> Formula:
    """`ROUND`: to a number of decimals, halves away from zero."""
    found = lift(given)
    if isinstance(found.value, np.ndarray) and not digits:
        return Formula(called("ROUND", found, 0), np.floor(numeric(found.value) + 0.5))
    return Formula(called("ROUND", found, digits), _each_number(lambda one: _half_up(one, digits), found.value))


def rounded_up(given: Given) -> Formula:
    """`ROUNDUP` to a whole number; only for numbers not below 0."""
    found = lift(given)
    return Formula(called("ROUNDUP", found, 0), _each_number(math.ceil, found.value))


def rounded_down(given: Given) -> Formula:
    """`ROUNDDOWN` to a whole number; only for numbers not below 0."""
    found = lift(given)
    return Formula(called("ROUNDDOWN", found, 0), _each_number(math.floor, found.value))


def number_in(given: Given) -> Formula:
    """`N`: a number as it is, 0 for a text."""
    found = lift(given)
    return Formula(called("N", found), each(lambda one: 0.0 if isinstance(one, str) else float(one), found.value))


def is_number(given: Given) -> Formula:
    """`ISNUMBER`; an empty text is none."""
    found = lift(given)
    return Formula(called("ISNUMBER", found), each(lambda one: not isinstance(one, str | bool), found.value))


def _half_up(number: float, digits: int) -> float:
    """Rounded as worksheets do: from the shortest text that means the number, halves away from zero."""
    if not math.isfinite(number) or (digits >= 0 and number.is_integer()):
        return number
    return float(Decimal(repr(number)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def _each_number(do: Any, value: Any) -> Any:
    if isinstance(value, np.ndarray):
        return np.array([do(one) if math.isfinite(one) else one for one in numeric(value).tolist()], np.float64)
    number = numeric(value)
    return float(do(number)) if math.isfinite(number) else number
