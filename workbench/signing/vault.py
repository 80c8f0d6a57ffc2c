"""The sealed container for identities kept inside the program. Must not know where it is stored.

A `.p12` file lets somebody who has it try passphrases cheaply (see `identities.py`). Here the file's password is 32
random bytes, and only those bytes are wrapped under the person's passphrase: Argon2id with 64 MiB, three passes and
four lanes, then AES-256-GCM. Every guess costs the whole of Argon2id. What is shown without the passphrase (name,
e-mail, fingerprint, last day) is authenticated with it, so a card that was altered does not open.

These are the parameters of RFC 9106, section 4, second recommended option, with its 128-bit salt and 256-bit key: the
one for machines where the first option's 2 GiB cannot be had, and four times the work of OWASP's smallest (46 MiB, one
pass, one lane). Four lanes cost a guesser the same as one, and OpenSSL runs them in as many threads as there are
processors, so that the person who waits gains what the guesser does not. A container carries its own parameters: one
that was sealed with others opens as before.

Format, version 1: one JSON object, bytes as base64. Limits are checked before anything is derived, so that a file made
to exhaust memory or time is refused.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
import secrets
from dataclasses import dataclass

import msgspec

from workbench.base.clock import Clock, from_utc_text, utc_text
from workbench.base.errors import DamagedError, NotAllowedError, OutsideError
from workbench.signing.identities import Identity, check_usable, checked_passphrase, encoded

VERSION = 1
MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4
LARGEST_MEMORY_KIB = 1024 * 1024
MOST_PASSES = 16
MOST_LANES = 16
LARGEST_CONTAINER = 1 << 20
_INNER_ROUNDS = 2_048
"""Of PBKDF2 under a password of 256 random bits, which no number of rounds makes stronger."""


@dataclass(frozen=True)
class Card:
    """What a container shows without its passphrase. Only opening it proves that this was not altered.

    Attributes:
        name: The holder's name.
        email: The holder's e-mail address.
        fingerprint: SHA-256 of the certificate, 16 groups of 4 hexadecimal digits.
        not_after: Last instant of validity, UTC.
    """

    name: str
    email: str
    fingerprint: str
    not_after: dt.datetime


class _Shown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    email: str
    fingerprint: str
    not_after: str


class _Derivation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    memory_kib: int
    passes: int
    lanes: int
    salt: bytes


class _Container(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    card: _Shown
    argon2id: _Derivation
    nonce: bytes
    wrapped: bytes
    p12: bytes


def seal(identity: Identity, passphrase: str) -> bytes:
    """Put an opened identity into a container of its own.

    Raises:
        NotAllowedError: The passphrase is shorter than 8.
        OutsideError: This machine's cryptography lacks Argon2id.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  (heavy; only signing needs it)

    from workbench.signing import key_file  # noqa: PLC0415  (loads cryptography)

    password, nonce = secrets.token_bytes(32), secrets.token_bytes(12)
    derivation = _Derivation(MEMORY_KIB, PASSES, LANES, secrets.token_bytes(16))
    shown = _Shown(identity.name, identity.email, identity.fingerprint, utc_text(identity.holder.not_after))
    key = _derived(checked_passphrase(passphrase), derivation)
    wrapped = AESGCM(key).encrypt(nonce, password, _bound(shown, derivation))
    inner = key_file.written(identity, _as_password(password), rounds=_INNER_ROUNDS)
    return msgspec.json.encode(_Container(VERSION, shown, derivation, nonce, wrapped, inner))


def card(data: bytes) -> Card:
    """What a container shows without its passphrase.

    Raises:
        DamagedError: It is not a container, or not a whole one.
    """
    shown = _read(data).card
    try:
        return Card(shown.name, shown.email, shown.fingerprint, from_utc_text(shown.not_after))
    except ValueError as error:
        raise _damaged() from error


def unseal(data: bytes, passphrase: str, clock: Clock) -> Identity:
    """Open a container.

    Raises:
        NotAllowedError: The passphrase does not open it, or the identity is outside its validity.
        DamagedError: It is not a container, not whole, or asks for more than is allowed.
        OutsideError: This machine's cryptography lacks Argon2id.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  (heavy; only signing needs it)
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  (heavy)

    from workbench.signing import key_file  # noqa: PLC0415  (loads cryptography)

    container = _read(data)
    key = _derived(encoded(passphrase), container.argon2id)
    try:
        password = AESGCM(key).decrypt(container.nonce, container.wrapped, _bound(container.card, container.argon2id))
        identity = key_file.read(container.p12, _as_password(password))
    except InvalidTag as error:
        raise NotAllowedError(
            "The passphrase does not open this identity, or its container has been altered.",
            "Type the passphrase again.",
        ) from error
    except (ValueError, NotAllowedError) as error:
        raise _damaged() from error
    check_usable(identity.holder, clock)
    return identity


def _derived(passphrase: bytes, derivation: _Derivation) -> bytes:
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415  (heavy; only signing needs it)
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415  (heavy)

    try:
        return Argon2id(
            salt=derivation.salt,
            length=32,
            iterations=derivation.passes,
            lanes=derivation.lanes,
            memory_cost=derivation.memory_kib,
        ).derive(passphrase)
    except (UnsupportedAlgorithm, MemoryError) as error:
        raise OutsideError(
            "This computer cannot run Argon2id, which protects kept identities.", "Use a .p12 file instead."
        ) from error


def _read(data: bytes) -> _Container:
    if len(data) > LARGEST_CONTAINER:
        raise _damaged()
    try:
        container = msgspec.json.decode(data, type=_Container)
    except (msgspec.MsgspecError, UnicodeDecodeError, binascii.Error, RecursionError) as error:
        raise _damaged() from error
    asked = container.argon2id
    if container.version != VERSION:
        raise DamagedError(
            f"The identity's container has version {container.version}, which this program does not know.",
            "Install a newer SLA Workbench.",
        )
    allowed = (
        1 <= asked.passes <= MOST_PASSES
        and 1 <= asked.lanes <= MOST_LANES
        and 8 * asked.lanes <= asked.memory_kib <= LARGEST_MEMORY_KIB
        and len(asked.salt) == 16
        and len(container.nonce) == 12
    )
    if not allowed:
        raise _damaged()
    return container


def _bound(shown: _Shown, derivation: _Derivation) -> bytes:
    """What the wrapping authenticates besides the password: version, card and derivation, in one fixed form."""
    return json.dumps(
        [
            VERSION,
            [shown.name, shown.email, shown.fingerprint, shown.not_after],
            [derivation.memory_kib, derivation.passes, derivation.lanes, derivation.salt.hex()],
        ],
        separators=(",", ":"),
    ).encode()


def _as_password(password: bytes) -> bytes:
    return base64.b64encode(password)  # PKCS#12 passwords are text


def _damaged() -> DamagedError:
    return DamagedError("The kept identity is damaged.", "Bring it back from a backup or from an exported file.")
