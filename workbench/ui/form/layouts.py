"""Layout as data: which fields of a class stand together, how wide, and what is folded away until it is asked for.

Meaning lives in the declarations; here is only where things stand. The layouts of the sections are in
`section_layouts.py`; any other class gets the one made here. Must not know widgets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from workbench.fields.amounts import DurationKind, IntegerKind, NumberKind
from workbench.fields.declare import Field, fields_of
from workbench.fields.links import ReferenceKind, ReferencesKind, RowsKind
from workbench.fields.moments import DayKind, MomentKind, TimeKind
from workbench.fields.words import ChoiceKind, ChoicesKind, CodeKind, TextKind, YesNoKind

Width = Literal["full", "wide", "half", "third"]
Style = Literal["cards", "table"]

SIXTHS: dict[Width, int] = {"full": 6, "wide": 4, "half": 3, "third": 2}
"""How many of the six columns of a card a width takes; in a table, the share of a column."""

MOST_COLUMNS = 5
"""A row with more fields than these is a card, not a line of a table."""


@dataclass(frozen=True)
class Spot:
    """One field in a layout.

    Attributes:
        name: Of the field.
        width: How much of a line it takes.
        if_any: A choice of several that is not shown while there is nothing to choose from.
    """

    name: str
    width: Width = "full"
    if_any: bool = False


@dataclass(frozen=True)
class Group:
    """Fields that stand together.

    Attributes:
        spots: The fields, in reading order.
        title: What they are together; empty where the fields say it themselves.
        help: One line under the title.
        folded: Closed until somebody opens it.
        tool: Name of the page's own part that stands under the fields, such as a drawing; empty for none.
        beside: The part stands at the right of the fields where there is room, and the fields keep their help to
            tooltips.
    """

    spots: tuple[Spot, ...]
    title: str = ""
    help: str = ""
    folded: bool = False
    tool: str = ""
    beside: bool = False


@dataclass(frozen=True)
class Layout:
    """How the fields of one class are shown.

    Attributes:
        groups: In reading order.
        style: For a row: a card of its own that opens, or a line of a table.
    """

    groups: tuple[Group, ...]
    style: Style = "cards"

    @property
    def names(self) -> tuple[str, ...]:
        """Every field shown, in reading order."""
        return tuple(spot.name for group in self.groups for spot in group.spots)


def usual_width(field: Field) -> Width:
    """The width that fits a field's values."""
    kind = field.kind
    if isinstance(kind, CodeKind | IntegerKind | NumberKind | TimeKind):
        return "third"
    if isinstance(kind, DayKind | MomentKind | DurationKind | YesNoKind):
        return "half"
    if isinstance(kind, ChoicesKind | ReferencesKind):
        return "full"
    if isinstance(kind, ChoiceKind | ReferenceKind):
        return "half"
    if isinstance(kind, TextKind) and not kind.lines and (kind.limit <= 120 or kind.pattern):
        return "half"
    return "full"


def usual_style(owner: type[Any]) -> Style:
    """A line of a table for few short fields, a card for the others."""
    kinds = [field.kind for field in fields_of(owner).values()]
    tall = any(
        isinstance(kind, RowsKind | ChoicesKind | ReferencesKind) or (isinstance(kind, TextKind) and kind.lines)
        for kind in kinds
    )
    return "cards" if tall or len(kinds) > MOST_COLUMNS else "table"


def usual_layout(owner: type[Any]) -> Layout:
    """The layout of a class that has none of its own: fields in order, each list of rows in a group by itself."""
    groups: list[Group] = []
    together: list[Spot] = []
    for name, field in fields_of(owner).items():
        if isinstance(field.kind, RowsKind):
            if together:
                groups.append(Group(tuple(together)))
                together = []
            groups.append(Group((Spot(name),)))
        else:
            together.append(Spot(name, usual_width(field)))
    if together:
        groups.append(Group(tuple(together)))
    return Layout(tuple(groups), usual_style(owner))
