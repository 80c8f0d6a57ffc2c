from __future__ import annotations

import dataclasses
import datetime as dt
import subprocess
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from workbench.base.clock import FixedClock
from workbench.base.errors import DamagedError, NotAllowedError
from workbench.signing.identities import exported_identity, generate_identity, open_identity

if TYPE_CHECKING:
    from tests.signing.conftest import Person

PASSPHRASE = "correct horse battery"


def certificate_of(person: Person) -> x509.Certificate:
    return x509.load_der_x509_certificate(person.identity.certificate)


def test_the_certificate_is_for_signing_documents_and_nothing_else(people: tuple[Person, ...]) -> None:
    certificate = certificate_of(people[0])
    read = certificate.extensions.get_extension_for_class
    key = certificate.public_key()
    assert isinstance(key, ec.EllipticCurvePublicKey)
    assert key.curve.name == "secp256r1"
    assert certificate.issuer == certificate.subject
    certificate.verify_directly_issued_by(certificate)
    assert read(x509.BasicConstraints).value.ca is False
    usage = read(x509.KeyUsage).value
    assert usage.digital_signature
    assert usage.content_commitment
    assert not any((usage.key_cert_sign, usage.key_encipherment, usage.crl_sign, usage.key_agreement))
    assert [kind.dotted_string for kind in read(x509.ExtendedKeyUsage).value] == ["1.3.6.1.5.5.7.3.36"]
    assert read(x509.SubjectAlternativeName).value.get_values_for_type(x509.RFC822Name) == ["zoe@example.com"]


def test_it_is_valid_for_five_years(people: tuple[Person, ...], clock: FixedClock) -> None:
    holder = people[0].identity.holder
    assert holder.not_before <= clock.now()
    assert holder.not_after.year - holder.not_before.year == 5
    assert holder.validity(clock.now()) == "valid"
    assert holder.validity(holder.not_after + dt.timedelta(seconds=1)) == "expired"
    assert holder.validity(holder.not_before - dt.timedelta(seconds=1)) == "not_yet_valid"


def test_one_made_on_a_leap_day_ends_on_a_day_that_exists() -> None:
    leap = FixedClock(dt.datetime(2028, 2, 29, 12, tzinfo=dt.UTC))
    identity = generate_identity("A", "a@b.example", leap)
    assert identity.holder.not_after.date() == dt.date(2033, 2, 28)


def test_a_fingerprint_is_sixteen_groups_of_four(people: tuple[Person, ...]) -> None:
    person = people[0]
    groups = person.identity.fingerprint.split(" ")
    assert [len(group) for group in groups] == [4] * 16
    assert bytes.fromhex("".join(groups)) == certificate_of(person).fingerprint(hashes.SHA256())


def test_openssl_reads_the_file_and_its_protection(people: tuple[Person, ...], tmp_path: Path) -> None:
    file = tmp_path / "zoe.p12"
    file.write_bytes(people[0].p12)
    read = subprocess.run(
        ["openssl", "pkcs12", "-info", "-noout", "-in", file, "-passin", f"pass:{PASSPHRASE}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "PBES2, PBKDF2, AES-256-CBC, Iteration 600000, PRF hmacWithSHA256" in read.stderr


def test_wrong_passphrase(people: tuple[Person, ...], clock: FixedClock) -> None:
    with pytest.raises(NotAllowedError, match="passphrase does not open"):
        open_identity(people[0].p12, "wrong horse battery", clock)


def test_an_accented_passphrase_opens_however_it_was_typed(clock: FixedClock) -> None:
    made = exported_identity(generate_identity("A", "a@b.example", clock), "caf\u00e9 au lait")
    assert open_identity(made, "cafe\u0301 au lait", clock).name == "A"


@pytest.mark.parametrize("passphrase", ["", "seven77", "e\u0301" * 7])
def test_short_passphrases_are_refused(passphrase: str, people: tuple[Person, ...]) -> None:
    with pytest.raises(NotAllowedError, match="shorter than 8"):
        exported_identity(people[0].identity, passphrase)


@pytest.mark.parametrize("cut", [0, 1, 2, 40, -1])
def test_a_file_that_is_cut_short_is_not_an_identity(cut: int, people: tuple[Person, ...], clock: FixedClock) -> None:
    with pytest.raises(DamagedError, match="not a whole one"):
        open_identity(people[0].p12[:cut], PASSPHRASE, clock)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"\x30\x80\x02\x01\x03", b"\x30\x84\xff\xff\xff\xff", b"\x30\x81\x01x"]
)
def test_other_files_are_not_identities(data: bytes, clock: FixedClock) -> None:
    with pytest.raises(DamagedError, match="not an identity file"):
        open_identity(data, PASSPHRASE, clock)


def test_a_file_altered_anywhere_never_opens_as_another(people: tuple[Person, ...], clock: FixedClock) -> None:
    whole = people[0].p12
    for at in range(0, len(whole), 23):
        altered = bytearray(whole)
        altered[at] ^= 0x20
        try:
            opened = open_identity(bytes(altered), PASSPHRASE, clock)
        except (DamagedError, NotAllowedError):
            continue
        # PKCS#12's checksum does not cover its own wrapping, so a few flips are harmless.
        assert opened == people[0].identity


