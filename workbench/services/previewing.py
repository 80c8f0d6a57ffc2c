"""A draft as the document it would become: the same pages, without fields and files, to look at while it is written.

A plain function of frozen data, for a job; must not know the library or either face.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from workbench.agreement.model import Agreement
from workbench.agreement.version import VersionHeader
from workbench.base.language import language
from workbench.fields.codec import canonical, content_hash
from workbench.services.pdf_contents import Earlier
from workbench.services.rendering import language_for, paper_named


@dataclass(frozen=True)
class Seen:
    """A draft to be printed.

    Attributes:
        id: Of the agreement.
        agreement: What it says now.
        earlier: The version its changes are told against; nothing before the first one.
        person: At the machine.
        at: The moment that is printed as that of saving.
    """

    id: str
    agreement: Agreement
    earlier: Earlier | None
    person: str
    at: dt.datetime


def preview(seen: Seen, at_page: Callable[[int], None] = lambda _page: None) -> bytes:
    """The draft's pages as a PDF.

    Args:
        seen: The draft.
        at_page: Called before each page; may raise to stop.
    """
    from workbench.documents.compose.agreement import compose_agreement  # noqa: PLC0415
    from workbench.documents.compose.changes import Compared  # noqa: PLC0415
    from workbench.documents.pdf import render_to_look_at  # noqa: PLC0415  (loads ReportLab)

    header = VersionHeader(
        agreement=seen.id, number=0, parents=(), content_hash=content_hash(canonical(seen.agreement)),
        doc_schema=seen.agreement.format, kind="saved", author=seen.person, message="", at=seen.at,
    )  # fmt: skip
    before = Compared(seen.earlier.header, seen.earlier.agreement) if seen.earlier else None
    words = language(language_for(seen.agreement))
    document = compose_agreement(seen.agreement, header, words, paper_named("", seen.agreement), before)
    return render_to_look_at(document, at_page)
