"""What a document is, for its file and footer, and the few words the paper itself needs. Must not know agreements."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal

from workbench.base.language import N_, Language

Paper = Literal["A4", "Letter"]


@dataclass(frozen=True)
class Wording:
    """Words no block carries because they belong to the paper: the footer, and what is read aloud instead of a look.

    Attributes:
        page_line: With `{page}` and `{pages}`.
        go_to: Description of a link, with `{target}`.
        logo: How a company's picture is read aloud, with `{name}`.
        inserted: How inserted words are read aloud, with `{words}`.
        deleted: How deleted words are read aloud, with `{words}`.
        sign_here: Description of a signature field, with `{name}` and `{role}`.
    """

    page_line: str = N_("Page {page} of {pages}")
    go_to: str = N_("Go to {target}")
    logo: str = N_("Logo of {name}")
    inserted: str = N_("[inserted: {words}]")
    deleted: str = N_("[deleted: {words}]")
    sign_here: str = N_("Signature of {name}, {role}")


def wording(language: Language) -> Wording:
    """The paper's own words in a language."""
    return Wording(**{one.name: language.text(str(one.default)) for one in fields(Wording)})


@dataclass(frozen=True)
class Meta:
    """What a document is.

    Attributes:
        title: Its full title, shown by a reader's window.
        author: The company.
        language: BCP 47 code of its words, `en-GB`.
        reference: The agreement's own number, first in the footer.
        version: Which version, in words.
        short_hash: The version's hash as people compare it, in groups.
        content_hash: SHA-256 of the content in 64 hexadecimal digits; on every page, and found there by a verifier.
        created: The moment written into the file: ISO 8601 with offset, whole seconds. Never the present by accident.
        running: Left side of the running head.
        paper: Size of the page.
        accent: Colour of the lines over headings, `#1B2559`; empty for the text's own.
        words: The paper's own words.
    """

    title: str
    author: str
    language: str
    reference: str
    version: str
    short_hash: str
    content_hash: str
    created: str
    running: str
    paper: Paper = "A4"
    accent: str = ""
    words: Wording = field(default_factory=Wording)
