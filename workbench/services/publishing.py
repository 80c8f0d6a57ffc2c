"""Files for other people: the PDF of a version, the tracking spreadsheet. Must not know either face."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.agreement.lifecycle import missing_roles, required_roles
from workbench.agreement.model import read_agreement
from workbench.agreement.version import VersionHeader
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.services.files import write_file
from workbench.services.pdf_contents import Earlier
from workbench.services.rendering import earlier_version, language_for, paper_named, render_version
from workbench.services.settled import require_settled

if TYPE_CHECKING:
    from workbench.documents.compose.changes import Compared
    from workbench.storage.library import Library


@dataclass(frozen=True)
class Published:
    """A file that was written.

    Attributes:
        file: Where.
        sha256: Of its bytes.
        header: The version it is of.
        pages: How many, for a PDF.
    """

    file: Path
    sha256: str
    header: VersionHeader
    pages: int | None = None


class Publishing:
    """Makes files of the open library's versions."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def pdf_bytes(
        self,
        agreement: str,
        number: int | None = None,
        language_code: str = "",
        paper: str = "",
        at_page: Callable[[int], None] = lambda _page: None,
    ) -> tuple[bytes, int, VersionHeader]:
        """The document of a version, its pages and which version it is; the newest without a number.

        Raises:
            NotFoundError: No such version, or none saved yet.
            NotAllowedError: No wording in that language, or it says that it is for signature and is not settled.
        """
        header = self._header(agreement, number)
        content = read_agreement(self._library.versions.content(header.hash), "The version")
        require_settled(header, content, signed=bool(self._library.signatures.of_version(header.hash)))
        earlier = earlier_version(self._library, header)
        code = language_for(content, language_code)
        made = render_version(content, header, code, paper, at_page, earlier=earlier)
        return made.data, made.pages, header

    def pdf(
        self, agreement: str, target: Path, number: int | None = None, language_code: str = "", paper: str = ""
    ) -> Published:
        """Write the document of a version.

        Raises:
            NotFoundError: No such version, or none saved yet.
            OutsideError: The file cannot be written.
        """
        data, pages, header = self.pdf_bytes(agreement, number, language_code, paper)
        return Published(target, write_file(target, data), header, pages)

    def before_next(self, agreement: str) -> Earlier | None:
        """The version the document of the next one would tell its changes against; nothing before the first.

        Raises:
            DamagedError: It is not what was saved.
        """
        head = self._library.versions.head(agreement)
        if head is None or head.kind != "for_signature":
            return earlier_version(self._library, head) if head else None
        return Earlier(head, read_agreement(self._library.versions.content(head.hash), "The version before"))

    def redline(
        self,
        agreement: str,
        versions: tuple[int, int],
        target: Path,
        language_code: str = "",
        paper: str = "",
    ) -> Published:
        """Write what the second of two versions says differently from the first.

        Raises:
            NotFoundError: One of them does not exist.
            NotAllowedError: It is the same version twice, or no wording in that language.
            OutsideError: The file cannot be written.
        """
        from workbench.base.language import language  # noqa: PLC0415
        from workbench.documents.compose.redline import compose_redline  # noqa: PLC0415  (loads the wording)
        from workbench.documents.pdf import render  # noqa: PLC0415  (loads ReportLab)

        if versions[0] == versions[1]:
            raise NotAllowedError(f"Version {versions[0]} is compared with itself.", "Name two different versions.")
        before, after = (self._compared(agreement, number) for number in versions)
        code = language_for(after.agreement, language_code)
        made = render(
            compose_redline(before, after, language(code), paper_named(paper, after.agreement)), with_fields=False
        )
        return Published(target, write_file(target, made.data), after.header, made.pages)

    def _compared(self, agreement: str, number: int) -> Compared:
        from workbench.documents.compose.changes import Compared  # noqa: PLC0415

        header = self._header(agreement, number)
        content = read_agreement(self._library.versions.content(header.hash), "The version")
        required = required_roles(content) if header.kind == "for_signature" else ()
        roles = [one.role for one in self._library.signatures.of_version(header.hash)]
        signed = len(required) - len(missing_roles(content, roles)) if required else 0
        return Compared(header, content, signed, len(required))

    def _header(self, agreement: str, number: int | None) -> VersionHeader:
        if number is not None:
            return self._library.versions.get(agreement, number)
        head = self._library.versions.head(agreement)
        if head is None:
            raise NotFoundError(
                "No version of this agreement has been saved yet.", "Save one first; a document is always of a version."
            )
        return head
