"""Reads what a certificate says about its holder. Must not know private keys' files or PDFs.

Loads `cryptography`: import it where it is used.
"""

from __future__ import annotations

import hashlib

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.oid import NameOID

from workbench.base.errors import DamagedError
from workbench.signing.holder import Holder, fingerprint, grouped
from workbench.signing.wording import visible

SMALLEST_RSA_BITS = 2048
CURVES = ("secp256r1", "secp384r1", "secp521r1")
_UNREADABLE = (ValueError, TypeError, LookupError, x509.InvalidVersion, x509.DuplicateExtension, UnsupportedAlgorithm)
"""What `cryptography` raises for bytes that are not a certificate it knows; it has no class of its own for that."""


def read_holder(certificate: bytes) -> Holder:
    """What a certificate (DER bytes) says.

    Raises:
        DamagedError: The bytes are not a certificate that can be read.
    """
    try:
        read = x509.load_der_x509_certificate(certificate)
        key = read.public_key()
        return Holder(
            name=visible(_called(read.subject)),
            email=visible(_email(read) or _first(read.subject, NameOID.EMAIL_ADDRESS)),
            issuer=visible(_called(read.issuer)),
            self_issued=_signed_by_itself(read),
            not_before=read.not_valid_before_utc,
            not_after=read.not_valid_after_utc,
            fingerprint=fingerprint(certificate),
            key_fingerprint=grouped(
                hashlib.sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).digest()
            ),
            may_sign=_usage_permits(read) and accepted_key(key),
        )
    except _UNREADABLE as error:
        raise DamagedError("A certificate cannot be read.", "Ask its holder for a new one.") from error


def accepted_key(key: object) -> bool:
    """Whether a private or public key is of a kind and size this program signs with and accepts: EC or RSA."""
    if isinstance(key, ec.EllipticCurvePublicKey | ec.EllipticCurvePrivateKey):
        return key.curve.name in CURVES
    return isinstance(key, rsa.RSAPublicKey | rsa.RSAPrivateKey) and key.key_size >= SMALLEST_RSA_BITS


def _usage_permits(certificate: x509.Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True  # RFC 5280: without the extension every usage is permitted
    return usage.digital_signature or usage.content_commitment


def _signed_by_itself(certificate: x509.Certificate) -> bool:
    if certificate.issuer != certificate.subject:
        return False
    try:
        certificate.verify_directly_issued_by(certificate)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _email(certificate: x509.Certificate) -> str:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ""
    return next(iter(names.get_values_for_type(x509.RFC822Name)), "")


def _called(name: x509.Name) -> str:
    return _first(name, NameOID.COMMON_NAME) or name.rfc4514_string()


def _first(name: x509.Name, kind: x509.ObjectIdentifier) -> str:
    return next((str(found.value) for found in name.get_attributes_for_oid(kind)), "")
