"""Who a certificate speaks of, in the few words people compare. Must not know how certificates are read.

Everything here is a claim of whoever issued the certificate. A self-issued one is the holder's own claim; nothing in
this module turns a claim into trust.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Literal

from workbench.base.language import N_
from workbench.signing.wording import Phrase, phrase

Validity = Literal["valid", "not_yet_valid", "expired"]

_SAYS: dict[tuple[bool, Validity | Literal["expired_since"]], str] = {
    (True, "valid"): N_("self-issued"),
    (True, "not_yet_valid"): N_("self-issued, not yet valid on {day}"),
    (True, "expired"): N_("self-issued, expired on {last_day}"),
    (True, "expired_since"): N_("self-issued, expired on {last_day} after signing"),
    (False, "valid"): N_("issued by {issuer}, not checked here"),
    (False, "not_yet_valid"): N_("issued by {issuer}, not checked here, not yet valid on {day}"),
    (False, "expired"): N_("issued by {issuer}, not checked here, expired on {last_day}"),
    (False, "expired_since"): N_("issued by {issuer}, not checked here, expired on {last_day} after signing"),
}


@dataclass(frozen=True)
class Holder:
    """Who a certificate speaks of.

    Attributes:
        name: Common name of the subject; the whole subject where it has none.
        email: First e-mail address among the alternative names, else of the subject; empty where there is none.
        issuer: Common name of the issuer; the whole issuer where it has none.
        self_issued: The certificate is signed by its own key, so every claim in it is the holder's own.
        not_before: First instant of validity, UTC.
        not_after: Last instant of validity, UTC.
        fingerprint: SHA-256 of the certificate, 16 groups of 4 hexadecimal digits.
        key_fingerprint: SHA-256 of the public key alone, written the same way; equal for two certificates of one key.
        may_sign: Its key usage permits signing documents, and its key is of a kind and size accepted here.
    """

    name: str
    email: str
    issuer: str
    self_issued: bool
    not_before: dt.datetime
    not_after: dt.datetime
    fingerprint: str
    key_fingerprint: str
    may_sign: bool

    def validity(self, moment: dt.datetime) -> Validity:
        """Whether a moment lies in the certificate's validity."""
        if moment < self.not_before:
            return "not_yet_valid"
        return "expired" if moment > self.not_after else "valid"

    def described(self, signed_at: dt.datetime, now: dt.datetime) -> Phrase:
        """Who vouches for the name, and whether the certificate was valid when it was used.

        `self-issued` or `issued by X, not checked here`: no list of trusted issuers is shipped, and anybody can make
        an issuer of any name.

        Args:
            signed_at: When it was used.
            now: The present; a certificate that expired in between is said to have.
        """
        state: Validity | Literal["expired_since"] = self.validity(signed_at)
        if state == "valid" and self.validity(now) == "expired":
            state = "expired_since"
        return phrase(
            _SAYS[self.self_issued, state],
            issuer=self.issuer,
            day=signed_at.date().isoformat(),
            last_day=self.not_after.date().isoformat(),
        )


def grouped(digest: bytes) -> str:
    """A digest as groups of four upper-case hexadecimal digits, as people read it to each other on the phone."""
    digits = digest.hex().upper()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def fingerprint(certificate: bytes) -> str:
    """SHA-256 of a certificate's DER bytes, 16 groups of 4 hexadecimal digits."""
    return grouped(hashlib.sha256(certificate).digest())
