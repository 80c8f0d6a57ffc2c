"""Drawing a laid-out document with ReportLab. Must not know blocks or pikepdf."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from workbench.documents import fonts
from workbench.documents.blocks.meta import Meta
from workbench.documents.finish import Drawn
from workbench.documents.layout import Layout
from workbench.documents.pen import Pen
from workbench.documents.shell import Shell, draw_shell
from workbench.documents.tags import Tree


def press(layout: Layout, meta: Meta, at_page: Callable[[int], None]) -> Drawn:
    """The document as ReportLab writes it, with the structure that drawing it made.

    Args:
        layout: What stands where.
        meta: For the running parts.
        at_page: Called with each page's number, from 1, before it is drawn; may raise to stop.
    """
    sheet = layout.sheet
    out = io.BytesIO()
    fonts.font(fonts.BASE)
    # Compression and identity are the finishing's; a fixed first font keeps the built-in ones out of every page.
    canvas = Canvas(out, (sheet.width, sheet.height), pageCompression=0, invariant=1, initialFontName=fonts.BASE)
    pen = Pen(canvas, Tree(len(layout.pages)))
    for number, page in enumerate(layout.pages):
        at_page(number + 1)
        for placed in page.boxes:
            top = layout.tops[number] - placed.down
            if (mark := placed.box.milestone) and mark.listed:
                canvas.bookmarkPage(mark.anchor, fit="XYZ", left=0, top=top + 8)
                canvas.addOutlineEntry(fonts.settable(mark.title), mark.anchor, 0, 0)
            placed.box.draw(pen, sheet.side, top, sheet.full)
        shell = Shell(number + 1, len(layout.pages), layout.sections[number])
        draw_shell(pen, meta, sheet, shell, running=layout.running[number])
        pen.next_page()
    canvas.save()
    return Drawn(out.getvalue(), pen.tree, pen.links, pen.places, layout.anchors)
