"""Every filled field of every section stands in the document, whatever page it belongs to."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import json
from decimal import Decimal
from typing import Any

import pytest

from workbench.agreement.commitments import commitments
from workbench.agreement.model import FORMAT, Agreement, shown_in
from workbench.agreement.sentences import sentence, short_name, target_text
from workbench.agreement.templates import template, templates
from workbench.agreement.version import VersionHeader
from workbench.base.language import language
from workbench.documents.blocks import as_json
from workbench.documents.compose.agreement import compose_agreement
from workbench.fields.amounts import DurationKind, IntegerKind, NumberKind, RateKind
from workbench.fields.codec import canonical, content_hash, types_of
from workbench.fields.declare import Field, fields_of
from workbench.fields.links import ReferenceKind, ReferencesKind, RowsKind
from workbench.fields.moments import DayKind, MomentKind, TimeKind
from workbench.fields.path import get, put, walk
from workbench.fields.pictures import PictureKind
from workbench.fields.value import Duration, Row
from workbench.fields.words import ChoiceKind, ChoicesKind, CodeKind, TextKind, TextsKind, YesNoKind

EXAMPLES = {"[": "a@example.com", "#": "#1B2559"}
"""What matches a pattern, by how that begins."""

COUNT = itertools.count(101)
CODES = {"currency": "EUR", "time_zone": "Europe/Lisbon", "country": "PT", "subdivision": "11"}


def filled(owner: type[Any]) -> Any:
    """A tree with one row in each list and an answer in each field that can be told from all others."""
    known, types = fields_of(owner), types_of(owner)
    made: dict[str, Any] = {}
    for f in dataclasses.fields(owner):
        if f.name in known:
            made[f.name] = answer(known[f.name])
        elif dataclasses.is_dataclass(types[f.name]):
            made[f.name] = filled(types[f.name])
    if issubclass(owner, Row):
        made["key"] = "k"
    return owner(**made)


def answer(field: Field) -> Any:
    number = next(COUNT)
    match field.kind:
        case CodeKind() as kind:
            return CODES[kind.of]
        case TextKind() as kind:
            return EXAMPLES[kind.pattern[0]] if kind.pattern else f"Text{number}"
        case PictureKind():
            return ""  # drawn; see test_one_page
        case TextsKind():
            return (f"Entry{number}",)
        case ChoicesKind() as kind:
            return (kind.options[0].value,)
        case ChoiceKind() as kind:
            return kind.options[-1].value
        case YesNoKind():
            return True
        case IntegerKind() as kind:
            return min(number, kind.most)
        case RateKind():
            return Decimal(number) / 1000
        case NumberKind() as kind:
            return min(Decimal(number) / 10, kind.most)
        case DurationKind() as kind:
            return Duration(number, kind.units[0])
        case DayKind():
            return dt.date(2027, 1, 1) + dt.timedelta(days=number % 300)
        case TimeKind():
            return dt.time(number % 24, number % 60)
        case MomentKind():
            return dt.datetime.fromisoformat("2027-03-01T10:00") + dt.timedelta(hours=number)
        case ReferencesKind():
            return ("k",)
        case ReferenceKind():
            return "k"
        case RowsKind() as kind:
            return (filled(kind.row),)
    raise AssertionError(field)


def header(agreement: Agreement) -> VersionHeader:
    moment = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
    return VersionHeader("a" * 8, 4, (), content_hash(canonical(agreement)), 1, "for_signature", "Ana", "Why", moment)


def printed(agreement: Agreement) -> str:
    """All words of the document, on one line."""
    found = json.loads(as_json(compose_agreement(agreement, header(agreement), language())))
    return " ".join(" ".join(_texts(found)).split())


def _texts(node: Any) -> list[str]:
    if isinstance(node, str):
        return [node]
    if isinstance(node, dict):
        return [text for one in node.values() for text in _texts(one)]
    return [text for one in node for text in _texts(one)] if isinstance(node, list) else []


FULL = put(
    dataclasses.replace(filled(Agreement), format=FORMAT, workshop=Agreement().workshop), "teams.document_form", "full"
)
TEXT = printed(FULL)
SPELLED_OTHERWISE = {
    "follow_up.calendars[k].country",  # the country's name for its code
    "metrics.metrics[k].operator",  # “between ... and ...”
    "sign_off.signers[k].group",  # “In step 125”
    "working_together.responsibilities[k].accountable",  # the letters of the matrix
    "working_together.responsibilities[k].responsible",
    "working_together.responsibilities[k].consulted",
    "working_together.responsibilities[k].informed",
    "follow_up.calendars[k].hours[k].opens",  # drawn, and spoken as hours
    "follow_up.calendars[k].hours[k].closes",
    "working_together.deliverables[k].amount",
    "volumes.volume_targets[k].months[k].amount",  # “(131)” behind its month
    "buyer.employees_from",  # “102 to 103 employees”
}
MEANS_NOTHING_HERE = (
    ".custom_field",  # a condition with a known column has no column of one's own; see below
    "volume_targets[k].minimum_sample",  # a sample is for shares
    "value_targets[k].minimum_sample",
    "deliverables[k].minimum_sample",
    "deliverables[k].scope[k].values",  # things done have no leads to choose from
    "deliverables[k].scope[k].field",
)
PATHS = [
    path
    for path, field, value in walk(FULL)
    if field.place != "nowhere"
    and not isinstance(field.kind, RowsKind | YesNoKind)
    and path not in SPELLED_OTHERWISE
    and not path.endswith(MEANS_NOTHING_HERE)
    and not path.startswith("workshop")
    and not field.kind.is_empty(value)
]


@pytest.mark.parametrize("path", PATHS)
def test_a_filled_field_prints(path: str) -> None:
    from workbench.fields.path import declared

    field = declared(FULL, path)[2]
    text = " ".join(field.kind.format(get(FULL, path), shown_in(FULL)).split())
    bare = text[:1].lower() + text[1:]
    assert text in TEXT or bare in TEXT, f"{path}: {text}"


@pytest.mark.parametrize("name", [one.id for one in templates()])
def test_every_commitment_prints_in_full(name: str) -> None:
    agreement = template(name).agreement
    text, shown = printed(agreement), shown_in(agreement)
    for one in commitments(agreement):
        assert sentence(one, shown) in text
        assert short_name(one, shown) in text or one.by == "both" or int(one.label[2:]) > 7
        assert target_text(one, shown) in text
        assert one.label in text


def test_an_empty_agreement_prints_without_an_empty_clause() -> None:
    from tests.support.agreements import empty_agreement

    found = json.loads(as_json(compose_agreement(empty_agreement("Bare"), header(empty_agreement("Bare")), language())))
    clauses = [one for one in found["blocks"] if one["block"] == "Clause"]
    assert all(one["words"] for one in clauses)


def test_a_skipped_section_says_why() -> None:
    from workbench.agreement.workshop import SectionState, Workshop

    agreement = template("b2b").agreement
    skipped = dataclasses.replace(agreement, workshop=Workshop((SectionState("buyer", "skipped", "One buyer only."),)))
    assert "One buyer only." in printed(skipped)
    assert "Process owner" not in printed(skipped)


def test_a_saved_point_says_that_it_is_not_for_signature() -> None:
    agreement = template("b2b").agreement
    saved = dataclasses.replace(header(agreement), kind="saved")
    found = as_json(compose_agreement(agreement, saved, language()))
    assert "Not for signature" in found
    assert "Not for signature" not in as_json(compose_agreement(agreement, header(agreement), language()))


def test_what_is_spelled_otherwise_prints_too() -> None:
    tier = FULL.follow_up.tiers[0]
    own = dataclasses.replace(tier, scope=(dataclasses.replace(tier.scope[0], field="", custom_field="Webinar wave"),))
    text = printed(dataclasses.replace(FULL, follow_up=dataclasses.replace(FULL.follow_up, tiers=(own,))))
    assert "Webinar wave is “Entry" in text
    month = FULL.volumes.volume_targets[0].months[0]
    assert f"{month.period} ({month.amount})" in TEXT
    least, most = FULL.buyer.employees_from, FULL.buyer.employees_to
    assert f"{least} to {most} employees" in TEXT
    assert "A R C I" in TEXT
    hours = FULL.follow_up.calendars[0].hours[0]
    assert f"{hours.opens:%H:%M} to {hours.closes:%H:%M}" in TEXT
