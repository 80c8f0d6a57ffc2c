"""What a criterion over a column of the lead log is made of: the column, how it is judged, and against what.

Shared by everything in lead definitions that sorts leads. Must not know how a lead is judged
(`workbench.agreement.qualification`).
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.lead_fields import ANY_FIELD
from workbench.base.language import N_
from workbench.fields.declare import choice, references, texts
from workbench.fields.value import Row
from workbench.fields.words import Option

COMPARISONS = (
    Option("is_one_of", N_("is one of")),
    Option("is_not", N_("is none of")),
    Option("contains", N_("contains one of")),
    Option("at_least", N_("is at least")),
    Option("at_most", N_("is at most")),
    Option("is_filled", N_("is filled")),
    Option("is_empty", N_("is empty")),
)


def column_field(*, needed: bool = False) -> str:
    """The column of the lead log that a criterion looks at."""
    return choice(
        N_("Field"),
        ANY_FIELD,
        help=N_("The column that shows it, if any."),
        example="Company size",
        needed=needed,
    )


def comparison_field(*, needed: bool = False) -> str:
    """How the column is judged."""
    return choice(
        N_("Comparison"), COMPARISONS, help=N_("How the column is judged."), example="is at least", needed=needed
    )


def values_field() -> tuple[str, ...]:
    """What the column is compared with."""
    return texts(N_("Values"), help=N_("One a line; one number for at least and at most."), example="50")


def segments_field() -> tuple[str, ...]:
    """For which segments the criterion holds."""
    return references(
        "teams.segments",
        N_("Only for"),
        help=N_("Only leads of these products or segments; empty for all."),
        example="Northwind Cloud",
    )


@dataclass(frozen=True)
class Condition(Row):
    """One condition on a column, without a name of its own."""

    field: str = column_field(needed=True)
    comparison: str = comparison_field(needed=True)
    values: tuple[str, ...] = values_field()
