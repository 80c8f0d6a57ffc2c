"""Leads of which nothing happened any more once an agreement began."""

from __future__ import annotations

import numpy as np

from tests.tracking.sample import instant, log
from workbench.tracking.early import wholly_before
from workbench.tracking.leads import UNREADABLE, LeadLog, Stamps

FIRST = instant("2026-01-01 00:00")


def test_a_lead_is_early_only_when_all_its_dates_are() -> None:
    leads = log(
        {"qualified_at": "2025-12-30 10:00", "handed_over_at": "2025-12-31 23:59"},
        {"qualified_at": "2025-12-30 10:00", "handed_over_at": "2026-01-01 00:00"},
        {"qualified_at": "2025-12-30 10:00"},
        {"source": "Webinar"},
        {"handed_over_at": "2026-02-01 10:00"},
    )
    assert wholly_before(leads, FIRST) == 2


def test_what_cannot_be_read_is_no_date() -> None:
    early, lost = instant("2025-12-30 10:00"), UNREADABLE
    leads = LeadLog(["id:1", "id:2"], {"qualified_at": Stamps(np.array([early, lost], np.int64))})
    assert wholly_before(leads, FIRST) == 1
    assert wholly_before(LeadLog([], {}), FIRST) == 0
