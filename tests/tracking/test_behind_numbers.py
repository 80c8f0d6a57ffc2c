"""What stands behind a number: from day to day, by how long it took, by what leads have in common."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from tests.tracking.sample import RESPONSE, VOLUME, clock, log, made, only, review
from workbench.fields.value import Duration
from workbench.tracking.actuals import Actuals, Done, Settled, State
from workbench.tracking.breakdown import Part, by_attempts, by_empty_field, by_word
from workbench.tracking.evidence import evidence
from workbench.tracking.running import running
from workbench.tracking.spread import spread

LEADS = log(
    {"handed_over_at": "2026-11-02 09:00", "first_touch_at": "2026-11-02 09:10", "source": "Fair", "attempts": 1},
    {"handed_over_at": "2026-11-02 09:00", "first_touch_at": "2026-11-02 10:59", "source": "fair ", "attempts": 3},
    {"handed_over_at": "2026-11-02 09:00", "first_touch_at": "2026-11-02 11:01", "source": "Web", "attempts": 9},
    {"handed_over_at": "2026-11-03 16:30", "first_touch_at": "2026-11-05 09:00", "source": None, "attempts": 2},
    {"handed_over_at": "2026-11-04 09:00", "source": "Fair", "attempts": 0},
    {"handed_over_at": "2026-11-05 17:00", "source": "Web"},
)  # fmt: skip
NOW = "2026-11-05 18:00"
NOVEMBER = "2026-11"
OVERDUE: tuple[State, ...] = ("overdue",)


def test_a_share_from_day_to_day_ends_at_the_scorecards_number() -> None:
    given = review(LEADS, NOW, NOVEMBER)
    found = running(RESPONSE, given, NOVEMBER)
    assert (len(found.days), found.days[0], found.days[-1]) == (21, dt.date(2026, 11, 2), dt.date(2026, 11, 30))
    # Tuesday's lead was late at 18:00 of that day plus half an hour of the next; Wednesday's is overdue on Wednesday
    assert found.values == (Decimal(2) / 3, Decimal(2) / 3, Decimal(2) / 5, Decimal(2) / 5)
    assert found.values[-1] == only(RESPONSE, given).value


def test_a_count_grows_and_work_can_be_stopped_between_days() -> None:
    leads = log({"qualified_at": "2026-11-02 09:00"}, {"qualified_at": "2026-11-07"}, {"qualified_at": "2026-11-09"})
    given = review(leads, "2026-11-09", NOVEMBER)
    found = running(VOLUME, given, NOVEMBER)
    assert found.values == (Decimal(1), Decimal(1), Decimal(1), Decimal(1), Decimal(1), Decimal(3))

    class StopError(Exception):
        pass

    def stop() -> None:
        raise StopError

    with pytest.raises(StopError):
        running(VOLUME, given, NOVEMBER, stop)


def test_things_done_grow_too() -> None:
    done = (Done("calls", dt.date(2026, 11, 3), 2), Done("calls", dt.date(2026, 11, 5)))
    given = review(log(), "2026-11-06", NOVEMBER, actuals=Actuals(done=done))
    calls = made(VOLUME, kind="deliverable", metric="calls", anchor="", needs=(), unit="pieces")
    assert running(calls, given, NOVEMBER).values == tuple(map(Decimal, (0, 2, 2, 3, 3)))


def test_classes_of_working_time_add_up_to_the_states() -> None:
    found = spread(evidence(RESPONSE, review(LEADS, NOW, NOVEMBER)))
    assert found is not None
    assert (found.step, found.target, found.reach) == (900, 8, 4 * 3600)
    assert found.counts == (1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0)
    assert (found.beyond, found.unanswered) == (1, 1)


def test_a_settled_lead_stands_on_its_own_side_of_the_target() -> None:
    settled = (Settled(RESPONSE.id, "id:3", "met", "The line was down", "Ana", "Bo"),)
    found = spread(evidence(RESPONSE, review(LEADS, NOW, NOVEMBER, actuals=Actuals(LEADS, settled=settled))))
    assert found is not None
    assert (sum(found.counts[:8]), sum(found.counts[8:])) == (3, 0)


def test_classes_of_working_days_have_the_target_after_the_nth_day() -> None:
    leads = log(
        {"handed_over_at": "2026-11-06 10:00", "first_touch_at": "2026-11-06 12:00"},
        {"handed_over_at": "2026-11-06 10:00", "first_touch_at": "2026-11-09 12:00"},
        {"handed_over_at": "2026-11-06 10:00", "first_touch_at": "2026-11-09 19:00"},  # after Monday's closing
        {"handed_over_at": "2026-11-07 10:00", "first_touch_at": "2026-11-11 12:00"},
    )
    by_day = made(RESPONSE, clock=clock("handed_over_at", ("first_touch_at",), Duration(1, "business_days")))
    found = spread(evidence(by_day, review(leads, "2026-11-30", NOVEMBER)))
    assert found is not None
    assert (found.step, found.target, found.reach) == (0, 2, 5)
    assert found.counts == (1, 1, 1, 1, 0)
    assert spread(evidence(VOLUME, review(log({"qualified_at": NOW}), NOW, NOVEMBER))) is None


def test_leads_by_word_whatever_their_spelling_and_the_rest_together() -> None:
    found = evidence(RESPONSE, review(LEADS, NOW, NOVEMBER))
    assert by_word(found, "source") == (Part("Fair", 3), Part("Web", 2), Part("", 1))
    assert by_word(found, "source", 2) == (Part("Fair", 3), Part("", 3, rest=True))
    assert by_word(found.only(OVERDUE), "source") == (Part("Fair", 1),)
    assert by_word(found, "campaign") == (Part("", 6),)


def test_leads_by_attempts_and_by_what_they_lack() -> None:
    found = evidence(RESPONSE, review(LEADS, NOW, NOVEMBER))
    assert by_attempts(found, 3) == (Part("0", 1), Part("1", 1), Part("2", 1), Part("3", 2))
    filled = made(
        VOLUME,
        kind="completeness",
        unit="share",
        anchor="handed_over_at",
        needs=(),
        required_fields=("source", "email"),
    )
    given = review(
        log(*[{"handed_over_at": NOW, "source": word, "email": None} for word in ("a", None)]), NOW, NOVEMBER
    )
    assert by_empty_field(evidence(filled, given)) == (Part("email", 2), Part("source", 1))
