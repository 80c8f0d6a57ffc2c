"""What a document of an agreement calls itself: title, reference, version, hashes. Must not know its blocks."""

from __future__ import annotations

from workbench.agreement.model import Agreement
from workbench.agreement.version import VersionHeader
from workbench.base.language import N_, Language
from workbench.documents.blocks import Meta, Paper, wording

TAGS = {"en": "en-GB", "pt_BR": "pt-BR", "es": "es-ES", "de": "de-DE"}
"""Language tags as documents carry them."""


def grouped(digest: str, digits: int) -> str:
    """The first digits of a digest in groups of four, as people compare them."""
    return " ".join(digest[at : at + 4] for at in range(0, digits, 4))


def version_words(number: int, language: Language) -> str:
    """`Version 3`; 0 is the draft that has not been saved."""
    return language.text(N_("Version {n}")).format(n=number) if number else language.text(N_("Draft, not saved"))


def version_meta(agreement: Agreement, header: VersionHeader, language: Language, paper: Paper = "A4") -> Meta:
    """What the document of a version is."""
    company = agreement.teams.company
    return Meta(
        title=f"{agreement.title}, {company}" if company else agreement.title,
        author=company or agreement.title,
        language=TAGS.get(language.code, language.code),
        reference=agreement.teams.reference_number or header.agreement[:8],
        version=version_words(header.number, language),
        short_hash=grouped(header.hash, 16) if header.number else "",
        content_hash=header.content_hash,
        created=header.at.replace(microsecond=0).isoformat(),
        running="  ·  ".join(part for part in (company, agreement.title) if part),
        paper=paper,
        accent=agreement.teams.brand_colour,
        words=wording(language),
    )
