"""Drawing the look of a signature: the mark over a line, who and when under it. See `appearance.py`."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from workbench.base.language import N_, Language
from workbench.documents import fonts, style
from workbench.documents.appearance import Drawn, Mark, Pictured, Typed
from workbench.documents.blocks import Run, Wording
from workbench.documents.columns import Row, Slot, Stack
from workbench.documents.figures.ink import draw_ink
from workbench.documents.finish import plain_save
from workbench.documents.pen import Pen
from workbench.documents.setting.setter import Setter
from workbench.documents.signature_picture import flat_picture
from workbench.documents.tags import Tree

SIGNED_ON = N_("Signed on (signer's clock)")
FINGERPRINT = N_("Key fingerprint")


@dataclass(frozen=True)
class Words:
    """What stands under the line."""

    name: str
    role: str
    team: str
    when: str
    fingerprint: str
    language: Language


def drawn_card(width: float, height: float, words: Words, mark: Mark) -> bytes:
    """The card as a PDF of one page.

    Raises:
        DamagedError: The picture cannot be read or is too large.
    """
    picture = flat_picture(mark.data) if isinstance(mark, Pictured) else None
    out = io.BytesIO()
    fonts.font(fonts.BASE)
    canvas = Canvas(out, (width, height), pageCompression=0, invariant=1, initialFontName=fonts.BASE)
    _draw(Pen(canvas, Tree(1), tagged=False), width, height, words, mark, picture)
    canvas.showPage()
    canvas.save()
    return plain_save(out.getvalue())


def _draw(pen: Pen, width: float, height: float, words: Words, mark: Mark, picture: Image.Image | None) -> None:
    line = min(style.SIGN_LINE, height * 0.5)
    pen.box(0, 0, width, height, fill=style.PAPER)  # hides the line and the words that invite to sign on paper
    _draw_mark(pen, mark, picture, (8.0, line + 3, width - 16, height - line - 5))
    pen.rule(0, line, width, style.TEXT, 0.7)
    size = 7.5
    below = _below(words, size, width)
    while size > 3 and below.height(width) > line - 4:
        size -= 0.25
        below = _below(words, size, width)
    below.draw(pen, 0, line - 3.5, width)


def _draw_mark(pen: Pen, mark: Mark, picture: Image.Image | None, box: tuple[float, float, float, float]) -> None:
    x, y, width, height = box
    match mark:
        case Drawn():
            draw_ink(pen, mark.strokes, x, y, min(width, 210), height, style.INK)
        case Typed():
            kind = style.Type("InterI-400", min(26.0, height * 0.62), 30, style.INK)
            wide = fonts.width(fonts.settable(mark.name), kind.font, kind.size)
            fitting = kind.sized(max(4.0, kind.size * min(1.0, width / wide)))
            pen.string(x, y + height * 0.2, mark.name, fitting)
        case Pictured() if picture is not None:
            scale = min(min(width, 210) / picture.width, height / picture.height)
            pen.canvas.drawImage(ImageReader(picture), x, y, picture.width * scale, picture.height * scale)


def _below(words: Words, size: float, width: float) -> Stack:
    """Name and role at the left, the time at the right, the fingerprint under both."""
    setter = Setter(style.Sheet(width, 1), Wording())
    strong = style.Type("Inter-600", size, size * 1.25)
    small = replace(strong, font="Inter-400", size=size * 0.92, leading=size * 1.2, colour=style.QUIET)
    figures = replace(small, font="InterT-400", colour=style.TEXT)
    role = " · ".join(part for part in (words.role, words.team) if part)
    caption = words.language.text(SIGNED_ON)
    left = Stack([setter.paragraph(words.name, strong, tidy=False), setter.paragraph(role, small, tidy=False)])
    right = Stack([
        setter.paragraph(caption, replace(small, colour=style.MUTED), tidy=False),
        setter.paragraph(words.when, figures, tidy=False),
    ])  # fmt: skip
    split = width * 0.54
    digits = replace(figures, size=size * 0.8, leading=size, balanced=True)
    label = Run(words.language.text(FINGERPRINT) + " ", tone="muted")
    foot = setter.paragraph((label, words.fingerprint), digits, tidy=False).spaced(1)
    return Stack([Row([Slot(0, split - 8, left), Slot(split, width - split, right)]), foot])
