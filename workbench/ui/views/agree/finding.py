"""What the command palette finds in the open agreement: its sections and its promises. Must not know the palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from workbench.agreement.commitments import commitments
from workbench.agreement.contents import SECTIONS
from workbench.agreement.sentences import sentence, short_name
from workbench.base.language import N_, Language
from workbench.ui.command_palette.ranking import Entry
from workbench.ui.form.draft import Draft


def entries(draft: Draft, language: Language, go: Callable[[str], object]) -> list[Entry]:
    """Every section, then every promise.

    Args:
        draft: Of the open agreement.
        language: For the words.
        go: Brings a place into view.
    """
    text, shown = language.text, draft.shown
    sections = [
        Entry(
            text(info.title), partial(go, info.name), text(N_("Sections")), text(info.purpose),
            str(info.number), "file-text",
        )
        for info in SECTIONS
    ]  # fmt: skip
    promises = [
        Entry(
            f"{one.label}  {short_name(one, shown)}", partial(go, one.path), text(N_("Promises")),
            sentence(one, shown), one.by_name, "handshake",
        )
        for one in commitments(draft.root)
    ]  # fmt: skip
    return [*sections, *promises]
