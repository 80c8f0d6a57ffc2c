"""How often each word of the glossary stands in the agreement, under whichever of its names.

Must not know how words are found.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QWidget

from workbench.agreement.glossary import Glossary
from workbench.agreement.model import Agreement
from workbench.agreement.sections.common_language import Term
from workbench.base.language import N_
from workbench.fields.path import walk
from workbench.fields.words import TextKind, TextsKind
from workbench.ui.form.draft import Draft
from workbench.ui.form.when_seen import WhenSeen
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column

OWN = "common_language."


def uses(agreement: Agreement) -> Counter[str]:
    """How often each term, by its key, stands in the texts of the agreement outside the glossary itself."""
    glossary, found = Glossary(agreement.common_language.glossary), Counter[str]()
    for path, field, value in walk(agreement):
        if isinstance(field.kind, TextKind | TextsKind) and not path.startswith(OWN):
            texts = (value,) if isinstance(value, str) else value
            found.update(one.term.key for text in texts for one in glossary.find(text))
    return found


class WordsUsed(Panel):
    """The words with their counts.

    Args:
        draft: With the agreement.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._flow = Flow(gap=7, line_gap=7)
        text = draft.shown.language.text
        hint = N_("Each is explained wherever it stands in this window: rest the mouse on it, or press Shift+F1.")
        self._shown: tuple[tuple[str, int], ...] | None = None
        super().__init__(column(Label(text(hint), "muted", wrap=True), self._flow, gap=10))
        WhenSeen(self, self.refresh, draft, pause=400)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        root: Agreement = self._draft.root
        counted = uses(root)
        terms: list[Term] = [one for one in root.common_language.glossary if one.term.strip()]
        found = tuple((one.term, counted[one.key]) for one in terms)
        if found == self._shown:
            return
        self._shown = found
        while (item := self._flow.takeAt(0)) is not None:
            old: QWidget | None = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        language = self._draft.shown.language
        for term, count in found:
            times = language.count(N_("{term}: {n} time"), N_("{term}: {n} times"), count)
            words = (
                times.format(term=term, n=count) if count else language.text(N_("{term}: nowhere")).format(term=term)
            )
            self._flow.addWidget(Chip(words, "accent" if count else "idle"))
        self.setAccessibleName(", ".join(f"{term}: {count}" for term, count in found))
