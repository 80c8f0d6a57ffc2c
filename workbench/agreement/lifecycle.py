"""How an agreement stands: draft, out for signature, in force, expired. Must not know where versions are kept."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.agreement.model import Agreement
from workbench.agreement.version import VersionHeader
from workbench.base.language import N_

Standing = Literal["draft", "for_signature", "signed", "in_force", "review_due", "expired"]

STANDING_LABEL: dict[Standing, str] = {
    "draft": N_("Draft"),
    "for_signature": N_("Out for signature"),
    "signed": N_("Signed"),
    "in_force": N_("In force"),
    "review_due": N_("Review due"),
    "expired": N_("Expired"),
}
REVIEW_AHEAD = dt.timedelta(days=7)
"""A review this near is said to be due."""


def required_roles(agreement: Agreement) -> tuple[str, ...]:
    """The roles that must sign before a version is in force."""
    return tuple(signer.role for signer in agreement.sign_off.signers if not signer.optional)


def missing_roles(agreement: Agreement, signed: Collection[str]) -> tuple[str, ...]:
    """Required roles that have not signed, in the document's order."""
    done = {role.casefold() for role in signed}
    return tuple(role for role in required_roles(agreement) if role.casefold() not in done)


def field_of_role(role: str) -> str:
    """Name of the signature field of a role: the role itself, without what a field's name cannot hold."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w -]", " ", role)).strip() or "Signer"


def role_of_field(agreement: Agreement, field: str) -> str:
    """The role that signs in a field; empty where the agreement knows none."""
    return next((one.role for one in agreement.sign_off.signers if field_of_role(one.role) == field), "")


@dataclass(frozen=True)
class SignedVersion:
    """A version that everybody required has signed, with the days it is in force.

    Attributes:
        header: Which version.
        agreement: Its content.
        first: First day in force.
        last: Last day in force, or nothing while no end is known.
    """

    header: VersionHeader
    agreement: Agreement
    first: dt.date
    last: dt.date | None


def in_force_spans(signed: Sequence[tuple[VersionHeader, Agreement]]) -> tuple[SignedVersion, ...]:
    """The completely signed versions with their days in force, in order.

    A version is in force from its own first day until the day before a later signed version begins, at most to its own
    last day. A later version that begins on or before an earlier one's first day replaces it altogether.

    Args:
        signed: Completely signed versions, lowest number first; those without a first day are left out.
    """
    dated = [(header, content) for header, content in signed if content.teams.effective_from]
    spans = []
    for index, (header, content) in enumerate(dated):
        first, last = content.teams.effective_from, content.teams.effective_until
        later = [other.teams.effective_from for _, other in dated[index + 1 :] if other.teams.effective_from]
        assert first is not None  # kept only with one
        if later:
            before = min(later) - dt.timedelta(days=1)
            last = before if last is None else min(last, before)
        if last is None or last >= first:
            spans.append(SignedVersion(header, content, first, last))
    return tuple(spans)


def in_force_on(spans: Sequence[SignedVersion], day: dt.date) -> SignedVersion | None:
    """The version in force on a day, if any."""
    return next((one for one in spans if one.first <= day and (one.last is None or day <= one.last)), None)


def standing(spans: Sequence[SignedVersion], *, out_for_signature: bool, today: dt.date) -> Standing:
    """How an agreement stands today.

    Args:
        spans: Its signed versions.
        out_for_signature: Whether its newest version for signature still waits for somebody.
        today: In the agreement's zone.
    """
    current = in_force_on(spans, today)
    if current:
        review = current.agreement.teams.review_date
        due = review is not None and today <= review <= today + REVIEW_AHEAD
        return "review_due" if due else "in_force"
    if any(one.first > today for one in spans):
        return "signed"
    if out_for_signature:
        return "for_signature"
    return "expired" if spans else "draft"
