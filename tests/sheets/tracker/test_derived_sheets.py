"""Follow-up, quality, funnel, value and capacity say what a plain count, and the agreement's own calculators, say."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.sheets.tracker.making import subject_of
from tests.sheets.tracker.workbook import opened_bytes
from workbench.agreement.calculators.answer import NotMeasurable
from workbench.agreement.calculators.lead_value import TypeHistory, values_from_history
from workbench.agreement.commitments import commitments
from workbench.agreement.funnel_stages import funnel_stages
from workbench.agreement.model import Agreement, read_agreement
from workbench.agreement.sections.teams import Segment
from workbench.agreement.terms import ScopeFilter
from workbench.agreement.volume_plan import monthly_capacity
from workbench.base.places import resource
from workbench.fields.path import put
from workbench.sheets.reading import read_table
from workbench.sheets.tracker.model import make_model
from workbench.sheets.tracker.writer import write_model
from workbench.tracking.actuals import Actuals
from workbench.tracking.agreed import agreed_review
from workbench.tracking.evidence import evidence
from workbench.tracking.lead_flow.counted import everybody
from workbench.tracking.lead_flow.funnel import funnel
from workbench.tracking.leads import SCALE, LeadLog
from workbench.tracking.percentile import percentile
from workbench.tracking.review import InForce, Review

AS_OF = dt.date(2026, 5, 20)
BEGAN = dt.date(2026, 1, 1)
DACH = ("de", "AT", "CH")
Rows = list[tuple[Any, ...]]


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    """The practice agreement with a segment that is told by two columns."""
    found = read_agreement(resource("practice", "agreement.json").read_bytes())
    dach = Segment("dach", "Plan, DACH", values=("Plan",), scope=(ScopeFilter("land", "country", "", DACH),))
    found = dataclasses.replace(found, teams=dataclasses.replace(found.teams, segments=(*found.teams.segments, dach)))
    return put(found, "lead_definitions.fit[size].segments", ("dach",))


@pytest.fixture(scope="module")
def review(agreement: Agreement) -> Review:
    log = read_table(Path(str(resource("practice", "crm_export.xlsx"))), zone="Europe/Berlin").leads
    return agreed_review(agreement, Actuals(log.take(np.arange(0, len(log), 3))), AS_OF, in_force=InForce(BEGAN))


@pytest.fixture(scope="module")
def book(agreement: Agreement, review: Review) -> Any:
    return book_of(agreement, review)


def book_of(agreement: Agreement, review: Review) -> Any:
    subject = subject_of(list(commitments(agreement)), review, agreement=agreement)
    return opened_bytes(write_model(make_model(subject, spare=2)), values=True)


def rows(book: Any, name: str) -> Rows:
    return [row[1:] for row in book[name].iter_rows(values_only=True)]


def table(book: Any, name: str, first: str) -> Iterator[dict[Any, Any]]:
    """The rows below the header that begins with a word, until one names nothing; cells by their header."""
    found = rows(book, name)
    header = next(place for place, row in enumerate(found) if row[0] == first)
    for row in found[header + 1 :]:
        if row[0] is None and row[1] is None:
            return
        names = [name or place for place, name in enumerate(found[header])]
        yield dict(zip(names, row, strict=True))


def counted(review: Review) -> Iterator[tuple[LeadLog, int]]:
    log = review.actuals.leads
    for lead in range(len(log)):
        if not log.text("excluded", lead).strip():
            yield log, lead


def in_force(review: Review, log: LeadLog, field: str, lead: int) -> bool:
    instant = happened(review, log, field, lead)
    return instant > 0 and dt.datetime.fromtimestamp(instant, review.days.zone).date() >= BEGAN


def happened(review: Review, log: LeadLog, field: str, lead: int) -> int:
    """When a date of a lead was, 0 for not yet, -1 for unreadable."""
    instant = int(review.view.moments(field).instants[lead]) if log.has(field) else 0
    if review.view.unreadable(field)[lead]:
        return -1
    return max(0, instant)


def test_the_funnel_counts_who_went_on(agreement: Agreement, review: Review, book: Any) -> None:
    stages = funnel_stages(agreement)
    assert [one.before for one in stages] == [None, 0, 1, 2, 3, 4]
    found = list(table(book, "Funnel", "All leads"))
    assert [row["All leads"] for row in found] == [one.name for one in stages]
    for row, stage in zip(found, stages, strict=True):
        leads = [lead for log, lead in counted(review) if in_force(review, log, stage.field, lead)]
        assert row["Leads"] == len(leads)
        if stage.before is None:
            continue
        before = stages[stage.before].field
        entered = [lead for log, lead in counted(review) if in_force(review, log, before, lead)]
        when = [happened(review, review.actuals.leads, stage.field, lead) for lead in entered]
        known, went = [one for one in when if one >= 0], [one for one in when if one > 0]
        assert (row["Of"], row["Went on"]) == (len(known), len(went))
        assert row["Step rate"] == pytest.approx(len(went) / len(known))
        agreed = stage.agreed("")
        assert row["Agreed"] == (None if agreed is None else pytest.approx(float(agreed)))
    counted_here = funnel(stages, review, everybody(review))
    assert [row["Leads"] for row in found] == [step.leads for step in counted_here]
    assert [row["Of"] for row in found] == [step.of for step in counted_here]
    assert [row["Went on"] or 0 for row in found] == [step.went for step in counted_here]
    gaps = {row["All leads"]: row["Gap"] for row in found if row["Gap"] not in {None, ""}}
    weakest = [row["All leads"] for row in found if "weakest step" in row.values()]
    assert weakest == [min(gaps, key=lambda name: gaps[name])]


def test_the_funnel_of_a_segment_holds_its_leads(agreement: Agreement, review: Review, book: Any) -> None:
    log = review.actuals.leads
    for segment in agreement.teams.segments:
        wanted = {value.casefold() for value in segment.values}
        found = list(table(book, "Funnel", segment.name))
        lands = {value.casefold() for part in segment.scope for value in part.values}
        for row, stage in zip(found, funnel_stages(agreement), strict=True):
            leads = [
                lead
                for _, lead in counted(review)
                if in_force(review, log, stage.field, lead)
                and log.text("segment", lead).strip().casefold() in wanted
                and (not lands or log.text("country", lead).strip().casefold() in lands)
            ]
            assert row["Leads"] == len(leads)
            assert sum(row[month] or 0 for month in ("Jan", "Feb", "Mar", "Apr", "May")) == len(leads)


def test_the_definitions_say_who_is_in_a_segment_and_for_whom_a_criterion_holds(book: Any) -> None:
    said = {row[1]: row[2] for row in book["Definitions"].iter_rows(values_only=True) if row[1]}
    assert said["Plan, DACH"] == "Segment is “Plan”; Country is “de”, “AT” or “CH”"
    fits = [row[2] for row in book["Definitions"].iter_rows(values_only=True) if row[1] == "Fits: all of these"]
    assert fits[0] == "The company has at least 30 employees (Company size is at least 30; only for Plan, DACH)"
    assert "only for" not in fits[1]


def test_the_value_of_a_lead_type_is_the_calculators(agreement: Agreement, review: Review, book: Any) -> None:
    log, typed = review.actuals.leads, agreement.volumes.lead_types
    qualified = [lead for log, lead in counted(review) if in_force(review, log, "qualified_at", lead)]
    amounts = log.amounts("amount")

    def history(name: str, leads: list[int]) -> TypeHistory:
        won = [lead for lead in leads if happened(review, log, "won_at", lead) > 0]
        paid = [Decimal(int(amounts[lead])) / SCALE for lead in won if amounts[lead] >= 0]
        return TypeHistory(name, len(leads), len(won), len(paid), sum(paid, Decimal(0)))

    parts = []
    for one in typed:
        wanted = {value.casefold() for value in one.scope[0].values}
        parts.append(history(one.name, [x for x in qualified if log.text("source", x).strip().casefold() in wanted]))
    rest = history("", qualified)
    others = TypeHistory(
        "others", rest.leads - sum(one.leads for one in parts), rest.won - sum(one.won for one in parts),
        rest.paid - sum(one.paid for one in parts), rest.revenue - sum((one.revenue for one in parts), Decimal(0)),
    )  # fmt: skip
    values = values_from_history([*parts, others])
    assert not isinstance(values, NotMeasurable)
    found = list(table(book, "Value", "Lead type"))
    assert [row["Lead type"] for row in found] == [*(one.name for one in typed), "All qualified leads"]
    assert found[-1]["Leads"] == len(qualified)
    for row, part, value, kind in zip(found, parts, values, typed, strict=False):
        assert (row["Leads"], row["Won"]) == (part.leads, part.won)
        assert row["Value per lead"] == pytest.approx(float(value.value))
        assert any("pooled" in str(cell) for cell in row.values()) == value.pooled
        assert row["Delivered"] == pytest.approx(part.leads * float(kind.value or 0))


def test_the_value_delivered_is_the_scorecards(review: Review, book: Any) -> None:
    del review
    found = list(table(book, "Value", "Promise M-6"))
    lines = [row for row in rows(book, "Scorecard") if row[0] == "M-6"]
    assert [(row["Promise M-6"], row["Delivered"]) for row in found] == [(line[4], line[6]) for line in lines]


def test_capacity_is_the_calculators(agreement: Agreement, review: Review, book: Any) -> None:
    capacity = monthly_capacity(agreement)
    assert not isinstance(capacity, NotMeasurable)
    reps = list(table(book, "Capacity", "Rep"))
    assert [row["Rep"] for row in reps] == [*(one.name for one in agreement.volumes.reps), "All reps"]
    assert reps[-1]["Most leads"] == pytest.approx(float(capacity))
    months = {row["Month"]: row for row in table(book, "Capacity", "Month")}
    log = review.actuals.leads
    zone = review.days.zone
    march = sum(
        dt.datetime.fromtimestamp(happened(review, log, "handed_over_at", lead), zone).strftime("%Y-%m") == "2026-03"
        for _, lead in counted(review)
    )
    assert months["2026-03"]["Handed over"] == march > 0
    assert months["2026-03"]["Load"] == pytest.approx(march / float(capacity))
    assert months["2026-09"]["Load"] in {None, ""}
    assert months["2026-04"]["Promised load"] == pytest.approx(330 / float(capacity))


def test_what_is_missing_for_the_capacity_is_named(agreement: Agreement, review: Review) -> None:
    bare = dataclasses.replace(
        agreement, volumes=dataclasses.replace(agreement.volumes, hours_per_day=None, lead_types=())
    )
    book = book_of(bare, review)
    said = [str(row[0]) for name in ("Capacity", "Value") for row in rows(book, name)]
    assert "Capacity cannot be worked out; the agreement does not say: hours a day." in said
    assert "No lead type has a value in the agreement." in said


def test_follow_up_tells_speed_and_depth_as_the_evidence_does(agreement: Agreement, review: Review, book: Any) -> None:
    found = {row["Promise"]: row for row in table(book, "Follow-up", "Promise") if row["Promise"]}
    answered = 0
    for one in commitments(agreement):
        if one.kind != "response":
            continue
        behind = list(evidence(one, review))
        states = Counter(row.state for row in behind)
        seconds = np.array(
            sorted(
                row.working_seconds
                for row in behind
                if row.state in {"met", "late"} and row.working_seconds is not None
            ),
            np.int64,
        )
        answered += len(seconds)
        row = found[f"{one.label} · {one.group}"]
        assert (row["Met"], row["Late"], row["Overdue"]) == (states["met"], states["late"], states["overdue"])
        assert row["Median minutes"] == pytest.approx((percentile(seconds, 5) or 0) / 60)
        assert row["90% within minutes"] == pytest.approx((percentile(seconds, 9) or 0) / 60)
    spans = list(table(book, "Follow-up", "Working time to the answer"))
    told = [row for row in spans if "deadline passed" not in row["Working time to the answer"]]
    assert sum(row["In time"] + row["Late"] for row in told) == answered > 0


def test_follow_up_by_month_is_the_scorecards(book: Any) -> None:
    lines = {(row[0], row[4]): row for row in rows(book, "Scorecard")}
    for row in table(book, "Follow-up", "In time by month"):
        line = lines["S-3", row["In time by month"]]
        shown = line[6] if line[7] not in {"too_little_data", "not_due"} else None
        assert row["Tier A"] == (pytest.approx(shown) if shown is not None else None)


def test_the_reasons_come_in_order_and_add_up(review: Review, book: Any) -> None:
    found = list(table(book, "Quality", "Reject reason"))
    listed = [row["Leads"] for row in found if row["Reject reason"] not in {"no listed reason", "Sent back in all"}]
    assert listed == sorted(listed, reverse=True)
    log = review.actuals.leads
    rejected = sum(happened(review, log, "rejected_at", lead) > 0 for lead in range(len(log)))
    assert found[-1]["Leads"] == rejected
    assert found[-2]["Running share"] == pytest.approx(1)
    said = Counter(
        log.text("reject_reason", lead).strip().casefold()
        for lead in range(len(log))
        if happened(review, log, "rejected_at", lead) > 0
    )
    assert found[0]["Leads"] == said[found[0]["Reject reason"].casefold()] == max(said.values())


def test_the_pace_of_a_value_adds_up_to_what_was_delivered(book: Any) -> None:
    found = rows(book, "Pace")
    at = next(place for place, row in enumerate(found) if str(row[0]).startswith("M-6"))
    days = [row for row in found[at + 6 : at + 37] if row[5] not in {None, ""}]
    line = next(row for row in rows(book, "Scorecard") if (row[0], row[4]) == ("M-6", "2026-05"))
    assert len(days) == AS_OF.day
    assert days[-1][5] == pytest.approx(line[6])
    assert sum(row[4] for row in days) == pytest.approx(line[6])


def test_each_commitment_leads_to_its_lines_and_back(book: Any) -> None:
    def target(cell: Any) -> Any:
        sheet, _, place = cell.hyperlink.location.partition("!")
        return book[sheet.strip("'")][place]

    labels = [
        cell for row in book["Commitments"].iter_rows(min_row=7, min_col=2, max_col=2) for cell in row if cell.value
    ]
    assert len(labels) > 20
    for cell in labels:
        line = target(cell)
        assert (line.parent.title, line.value) == ("Scorecard", cell.value)
        assert target(line).coordinate == cell.coordinate
    dashboard = [cell for row in book["Dashboard"].iter_rows(min_col=2, max_col=2) for cell in row if cell.hyperlink]
    assert {cell.value for cell in dashboard} == {cell.value for cell in labels}
    assert all(target(cell).value == cell.value for cell in dashboard)
