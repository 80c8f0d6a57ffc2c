"""What really happened, as the checks take it: the lead log, period totals, things done, and rows both teams settled.

Must not know where these are kept or which commitments they are held against.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from workbench.tracking.leads import NO_LEADS, LeadLog

State = Literal["met", "late", "overdue", "pending", "excluded", "unknown"]


@dataclass(frozen=True)
class PeriodTotal:
    """A metric's value for a period, where no lead rows lie behind it.

    Attributes:
        metric: Key of the metric, as in `Commitment.metric`.
        period: Written as `Period.text`.
        value: In the metric's own unit.
        note: Where the number comes from.
    """

    metric: str
    period: str
    value: Decimal
    note: str = ""


@dataclass(frozen=True)
class Done:
    """Something done by one team for the other.

    Attributes:
        metric: Key of the deliverable, as in `Commitment.metric`.
        day: The day it was done.
        count: How many.
        note: What, and where it is seen.
        marketing: Marketing attests it.
        sales: Sales attests it.
    """

    metric: str
    day: dt.date
    count: int = 1
    note: str = ""
    marketing: bool = True
    sales: bool = True

    @property
    def attested(self) -> bool:
        """Whether both teams attest it; otherwise it does not count."""
        return self.marketing and self.sales


@dataclass(frozen=True)
class Settled:
    """How both teams settled the dispute over one lead; it replaces the state the dates give, which stays visible.

    Attributes:
        commitment: Id of the commitment it is settled for.
        identity: The lead's identity in the log.
        state: What it counts as.
        note: Why.
        marketing: Name of the person who agreed for marketing.
        sales: Name of the person who agreed for sales.
    """

    commitment: str
    identity: str
    state: State
    note: str
    marketing: str
    sales: str


@dataclass(frozen=True, eq=False)
class Actuals:
    """All that a check looks at.

    Attributes:
        leads: The folded lead log.
        totals: Period totals; of several for one metric and period the last counts.
        done: Things done.
        settled: Disputes that both teams settled; those without a note or a name do not count.
    """

    leads: LeadLog = NO_LEADS
    totals: tuple[PeriodTotal, ...] = ()
    done: tuple[Done, ...] = ()
    settled: tuple[Settled, ...] = ()
