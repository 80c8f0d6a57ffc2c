"""The agreement's title, where it is edited: the one field that belongs to no section. Must not know pages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.agreement.model import Agreement
from workbench.ui.form.binder import Binder
from workbench.ui.form.builder import FormBody
from workbench.ui.form.draft import Draft
from workbench.ui.form.layouts import Group, Layout, Spot
from workbench.ui.form.plan import Plan
from workbench.ui.parts.layout import column

PATH = "title"
LAYOUT = Layout((Group((Spot(PATH),)),))


class TitleField(QWidget):
    """The field with its label and help, bound to the draft like every other."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._binder = Binder(draft, self)
        form = FormBody(Agreement, "", LAYOUT, Plan(self._binder), nested=True)
        self.setLayout(column(form))
        form.build()

    def take_focus(self) -> None:
        """Put the cursor there."""
        place = self._binder.place(PATH)
        if place is not None:
            place.editor.take_focus()
