"""What every paper for the room has in common: of which draft it is, and room to write. Must not know any paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.agreement.model import Agreement, shown_in
from workbench.base.language import N_, Language
from workbench.documents.blocks import Block, Document, Meta, Paper, wording
from workbench.documents.compose.identity import TAGS, grouped
from workbench.fields.codec import canonical, content_hash
from workbench.fields.value import Shown

NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Sheet:
    """A paper being written.

    Attributes:
        agreement: The draft as it is.
        language: Of the paper.
        paper: Its size.
        at: The moment that is written into it.
    """

    agreement: Agreement
    language: Language
    paper: Paper
    at: dt.datetime

    @property
    def shown(self) -> Shown:
        """How its values are shown."""
        return shown_in(self.agreement, self.language)

    def say(self, message: str, **values: object) -> str:
        """A message in the paper's language, its braces filled."""
        text = self.shown.text(message)
        return text.format(**values) if values else text

    def document(self, title: str, blocks: Sequence[Block]) -> Document:
        """The paper as a document.

        Args:
            title: What it is.
            blocks: What stands on it.
        """
        agreement = self.agreement
        company = agreement.teams.company
        digest = content_hash(canonical(agreement))
        meta = Meta(
            title=f"{title}, {company or agreement.title}",
            author=company or agreement.title,
            language=TAGS.get(self.language.code, self.language.code),
            reference=agreement.teams.reference_number or agreement.title,
            version=self.say(N_("Draft of {day}"), day=self.at.date().isoformat()),
            short_hash=grouped(digest, 16),
            content_hash=digest,
            created=self.at.replace(microsecond=0).isoformat(),
            running="  ·  ".join(part for part in (company, title) if part),
            paper=self.paper,
            words=wording(self.language),
        )
        return Document(meta, tuple(blocks))


def room(lines: int) -> str:
    """Empty lines to write on by hand."""
    return "\n".join([NO_BREAK] * lines)
