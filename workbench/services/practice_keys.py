"""Signing identities for the practice company's two leads, with their passphrases beside them.

For practice only: a passphrase beside its key protects nothing. Must not know either face.
"""

from __future__ import annotations

import re
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.agreement.sections.teams import Participant
from workbench.base.clock import Clock
from workbench.base.errors import WorkbenchError
from workbench.services.files import read_file
from workbench.services.keys import make_identity, open_identity_file

if TYPE_CHECKING:
    from workbench.signing.identities import Identity


@dataclass(frozen=True)
class PracticeKey:
    """An identity and where it is.

    Attributes:
        file: The identity, `.p12`.
        passphrase_file: Its passphrase, one line.
        identity: Opened.
    """

    file: Path
    passphrase_file: Path
    identity: Identity


def practice_key(
    person: Participant, folder: Path, clock: Clock, known_otherwise: Callable[[str, str], bool]
) -> PracticeKey:
    """The identity of a person: the one in the folder where it can still sign, else a new one.

    Args:
        person: Of the agreement.
        folder: Of the identities.
        clock: For the validity.
        known_otherwise: Told address and fingerprint: whether the library knows another key of that address, as it does
            when the practice was run with it from another folder; then the address gets a number.

    Raises:
        OutsideError: The folder cannot be written.
    """
    number = 0
    while True:
        number += 1
        name, email = _named(person, number)
        file, words = folder / f"{name}.p12", folder / f"{name}.txt"
        identity = _opened(file, words, clock)
        if identity is None and not file.exists() and not known_otherwise(email, ""):
            identity = _made(person.name, email, file, words, clock)
        if identity is not None and not known_otherwise(email, identity.fingerprint):
            return PracticeKey(file, words, identity)


def _named(person: Participant, number: int) -> tuple[str, str]:
    """File name and address of a person's n-th identity."""
    plain = unicodedata.normalize("NFKD", person.name).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"\W+", "-", plain).strip("-") or "signer"
    user, _, domain = person.email.partition("@")
    return (name, person.email) if number == 1 else (f"{name}-{number}", f"{user}.{number}@{domain}")


def _opened(file: Path, words: Path, clock: Clock) -> Identity | None:
    """The identity in a file, where it and its passphrase are there and it can sign."""
    try:
        passphrase = read_file(words, 4096).decode("utf-8", "replace").split("\n")[0]
        return open_identity_file(file, passphrase, clock)
    except WorkbenchError:  # gone, expired, or not ours: another one is made beside it
        return None


def _made(name: str, email: str, file: Path, words: Path, clock: Clock) -> Identity:
    from workbench.signing.private_file import write_private  # noqa: PLC0415  (loads cryptography)

    passphrase = secrets.token_urlsafe(18)
    write_private(words, f"{passphrase}\n".encode(), replace=True)
    make_identity(name, email, passphrase, file, clock)
    return open_identity_file(file, passphrase, clock)
