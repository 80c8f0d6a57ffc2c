"""The state of a section as the room sets it: one undo step each, kept with the draft. Must not know widgets."""

from __future__ import annotations

import dataclasses
from typing import Final

from workbench.agreement.contents import SECTION
from workbench.agreement.model import Agreement
from workbench.agreement.progress import SectionProgress, State
from workbench.agreement.workshop import SectionState
from workbench.base.language import N_, Language
from workbench.ui.form.draft import Draft
from workbench.ui.parts.chip import ChipTone
from workbench.ui.parts.ring import Ring

LIST: Final = "workshop.sections"
"""Where the states are kept."""

WORDS: Final[dict[State, str]] = {
    "empty": N_("Empty"),
    "draft": N_("Draft"),
    "disputed": N_("Disputed"),
    "agreed": N_("Agreed"),
    "skipped": N_("Skipped"),
}
TONES: Final[dict[State, ChipTone]] = {
    "empty": "idle", "draft": "accent", "disputed": "warn", "agreed": "ok", "skipped": "idle",
}  # fmt: skip
DONE: Final[dict[State, str]] = {
    "empty": N_("taking back the state of {section}"),
    "draft": N_("taking up {section} again"),
    "disputed": N_("marking {section} as disputed"),
    "agreed": N_("marking {section} as agreed"),
    "skipped": N_("skipping {section}"),
}
"""What happened, in words that follow “Undo”."""


def set_state(draft: Draft, section: str, state: State, language: Language, reason: str = "") -> None:
    """Set the state of a section, as one undo step.

    Args:
        draft: Of the agreement.
        section: Name of the section.
        state: What the room says.
        language: For the words of undo.
        reason: Why it is skipped.
    """
    root: Agreement = draft.root
    made = SectionState(key=section, state=state, reason=reason)
    rows = root.workshop.sections
    if any(row.key == section for row in rows):
        rows = tuple(made if row.key == section else row for row in rows)
    else:
        rows = (*rows, made)
    words = language.text(DONE[state]).format(section=language.text(SECTION[section].title))
    after = dataclasses.replace(root, workshop=dataclasses.replace(root.workshop, sections=rows))
    draft.replace(after, words, f"{LIST}[{section}]")


def ring_of(found: SectionProgress) -> Ring:
    """The ring of a section."""
    share = found.share if found.state in {"draft", "disputed"} else 0
    return Ring(found.state, share, str(found.info.number))


def said(found: SectionProgress, issues: int, language: Language) -> str:
    """How far a section is, in a few words.

    Args:
        found: How far it is.
        issues: Answers in it that need somebody: wrong or doubtful ones, not missing ones.
        language: For the words.
    """
    text = language.text
    many = language.count(N_("{n} issue"), N_("{n} issues"), issues).format(n=issues) if issues else ""
    if found.state == "skipped":
        return text(N_("Skipped")) if found.reason else text(N_("Skipped, no reason yet"))
    if found.state in {"agreed", "disputed"}:
        word = text(WORDS[found.state])
        return f"{word}, {many}" if many else word
    if found.answered < found.needed and many:
        return text(N_("{n} of {all}, {issues}")).format(n=found.answered, all=found.needed, issues=many)
    if found.answered < found.needed:
        return text(N_("{n} of {all} answered")).format(n=found.answered, all=found.needed)
    return many or text(N_("Nothing needed") if not found.needed else N_("Complete"))
