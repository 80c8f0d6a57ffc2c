"""How far each section is: its state in the room, and how many of the answers that signing needs are there.

A bracket that a template left is no answer yet. Must not know rules or how it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.agreement.contents import SECTIONS, SectionInfo
from workbench.agreement.left_over import left_over
from workbench.agreement.model import Agreement, is_empty_section
from workbench.base.same_again import same_again
from workbench.fields.path import walk

State = Literal["empty", "draft", "disputed", "agreed", "skipped"]
KEPT = 2 * len(SECTIONS)
"""Sections whose count is kept: those of the tree that is edited, and of one more."""
STATES: tuple[State, ...] = ("empty", "draft", "disputed", "agreed", "skipped")


@dataclass(frozen=True)
class SectionProgress:
    """How far one section is.

    Attributes:
        info: Which section.
        state: As the room left it; `empty` where nothing is answered and nobody said anything else.
        reason: Why it is skipped.
        needed: Answers that signing needs.
        answered: Of these, how many are there, in somebody's own words.
    """

    info: SectionInfo
    state: State
    reason: str
    needed: int
    answered: int

    @property
    def share(self) -> float:
        """How much of what is needed is answered, 0 to 1; all where nothing is needed."""
        return self.answered / self.needed if self.needed else 1.0


def section_progress(agreement: Agreement, info: SectionInfo) -> SectionProgress:
    """How far one section is."""
    section = getattr(agreement, info.name)
    said = next((one for one in agreement.workshop.sections if one.key == info.name), None)
    state = said.state if said is not None else ""
    known: State | None = next((one for one in STATES if one == state), None)
    if known is None:
        known = "empty" if is_empty_section(section) else "draft"
    needed, answered = _answers(section)
    return SectionProgress(info, known, said.reason if said is not None else "", needed, answered)


@same_again(KEPT)
def _answers(section: object) -> tuple[int, int]:
    """How many answers signing needs of a section, and how many of these are there."""
    needed = [
        not field.kind.is_empty(value) and not left_over(value) for _, field, value in walk(section) if field.needed
    ]
    return len(needed), sum(needed)


def progress(agreement: Agreement) -> tuple[SectionProgress, ...]:
    """How far each section is, in the order of the document."""
    return tuple(section_progress(agreement, info) for info in SECTIONS)
