"""The page of what can be printed for the room, each paper with what it is for and what may be chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from workbench.agreement.contents import SECTIONS
from workbench.base.language import N_
from workbench.services.data_requests import SYSTEMS
from workbench.services.handouts import PaperKind, PaperWish
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, column, row, stretch
from workbench.ui.parts.page import Page
from workbench.ui.parts.page_head import PageHead
from workbench.ui.views.desk import Desk

PAPERS: Final[tuple[tuple[PaperKind, str, str, str], ...]] = (
    ("data-request", "file-spreadsheet", N_("Data request"),
     N_("For the weeks before: which export each team brings, with which columns, and which promise needs them.")),
    ("worksheets", "pencil-line", N_("Worksheets"),
     N_("For a room without laptops: every field with its help and room to write, keyed in afterwards.")),
    ("answers", "eye-off", N_("Answer cards"),
     N_("For blind answers without a keyboard: the three core questions for each team, keyed in before the reveal.")),
    ("cards", "users", N_("Voting cards"),
     N_("For the consent check: six cards for each participant, 0 to 5, in the team's colour.")),
    ("poster", "presentation", N_("Posters"),
     N_("For the wall: one page for each team with what it owes and what it gets.")),
    ("minutes", "clipboard-list", N_("Minutes"),
     N_("For everybody, at the end: what was decided, what is open, who brings it to an end, when you meet again.")),
)  # fmt: skip


class PapersPage(Page):
    """The page.

    Args:
        desk: The window and its session.
        do: Writes a paper.
    """

    def __init__(self, desk: Desk, do: Callable[[PaperWish], object]) -> None:
        text = desk.language.text
        self._text, self._do = text, do
        systems = [("", text(N_("All systems"))), *((one.key, text(one.name)) for one in SYSTEMS)]
        sections = [("", text(N_("All sections"))), *((one.name, text(one.title)) for one in SECTIONS)]
        self._choices: dict[PaperKind, Choice] = {
            "data-request": Choice(systems, name=text(N_("System"))),
            "worksheets": Choice(sections, name=text(N_("Section"))),
        }
        head = PageHead(
            text(N_("On paper")), over=text(N_("PREPARE")), below=True,
            facts=text(N_("Everything is written as a PDF from the draft as it is now.")),
        )  # fmt: skip
        cards = [self._card(*paper) for paper in PAPERS]
        super().__init__(head, 2, *cards, stretch(), reading=True)

    def _card(self, kind: PaperKind, icon: str, title: str, use: str) -> Card:
        text = self._text
        save = Button(text(N_("Save as PDF…")), icon="download", on_click=lambda: self._do(self._wish(kind)))
        save.setAccessibleName(text(N_("{paper}: save as PDF")).format(paper=text(title)))
        below: list[Item] = [row(self._choices[kind], stretch())] if kind in self._choices else []
        words = column(Label(text(title), "h2"), Label(text(use), "body", wrap=True), *below, gap=4)
        return Card(row(IconLabel(icon, "accent_text", 22), (words, 1), save, gap=14))

    def _wish(self, kind: PaperKind) -> PaperWish:
        chosen = self._choices[kind].current if kind in self._choices else ""
        some = (chosen,) if chosen else ()
        return PaperWish(
            kind, sections=some if kind == "worksheets" else (), systems=some if kind == "data-request" else ()
        )
