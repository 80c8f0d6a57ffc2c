"""The history of lead types, worked out by hand: first match counts, unreadable and later ones do not."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from tests.tracking.sample import log, review
from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.lead_value import TypeHistory, values_from_history
from workbench.agreement.commitment import Filter
from workbench.tracking.leads import LARGEST
from workbench.tracking.type_history import type_histories

DEMO, ANY_EVENT = (Filter("source", ("Demo",)),), (Filter("source", ("Demo", "Fair")),)


def lead(source: str, qualified: str | None, won: str | None = None, amount: int | None = None) -> dict[str, Any]:
    return {"source": source, "qualified_at": qualified, "won_at": won, "amount": amount}


def test_each_lead_is_of_the_first_type_it_matches() -> None:
    day = "2026-03-02 10:00"
    rows = [
        *[lead("Demo", day) for _ in range(38)],
        lead("demo ", day, "2026-04-01 09:00", 900),
        lead("Demo", day, "2026-04-02 09:00", 700),
        lead("Demo", day, "2026-09-01 09:00", 5000),  # won after the day the data speaks for
        lead("Demo", None, "2026-04-02 09:00", 5000),  # never qualified
        *[lead("Fair", day, "2026-04-02 09:00", 100) for _ in range(2)],
        lead("Web", day, "2026-04-02 09:00"),  # won, for an amount nobody wrote down
        lead("Demo", day, "2026-04-02 09:00", 7000) | {"excluded": "test order"},
    ]
    found = type_histories(review(log(*rows), "2026-06-30"), [("Demo", DEMO), ("Event", ANY_EVENT)])
    assert found == (
        TypeHistory("Demo", 41, 2, 2, Decimal(1600)),
        TypeHistory("Event", 2, 2, 2, Decimal(200)),
        TypeHistory("", 1, 1, 0, Decimal(0)),
    )
    values = values_from_history(found)
    assert not isinstance(values, NotMeasurable)
    # 1600 / 41, and for the two of an event the value of all: five of 44 won, 1800 of the four whose amount is known
    pooled = Fraction(1800, 4) * Fraction(5, 44)
    assert [(one.value, one.pooled) for one in values[:2]] == [(Fraction(1600, 41), False), (pooled, True)]


def test_the_largest_amounts_add_up_exactly() -> None:
    most = LARGEST - 1
    rows = [lead("Demo", "2026-03-02 10:00", "2026-04-01 09:00", most) for _ in range(30)]
    assert type_histories(review(log(*rows), "2026-06-30"), [])[0].revenue == 30 * Decimal(most)
