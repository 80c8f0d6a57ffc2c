"""From blocks to bytes: lay out, draw with ReportLab, finish with pikepdf. The heavy part behind `pdf.py`.

Must not know what any block shows.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from reportlab.pdfgen.canvas import Canvas

from workbench.documents import fonts
from workbench.documents.attachment import Attachment
from workbench.documents.blocks import Document, Meta
from workbench.documents.finish import Drawn, finish
from workbench.documents.layout import Layout, lay_out
from workbench.documents.marking import Place
from workbench.documents.pen import Pen
from workbench.documents.shell import Shell, draw_shell
from workbench.documents.tags import Tree
from workbench.documents.xmp import Facts

_NAMES: dict[type, tuple[str, ...]] = {}
"""The fields of each class of blocks that was met."""


@dataclass(frozen=True)
class Printed:
    """A finished document.

    Attributes:
        data: Its bytes.
        pages: How many pages it has.
        places: Its form fields.
        missing: Characters no font of ours has.
    """

    data: bytes
    pages: int
    places: Sequence[Place]
    missing: Sequence[str]


def print_document(
    document: Document,
    facts: Facts,
    attachments: Sequence[Attachment],
    *,
    with_fields: bool,
    at_page: Callable[[int], None],
) -> Printed:
    """The document's bytes. One call at a time: ReportLab keeps its fonts in one place.

    Raises:
        ValueError: Two fields share a name.
    """
    said = _texts((document.blocks, document.on_one_page))
    missing = sorted({letter for text in said for letter in fonts.missing(text)})
    layout = lay_out(document, fields=with_fields)
    drawn = _press(layout, document.meta, at_page)
    names = [place.name for place in drawn.places]
    if len(names) != len(set(names)):
        raise ValueError(f"two signature fields share a name: {', '.join(sorted(names))}")
    return Printed(finish(drawn, facts, attachments), len(layout.pages), drawn.places, missing)


def draw_document(document: Document, at_page: Callable[[int], None]) -> bytes:
    """The document as it is drawn, unfinished. One call at a time, as with `print_document`."""
    return _press(lay_out(document, fields=False), document.meta, at_page).data


def _texts(part: object) -> Iterator[str]:
    """Every text of a block; a long document has ten thousand, so nothing is asked twice of one class."""
    waiting: list[object] = [part]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, tuple):
            waiting += one
        else:
            kind = one.__class__
            if kind not in _NAMES:
                _NAMES[kind] = tuple(name.name for name in fields(kind)) if is_dataclass(kind) else ()
            waiting += [getattr(one, name) for name in _NAMES[kind]]


def _press(layout: Layout, meta: Meta, at_page: Callable[[int], None]) -> Drawn:
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
