"""The rail of the sections: how far each is, and how many are agreed. Must not know pages."""

from __future__ import annotations

from workbench.agreement.model import Agreement
from workbench.agreement.progress import SectionProgress, progress
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.form.open_questions import open_questions
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import box, column, row, stretch
from workbench.ui.parts.meter import Meter
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.rail_items import RailItem
from workbench.ui.views.agree.states import ring_of, said


class SectionRail:
    """The rail and the words above it.

    Attributes:
        rail: The widget.

    Args:
        draft: Of the open agreement.
        language: Of the window.
    """

    def __init__(self, draft: Draft, language: Language) -> None:
        self._draft, self._language = draft, language
        self._agreed = Label("", "h2")
        self._disputed = Label("", "tiny", tone="warn")
        self._meter = Meter(0, name=language.text(N_("Sections agreed")))
        head = box(column(row(self._agreed, stretch(), self._disputed), self._meter, margins=(20, 16, 20, 4), gap=9))
        items = self._items(progress(self._root))
        foot = [RailItem("agree.issues", language.text(N_("Open points")), icon="list-checks", quiet=True)]
        self.rail = Rail(
            items, name=language.text(N_("Sections of the agreement")), head=head, foot=foot,
            foot_name=language.text(N_("More about the sections")),
        )  # fmt: skip
        self.refresh()

    @property
    def _root(self) -> Agreement:
        root: Agreement = self._draft.root
        return root

    def refresh(self) -> None:
        """Show how far the sections are now."""
        found, text = progress(self._root), self._language.text
        agreed = sum(one.state == "agreed" for one in found)
        disputed = sum(one.state == "disputed" for one in found)
        wanted = sum(one.state != "skipped" for one in found)
        self._agreed.setText(text(N_("{n} of {all} agreed")).format(n=agreed, all=wanted))
        self._disputed.setText(text(N_("{n} disputed")).format(n=disputed) if disputed else "")
        self._meter.show_share(agreed / wanted if wanted else 1)
        self.rail.show_items(self._items(found))
        count = len(self._draft.issues) + len(self._draft.unread)
        self.rail.show_foot(
            [RailItem("agree.issues", text(N_("Open points")), icon="list-checks", number=str(count or ""), quiet=True)]
        )

    def _items(self, found: tuple[SectionProgress, ...]) -> list[RailItem]:
        items = []
        for one in found:
            questions = open_questions(self._draft, one.info.name)
            issues = questions.wrong + questions.doubtful
            tone = "warn" if one.state == "disputed" or questions.wrong else ""
            words = said(one, issues, self._language)
            items.append(
                RailItem(one.info.name, self._language.text(one.info.title), words, ring_of(one), tone=tone)
            )  # fmt: skip
        return items
