"""The days on which both teams review the agreement, as its meetings say. Must not know sheets."""

from __future__ import annotations

import datetime as dt

from workbench.agreement.model import Agreement
from workbench.agreement.occasions import MONTHS, repeated


def review_days(agreement: Agreement, last: dt.date) -> list[tuple[dt.date, str]]:
    """Each day with the meeting's name, in order, up to a day.

    Monthly and rarer meetings are reviews; where there are none, the more frequent ones are; else the review date.
    """
    dated = [(one.first, one) for one in agreement.governance.meetings if one.first]
    chosen = [pair for pair in dated if pair[1].cadence in MONTHS] or dated
    found = sorted((day, one.name) for first, one in chosen for day in repeated(first, one.cadence or "weekly", last))
    single = agreement.teams.review_date
    return found or ([(single, "")] if single else [])
