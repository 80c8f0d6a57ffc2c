"""The bytes that hold a signature, which the signature itself cannot cover. Must not know the document around them.

Nothing else guards these bytes, so they must be written in the one way there is: hexadecimal digits of one letter case,
the signature's DER and then zeros; and inside, a message put together again from its parts must equal the one found.

Loads asn1crypto: import it where it is used.
"""

from __future__ import annotations

import re
from typing import Any

from asn1crypto import cms, core, tsp, x509

from workbench.base.language import N_
from workbench.signing.der import SEQUENCE, SET, element, element_length
from workbench.signing.findings import Finding, RefusedError, broken, unverifiable

SHA2 = ("sha256", "sha384", "sha512")
_DIGITS = re.compile(rb"(?:[0-9A-F]{2})+|(?:[0-9a-f]{2})+")
_VERSION_1 = b"\x02\x01\x01"
_NULL = b"\x05\x00"
_OCTETS = 0x04
_EXPLICIT = 0xA0
_NEEDED = {"content_type", "message_digest", "signing_certificate_v2"}


def message_at(data: bytes, gap: tuple[int, int], role: str) -> bytes:
    """The signature's DER bytes out of the gap between the two signed ranges.

    Args:
        data: The document.
        gap: Where the first range ends and the second begins.
        role: Whose signature, for what is said of it.

    Raises:
        RefusedError: The gap holds anything else, or holds it in another form.
    """
    start, end = gap
    written = data[start + 1 : end - 1]
    if data[start : start + 1] != b"<" or data[end - 1 : end] != b">" or not _DIGITS.fullmatch(written):
        raise _malformed(role)
    held = bytes.fromhex(written.decode("ascii"))
    length = element_length(held)
    if length is None or length > len(held) or any(held[length:]):
        raise _malformed(role)
    return held[:length]


def message_finding(message: bytes, role: str) -> Finding | None:
    """What is wrong with how a signature's message is put together; None where it is as it must be."""
    found = cms.ContentInfo.load(message, strict=True)
    signed, (signer, *_) = found["content"], found["content"]["signer_infos"]
    digest = signer["digest_algorithm"]["algorithm"].native
    if digest not in SHA2 or signer["signature_algorithm"].hash_algo not in SHA2:
        return unverifiable(N_("The signature for {role} uses a method that is not accepted."), role=role)
    if not _attributes_hold(signer):
        return unverifiable(N_("The signature for {role} is of a kind that cannot be verified here."), role=role)
    if _put_together(found, _certificate(signed, signer)) != message:
        return _malformed(role).finding
    return None


def _attributes_hold(signer: Any) -> bool:
    kinds = [attribute["type"].native for attribute in signer["signed_attrs"]]
    if not set(kinds) >= _NEEDED or len(kinds) != len(set(kinds)):
        return False
    by_kind = {attribute["type"].native: attribute["values"] for attribute in signer["signed_attrs"]}
    bound = by_kind["signing_certificate_v2"]
    if len(bound) != 1 or not isinstance(bound[0], tsp.SigningCertificateV2):
        return False
    if bound[0]["certs"][0]["hash_algorithm"]["algorithm"].native not in SHA2:
        return False
    loose = [] if signer["unsigned_attrs"] is core.VOID else [held["type"].native for held in signer["unsigned_attrs"]]
    return loose in ([], ["signature_time_stamp_token"])


def _certificate(signed: Any, signer: Any) -> x509.Certificate:
    """The signer's certificate; signing_certificate_v2 proves elsewhere that it is the one that was meant."""
    serial = signer["sid"].chosen["serial_number"].native
    for choice in signed["certificates"]:
        if choice.name == "certificate" and choice.chosen.serial_number == serial:
            return choice.chosen
    raise ValueError("the signer's certificate is not there")


def _put_together(found: Any, certificate: x509.Certificate) -> bytes:
    """The message built anew from the parts that are signed or checked, so that no other part can vary."""
    signed, signer = found["content"], found["content"]["signer_infos"][0]
    digest = _algorithm(signer["digest_algorithm"])
    holder = certificate["tbs_certificate"]
    loose = signer["unsigned_attrs"]
    signer_info = element(
        SEQUENCE,
        _VERSION_1,
        element(SEQUENCE, holder["issuer"].dump(), holder["serial_number"].dump()),
        digest,
        signer["signed_attrs"].dump(),
        _algorithm(signer["signature_algorithm"]),
        element(_OCTETS, signer["signature"].native),
        b"" if loose is core.VOID else loose.dump(),
    )
    signed_data = element(
        SEQUENCE,
        _VERSION_1,
        element(SET, _algorithm(signed["digest_algorithms"][0], signer["digest_algorithm"])),
        element(SEQUENCE, cms.ContentType("data").dump()),
        signed["certificates"].dump(),
        element(SET, signer_info),
    )
    return element(SEQUENCE, cms.ContentType("signed_data").dump(), element(_EXPLICIT, signed_data))


def _algorithm(found: Any, named: Any = None) -> bytes:
    """An algorithm's identifier, with absent or NULL parameters as it was found; both are in use.

    Args:
        found: The identifier as it was found.
        named: Another one that must name the same algorithm.
    """
    written = bytes(found.dump())
    if found["algorithm"].native == "rsassa_pss":
        return written  # its parameters take part in verifying
    name = (named or found)["algorithm"].dump()
    allowed = (element(SEQUENCE, name), element(SEQUENCE, name, _NULL))
    return written if written in allowed else allowed[0]


def _malformed(role: str) -> RefusedError:
    return RefusedError(broken(N_("The signature for {role} is not written as a signature is."), role=role))
