"""Signatures and the certificates expected of people."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

SigningMethod = Literal["digital", "paper"]
"""A signature inside the PDF, or a scan of a signed print kept as evidence."""


@dataclass(frozen=True)
class NewSignature:
    """One signature to be recorded.

    Attributes:
        role: The signer's role in the agreement.
        signer: Name.
        email: As the certificate or the person gives it; may be empty on paper.
        signed_at: The signer's clock, or the day on the paper.
        fingerprint: SHA-256 of the certificate in hexadecimal, grouped or not; empty on paper.
        method: How it was made.
    """

    role: str
    signer: str
    email: str
    signed_at: dt.datetime
    fingerprint: str
    method: SigningMethod = "digital"


@dataclass(frozen=True)
class Signature:
    """One recorded signature.

    Attributes:
        number: In the order of recording, over the whole library.
        version: Hash of the signed version.
        pdf: SHA-256 of the kept file.
        recorded_at: When it was recorded here.
    """

    number: int
    version: str
    role: str
    signer: str
    email: str
    signed_at: dt.datetime
    fingerprint: str
    method: SigningMethod
    pdf: str
    recorded_at: dt.datetime


@dataclass(frozen=True)
class Pin:
    """The certificate that is expected of a person in a role.

    Attributes:
        role: Role in an agreement.
        email: Lower case.
        fingerprint: SHA-256 of the certificate, 64 lower-case digits.
        name: The signer's name on it.
        at: Since when it is expected.
        note: Why it replaced another; empty for the first, which was taken on trust.
    """

    role: str
    email: str
    fingerprint: str
    name: str
    at: dt.datetime
    note: str
