"""A version as the very PDF that is signed: always the same bytes for the same version, language and paper.

Must not know the library or either face.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from workbench.agreement.model import Agreement
from workbench.agreement.version import VersionHeader
from workbench.base.errors import NotAllowedError
from workbench.base.language import language, shipped
from workbench.fields.codec import canonical
from workbench.services.pdf_contents import AGREEMENT_FILE, ENVELOPE_FILE, Envelope

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.documents.blocks.meta import Paper
    from workbench.documents.pdf import Rendered

PAPERS = ("A4", "Letter")


def renderer() -> str:
    """What sets pages here, with versions, and which wording: the same text means the same bytes for a version."""
    from workbench.documents import pdf  # noqa: PLC0415
    from workbench.documents.compose.wording import wording_digest  # noqa: PLC0415

    return f"{pdf.renderer()}, wording {wording_digest()}"


def language_for(agreement: Agreement, wanted: str = "") -> str:
    """The language a document is written in: the one asked for, else the agreement's own, else English.

    Raises:
        NotAllowedError: The wording does not exist in the language asked for.
    """
    if wanted and wanted not in shipped():
        raise NotAllowedError(
            f"The document does not exist in the language “{wanted}” yet.", f"It exists in: {', '.join(shipped())}."
        )
    own = agreement.teams.document_language
    return wanted or (own if own in shipped() else "en")


def paper_named(name: str) -> Paper:
    """The paper of a name; A4 for one nobody knows."""
    return cast("Paper", name if name in PAPERS else "A4")


def render_version(
    agreement: Agreement,
    header: VersionHeader,
    language_code: str,
    paper: str = "A4",
    at_page: Callable[[int], None] = lambda _page: None,
) -> Rendered:
    """The document of a version; with signature fields only when it was saved for signature.

    Args:
        agreement: Content of the version.
        header: Which version.
        language_code: Of the document.
        paper: `A4` or `Letter`.
        at_page: Called before each page; may raise to stop.
    """
    from workbench.documents.attachment import Attachment  # noqa: PLC0415
    from workbench.documents.compose.agreement import compose_agreement  # noqa: PLC0415
    from workbench.documents.pdf import render  # noqa: PLC0415

    envelope = Envelope(header, language_code, paper, renderer())
    document = compose_agreement(agreement, header, language(language_code), paper_named(paper))
    files = (
        Attachment(
            AGREEMENT_FILE, canonical(agreement), "application/json", "Source", "The agreement as data (canonical JSON)"
        ),
        Attachment(
            ENVELOPE_FILE, envelope.data(), "application/json", "Data", "Which version this is and how it was set"
        ),
    )
    return render(document, files, with_fields=header.kind == "for_signature", at_page=at_page)
