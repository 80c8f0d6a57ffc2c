"""The order of overdue leads: by deadline, then by row, told apart by more than programs round away."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from tests.sheets.tracker.conftest import Written
from workbench.sheets.tracker.model import make_model
from workbench.sheets.tracker.told import NEVER, gaps
from workbench.tracking.actuals import Actuals
from workbench.tracking.leads import LeadLog

TAKEN_FOR_EQUAL = 2.0**-48
"""Relative difference below which LibreOffice takes two numbers for one."""


def test_the_longest_open_comes_first(practice: Written) -> None:
    found = gaps(practice.model)
    assert found is not None
    there = found.key.values < NEVER
    assert there.any()
    assert (found.promise.values[there] > 0).all()
    order = np.argsort(found.key.values[there])
    assert (np.diff(found.due.values[there][order]) >= 0).all()


def test_leads_with_one_deadline_are_told_apart(practice: Written) -> None:
    subject = practice.model.subject
    once = subject.review.actuals.leads
    known: dict[str, Any] = dict(once.columns)
    columns = {name: dataclasses.replace(one, values=np.repeat(one.values, 3)) for name, one in known.items()}
    thrice = LeadLog(tuple(f"{name}-{copy}" for name in once.identities for copy in range(3)), columns)
    review = dataclasses.replace(subject.review, actuals=Actuals(thrice))
    found = gaps(make_model(dataclasses.replace(subject, review=review), spare=3))
    assert found is not None
    keys = np.sort(found.key.values[found.key.values < NEVER])
    assert (np.diff(np.floor(keys)) == 0).any()
    assert (np.diff(keys) > TAKEN_FOR_EQUAL * keys[1:]).all()
