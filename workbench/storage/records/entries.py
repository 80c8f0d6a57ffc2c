"""What both teams entered by hand: totals, things done, settled rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Said:
    """What both teams say about an entry by hand; none of it may be empty.

    Attributes:
        note: Why, or where it comes from.
        marketing_name: Who stands behind it for marketing.
        sales_name: Who stands behind it for sales.
    """

    note: str
    marketing_name: str
    sales_name: str


@dataclass(frozen=True)
class PeriodTotal:
    """The total of a metric in a period.

    Attributes:
        number: In the order of entry; the last one of a metric and period counts.
        batch: Number of the import that brought it; nothing when it was entered by hand, with both names.
    """

    agreement: str
    number: int
    metric: str
    period: str
    value: Decimal | None
    note: str
    marketing_name: str
    sales_name: str
    batch: int | None
    at: dt.datetime


@dataclass(frozen=True)
class Attestation:
    """Both teams say that something countable was done.

    Attributes:
        number: In the order of entry.
        key: Key of the deliverable or id of the commitment.
        done_on: The day it was done.
        pieces: How many; 0 takes back the one it corrects.
        corrects: Number of the entry it replaces.
    """

    agreement: str
    number: int
    key: str
    done_on: dt.date
    pieces: int
    note: str
    marketing_name: str
    sales_name: str
    corrects: int | None
    at: dt.datetime


@dataclass(frozen=True)
class RowOverride:
    """Both teams settle how one lead counts for one commitment.

    Attributes:
        number: In the order of entry; the last one of an identity and commitment counts.
        identity: As in the lead log.
        commitment: Id of the commitment.
        decision: The state it counts as; empty takes an earlier decision back.
    """

    agreement: str
    number: int
    identity: str
    commitment: str
    decision: str
    note: str
    marketing_name: str
    sales_name: str
    at: dt.datetime
