"""One column of numbers: spreadsheet numbers, and texts with separators, currencies, percent signs and suffixes.

Which separator is the decimal one is decided once, from the whole column. Exact: results are whole ten-thousandths.
Must not know leads or other columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Literal, TypeAlias

import numpy as np
import numpy.typing as npt

from workbench.sheets.column.cells import Cell
from workbench.sheets.dictionary import Dictionary
from workbench.tracking.leads import EMPTY, LARGEST, SCALE, UNREADABLE

Separator = Literal[".", ","]
Ints: TypeAlias = npt.NDArray[np.int64]

_EXACT_FLOAT = 10**11
"""Below this, rounding a float to ten-thousandths gives the number that was typed."""

_CODES = "EUR|USD|BRL|GBP|CHF|MXN|ARS|COP|CLP|PEN|CAD|AUD|JPY|INR|SEK|NOK|DKK|PLN|CZK"
_CURRENCY = rf"(?:(?:US|R|A|C|MX|AR)?\$|[€£¥₹]|\b(?:{_CODES})\b)"
_SUFFIX = {"k": 1000, "tsd": 1000, "mil": 1000, "m": 10**6, "mm": 10**6, "mi": 10**6, "mio": 10**6, "million": 10**6}
_AMOUNT = re.compile(
    rf"(?P<minus>[-−(]?)\s*(?P<before>{_CURRENCY})?\s*(?P<minus2>[-−]?)"
    r"(?P<digits>\d[\d.,'’\s]*\d|\d)[.]?\s*(?P<suffix>k|tsd|mil|mm|mio|mi|million|m|x|%)?\.?"
    rf"\s*(?P<after>{_CURRENCY})?(?P<close>[)-]?)",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d[\d.,]*)\s*(?:[-–—]|to|a|bis|até|hasta)\s*\d[\d.,]*|(\d[\d.,]*)\s*\+|>\s*(\d[\d.,]*)")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+")


@dataclass(frozen=True, eq=False)
class NumberColumn:
    """A column of numbers.

    Attributes:
        values: Ten-thousandths, `EMPTY` or `UNREADABLE`.
        reasons: Why a value is unreadable, by its place.
        decimal: The decimal separator that texts were read with; nothing where no text depends on it.
        certain: Whether some value settled the separator.
        marks: Currency marks that were seen.
        ranges: How many ranges were read as their lower end.
    """

    values: Ints
    reasons: dict[int, str]
    decimal: Separator | None
    certain: bool
    marks: tuple[str, ...]
    ranges: int


def read_numbers(
    values: Sequence[Cell], words: Dictionary, *, comma_language: bool, whole: bool = False, negative: bool = True,
    ranges: bool = False,
) -> NumberColumn:  # fmt: skip
    """Read a column of numbers.

    Args:
        values: The cells.
        words: For placeholders and error words.
        comma_language: Whether the headers are in a language that writes decimals with a comma.
        whole: Whether only whole numbers are possible.
        negative: Whether numbers below 0 are possible.
        ranges: Whether `11-50` and `1000+` are read as their lower end.
    """
    plain = set(map(type, values)) <= {float, int}
    kinds = [] if plain else list(map(type, values))
    result = np.full(len(values), UNREADABLE, np.int64)
    reasons: dict[int, str] = {}
    numbers = [i for i, kind in enumerate(kinds) if kind is float or kind is int]
    if plain:
        result = _floats(np.array(values, np.float64))
    elif numbers:
        result[numbers] = _floats(np.array([values[i] for i in numbers], np.float64))
    texts = [i for i, kind in enumerate(kinds) if kind is str]
    distinct = {str(values[i]): None for i in texts}
    matches = {text: _AMOUNT.fullmatch(" ".join(text.split())) for text in distinct}
    lower = {text: _lower_end(text) for text, match in matches.items() if match is None} if ranges else {}
    digits = [*(match["digits"] for match in matches.values() if match), *filter(None, lower.values())]
    decimal, certain = _decimal(digits, comma_language=comma_language)
    read = {text: _text(text, match, decimal or ".", words) for text, match in matches.items()}
    for text, end in lower.items():
        number = _number(end, decimal or ".") if end else None
        read[text] = read[text] if number is None else (_scaled(number), "")
    if texts:
        result[texts] = [read[str(values[i])][0] for i in texts]
    for i in np.flatnonzero(result == UNREADABLE).tolist():
        reasons[i] = read[str(values[i])][1] if isinstance(values[i], str) else _why_not(values[i])
    _limit(result, reasons, whole=whole, negative=negative)
    marks = {(m["before"] or m["after"]).upper() for m in matches.values() if m and (m["before"] or m["after"])}
    lower_ends = sum(bool(lower.get(str(values[i]))) for i in texts)
    return NumberColumn(result, reasons, decimal, certain, tuple(sorted(marks)), lower_ends)


def _floats(numbers: npt.NDArray[np.float64]) -> Ints:
    usable = np.isfinite(numbers) & (np.abs(numbers) < _EXACT_FLOAT)
    scaled = np.where(usable, np.rint(np.where(usable, numbers, 0) * SCALE), UNREADABLE).astype(np.int64)
    scaled[~usable] = UNREADABLE
    for i in np.flatnonzero(np.isfinite(numbers) & ~usable & (np.abs(numbers) < LARGEST)).tolist():
        scaled[i] = _scaled(Decimal(repr(float(numbers[i]))))
    return np.asarray(scaled)


def _scaled(number: Decimal) -> int:
    return int((number * SCALE).to_integral_value(ROUND_HALF_EVEN))


def _why_not(value: Cell) -> str:
    large = isinstance(value, int | float) and not isinstance(value, bool) and LARGEST <= abs(value) < float("inf")
    return "too_large" if large else "not_a_number"


def _limit(result: Ints, reasons: dict[int, str], *, whole: bool, negative: bool) -> None:
    there = result > UNREADABLE
    if not negative:
        for i in np.flatnonzero(there & (result < 0)).tolist():
            reasons[i], result[i] = "negative", UNREADABLE
    if whole:
        for i in np.flatnonzero(there & (result % SCALE != 0) & (result > UNREADABLE)).tolist():
            reasons[i], result[i] = "not_whole", UNREADABLE


def _decimal(digits: Sequence[str], *, comma_language: bool) -> tuple[Separator | None, bool]:
    """The decimal separator of a column, and whether a value settled it rather than the language."""
    votes: dict[Separator, int] = {".": 0, ",": 0}
    open_texts = 0
    for text in digits:
        points, commas = text.count("."), text.count(",")
        if points and commas:
            votes["." if text.rfind(".") > text.rfind(",") else ","] += 1
        elif points > 1 or commas > 1:
            if _GROUPED.fullmatch(text):
                votes["," if points else "."] += 1
        elif points or commas:
            mark: Separator = "." if points else ","
            whole, _, rest = text.partition(mark)
            if len(rest) != 3 or len(whole.strip()) > 3 or whole.strip() in {"0", ""}:
                votes[mark] += 1
            else:
                open_texts += 1
    if votes["."] or votes[","]:
        return ("." if votes["."] >= votes[","] else ","), True
    if open_texts:
        return ("," if comma_language else "."), False
    return None, True


def _lower_end(text: str) -> str:
    """The digits of the lower end of `11-50`, `1000+`, `>100`; empty for anything else."""
    between = _RANGE.fullmatch(" ".join(text.split()).casefold())
    return next((end for end in between.groups() if end), "") if between else ""


def _text(text: str, match: re.Match[str] | None, decimal: Separator, words: Dictionary) -> tuple[int, str]:
    """Ten-thousandths of a text, or `EMPTY` or `UNREADABLE` with the reason."""
    bare = " ".join(text.split()).casefold()
    if not bare or bare in words.placeholders:
        return EMPTY, ""
    if bare in words.errors:
        return UNREADABLE, "error_cell"
    number = _number(match["digits"], decimal) if match else None
    if match is None or number is None:
        return UNREADABLE, "not_a_number"
    suffix = (match["suffix"] or "").casefold()
    number *= Decimal("0.01") if suffix == "%" else _SUFFIX.get(suffix, 1)
    if bool(match["minus"] or match["minus2"]) or match["close"] == "-":
        number = -number
    if abs(number) >= LARGEST:
        return UNREADABLE, "too_large"
    return _scaled(number), ""


def _number(digits: str, decimal: Separator) -> Decimal | None:
    """The number of digits with separators; nothing where the separators stand in impossible places."""
    whole, _, rest = digits.partition(decimal)
    if any(not one.isdigit() for one in rest) or not rest.isascii():
        return None
    groups = re.split(r"[.,'’\s]", whole)
    if len(groups) > 1 and (not 1 <= len(groups[0]) <= 3 or any(len(one) != 3 for one in groups[1:])):
        return None
    if not all(one.isascii() and one.isdigit() for one in groups):
        return None
    return Decimal("".join(groups) + ("." + rest if rest else ""))
