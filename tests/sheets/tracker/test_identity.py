"""Settled leads are found again in the rows of the tracker, however the log knows them."""

from __future__ import annotations

import dataclasses
import datetime as dt

import numpy as np

from tests.sheets.tracker.conftest import Written
from workbench.sheets.tracker.identity import SEPARATOR
from workbench.sheets.tracker.model import make_model
from workbench.tracking.actuals import Actuals, Settled
from workbench.tracking.leads import Column, LeadLog, Stamps, Words

IDENTITIES = ("email:s@x", "email+day:s@x 2026-02-05", "email:b@x", "email:c@x")
CREATED = [dt.datetime(2026, month, 5, 12, tzinfo=dt.UTC) for month in (1, 2, 3, 4)]


def test_a_settled_lead_is_written_as_its_row_has_it(practice: Written) -> None:
    subject = practice.model.subject
    promise = next(one for one in subject.commitments if one.kind not in {"metric", "deliverable"})
    columns: dict[str, Column] = {
        "email": Words(np.array([0, 0, 1, 2], np.int32), ("s@x", "b@x", "c@x")),
        "created_at": Stamps(np.array([int(one.timestamp()) for one in CREATED], np.int64)),
    }
    settled = tuple(Settled(promise.id, name, "met", "Agreed", "Elena", "Sam") for name in IDENTITIES)
    review = dataclasses.replace(subject.review, actuals=Actuals(LeadLog(IDENTITIES, columns), settled=settled))
    model = make_model(dataclasses.replace(subject, review=review), spare=3)
    rows = model.settled.key.value.tolist()
    assert rows[:2] == ["s@x 2026-01-05", "s@x 2026-02-05"]
    assert len(set(rows[:4])) == 4
    assert model.settled.keys.values.tolist() == [f"{promise.label}{SEPARATOR}{row}" for row in rows[:4]]
