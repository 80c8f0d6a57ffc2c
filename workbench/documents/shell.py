"""What stands on every page: the running head, the footer, and the content's whole hash. Must not know blocks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.documents import fonts, style
from workbench.documents.blocks.meta import Meta
from workbench.documents.pen import Pen
from workbench.documents.style import Sheet

HEAD_DOWN = 46.0
"""Baseline of the running head from the top of the page, in points."""

RULE_UP = 48.0
"""The footer's line from the foot of the page, in points."""


@dataclass(frozen=True)
class Shell:
    """The running parts of one page.

    Attributes:
        page: Its number, from 1.
        pages: How many there are.
        section: What the page is about; empty for a page without a running head.
    """

    page: int
    pages: int
    section: str


def draw_shell(pen: Pen, meta: Meta, sheet: Sheet, shell: Shell, *, running: bool) -> None:
    """Draw them as pagination artifacts, so that nobody hears them on every page."""
    with pen.artifact("Pagination"):
        if running:
            _draw_head(pen, meta, sheet, shell)
        _draw_foot(pen, meta, sheet, shell)


def _draw_head(pen: Pen, meta: Meta, sheet: Sheet, shell: Shell) -> None:
    y = sheet.height - HEAD_DOWN
    left = replace(style.FOOT, font="Inter-500", colour=style.QUIET)
    pen.fitted(sheet.side, y, meta.running, left, sheet.full * 0.52, least=6)
    pen.fitted(sheet.width - sheet.side, y, shell.section, style.FOOT, sheet.full * 0.44, least=6, align="right")


def _draw_foot(pen: Pen, meta: Meta, sheet: Sheet, shell: Shell) -> None:
    """The hash is one text of 64 digits, so that a program finds it unbroken."""
    right = sheet.width - sheet.side
    pen.rule(sheet.side, RULE_UP, right, style.HAIR, 0.4)
    page = meta.words.page_line.format(page=shell.page, pages=shell.pages)
    room = sheet.full - fonts.width(page, style.FOOT.font, style.FOOT.size) - 20
    x, y = sheet.side, RULE_UP - 14
    x += pen.fitted(x, y, meta.reference, style.FOOT_REFERENCE, room * 0.4, least=5.5) + 14
    for words in (meta.version, meta.short_hash):
        left = sheet.side + room - x
        if words and left > 24:
            x += pen.fitted(x, y, words, style.FOOT, left, least=5.5) + 14
    pen.string(right, y, page, style.FOOT, align="right")
    pen.string(sheet.side, y - 11, meta.content_hash, style.HASH)
