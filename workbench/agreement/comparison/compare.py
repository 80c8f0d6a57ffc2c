"""Comparing two agreements: the numbers, the text, and how much stayed as it was. Must not know versions."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.comparison.naming import Naming
from workbench.agreement.comparison.numbers import NumberRow, number_rows, same_numbers
from workbench.agreement.comparison.texts import TextRow, text_rows
from workbench.agreement.model import Agreement
from workbench.base.language import Language
from workbench.fields.change import diff

WORKSHOP = "workshop"
"""The record of the workshop travels with the agreement but does not print, so it is counted and not compared."""


@dataclass(frozen=True)
class Compared:
    """What differs between two agreements.

    Attributes:
        numbers: Those that changed, in document order.
        same: Those that did not.
        texts: What changed in the text, in document order.
        workshop: How many changes there are in the workshop's own record.
    """

    numbers: tuple[NumberRow, ...]
    same: tuple[NumberRow, ...]
    texts: tuple[TextRow, ...]
    workshop: int

    @property
    def is_equal(self) -> bool:
        """Whether both say the same, the workshop's record aside."""
        return not self.numbers and not self.texts

    def count(self, how: str) -> int:
        """How many pieces of text were `changed`, `added`, `removed` or `moved`."""
        return sum(one.how == how for one in self.texts)


def compare(before: Agreement, after: Agreement, language: Language) -> Compared:
    """Compare two agreements, in a language."""
    changes = diff(before, after)
    printed = [one for one in changes if one.path.partition(".")[0] != WORKSHOP and one.path != "format"]
    old, new = Naming(before, language), Naming(after, language)
    numbers = tuple(number_rows(printed, old, new))
    same = tuple(same_numbers([one.path for one in numbers], new))
    return Compared(numbers, same, text_rows(printed, old, new), len(changes) - len(printed))
