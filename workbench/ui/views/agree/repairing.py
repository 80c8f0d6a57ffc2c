"""Doing what can be done about an open point with one key. Must not know rules, lists or pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.base.language import N_, Language
from workbench.fields.issue import Issue
from workbench.ui.form.draft import Draft

if TYPE_CHECKING:
    from workbench.agreement.repairs import Repair


def repair_now(draft: Draft, issue: Issue) -> Repair | None:
    """What can be done about an issue in the draft as it is now; nothing once it is settled."""
    from workbench.agreement.repairs import repair_of  # noqa: PLC0415  (with the first open point)

    return repair_of(draft.root, issue) if issue in draft.issues else None


def carry_out(draft: Draft, issue: Issue, language: Language) -> Repair | None:
    """Repair an issue as one step that undo takes back; answers what was done, nothing where it was settled."""
    repair = repair_now(draft, issue)
    if repair is not None:
        words = language.text(N_("repair: {what}")).format(what=repair.words(language))
        draft.replace(repair.after, words, repair.path)
    return repair
