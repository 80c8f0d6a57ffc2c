"""Which page shows which part of a preparation. Must not know the screen."""

from __future__ import annotations

from typing import Final

from workbench.base.language import Language
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.open_preparation import OpenPreparation
from workbench.ui.views.prepare.agenda_page import AgendaPage
from workbench.ui.views.prepare.alignment_page import AlignmentPage
from workbench.ui.views.prepare.friction_page import FrictionPage
from workbench.ui.views.prepare.ready_page import ReadyPage
from workbench.ui.views.prepare.subject_page import SubjectPage

_ON_AGENDA = ("agenda", "held_on", "starts", "place", "facilitator", "sponsor")
_NEXT = ("next_on", "next_at", "next_place", "next_about")
SUBJECT_OF: Final[dict[str, str]] = {
    **dict.fromkeys((*_ON_AGENDA, *_NEXT), "agenda"),
    "prerequisites": "ready", "answers": "alignment", "frictions": "friction",
}  # fmt: skip
"""By the first name of a path; comments and notes are shown beside the clause."""


def subject_of(path: str) -> str:
    """The page that shows a place of a preparation; empty where none does."""
    return SUBJECT_OF.get(path.partition(".")[0].partition("[")[0], "")


def subject_page(subject: str, current: OpenAgreement, preparation: OpenPreparation, language: Language) -> SubjectPage:
    """The page of a subject.

    Raises:
        KeyError: No such subject.
    """
    draft = preparation.draft
    if subject == "alignment":
        return AlignmentPage(draft, current.draft, language)
    return {"agenda": AgendaPage, "ready": ReadyPage, "friction": FrictionPage}[subject](draft, language)
