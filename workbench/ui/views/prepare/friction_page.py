"""What rubs between the teams, sorted by its cause and turned into questions the room can work on."""

from __future__ import annotations

from collections import Counter

from workbench.agreement.preparing.friction import CAUSES
from workbench.agreement.preparing.preparation import Preparation
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.form.layouts import Group, Spot
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.card import Card
from workbench.ui.parts.figure import Figure
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column, stretch
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.two_columns import TwoColumns
from workbench.ui.views.prepare.prepared_form import PreparedForm
from workbench.ui.views.prepare.subject_page import SubjectPage

Shown = tuple[dict[str, int], tuple[str, ...], int]


class FrictionPage(SubjectPage):
    """The page.

    Args:
        draft: Of the preparation.
        language: Of the window.
    """

    def __init__(self, draft: Draft, language: Language) -> None:
        text = language.text
        self._draft, self._language = draft, language
        form = PreparedForm(draft, Group((Spot("frictions"),)))
        head = PageHead(
            text(N_("What rubs")), over=text(N_("PREPARE")), below=True,
            facts=text(N_("Complaints of both teams without names; each becomes a question before the room meets.")),
        )  # fmt: skip
        self._figures = {cause.value: Figure("0", text(cause.label)) for cause in CAUSES}
        self._questions = column(gap=6)
        self._left = Label("", "tiny", tone="warn")
        counts = Card(Label(text(N_("Where it lies")), "h2"), box(Flow([*self._figures.values()], gap=26)), gap=8)
        asked = Card(Label(text(N_("Questions for the room")), "h2"), self._questions, self._left, gap=8)
        self._shown: Shown | None = None
        columns = TwoColumns((form,), (counts, asked), below=1000, weights=(5, 3))
        super().__init__(draft, form, head, 2, columns, stretch())
        self.refresh()

    def refresh(self) -> None:
        """Show counts and questions as they are now."""
        root: Preparation = self._draft.root
        text = self._language.text
        by_cause = Counter(one.cause for one in root.frictions)
        questions = tuple(one.question for one in root.frictions if one.question)
        shown = (dict(by_cause), questions, len(root.frictions))
        if shown == self._shown:
            return
        self._shown = shown
        for cause, figure in self._figures.items():
            figure.show_number(str(by_cause[cause]))
        while self._questions.count():
            item = self._questions.takeAt(0)
            if item is not None and (held := item.widget()) is not None:
                held.hide()
                held.deleteLater()
        self._questions.put(*[Label(one, "body", wrap=True, selectable=True) for one in questions])
        if not questions:
            self._questions.put(Label(text(N_("None yet. Each complaint can be turned into one.")), "muted", wrap=True))
        missing = len(root.frictions) - len(questions)
        one, many = N_("{n} complaint is no question yet."), N_("{n} complaints are no questions yet.")
        self._left.setText(self._language.count(one, many, missing).format(n=missing) if missing else "")
        set_shown(self._left, missing > 0)
