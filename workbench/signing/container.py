"""The bytes that hold a signature, which the signature itself cannot cover. Must not know the document around them.

Nothing else guards these bytes, so they must be written in the one way there is: hexadecimal digits of one letter case,
the signature's DER and then zeros; and inside, a message put together again from its parts must equal the one found.

Loads asn1crypto: import it where it is used.
"""

from __future__ import annotations

import re
from typing import Any

from asn1crypto import algos, cms, core, tsp, x509

from workbench.base.language import N_
from workbench.signing.der import element_length
from workbench.signing.findings import Finding, RefusedError, broken, unverifiable

SHA2 = ("sha256", "sha384", "sha512")
_DIGITS = re.compile(rb"(?:[0-9A-F]{2})+|(?:[0-9a-f]{2})+")
_KEY = re.compile(rb"/Contents\s*$")
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
    framed = data[start : start + 1] == b"<" and data[end - 1 : end] == b">"
    if not framed or _KEY.search(data, max(0, start - 20), start) is None or not _DIGITS.fullmatch(written):
        raise _malformed(role)
    held = bytes.fromhex(written.decode("ascii"))
    length = element_length(held)
    if length is None or length > len(held) or any(held[length:]):
        raise _malformed(role)
    return held[:length]


def message_finding(message: bytes, role: str) -> Finding | None:
    """What is wrong with how a signature's message is put together; None where it is as it must be."""
    found = cms.ContentInfo.load(message, strict=True)
    if found["content_type"].native != "signed_data" or len(found["content"]["signer_infos"]) != 1:
        return _malformed(role).finding
    signed = found["content"]
    signer = signed["signer_infos"][0]
    digest = signer["digest_algorithm"]["algorithm"].native
    if digest not in SHA2 or signer["signature_algorithm"].hash_algo not in SHA2:
        return unverifiable(N_("The signature for {role} uses a method that is not accepted."), role=role)
    if signer["signed_attrs"] is core.VOID or not _attributes_hold(signer):
        return unverifiable(N_("The signature for {role} is of a kind that cannot be verified here."), role=role)
    if _put_together(found, _certificate(signed, signer), digest).dump() != message:
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


def _put_together(found: Any, certificate: x509.Certificate, digest: str) -> cms.ContentInfo:
    """The message built anew from the parts that are signed or checked, so that no other part can vary."""
    signed, signer = found["content"], found["content"]["signer_infos"][0]
    parts = {
        "version": "v1",
        "sid": cms.SignerIdentifier(
            {
                "issuer_and_serial_number": cms.IssuerAndSerialNumber(
                    {"issuer": certificate.issuer, "serial_number": certificate.serial_number}
                )
            }
        ),
        "digest_algorithm": _same_form(signer["digest_algorithm"], algos.DigestAlgorithm, digest),
        "signed_attrs": signer["signed_attrs"],
        "signature_algorithm": _signature_algorithm(signer["signature_algorithm"]),
        "signature": signer["signature"].native,
    }
    if signer["unsigned_attrs"] is not core.VOID:
        parts["unsigned_attrs"] = signer["unsigned_attrs"]
    listed = signed["digest_algorithms"]
    return cms.ContentInfo(
        {
            "content_type": "signed_data",
            "content": cms.SignedData(
                {
                    "version": "v1",
                    "digest_algorithms": [_same_form(entry, algos.DigestAlgorithm, digest) for entry in listed][:1],
                    "encap_content_info": {"content_type": "data"},
                    "certificates": signed["certificates"],
                    "signer_infos": [cms.SignerInfo(parts)],
                }
            ),
        }
    )


def _signature_algorithm(found: Any) -> Any:
    if found["algorithm"].native == "rsassa_pss":
        return found  # its parameters take part in verifying
    return _same_form(found, algos.SignedDigestAlgorithm, found["algorithm"].native)


def _same_form(found: Any, kind: Any, name: str) -> Any:
    """An algorithm's identifier, with absent or NULL parameters as it was found; both are in use."""
    absent, null = kind({"algorithm": name}), kind({"algorithm": name, "parameters": core.Null()})
    return absent if found.dump() == absent.dump() else null


def _malformed(role: str) -> RefusedError:
    return RefusedError(broken(N_("The signature for {role} is not written as a signature is."), role=role))
