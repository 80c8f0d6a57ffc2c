"""Which version of which agreement a file says it is, and whether that is so: stored here, our own rendering.

Must not know signatures.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from workbench.base.language import N_, Language
from workbench.ui.parts.card import Card
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, column, row, stretch
from workbench.ui.parts.sizing import sized
from workbench.ui.views.stamps import stamp

if TYPE_CHECKING:
    from workbench.services.verifying import DocumentAnswer, Rendering, Stored

STORED: Final[dict[Stored, tuple[str, str, str]]] = {
    "same": ("circle-check", "ok", N_("The version stored here says the same")),
    "different": ("triangle-alert", "warn", N_("Not the version with that number stored here")),
    "unknown": ("circle-help", "muted", N_("This library does not hold the agreement")),
}
RENDERING: Final[dict[Rendering, tuple[str, str, str]]] = {
    "same": ("circle-check", "ok", N_("Set from the agreement inside, byte for byte")),
    "different": ("triangle-alert", "bad", N_("Not what this program makes of the agreement inside")),
    "too_large": ("circle-help", "muted", N_("More periods than are set again here, so not compared")),
    "comparing": ("hourglass", "muted", N_("Being compared with what this program makes of the agreement inside")),
    "older_renderer": (
        "circle-help",
        "muted",
        N_("Set by another version of this program or on another kind of system, so not compared"),
    ),
}
KEPT: Final[dict[bool, tuple[str, str, str]]] = {
    True: ("circle-check", "ok", N_("Kept here, byte for byte")),
    False: ("circle-help", "muted", N_("Another copy than the one kept here")),
}
NAME_WIDTH = 92


class BelongingCard(Card):
    """The card.

    Args:
        answer: What was found.
        zone: On whose wall clock moments are shown.
        language: For the words.
    """

    def __init__(self, answer: DocumentAnswer, zone: dt.tzinfo, language: Language) -> None:
        text = language.text
        items: list[Item] = [Label(text(N_("Which agreement")), "h2")]
        if answer.envelope is None or answer.agreement is None:
            words = N_("No agreement of SLA Workbench can be read in it. It may be a good document all the same.")
            items.append(Label(text(words), "body", wrap=True))
        else:
            header = answer.envelope.header
            titles = dict.fromkeys((answer.agreement.teams.company, answer.agreement.title))
            title = ", ".join(part for part in titles if part)
            saved = text(N_("{n}, saved by {author} on {moment}")).format(
                n=header.number, author=header.author, moment=stamp(header.at, zone, language)
            )
            items += [
                _line(text(N_("Agreement")), title), _line(text(N_("Version")), saved),
                _line(text(N_("Note")), header.message),
                _line(text(N_("Stored here")), *_said(STORED[answer.stored], language)),
            ]  # fmt: skip
            if answer.rendering is not None:
                items.append(_line(text(N_("Pages")), *_said(RENDERING[answer.rendering], language)))
            if answer.kept_file is not None:
                items.append(_line(text(N_("This file")), *_said(KEPT[answer.kept_file], language)))
            items.append(_line(text(N_("Version hash")), _grouped(header.hash), figures=True))
        items.append(_line(text(N_("File hash")), _grouped(answer.examined.sha256), figures=True))
        super().__init__(*items, margins=(18, 13, 16, 14), gap=7)


def _said(found: tuple[str, str, str], language: Language) -> tuple[str, str, str]:
    icon, tone, words = found
    return language.text(words), icon, tone


def _line(name: str, words: str, icon: str = "", tone: str = "", *, figures: bool = False) -> Item:
    title = Label(name, "tiny")
    sized(title, width=NAME_WIDTH)
    value = (
        ElidingLabel(words, "tiny", middle=True, tone="text", figures=True)
        if figures
        else Label(words, "label", tone="text", wrap=True, selectable=True)
    )
    glyph: tuple[Item, ...] = (column(2, IconLabel(icon, tone, 15), stretch(), gap=0),) if icon else ()
    return row(column(2, title, stretch(), gap=0), *glyph, (value, 1), gap=8)


def _grouped(digits: str) -> str:
    """In groups of four, as the document prints it."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))
