"""Which versions everybody required has signed, when each is in force, and how the agreement stands today.

Must not know either face.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from workbench.agreement.lifecycle import (
    SignedVersion,
    Standing,
    in_force_on,
    in_force_spans,
    missing_roles,
    required_roles,
    standing,
)
from workbench.agreement.model import Agreement, read_agreement
from workbench.base.clock import Clock

if TYPE_CHECKING:
    from workbench.storage.library import Library


@dataclass(frozen=True)
class Stand:
    """How one agreement stands.

    Attributes:
        word: In one word.
        spans: Its completely signed versions with their days in force.
        in_force: The one in force today.
        next: The next to be in force, where none is.
        missing: Roles still to sign on the newest version for signature that is not complete.
        signed: How many of its required roles have signed it.
    """

    word: Standing
    spans: tuple[SignedVersion, ...]
    in_force: SignedVersion | None
    next: SignedVersion | None
    missing: tuple[str, ...]
    signed: int = 0


class Standings:
    """Answers how agreements of the open library stand."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library = library
        self._clock = clock

    def of(self, agreement: str, draft: Agreement) -> Stand:
        """How an agreement stands today, in its own zone."""
        missing: tuple[str, ...] = ()
        waiting, signed = False, 0
        roles: dict[str, set[str]] = {}
        for one in self._library.signatures.of_agreement(agreement):
            roles.setdefault(one.version, set()).add(one.role)
        complete = []
        for header in self._library.versions.all(agreement):
            if header.kind != "for_signature":
                continue
            content = read_agreement(self._library.versions.content(header.hash), "The version")
            lacking = missing_roles(content, roles.get(header.hash, set()))
            waiting, missing = bool(lacking), lacking
            signed = len(required_roles(content)) - len(lacking)
            if not lacking and required_roles(content):
                complete.append((header, content))
        spans = in_force_spans(complete)
        today = self.today(draft)
        word = standing(spans, out_for_signature=waiting, today=today)
        current = in_force_on(spans, today)
        coming = min((one for one in spans if one.first > today), key=lambda one: one.first, default=None)
        return Stand(word, spans, current, coming, missing if waiting else (), signed if waiting else 0)

    def today(self, content: Agreement) -> dt.date:
        """Today's date on the agreement's wall clock."""
        return self._clock.now().astimezone(ZoneInfo(content.teams.time_zone or "UTC")).date()
