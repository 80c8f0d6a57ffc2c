"""What happened in the room and stands in no log yet, settled or disputed, as entries ready to be taken.

Must not know who shows them.
"""

from __future__ import annotations

import datetime as dt

from workbench.agreement.commitments import commitments
from workbench.agreement.model import Agreement
from workbench.agreement.progress import SectionProgress, progress
from workbench.agreement.sections.sign_off import Decision, OpenItem
from workbench.base.language import N_, Language

MOST_LABELS = 6
"""Promises that are named in an entry; of more, only the number is told."""


def undecided(agreement: Agreement, today: dt.date, language: Language) -> tuple[Decision, ...]:
    """An entry for each section that is agreed or skipped and about which the log says nothing yet.

    Args:
        agreement: As it is now.
        today: The day that stands in the entries.
        language: Of the words.

    Returns:
        Entries without a key, in the order of the sections.
    """
    known = {one.section for one in agreement.sign_off.decisions}
    return tuple(
        _entry(agreement, found, today, language)
        for found in progress(agreement)
        if found.state in {"agreed", "skipped"} and found.info.name not in known
    )


def unsettled(agreement: Agreement, language: Language) -> tuple[OpenItem, ...]:
    """An open item for each section that is disputed and about which nothing is parked yet; without keys."""
    known = {one.section for one in agreement.sign_off.open_items if one.outcome != "resolved"}
    return tuple(
        OpenItem(
            name=language.text(N_("{section}: to be settled")).format(section=language.text(found.info.title)),
            outcome="open", section=found.info.name,
        )
        for found in progress(agreement)
        if found.state == "disputed" and found.info.name not in known
    )  # fmt: skip


def _entry(agreement: Agreement, found: SectionProgress, today: dt.date, language: Language) -> Decision:
    text = language.text
    title = text(found.info.title)
    who = text(N_("Both teams"))
    if found.state == "skipped":
        name = text(N_("{section}: left out")).format(section=title)
        return Decision(name=name, why=found.reason, who=who, on=today, section=found.info.name)
    labels = [one.label for one in commitments(agreement) if one.path.partition(".")[0] == found.info.name]
    if len(labels) > MOST_LABELS:
        named = text(N_("with {n} promises")).format(n=len(labels))
    else:
        named = text(N_("with {promises}")).format(promises=", ".join(labels)) if labels else ""
    name = text(N_("{section}: agreed as it stands")).format(section=title)
    return Decision(name=f"{name}, {named}" if named else name, who=who, on=today, section=found.info.name)
