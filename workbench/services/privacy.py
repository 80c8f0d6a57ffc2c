"""Imports without names: the secret their marks are made with, what is kept instead of the file, who was known before.

Must not know either face.
"""

from __future__ import annotations

import dataclasses
import secrets
from typing import TYPE_CHECKING, Final

from workbench.base.language import N_

if TYPE_CHECKING:
    from workbench.storage.library import Library
    from workbench.tracking.leads import LeadLog

MARKS_KEY: Final = "actuals.private_marks"
_SECRET_BYTES = 32

WHAT_IT_DOES = N_(
    "Names and e-mail addresses are replaced by marks that still tell one person from another. The file itself is not"
    " kept, only its SHA-256."
)
"""What a person should know before they ask for it."""


def secret_of(library: Library) -> str:
    """The secret of a library, made when it is first needed; it never leaves the library."""
    found = library.settings.get(MARKS_KEY)
    if not found:
        found = secrets.token_hex(_SECRET_BYTES)
        library.settings.set(MARKS_KEY, found)
    return found


def stays_private(library: Library, agreement: str) -> bool:
    """Whether an import that counts came without names, so that later ones must too."""
    batches = library.actuals.batches(agreement)
    return any(one.undone_at is None and one.mapping.get("private") for one in batches)


def instead_of_file(sha256: str) -> bytes:
    """What is kept where the file itself must not be."""
    return f"Not kept: names were replaced when it was imported. SHA-256 of the file: {sha256}\n".encode()


def as_known(library: Library, leads: LeadLog, known: LeadLog) -> LeadLog:
    """Leads with marks under the identities by which the log knew them before names were replaced."""
    from workbench.sheets.private_marks import marked_identity  # noqa: PLC0415  (loads the import side)

    secret = secret_of(library)
    named = {marked_identity(secret, one): one for one in known.identities if not one.startswith("id:")}
    have = set(leads.identities)
    names = [
        old if (old := named.get(one, one)) == one or old not in have else one for one in leads.identities
    ]  # fmt: skip
    return dataclasses.replace(leads, identities=names)
