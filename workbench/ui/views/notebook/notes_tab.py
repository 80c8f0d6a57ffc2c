"""The facilitator's private notes on the section one is at. Never on the projector, never in a document."""

from __future__ import annotations

from collections.abc import Callable

from workbench.agreement.contents import SECTION
from workbench.agreement.preparing.preparation import Preparation
from workbench.agreement.preparing.remarks import SectionNote
from workbench.base.language import N_, Language
from workbench.ui.form.binder import Binder
from workbench.ui.form.builder import FormBody
from workbench.ui.form.draft import Draft
from workbench.ui.form.layouts import Group, Layout, Spot
from workbench.ui.form.plan import Plan
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, stretch
from workbench.ui.views.notebook.drawer import Tab

LIST = "notes"


class NotesTab(Tab):
    """The notes.

    Args:
        draft: Of the preparation.
        language: For the words.
        here: Names the section one is at.
    """

    def __init__(self, draft: Draft, language: Language, here: Callable[[], str]) -> None:
        super().__init__()
        self._draft, self._language, self._here = draft, language, here
        self._section = ""
        self._title = Label("", "h2")
        self._slot = column(gap=0)
        self._binder: Binder | None = None
        said = language.text(N_("Only on this console: never on the projector, never in a document."))
        self.setLayout(
            column(self._title, Label(said, "tiny", wrap=True), self._slot, stretch(), margins=(20, 16, 20, 20), gap=8)
        )

    def refresh(self) -> None:
        """Show the notes of the section one is at."""
        self._show(self._here())

    def begin(self) -> None:
        """The text, ready to be typed into; a section without notes gets some."""
        root: Preparation = self._draft.root
        if not any(one.key == self._section for one in root.notes):
            self._draft.insert_row(LIST, SectionNote(self._section))
            self._show(self._section, anew=True)
        place = self._binder.place(f"{LIST}[{self._section}].words") if self._binder is not None else None
        if place is not None:
            place.editor.take_focus()

    def reveal(self, path: str) -> bool:
        """Show the notes a path is in."""
        section = path[len(LIST) + 1 :].partition("]")[0]
        if path.startswith(LIST) and section in SECTION:
            self._show(section)
        return path.startswith(LIST)

    def _show(self, section: str, *, anew: bool = False) -> None:
        root: Preparation = self._draft.root
        there = any(one.key == section for one in root.notes)
        if section == self._section and not anew and there == bool(self._slot.count()):
            return
        self._section = section
        self._title.setText(self._language.text(SECTION[section].title))
        while self._slot.count():
            item = self._slot.takeAt(0)
            if item is not None and (held := item.widget()) is not None:
                held.hide()
                held.deleteLater()
        if self._binder is not None:
            self._binder.deleteLater()
            self._binder = None
        if there:
            self._binder = Binder(self._draft, self)
            layout = Layout((Group((Spot("words"),)),))
            form = FormBody(SectionNote, f"{LIST}[{section}]", layout, Plan(self._binder), nested=True)
            self._slot.put(form)
            form.build()
