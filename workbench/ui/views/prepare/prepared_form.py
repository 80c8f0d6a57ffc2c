"""The declared fields of a preparation as a form, and how they stand. Must not know pages."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from workbench.agreement.preparing.agenda import Block
from workbench.agreement.preparing.friction import Friction
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.preparing.prerequisites import Prerequisite
from workbench.agreement.preparing.to_show import OwnFact
from workbench.ui.form.binder import Binder
from workbench.ui.form.builder import FormBody
from workbench.ui.form.draft import Draft
from workbench.ui.form.layouts import Group, Layout, Spot, usual_layout
from workbench.ui.form.plan import Plan
from workbench.ui.parts.layout import column


def _line(*spots: Spot) -> Layout:
    return Layout((Group(spots),), "table")


LAYOUTS: Final[dict[type[Any], Layout]] = {
    Block: _line(
        Spot("name", "wide"), Spot("minutes", "third"), Spot("section", "half"), Spot("kind", "third"),
        Spot("starts", "third"), Spot("took", "third"),
    ),
    Prerequisite: _line(
        Spot("name", "full"), Spot("state", "half"), Spot("owner", "half"), Spot("vital", "third"), Spot("note", "half")
    ),
    OwnFact: Layout((
        Group((
            Spot("figure", "third"), Spot("section", "half"), Spot("says"), Spot("source", "half"),
            Spot("hidden", "third"),
        )),
    )),
    Friction: Layout((
        Group((
            Spot("complaint"), Spot("team", "half"), Spot("cause", "half"), Spot("question"), Spot("section", "half"),
        )),
    )),
}  # fmt: skip


def _layout_of(owner: type[Any]) -> Layout:
    return LAYOUTS.get(owner) or usual_layout(owner)


class PreparedForm(QWidget):
    """Groups of a preparation's fields, bound to its draft.

    Attributes:
        binder: What binds them.

    Args:
        draft: Of the preparation.
        groups: Which fields.
    """

    def __init__(self, draft: Draft, *groups: Group) -> None:
        super().__init__()
        self.binder = Binder(draft, self)
        self._form = FormBody(Preparation, "", Layout(groups), Plan(self.binder, _layout_of))
        self.setLayout(column(self._form))
        self._form.build()

    def show_place(self, path: str) -> bool:
        """Bring a place into view and put the cursor there; answers whether it is here."""
        place = self._form.reveal(path)
        if place is None:
            return False
        place.editor.take_focus()
        return True
