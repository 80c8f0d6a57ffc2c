"""What everything in one form is built with: the binder, and where layouts come from. Must not know kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtWidgets import QWidget

from workbench.base.language import Language
from workbench.ui.form.binder import Binder
from workbench.ui.form.draft import Draft
from workbench.ui.form.layouts import Layout, Width, usual_layout

if TYPE_CHECKING:
    from workbench.fields.declare import Field
    from workbench.ui.form.rows import MakeBody, RowsEditor

Offer = Callable[[str, str, Width], QWidget | None]
"""What a page offers beside a field's label, by the field's path, its label in words and its width; mostly nothing."""


def no_offer(path: str, name: str, width: Width) -> QWidget | None:
    """The offer of a page that offers nothing."""
    del path, name, width
    return None


class MakeRows(Protocol):
    """Makes the editor of a list of rows, as `RowsEditor` itself is made."""

    def __call__(
        self, field: Field, path: str, plan: Plan, make_body: MakeBody, parent: QWidget, *, heading: bool
    ) -> RowsEditor:
        """Make it."""
        ...


Tool = Callable[["Plan"], QWidget]
"""Makes a part of a page that is no field: a drawing, a trial, a count."""


@dataclass(frozen=True)
class Craft:
    """What a page has that no form made from declarations alone would have.

    Attributes:
        layout: Where the fields of the section stand; its usual layout without one.
        lists: The editor of a list of rows by its written path, where it is not the usual one.
        offer: What is offered beside a field's label where nothing else is, by the field's path and name.
        tools: Parts that are no fields, by the name a group of the layout has for them.
    """

    layout: Layout | None = None
    lists: Mapping[str, MakeRows] = field(default_factory=dict)
    tools: Mapping[str, Tool] = field(default_factory=dict)
    offer: Callable[[Plan, str, str], QWidget | None] | None = None


@dataclass(frozen=True)
class Plan:
    """What a form is built with.

    Attributes:
        binder: What the editors are bound by.
        layout_of: The layout of a section's or row's class.
        offer: What is offered beside a field's label.
        craft: What the page has of its own.
        quiet: Help stays in tooltips and with screen readers, where there is no room for a line under each field.
    """

    binder: Binder
    layout_of: Callable[[type[Any]], Layout] = usual_layout
    offer: Offer = no_offer
    craft: Craft = field(default_factory=Craft)
    quiet: bool = False

    @property
    def draft(self) -> Draft:
        """What is edited."""
        return self.binder.draft

    @property
    def language(self) -> Language:
        """Of the window's words."""
        return self.draft.shown.language
