"""How often each word of the glossary stands in the agreement, under whichever of its names.

Must not know how words are found.
"""

from __future__ import annotations

from collections import Counter

from workbench.agreement.glossary import Glossary
from workbench.agreement.model import Agreement
from workbench.agreement.sections.common_language import Term
from workbench.base.language import N_
from workbench.fields.walked import walked
from workbench.fields.words import TextKind, TextsKind
from workbench.ui.form.draft import Draft
from workbench.ui.form.when_seen import WhenSeen
from workbench.ui.parts.chip import Chip, ChipTone
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column

OWN = "common_language."


def uses(agreement: Agreement) -> Counter[str]:
    """How often each term, by its key, stands in the texts of the agreement outside the glossary itself."""
    glossary, found = Glossary(agreement.common_language.glossary), Counter[str]()
    for path, field, value in walked(agreement):
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
        self._chips: list[Chip] = []
        self._shown: tuple[tuple[str, int], ...] | None = None
        super().__init__(column(Label(text(hint), "muted", wrap=True), self._flow, gap=10))
        WhenSeen(self, self.refresh, draft)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        root: Agreement = self._draft.root
        counted = uses(root)
        terms: list[Term] = [one for one in root.common_language.glossary if one.term.strip()]
        found = tuple((one.term, counted[one.key]) for one in terms)
        if found == self._shown:
            return
        before = self._shown or ()
        self._shown = found
        for chip in self._chips[len(found) :]:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        del self._chips[len(found) :]
        for number, one in enumerate(found):
            if number < len(self._chips):
                if before[number] != one:
                    self._chips[number].show_state(*self._said(*one))
                continue
            self._chips.append(Chip(*self._said(*one)))
            self._flow.addWidget(self._chips[number])
        self.setAccessibleName(", ".join(f"{term}: {count}" for term, count in found))

    def _said(self, term: str, count: int) -> tuple[str, ChipTone]:
        language = self._draft.shown.language
        if not count:
            return language.text(N_("{term}: nowhere")).format(term=term), "idle"
        times = language.count(N_("{term}: {n} time"), N_("{term}: {n} times"), count)
        return times.format(term=term, n=count), "accent"
