"""Two agreements side by side: numbers with their difference, promises as sentences, rows that came and went."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from workbench.agreement.comparison import Compared, NumberRow, TextRow, compare
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.workshop import SectionState
from workbench.base.language import language
from workbench.base.places import resource
from workbench.fields.path import get, insert_row, move_row, put, remove_row
from workbench.fields.value import Duration


@pytest.fixture(scope="module")
def agreed() -> Agreement:
    return read_agreement(resource("practice", "agreement.json").read_bytes())


def changed(agreed: Agreement, **values: Any) -> Compared:
    after = agreed
    for path, value in values.items():
        after = put(after, path, value)
    return compare(agreed, after, language())


def number(found: Compared) -> NumberRow:
    (row,) = found.numbers
    return row


def text(found: Compared) -> TextRow:
    (row,) = found.texts
    return row


def test_equal_agreements_have_nothing_to_show(agreed: Agreement) -> None:
    found = compare(agreed, agreed, language())
    assert found.is_equal
    assert (found.numbers, found.texts, found.workshop) == ((), (), 0)
    assert len(found.same) > 100


@pytest.mark.parametrize(
    ("path", "value", "before", "after", "change"),
    [
        ("volumes.volume_targets[mql].amount", 260, "240 leads", "260 leads", "+20, +8.3%"),
        ("volumes.quality_targets[all].share", Decimal("0.8"), "75%", "80%", "+5 points"),
        ("volumes.quality_targets[all].share", Decimal("0.76"), "75%", "76%", "+1 point"),
        ("volumes.revenue_goal", Decimal(3_800_000), "€3,900,000", "€3,800,000", "−€100,000, −2.6%"),
        ("follow_up.tiers[b].target", Duration(2, "hours"), "4 business hours", "2 business hours", "−2, −50%"),
        ("follow_up.tiers[b].target", Duration(1, "business_days"), "4 business hours", "1 business day",
         "unit changed"),
        ("teams.effective_from", dt.date(2026, 2, 1), "1 January 2026", "1 February 2026", "+31 days"),
        ("teams.effective_until", dt.date(2026, 12, 31), "", "31 December 2026", "new"),
        ("volumes.ceiling", None, "300 leads", "", "taken out"),
    ],
)  # fmt: skip
def test_a_number_says_by_how_much_it_changed(
    agreed: Agreement, path: str, value: Any, before: str, after: str, change: str
) -> None:
    row = number(changed(agreed, **{path: value}))
    assert (row.path, row.before, row.after, row.change) == (path, before, after, change)


def test_a_number_is_called_by_its_promise_and_counts_no_longer_as_the_same(agreed: Agreement) -> None:
    found = changed(agreed, **{"volumes.volume_targets[mql].amount": 260})
    placed = number(found).placed
    assert (placed.section, placed.label, placed.side) == (6, "M-2", "marketing")
    assert placed.title == "MQL delivered: Leads per period"
    assert number(found).path not in {row.path for row in found.same}


def test_a_promise_is_compared_as_the_sentence_it_prints_as(agreed: Agreement) -> None:
    row = text(changed(agreed, **{"volumes.volume_targets[mql].amount": 260}))
    assert (row.how, row.placed.label, row.placed.title) == ("changed", "M-2", "MQL delivered")
    assert row.runs[:4] == (
        ("same", "Marketing delivers each month at least "), ("removed", "240"), ("same", " "), ("inserted", "260"),
    )  # fmt: skip


def test_what_a_sentence_does_not_say_stands_by_itself(agreed: Agreement) -> None:
    row = text(changed(agreed, **{"follow_up.tiers[a].owner": "samir"}))
    assert row.placed.title == "Tier A: Owner"
    assert [run for run in row.runs if run[1].strip()] == [("removed", "Oskar Hanke"), ("inserted", "Samir Haddad")]


def test_a_new_name_of_a_team_shows_in_every_sentence_that_has_it_in_document_order(agreed: Agreement) -> None:
    found = changed(agreed, **{"teams.sales_name": "Field sales"})
    labels = [row.placed.label for row in found.texts if row.placed.label]
    assert labels == [f"S-{n}" for n in range(1, 12)]
    assert [row.placed.section for row in found.texts] == sorted(row.placed.section for row in found.texts)


def test_a_promise_that_came_or_went_is_shown_whole(agreed: Agreement) -> None:
    path = "working_together.deliverables"
    row = get(agreed, f"{path}[content]")
    added = compare(agreed, insert_row(agreed, path, dataclasses.replace(row, key="new")), language())
    assert [one.how for one in added.texts] == ["added"]
    ((kind, words),) = added.texts[0].runs
    assert kind == "inserted"
    assert words.startswith("Marketing provides each quarter at least 6 usable content pieces")
    assert "Owner: Marta Lindgren." in words
    gone = compare(agreed, remove_row(agreed, path, "content"), language())
    ((kind, again),) = gone.texts[0].runs
    assert (gone.texts[0].how, kind, again) == ("removed", "removed", words)


def test_a_row_that_is_no_promise_is_shown_with_its_fields(agreed: Agreement) -> None:
    row = text(compare(agreed, remove_row(agreed, "goals.goals", "cac"), language()))
    assert (row.how, row.placed.title) == ("removed", "Goal: Cost of winning one customer")
    assert "Target: 5,200." in row.runs[0][1]


def test_another_order_is_said_once(agreed: Agreement) -> None:
    row = text(compare(agreed, move_row(agreed, "goals.goals", "cac", 0), language()))
    assert row.how == "moved"
    assert row.runs[0][1].startswith("Cost of winning one customer, ")


def test_prose_is_compared_word_by_word(agreed: Agreement) -> None:
    after = put(agreed, "teams.pledge", agreed.teams.pledge + " Always.")
    row = text(compare(agreed, after, language()))
    assert row.placed.title == "Cooperation pledge"
    assert row.runs[-1] == ("inserted", "Always.")


def test_the_record_of_the_workshop_is_counted_only(agreed: Agreement) -> None:
    found = compare(agreed, insert_row(agreed, "workshop.sections", SectionState("goals", state="draft")), language())
    assert found.is_equal
    assert found.workshop == 1


def test_everything_that_differs_is_told_somewhere(agreed: Agreement) -> None:
    """An agreement against an empty one: each section that has anything is there."""
    found = compare(Agreement(format=1, title="Empty"), agreed, language())
    rows: list[TextRow | NumberRow] = [*found.texts, *found.numbers]
    sections = {row.placed.section for row in rows}
    assert sections == set(range(13))
