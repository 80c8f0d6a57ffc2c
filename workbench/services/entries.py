"""What both teams enter by hand: totals of metrics, things done, how one lead counts; with a note and both names.

Nothing is overwritten: a later entry counts instead of an earlier one, which stays visible. Must not know either face.
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, get_args

from workbench.agreement.commitment import Commitment
from workbench.agreement.commitments import commitments, find
from workbench.agreement.lifecycle import in_force_on
from workbench.agreement.model import Agreement, read_agreement
from workbench.base.clock import Clock
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.services.standing import Standings

if TYPE_CHECKING:
    from workbench.storage.library import Library
    from workbench.storage.records.entries import Attestation, PeriodTotal, RowOverride, Said


@dataclass(frozen=True)
class BothSay:
    """What both teams say about an entry; none of it may be empty.

    Attributes:
        note: Why, or where it comes from.
        marketing: Name of the person who stands behind it for marketing.
        sales: Name of the person who stands behind it for sales.
    """

    note: str
    marketing: str
    sales: str


class Entries:
    """The entries of the open library's agreements."""

    def __init__(self, library: Library, clock: Clock) -> None:
        self._library = library
        self._standings = Standings(library, clock)

    def enter_total(
        self, agreement: str, commitment: str, period: str, value: Decimal | None, said: BothSay
    ) -> PeriodTotal:
        """Enter the value of a metric for a period; it counts instead of one entered before.

        Args:
            agreement: Its id.
            commitment: Id or label of the metric.
            period: `2026-10`, `2026-Q4`, `2026-W43` or `2026`, of the metric's own length.
            value: In the metric's own unit; nothing takes the value back.
            said: Where it comes from and who stands behind it.

        Raises:
            NotFoundError: No such agreement or commitment.
            NotAllowedError: Not a metric, a period of another length, or note or a name is missing.
            WorkbenchError: The period is not one.
        """
        from workbench.tracking.periods import Period  # noqa: PLC0415  (only where one is read)

        asked = Period.parse(period)
        one = self._commitment(agreement, commitment, "metric", asked.first)
        if asked.length != one.period:
            raise NotAllowedError(
                f"{one.label} is judged every {one.period}, and {asked.text} is a {asked.length}.",
                f"Write the period as {Period.holding(asked.first, one.period).text}.",
            )
        return self._library.totals.add(agreement, one.metric, asked.text, value, _said(said))

    def attest(
        self,
        agreement: str,
        commitment: str,
        day: dt.date,
        said: BothSay,
        *,
        pieces: int = 1,
        corrects: int | None = None,
    ) -> Attestation:
        """Say that a deliverable was done.

        Args:
            agreement: Its id.
            commitment: Id or label of the deliverable.
            day: When it was done, not in the future.
            said: What it is and where it is seen, and who stands behind it.
            pieces: How many; 0 takes back the entry it corrects.
            corrects: Number of the entry this one replaces.

        Raises:
            NotFoundError: No such agreement or commitment, or no such entry to correct.
            NotAllowedError: Not a deliverable, a day to come, or note or a name is missing.
            ConflictError: The other entry was corrected already.
        """
        one = self._commitment(agreement, commitment, "deliverable", day)
        if day > self._standings.today(self._contents(agreement, None)[0]):
            raise NotAllowedError(f"{day.isoformat()} is still to come.", "Enter what was done on the day it was done.")
        return self._library.attestations.add(agreement, one.metric, day, _said(said), pieces=pieces, corrects=corrects)

    def settle(self, agreement: str, commitment: str, lead: str, state: str, said: BothSay) -> RowOverride:
        """Settle how one lead counts for one commitment; what the dates say stays visible.

        Args:
            agreement: Its id.
            commitment: Id or label.
            lead: The lead's id, e-mail address, or identity in the log.
            state: `met`, `late`, `overdue`, `pending`, `excluded` or `unknown`; empty takes the settlement back.
            said: Why, and who agreed.

        Raises:
            NotFoundError: No such agreement, commitment or lead.
            NotAllowedError: Not a commitment about leads, no such state, or note or a name is missing.
        """
        from workbench.tracking.actuals import State  # noqa: PLC0415  (loads numpy)

        one = self._commitment(agreement, commitment)
        if one.kind in {"metric", "deliverable"}:
            raise NotAllowedError(f"{one.label} is not about leads.", "Enter its total, or attest what was done.")
        if state and state not in get_args(State):
            raise NotAllowedError(
                f"“{state[:40]}” is not how a lead can count.", f"Choose one of {', '.join(get_args(State))}."
            )
        return self._library.overrides.add(agreement, self._identity(agreement, lead), one.id, state, _said(said))

    def totals(self, agreement: str, *, history: bool = False) -> tuple[PeriodTotal, ...]:
        """The totals that count, or every one ever entered."""
        return self._library.totals.all(agreement, history=history)

    def attestations(self, agreement: str, *, history: bool = False) -> tuple[Attestation, ...]:
        """What was done, by day, or every entry ever made."""
        return self._library.attestations.all(agreement, history=history)

    def _contents(self, agreement: str, day: dt.date | None) -> list[Agreement]:
        """What the agreement says, as it counts first: in force on a day or now, signed, saved last, drafted."""
        library = self._library
        draft = read_agreement(library.drafts.get(agreement).content, "The draft")
        stand = self._standings.of(agreement, draft)
        first = in_force_on(stand.spans, day) if day is not None else None
        signed = [first, stand.in_force, stand.next, *reversed(stand.spans)]
        head = library.versions.head(agreement)
        saved = [read_agreement(library.versions.content(head.hash), "The agreement")] if head else []
        return [*(one.agreement for one in signed if one is not None), *saved, draft]

    def _commitment(self, agreement: str, wanted: str, kind: str = "", day: dt.date | None = None) -> Commitment:
        """A commitment as the scorecard calls it: labels belong to the version that judges."""
        contents = self._contents(agreement, day)
        for content in contents:
            with suppress(NotFoundError):
                one = find(commitments(content), wanted)
                break
        else:
            one = find(commitments(contents[0]), wanted)  # tells what there is
        if kind and one.kind != kind:
            raise NotAllowedError(f"{one.label} is not a {kind}.", f"Name a {kind} of this agreement.")
        return one

    def _identity(self, agreement: str, lead: str) -> str:
        """The identity in the log that an id, an address or an identity means."""
        known = self._library.actuals.log(agreement).identities
        for identity in (lead, f"id:{lead}", f"email:{lead.casefold()}"):
            if identity in known:
                return identity
        raise NotFoundError(f"There is no lead “{lead[:80]}” in this agreement's log.", "Import it first.")


def _said(said: BothSay) -> Said:
    from workbench.storage.records.entries import Said  # noqa: PLC0415  (the store's own shape)

    return Said(said.note, said.marketing, said.sales)
