"""The comparison of two versions as a document of its own. Must not know ReportLab or who asks."""

from __future__ import annotations

import dataclasses

from workbench.agreement.model import shown_in
from workbench.base.language import N_, Language
from workbench.documents.blocks import Block, Document, Fact, Note, Opening, Paper
from workbench.documents.compose.changes import Compared, compare
from workbench.documents.compose.identity import grouped, version_meta
from workbench.fields.moments import show_day
from workbench.fields.value import Shown


def compose_redline(before: Compared, after: Compared, language: Language, paper: Paper = "A4") -> Document:
    """What a later version says differently, in a language.

    Args:
        before: The older one.
        after: The newer one.
        language: Of the document.
        paper: Size of the page.
    """
    old, new = shown_in(before.agreement, language), shown_in(after.agreement, language)
    say = language.text
    changes = compare(before, after, language)
    title = say(N_("What changed from version {a} to version {b}")).format(
        a=before.header.number, b=after.header.number
    )
    facts = (_version(before, old), _version(after, new), Fact(say(N_("Why")), after.header.message))
    blocks: list[Block] = [Opening(say(N_("Comparison")), title, changes.lead, facts), *changes.blocks]
    if changes.unchanged:
        blocks.append(Note(say(N_("Unchanged: {sections}.")).format(sections=", ".join(changes.unchanged)), full=True))
    meta = dataclasses.replace(
        version_meta(after.agreement, after.header, language, paper),
        title=title,
        version=say(N_("Versions {a} and {b}")).format(a=before.header.number, b=after.header.number),
        short_hash=f"{grouped(before.header.hash, 8)} → {grouped(after.header.hash, 8)}",
    )
    return Document(meta, tuple(blocks))


def _version(one: Compared, shown: Shown) -> Fact:
    say = shown.language.text
    words = say(N_("{day}, saved by {name}")).format(day=show_day(one.header.at.date(), shown), name=one.header.author)
    if one.required:
        words += ", " + say(N_("signed by {n} of {all}")).format(n=one.signed, all=one.required)
    return Fact(say(N_("Version {n}")).format(n=one.header.number), f"{words}; {grouped(one.header.hash, 16)}")
