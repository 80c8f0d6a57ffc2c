"""What formulas find in the text and number cells of the lead log: filled or not, one of a list or not, unreadable.

The answers are 1 for yes, 0 for no, -1 where the cell cannot be read, as the import and the checks would say. Must not
know commitments.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from workbench.sheets.dictionary import dictionary
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.functions import any_of, either, whole
from workbench.sheets.tracker.log_cells import UNREADABLE_WORD
from workbench.sheets.tracker.log_columns import LogColumn
from workbench.sheets.tracker.ranges import Range

YES, NO, UNSURE = 1, 0, -1


class CellWords:
    """The words that mean nothing and the words that mean a damaged cell, wherever they are typed."""

    def __init__(self) -> None:
        words = dictionary()
        self.nothing = Range.of("Words_nothing", sorted(words.placeholders))
        self.damaged = Range.of("Words_damaged", [UNREADABLE_WORD, *sorted(words.errors - {UNREADABLE_WORD})])

    def filled(self, column: LogColumn) -> Formula:
        """Whether a text or number cell is filled."""
        text = column.text
        empty = any_of(text.equals(""), self.nothing.holds(text))
        if column.holds == "number":
            return either(column.is_number, YES, either(column.is_error, UNSURE, either(empty, NO, UNSURE)))
        damaged = self.damaged.holds(text)
        return either(column.is_error, UNSURE, either(empty, NO, either(damaged, UNSURE, YES)))

    def among(self, column: LogColumn, values: Range) -> Formula:
        """Whether a text or number cell has one of some values; an empty one never has."""
        if column.holds == "number":
            listed = either(values.holds(column.number), YES, NO)
            empty = any_of(column.text.equals(""), self.nothing.holds(column.text))
            return either(column.is_number, listed, either(column.is_error, UNSURE, either(empty, NO, UNSURE)))
        damaged = either(self.damaged.holds(column.text), UNSURE, NO)
        return either(column.is_error, UNSURE, either(values.holds(column.text), YES, damaged))

    def count(self, column: LogColumn) -> Formula:
        """A number cell: the number, 0 where it is empty, -1 where it is no whole number from 0."""
        text = column.text
        empty = any_of(text.equals(""), self.nothing.holds(text))
        other = either(column.is_error, UNSURE, either(empty, 0, UNSURE))
        number = column.number
        usable = either(any_of(number < 0, number.differs(whole(number))), UNSURE, number)
        return either(column.is_number, usable, other)


def listed_values(name: str, column: LogColumn, values: tuple[str, ...]) -> Range:
    """A list of values as a range: as trimmed texts, or as the numbers they are.

    For texts, every spelling of the log that the checks take for one of them stands in the list too, so that the
    spreadsheet's own idea of upper and lower case never decides.
    """
    if column.holds == "number":
        return Range.of(name, [float(one) for one in map(_number, values) if one is not None] or [-1.0])
    wanted = {value.strip().casefold(): value.strip() for value in values if value.strip()}
    seen = dict.fromkeys(text for text in column.text.value.tolist() if text.strip().casefold() in wanted)
    spellings = {text.casefold(): text for text in (*wanted.values(), *seen)}
    return Range.of(name, list(spellings.values()) or ["(none)"])


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
