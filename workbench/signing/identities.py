"""A person's key and certificate, made on this machine or brought along. Must not know PDFs or where files are kept.

What protects an identity file: the passphrase alone. The key inside is encrypted with AES-256 under 600,000 rounds of
PBKDF2, but the PKCS#12 format adds a checksum derived with only 2,048 rounds, which the library cannot raise. Somebody
who has the file can therefore try passphrases about a thousand times faster than the key's own protection suggests. A
file is good for carrying an identity to another machine or reader; identities kept inside the program are sealed by
`vault.py` instead. No passphrase is ever stored, and a forgotten one cannot be recovered.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError
from workbench.signing.holder import Holder
from workbench.signing.wording import is_hidden

SHORTEST_PASSPHRASE = 8
LONGEST_NAME = 64
LONGEST_EMAIL = 254
NEW_IDENTITY_YEARS = 5


@dataclass(frozen=True)
class Identity:
    """An opened identity: with it in hand, one signs.

    Attributes:
        holder: What the certificate says.
        certificate: DER bytes.
        chain: DER bytes of the issuers' certificates that came with it; empty for a self-issued one.
        private_key: PKCS#8 DER bytes, not encrypted; never shown, never written as they are.
    """

    holder: Holder
    certificate: bytes = field(repr=False)
    chain: tuple[bytes, ...] = field(repr=False)
    private_key: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """The holder's name as the certificate has it."""
        return self.holder.name

    @property
    def email(self) -> str:
        """The holder's e-mail address as the certificate has it; may be empty in one made elsewhere."""
        return self.holder.email

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the certificate, 16 groups of 4 hexadecimal digits."""
        return self.holder.fingerprint


def generate_identity(name: str, email: str, clock: Clock) -> Identity:
    """Make a self-issued identity, valid for five years; it is nowhere but in the hand.

    Raises:
        NotAllowedError: The name or address cannot stand in a certificate.
    """
    from workbench.signing import key_file  # noqa: PLC0415  (loads cryptography)

    return key_file.generated(_name(name), _email(email), clock.now(), years=NEW_IDENTITY_YEARS)


def open_identity(data: bytes, passphrase: str, clock: Clock) -> Identity:
    """Open a `.p12` file, made here or elsewhere.

    Raises:
        NotAllowedError: The passphrase does not open it, it is outside its validity, or its key may not sign.
        DamagedError: The file is not an identity, or not whole.
    """
    from workbench.signing import key_file  # noqa: PLC0415  (loads cryptography)

    identity = key_file.read(data, encoded(passphrase))
    check_usable(identity.holder, clock)
    return identity


def exported_identity(identity: Identity, passphrase: str) -> bytes:
    """The bytes of a `.p12` file of an opened identity under a passphrase of its own.

    Raises:
        NotAllowedError: The passphrase is shorter than 8.
    """
    from workbench.signing import key_file  # noqa: PLC0415  (loads cryptography)

    return key_file.written(identity, checked_passphrase(passphrase))


def check_usable(holder: Holder, clock: Clock) -> None:
    """Refuse an identity that cannot sign now.

    Raises:
        NotAllowedError: It is expired, not yet valid, or its key may not sign documents.
    """
    match holder.validity(clock.now()):
        case "expired":
            raise NotAllowedError(
                f"The identity of {holder.name} expired on {holder.not_after:%Y-%m-%d}.",
                "Make a new one and tell the others its fingerprint.",
            )
        case "not_yet_valid":
            raise NotAllowedError(
                f"The identity of {holder.name} is not valid before {holder.not_before:%Y-%m-%d %H:%M} UTC.",
                "Check this computer's date and time.",
            )
    if not holder.may_sign:
        raise NotAllowedError(
            f"The certificate of {holder.name} is not meant for signing documents, or its key is too weak.",
            "Use another identity.",
        )


def checked_passphrase(passphrase: str) -> bytes:
    """A passphrase for something new, as bytes.

    Raises:
        NotAllowedError: It is shorter than 8 characters.
    """
    if len(unicodedata.normalize("NFC", passphrase)) < SHORTEST_PASSPHRASE:
        raise NotAllowedError(
            f"The passphrase is shorter than {SHORTEST_PASSPHRASE} characters.", "Use a few words instead of one."
        )
    return encoded(passphrase)


def encoded(passphrase: str) -> bytes:
    """A passphrase as bytes; composed first, because keyboards differ in how they write an accented letter."""
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _name(name: str) -> str:
    name = unicodedata.normalize("NFC", name).strip()
    if not 1 <= len(name) <= LONGEST_NAME:
        raise NotAllowedError(f"A name for an identity has 1 to {LONGEST_NAME} characters.", "Shorten or enter it.")
    if any(is_hidden(character) for character in name):
        raise NotAllowedError("The name contains characters that cannot be seen.", "Type it again.")
    return name


def _email(email: str) -> str:
    email = email.strip()
    local, at, domain = email.rpartition("@")
    plain = email.isascii() and email.isprintable() and " " not in email and "@" not in local
    if not (local and at and domain and plain and len(email) <= LONGEST_EMAIL):
        raise NotAllowedError(
            "The e-mail address is not one that a certificate can hold.", "Enter it in the form name@example.com."
        )
    return email
