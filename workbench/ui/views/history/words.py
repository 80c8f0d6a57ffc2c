"""A version in words: when it was saved or signed, what became of it, from when it counts. Must not know widgets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.base.language import N_, Language
from workbench.ui.parts.chip import ChipTone
from workbench.ui.parts.shorten import shorten
from workbench.ui.tables.cells.version import Dot, VersionCell
from workbench.ui.views.dates import full_day
from workbench.ui.views.library.cells import monogram
from workbench.ui.views.stamps import stamp

if TYPE_CHECKING:
    from workbench.services.past import Chronicle, PastVersion, VersionState

TWO_LINES = 80
"""Letters of a note on the line; the whole of it stands beside the version."""

DOTS: dict[VersionState, Dot] = {
    "coming": "coming",
    "in_force": "in_force",
    "past": "signed",
    "replaced": "signed",
}
"""The rest is open: a dotted ring."""

CHIPS: dict[VersionState, tuple[str, ChipTone, str]] = {
    "point": (N_("Saved point"), "idle", "bookmark-check"),
    "unsigned": (N_("For signature"), "accent", "signature"),
    "incomplete": (N_("Partly signed"), "accent", "signature"),
    "coming": (N_("Signed"), "accent", "calendar"),
    "in_force": (N_("In force"), "ok", "lock-keyhole"),
    "past": (N_("Signed"), "idle", "check"),
    "replaced": (N_("Signed"), "idle", "check"),
    "damaged": (N_("Damaged"), "bad", "triangle-alert"),
}
"""A version's state as a chip: word, tone, icon."""


def version_name(number: int) -> str:
    """`v4`."""
    return f"v{number}"


def when_words(one: PastVersion, zone: dt.tzinfo, language: Language) -> str:
    """`Signed 20 Nov 2026` once everybody has, else `Saved 19 Mar 2026, 16:10`."""
    if one.required and not one.missing and one.signed:
        day = full_day(max(seen.at for seen in one.signed).astimezone(zone).date(), language)
        return language.text(N_("Signed {day}")).format(day=day)
    return language.text(N_("Saved {moment}")).format(moment=stamp(one.header.at, zone, language))


def force_words(one: PastVersion, language: Language) -> str:
    """What became of it: from when to when it counts, or why it does not."""
    text = language.text
    first = full_day(one.first, language) if one.first is not None else ""
    last = full_day(one.last, language) if one.last is not None else ""
    match one.state:
        case "point":
            return text(N_("A saved point, not for signature"))
        case "unsigned":
            return text(N_("For signature; nobody has signed yet"))
        case "incomplete":
            done = one.required - len(one.missing)
            return text(N_("{done} of {all} signed")).format(done=done, all=one.required)
        case "coming":
            return text(N_("In force from {day}")).format(day=first)
        case "in_force":
            return text(N_("In force today, since {day}")).format(day=first)
        case "past":
            return text(N_("In force {first} to {last}")).format(first=first, last=last)
        case "replaced":
            return text(N_("Replaced before it came into force"))
    return text(N_("It is not what was saved"))


def cell_of(one: PastVersion, zone: dt.tzinfo, language: Language, *, last: bool) -> VersionCell:
    """A version on the line.

    Args:
        one: The version.
        zone: On whose wall clock moments are shown.
        language: For the words.
        last: The line ends here.
    """
    faces = tuple((monogram(seen.name), seen.side) for seen in one.signed)
    return VersionCell(
        version_name(one.header.number), when_words(one, zone, language), shorten(one.header.message, TWO_LINES),
        force_words(one, language), DOTS.get(one.state, "open"), faces, last=last,
    )  # fmt: skip


def draft_cell(chronicle: Chronicle, differs: bool, language: Language) -> VersionCell:
    """The draft, at the head of the line."""
    text = language.text
    base = version_name(chronicle.base) if chronicle.base else ""
    why = text(N_("Changed since the newest version")) if differs else text(N_("Says what the newest version says"))
    if not chronicle.versions:
        why = text(N_("Nothing is saved as a version yet"))
    based = text(N_("Based on {version}")).format(version=base) if base else text(N_("Not based on a version"))
    return VersionCell(
        text(N_("Draft")), text(N_("Open in this window")), why, based, "open", first=True,
        last=not chronicle.versions,
    )  # fmt: skip


def counts_words(versions: Sequence[PastVersion], language: Language) -> str:
    """`5 versions, 4 signed; every hash is right`."""
    count = language.count(N_("{n} version"), N_("{n} versions"), len(versions)).format(n=len(versions))
    signed = sum(bool(one.required) and not one.missing and not one.damage for one in versions)
    words = [count, language.text(N_("{n} signed")).format(n=signed)]
    damaged = sum(bool(one.damage) for one in versions)
    if damaged:
        words.append(language.text(N_("{n} damaged")).format(n=damaged))
    elif versions:
        words.append(language.text(N_("chain intact")))
    return ", ".join(words)
