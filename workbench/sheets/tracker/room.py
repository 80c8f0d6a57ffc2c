"""How many empty rows a tracker needs, so that a team can go on typing for a year without asking for a new one.

Protected sheets do not grow tables, and LibreOffice never does, so every row has to be there, formulas and all. Must
not know how rows are written.
"""

from __future__ import annotations

import numpy as np

from workbench.sheets.tracker.subject import Subject

LEAST, MOST = 400, 5_000
"""Of empty rows nobody asked for. More than that is slow to open everywhere, and can be asked for."""
STEP = 100
MARGIN = 1.25
"""More leads come than are promised, and more than came before."""
A_YEAR = {"week": 52, "month": 12, "quarter": 4, "year": 1}
YEAR_DAYS, SEEN_DAYS = 365, 90
"""How far ahead, and how many days of leads that came say how many will come."""


def rows_for_a_year(subject: Subject) -> int:
    """Empty rows for the leads of a year: of those promised or of those that came, whichever are more."""
    wanted = MARGIN * max(_promised(subject), _coming(subject))
    return min(max(STEP * int(np.ceil(wanted / STEP)), LEAST), MOST)


def _promised(subject: Subject) -> float:
    """Leads a year of the largest promise of a number of leads."""
    counts = [one for one in subject.commitments if one.kind == "volume"]
    return max((float(one.target or 0) * A_YEAR[one.period] for one in counts), default=0.0)


def _coming(subject: Subject) -> float:
    """Leads a year at the pace of those created in the last months before the as-of instant."""
    review = subject.review
    log, until = review.actuals.leads, review.moment.last
    if not log.has("created_at"):
        return 0.0
    created = log.stamps("created_at")
    seen = np.count_nonzero((created > until - SEEN_DAYS * 86_400) & (created <= until))
    return float(seen) * YEAR_DAYS / SEEN_DAYS
