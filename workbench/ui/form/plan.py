"""What everything in one form is built with: the binder, and where layouts come from. Must not know kinds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workbench.base.language import Language
from workbench.ui.form.binder import Binder
from workbench.ui.form.draft import Draft
from workbench.ui.form.layouts import Layout, usual_layout


@dataclass(frozen=True)
class Plan:
    """What a form is built with.

    Attributes:
        binder: What the editors are bound by.
        layout_of: The layout of a section's or row's class.
    """

    binder: Binder
    layout_of: Callable[[type[Any]], Layout] = usual_layout

    @property
    def draft(self) -> Draft:
        """What is edited."""
        return self.binder.draft

    @property
    def language(self) -> Language:
        """Of the window's words."""
        return self.draft.shown.language
