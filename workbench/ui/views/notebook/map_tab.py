"""The progress map: how far each section is, and a jump to any of them. Must not know pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt

from workbench.agreement.progress import progress
from workbench.base.language import Language
from workbench.ui.form.draft import Draft
from workbench.ui.form.open_questions import open_questions
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, stretch
from workbench.ui.views.agree.states import WORDS
from workbench.ui.views.notebook.drawer import Tab
from workbench.ui.views.prepare.map_card import SectionSpot


class MapTab(Tab):
    """The sections, one below the other.

    Args:
        draft: Of the open agreement.
        language: For the words.
        go: Goes to a section.
        here: Names the section one is at.
    """

    def __init__(self, draft: Draft, language: Language, go: Callable[[str], object], here: Callable[[], str]) -> None:
        super().__init__()
        self._draft, self._language, self._here = draft, language, here
        self._counts = Label("", "tiny", wrap=True)
        self._spots = [
            SectionSpot(one, language, partial(go, one.info.name)) for one in progress(draft.root)
        ]  # fmt: skip
        self.setLayout(column(self._counts, column(*self._spots, gap=0), stretch(), margins=(20, 16, 20, 20), gap=8))
        self.refresh()

    def begin(self) -> None:
        """The section one is at."""
        names = [one.info.name for one in progress(self._draft.root)]
        here = self._here()
        spot = self._spots[names.index(here) if here in names else 0]
        spot.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Show how far they are now."""
        found, text = progress(self._draft.root), self._language.text
        counts = Counter(one.state for one in found)
        said = [f"{counts[state]} {text(words).lower()}" for state, words in WORDS.items() if counts[state]]
        self._counts.setText(", ".join(said))
        for spot, one in zip(self._spots, found, strict=True):
            questions = open_questions(self._draft, one.info.name)
            spot.show_progress(one, questions.wrong + questions.doubtful, questions.wrong)
