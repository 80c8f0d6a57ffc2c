"""Keys and certificates made, and PKCS#12 files written and read. Must not know PDFs or which passphrase is good.

Loads `cryptography`: import it where it is used.
"""

from __future__ import annotations

import datetime as dt

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
    pkcs12,
)
from cryptography.x509.oid import NameOID

from workbench.base.errors import DamagedError, NotAllowedError
from workbench.signing.certificates import read_holder
from workbench.signing.der import element_length
from workbench.signing.identities import Identity

KDF_ROUNDS = 600_000
CLOCKS_MAY_DIFFER = dt.timedelta(hours=1)
DOCUMENT_SIGNING = x509.ObjectIdentifier("1.3.6.1.5.5.7.3.36")  # RFC 9336
LARGEST_FILE = 1 << 20


def generated(name: str, email: str, moment: dt.datetime, *, years: int) -> Identity:
    """A fresh P-256 key with a self-issued certificate for signing documents and nothing else."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    begins = moment.astimezone(dt.UTC).replace(microsecond=0) - CLOCKS_MAY_DIFFER
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(_years_later(begins, years))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_signing_only(), critical=True)
        .add_extension(x509.ExtendedKeyUsage([DOCUMENT_SIGNING]), critical=False)
        .add_extension(x509.SubjectAlternativeName([x509.RFC822Name(email)]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    return _identity(key, certificate, ())


def written(identity: Identity, passphrase: bytes, *, rounds: int = KDF_ROUNDS) -> bytes:
    """A PKCS#12 file of an identity: PBES2, AES-256-CBC, PBKDF2 with SHA-256.

    Args:
        identity: What to write.
        passphrase: Opens it again.
        rounds: Of PBKDF2 for the key and certificates; the format's own checksum stays at 2,048.
    """
    protection = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(rounds)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase)
    )
    return pkcs12.serialize_key_and_certificates(
        identity.name.encode(),
        _private_key(identity.private_key),
        x509.load_der_x509_certificate(identity.certificate),
        [x509.load_der_x509_certificate(issuer) for issuer in identity.chain] or None,
        protection,
    )


def read(data: bytes, passphrase: bytes) -> Identity:
    """Open a PKCS#12 file; also the old kinds other programs still write.

    Raises:
        NotAllowedError: The passphrase does not open it. A file altered inside looks the same.
        DamagedError: It is not such a file, is cut short, or holds no key with its certificate.
    """
    if len(data) > LARGEST_FILE or element_length(data) != len(data):
        raise DamagedError("This is not an identity file, or not a whole one.", "Choose a .p12 or .pfx file.")
    try:
        key, certificate, chain = pkcs12.load_key_and_certificates(data, passphrase)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise NotAllowedError(
            "The passphrase does not open this identity, or the file has been altered.", "Type the passphrase again."
        ) from error
    if not isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey) or certificate is None:
        raise DamagedError(
            "The file holds no key this program can sign with.", "Use an identity with an RSA or elliptic-curve key."
        )
    return _identity(key, certificate, tuple(issuer.public_bytes(Encoding.DER) for issuer in chain))


def _identity(
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, certificate: x509.Certificate, chain: tuple[bytes, ...]
) -> Identity:
    der = certificate.public_bytes(Encoding.DER)
    plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return Identity(holder=read_holder(der), certificate=der, chain=chain, private_key=plain)


def _private_key(plain: bytes) -> ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey:
    key = load_der_private_key(plain, password=None)
    assert isinstance(key, ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey)  # `_identity` wrote it
    return key


def _signing_only() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _years_later(moment: dt.datetime, years: int) -> dt.datetime:
    try:
        return moment.replace(year=moment.year + years)
    except ValueError:  # 29 February
        return moment.replace(year=moment.year + years, day=28)
