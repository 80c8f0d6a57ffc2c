"""What a place shows while nothing is in it: what it will be for. One for the library and one for each phase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from workbench.base.language import N_, Language
from workbench.ui.parts.art import TwoSheets
from workbench.ui.parts.empty import EmptyState
from workbench.ui.shell.place import LIBRARY


@dataclass(frozen=True)
class Words:
    """An empty place in words, marked for translation."""

    title: str
    text: str
    icon: str


WORDS: Final[dict[str, Words]] = {
    LIBRARY: Words(
        N_("Start with one agreement"),
        N_("Two teams, one page, numbers both can sign. You can change everything later."),
        "library",
    ),
    "prepare": Words(
        N_("Nothing to prepare yet"),
        N_("Company, people, calendar and agenda of an agreement stand here before the workshop."),
        "clipboard-list",
    ),
    "agree": Words(
        N_("Nothing to agree on yet"),
        N_("The twelve sections of an agreement stand here, with what each team answered."),
        "messages-square",
    ),
    "sign": Words(
        N_("Nothing to sign yet"),
        N_("When every commitment is complete and owned, the file to sign is made and shown here."),
        "signature",
    ),
    "track": Words(
        N_("Nothing to track yet"),
        N_("After signing, import what happened: every promise is checked against it here."),
        "gauge",
    ),
    "history": Words(
        N_("No version yet"),
        N_("Every saved version is kept here for ever, with who made it, when and why."),
        "history",
    ),
}


def waiting(key: str, language: Language) -> EmptyState:
    """The empty page of a place.

    Raises:
        KeyError: No such place.
    """
    words = WORDS[key]
    art = TwoSheets() if key == LIBRARY else None
    return EmptyState(language.text(words.title), language.text(words.text), art=art, icon=words.icon)