def test_expired_and_not_yet_valid_identities_are_refused(people: tuple[Person, ...], clock: FixedClock) -> None:
    later = FixedClock(clock.now() + dt.timedelta(days=366 * 5))
    earlier = FixedClock(clock.now() - dt.timedelta(days=1))
    with pytest.raises(NotAllowedError, match="expired on 2031-11-21"):
        open_identity(people[0].p12, PASSPHRASE, later)
    with pytest.raises(NotAllowedError, match="not valid before 2026-11-21"):
        open_identity(people[0].p12, PASSPHRASE, earlier)


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("", "a@b.example"),
        ("   ", "a@b.example"),
        ("x" * 65, "a@b.example"),
        ("Zoe\u202ereversed", "a@b.example"),
        ("Zo\x00e", "a@b.example"),
        ("A", "a"),
        ("A", "a@"),
        ("A", "@b.example"),
        ("A", "a@b@c.example"),
        ("A", "a b@c.example"),
        ("A", "ä@b.example"),
        ("A", "a@b.example\x07"),
    ],
)
def test_names_and_addresses_that_cannot_stand_in_a_certificate(name: str, email: str, clock: FixedClock) -> None:
    with pytest.raises(NotAllowedError):
        generate_identity(name, email, clock)


def test_names_in_any_script_are_kept(clock: FixedClock) -> None:
    for name in ("李雷", "Иван Петров", "محمد", "نیک\u200cنام", "O\u2019Neill", "प्रज्ञा", "Zoe\u0308"):
        made = exported_identity(generate_identity(name, "a@b.example", clock), PASSPHRASE)
        opened = open_identity(made, PASSPHRASE, clock)
        assert opened.name == unicodedata.normalize("NFC", name)


def test_the_key_is_never_in_a_representation(people: tuple[Person, ...]) -> None:
    identity = people[0].identity
    assert str(identity.private_key)[2:20] not in repr(identity)
    assert "private_key" not in repr(identity)
    assert "Zoë Müller" in repr(identity)


def test_an_identity_is_exported_under_another_passphrase(people: tuple[Person, ...], clock: FixedClock) -> None:
    exported = exported_identity(people[0].identity, "quite another one")
    assert open_identity(exported, "quite another one", clock) == people[0].identity
    with pytest.raises(NotAllowedError):
        open_identity(exported, PASSPHRASE, clock)


def foreign(
    clock: FixedClock,
    *,
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey,
    usage: bool = True,
    legacy: bool = False,
) -> bytes:
    """A `.p12` as another program would make it."""
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Foreign")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(clock.now() - dt.timedelta(days=1))
        .not_valid_after(clock.now() + dt.timedelta(days=1))
        .add_extension(x509.KeyUsage(usage, False, not usage, *[False] * 6), critical=True)
        .sign(key, None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256())
    )
    encryption: serialization.KeySerializationEncryption = serialization.BestAvailableEncryption(b"foreign")
    if legacy:
        encryption = (
            serialization.PrivateFormat.PKCS12.encryption_builder()
            .key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC)
            .hmac_hash(hashes.SHA1())
            .build(b"foreign")
        )
    return pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, encryption)


def test_identities_made_elsewhere_open(clock: FixedClock) -> None:
    strong = rsa.generate_private_key(65537, 2048)
    opened = open_identity(foreign(clock, key=strong), "foreign", clock)
    assert (opened.name, opened.email, opened.holder.self_issued) == ("Foreign", "", True)
    assert open_identity(foreign(clock, key=strong, legacy=True), "foreign", clock).name == "Foreign"


def test_weak_and_unfit_identities_are_refused(clock: FixedClock) -> None:
    with pytest.raises(NotAllowedError, match="too weak"):
        open_identity(foreign(clock, key=rsa.generate_private_key(65537, 1024)), "foreign", clock)
    with pytest.raises(NotAllowedError, match="too weak"):
        open_identity(foreign(clock, key=ec.generate_private_key(ec.SECP224R1())), "foreign", clock)
    with pytest.raises(NotAllowedError, match="not meant for signing"):
        open_identity(foreign(clock, key=ec.generate_private_key(ec.SECP256R1()), usage=False), "foreign", clock)
    with pytest.raises(DamagedError, match="holds no key"):
        open_identity(foreign(clock, key=ed25519.Ed25519PrivateKey.generate()), "foreign", clock)


def test_certificates_without_a_key_are_no_identity(people: tuple[Person, ...], clock: FixedClock) -> None:
    only = pkcs12.serialize_key_and_certificates(
        b"x", None, certificate_of(people[0]), None, serialization.BestAvailableEncryption(b"foreign")
    )
    with pytest.raises(DamagedError, match="holds no key"):
        open_identity(only, "foreign", clock)


def test_identities_are_frozen(people: tuple[Person, ...]) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        people[0].identity.chain = ()  # type: ignore[misc]  # the point of the test
