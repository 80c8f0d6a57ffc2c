"""Signing keys: made, kept on this machine under Argon2id, taken in from a .p12, opened, and handed out as a .p12.

What is kept lies in one folder of the person, each key in a sealed container of its own that only its owner may read.
Must not know either face, or documents.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError, NotFoundError, OutsideError, WorkbenchError
from workbench.base.places import settings_folder
from workbench.services.files import read_file

if TYPE_CHECKING:
    from workbench.signing.identities import Identity

ENDING = ".slakey"
FOLDER = "keys"
LARGEST_KEY = 1024 * 1024
_MOST_SHOWN = 200
"""Files of the folder that are looked at; nobody has more keys."""


@dataclass(frozen=True)
class NewIdentity:
    """A signing identity that was just made."""

    file: Path
    name: str
    email: str
    fingerprint: str


@dataclass(frozen=True)
class KeptKey:
    """A key kept on this machine, as its container says without the passphrase.

    Attributes:
        file: The container.
        name: Whose.
        email: Whose.
        fingerprint: Of the certificate, 16 groups of 4 digits.
        not_after: Last instant of its validity.
    """

    file: Path
    name: str
    email: str
    fingerprint: str
    not_after: dt.datetime


def keys_folder() -> Path:
    """Where this person's keys are kept; made for its owner alone where it is missing.

    Raises:
        OutsideError: It cannot be made.
    """
    return made_folder(settings_folder() / FOLDER)


def made_folder(folder: Path) -> Path:
    """A folder for keys, made for its owner alone where it is missing.

    Raises:
        OutsideError: It cannot be made.
    """
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise OutsideError(f"The folder {folder} cannot be made: {error.strerror or error}.") from error
    return folder


def make_identity(name: str, email: str, passphrase: str, target: Path, clock: Clock) -> NewIdentity:
    """Make a self-issued identity and write it as a .p12 file, readable by its owner only.

    Raises:
        NotAllowedError: The name, address or passphrase will not do, or the file is there already.
        OutsideError: The file cannot be written.
    """
    from workbench.signing.identities import exported_identity, generate_identity  # noqa: PLC0415  (cryptography)
    from workbench.signing.private_file import write_private  # noqa: PLC0415

    made = generate_identity(name, email, clock)
    write_private(target, exported_identity(made, passphrase))  # not opened to be told of: that takes long on purpose
    return NewIdentity(target, made.name, made.email, made.fingerprint)


def make_kept_key(name: str, email: str, passphrase: str, folder: Path, clock: Clock) -> NewIdentity:
    """Make a self-issued identity and keep it on this machine.

    Raises:
        NotAllowedError: The name, address or passphrase will not do.
        OutsideError: The folder cannot be written, or this machine lacks Argon2id.
    """
    from workbench.signing.identities import generate_identity  # noqa: PLC0415  (loads cryptography)

    return keep_identity(generate_identity(name, email, clock), passphrase, folder)


def keep_identity(identity: Identity, passphrase: str, folder: Path) -> NewIdentity:
    """Keep an opened identity on this machine under a passphrase.

    Raises:
        NotAllowedError: The passphrase is too short, or this key is kept already.
        OutsideError: The folder cannot be written, or this machine lacks Argon2id.
    """
    from workbench.signing.private_file import write_private  # noqa: PLC0415  (with its only user)
    from workbench.signing.vault import seal  # noqa: PLC0415  (with its only user)

    if any(one.fingerprint == identity.fingerprint for one in kept_keys(folder)):
        raise NotAllowedError(f"The key of {identity.name} is kept here already.", "Choose it from the list.")
    target = folder / f"{_plain(identity.name)}-{identity.fingerprint[:9].replace(' ', '').lower()}{ENDING}"
    write_private(target, seal(identity, passphrase))
    return NewIdentity(target, identity.name, identity.email, identity.fingerprint)


def kept_keys(folder: Path) -> tuple[KeptKey, ...]:
    """The keys kept in a folder, by name; a file that is none is left out."""
    from workbench.signing.vault import card  # noqa: PLC0415  (with its only user)

    found = []
    for file in sorted(folder.glob(f"*{ENDING}"))[:_MOST_SHOWN]:
        try:
            shown = card(read_file(file, LARGEST_KEY))
        except WorkbenchError:
            continue
        found.append(KeptKey(file, shown.name, shown.email, shown.fingerprint, shown.not_after))
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.file.name)))


def find_key(folder: Path, wanted: str) -> KeptKey:
    """The kept key that a person names: by address, name, or the beginning of its fingerprint.

    Raises:
        NotFoundError: None, or more than one.
    """
    plain = wanted.strip().casefold()
    digits = "".join(plain.split())
    keys = kept_keys(folder)
    found = [one for one in keys if plain in {one.email.casefold(), one.name.casefold()}] or [
        one for one in keys if len(digits) >= 4 and one.fingerprint.replace(" ", "").casefold().startswith(digits)
    ]
    if len(found) == 1:
        return found[0]
    problem = "More than one key" if found else "No key"
    raise NotFoundError(f"{problem} of “{wanted.strip()[:80]}” is kept here.", "See `identity list`.")


def open_identity_file(source: Path, passphrase: str, clock: Clock) -> Identity:
    """Open an identity: a .p12 file, or a key kept on this machine.

    Raises:
        NotFoundError: There is no such file.
        NotAllowedError: The passphrase does not open it, or it cannot sign now.
        DamagedError: It is not an identity.
    """
    from workbench.signing.identities import open_identity  # noqa: PLC0415  (loads cryptography)
    from workbench.signing.vault import unseal  # noqa: PLC0415  (with its only user)

    data = read_file(source, LARGEST_KEY)
    return unseal(data, passphrase, clock) if data.startswith(b"{") else open_identity(data, passphrase, clock)


def export_identity(identity: Identity, passphrase: str, target: Path) -> NewIdentity:
    """Write an opened identity as a .p12 file for another program or machine; it is less well protected there.

    Raises:
        NotAllowedError: The passphrase is too short, or the file is there already.
        OutsideError: The file cannot be written.
    """
    from workbench.signing.identities import exported_identity  # noqa: PLC0415  (loads cryptography)
    from workbench.signing.private_file import write_private  # noqa: PLC0415

    write_private(target, exported_identity(identity, passphrase))
    return NewIdentity(target, identity.name, identity.email, identity.fingerprint)


def _plain(name: str) -> str:
    """A name as part of a file's name: letters, digits and hyphens."""
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:40] or "key"
