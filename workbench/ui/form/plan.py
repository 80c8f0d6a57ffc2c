"""What everything in one form is built with: the binder, and where layouts come from. Must not know kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.base.language import Language
from workbench.ui.form.binder import Binder
from workbench.ui.form.draft import Draft
from workbench.ui.form.layouts import Layout, Width, usual_layout

Offer = Callable[[str, str, Width], QWidget | None]
"""What a page offers beside a field's label, by the field's path, its label in words and its width; mostly nothing."""


def no_offer(path: str, name: str, width: Width) -> QWidget | None:
    """The offer of a page that offers nothing."""
    del path, name, width
    return None


@dataclass(frozen=True)
class Plan:
    """What a form is built with.

    Attributes:
        binder: What the editors are bound by.
        layout_of: The layout of a section's or row's class.
        offer: What is offered beside a field's label.
    """

    binder: Binder
    layout_of: Callable[[type[Any]], Layout] = usual_layout
    offer: Offer = no_offer

    @property
    def draft(self) -> Draft:
        """What is edited."""
        return self.binder.draft

    @property
    def language(self) -> Language:
        """Of the window's words."""
        return self.draft.shown.language
