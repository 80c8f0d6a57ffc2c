"""The press's door: a document's blocks and its files become one PDF.

Light to import; ReportLab and pikepdf are loaded by the first call. Calls from several threads wait for each other,
because ReportLab keeps its fonts in one place.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

from workbench.base.uncollected import uncollected
from workbench.documents.attachment import Attachment
from workbench.documents.blocks.document import Document
from workbench.documents.xmp import Facts

LAYOUT = 4
"""Raised whenever the same blocks would be set differently, so that a verifier knows an older rendering."""

CREATOR = "SLA Workbench"

PRESS = threading.Lock()
"""Held while ReportLab works: it keeps its fonts in one place for all documents."""


@dataclass(frozen=True)
class FieldSpot:
    """A signature field.

    Attributes:
        field: Its name.
        page: The page it is on, counted from 0.
        box: Left, bottom, right, top, in points from the page's lower left.
    """

    field: str
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Rendered:
    """A finished document.

    Attributes:
        data: The PDF's bytes; the same input gives the same bytes.
        pages: How many pages it has.
        spots: Its signature fields in the order of the cards.
        missing: Characters no font of ours can print; a square stands in their place.
    """

    data: bytes
    pages: int
    spots: tuple[FieldSpot, ...]
    missing: tuple[str, ...] = ()


def renderer() -> str:
    """What sets pages here, with versions: two equal texts give equal bytes for equal blocks."""
    from workbench.documents.compressor import compressor  # noqa: PLC0415  (pikepdf is loaded here)

    made_by = f"ReportLab {version('reportlab')}, pikepdf {version('pikepdf')}, {compressor()}"
    return f"{CREATOR} layout {LAYOUT}, {made_by}"


def render(
    document: Document,
    attachments: tuple[Attachment, ...] = (),
    *,
    with_fields: bool,
    at_page: Callable[[int], None] | None = None,
) -> Rendered:
    """Print a document as PDF/A-3a and PDF/UA-1.

    Args:
        document: What is printed.
        attachments: Files it carries, in the order readers list them.
        with_fields: Puts an empty signature field on every signature card.
        at_page: Called with each page's number, from 1, before it is drawn; may raise to stop the work.

    Raises:
        DamagedError: The program's own fonts or colour profile are missing.
        ValueError: The document's moment is not ISO 8601 with an offset, or two fields or files share a name.
    """
    from workbench.documents.press import print_document  # noqa: PLC0415  (ReportLab and pikepdf are loaded here)

    twins = {one.name for one in attachments if sum(other.name == one.name for other in attachments) > 1}
    if twins:
        raise ValueError(f"two attached files share a name: {', '.join(sorted(twins))}")
    facts = _facts(document)
    with PRESS, uncollected():
        done = print_document(document, facts, attachments, with_fields=with_fields, at_page=at_page or _go_on)
    spots = tuple(FieldSpot(place.name, place.page, _rounded(place.box)) for place in done.places)
    return Rendered(done.data, done.pages, spots, tuple(done.missing))


def render_to_look_at(document: Document, at_page: Callable[[int], None] | None = None) -> bytes:
    """The same pages as `render` prints, without structure, files and fields: for a screen, made again at every edit.

    What finishing adds cannot be seen, takes half of the time, and would keep the window waiting for the interpreter.

    Args:
        document: What is printed.
        at_page: Called with each page's number, from 1, before it is drawn; may raise to stop the work.

    Raises:
        DamagedError: The program's own fonts are missing.
    """
    from workbench.documents.press import draw_document  # noqa: PLC0415  (ReportLab is loaded here)

    with PRESS, uncollected():
        return draw_document(document, at_page or _go_on)


def _rounded(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """As the file has it."""
    left, bottom, right, top = (round(value, 2) for value in box)
    return left, bottom, right, top


def _go_on(page: int) -> None:
    """Nobody wants to know."""
    del page


def _facts(document: Document) -> Facts:
    meta = document.meta
    moment = dt.datetime.fromisoformat(meta.created)
    if moment.tzinfo is None:
        raise ValueError(f"{meta.created!r} has no offset")
    title, author = (_printable(text) for text in (meta.title, meta.author))
    return Facts(title, author, meta.language, moment.astimezone(dt.UTC), CREATOR, renderer())


def _printable(text: str) -> str:
    """Without what XML does not allow."""
    return "".join(letter for letter in text if letter.isprintable())
