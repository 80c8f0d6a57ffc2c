"""The practice company's files: an agreement ready to sign, an export with the mess of real ones, read without help."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.practice.by_hand import ByHand
from tests.practice.by_hand_file import BAD, read_export, sheet_rows
from tests.practice.conftest import Practised
from tests.support.checkout import ROOT
from workbench.agreement.model import read_agreement
from workbench.agreement.rules import rules
from workbench.base.language import language
from workbench.base.places import resource

EXPORT = resource("practice", "crm_export.xlsx")
AGREEMENT = resource("practice", "agreement.json").read_bytes()


def test_the_agreement_is_of_the_published_schema_and_nothing_stands_against_it() -> None:
    import jsonschema

    jsonschema.validate(json.loads(AGREEMENT), json.loads(resource("schema", "agreement-1.json").read_text("utf-8")))
    found = [one for one in rules(read_agreement(AGREEMENT)) if one.code != "overridden"]
    assert [(one.path, one.message(language())) for one in found] == []


def test_the_export_is_what_its_maker_writes_today(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "packaging" / "make_practice.py", tmp_path], check=True, capture_output=True)
    with zipfile.ZipFile(EXPORT) as kept, zipfile.ZipFile(tmp_path / EXPORT.name) as made:
        assert kept.namelist() == made.namelist()
        assert [name for name in kept.namelist() if kept.read(name) != made.read(name)] == []


def test_every_column_is_recognised_without_a_mapping(practised: Practised) -> None:
    found = practised.ask("inspect", str(EXPORT))
    assert found["sheets"] == ["Summary", "CRM export", "Lists"]
    assert (found["sheet"], found["header_row"], found["date_order"]) == ("CRM export", 5, "dmy")
    assert found["as_of"] == "2026-06-10T17:00:00"
    fields = {column["header"]: column["field"] for column in found["columns"]}
    unknown = {header for header, field in fields.items() if not field}
    assert unknown == {"Sales region", "Vehicles"}  # the company's own columns, which the agreement asks for
    assert fields["First name"] == fields["Last name"] == "person"
    assert {"handed_over_at", "first_touch_at", "rejected_at", "recycled_at", "won_at", "amount"} <= set(
        fields.values()
    )


def test_what_came_in_is_what_stands_in_the_file(practised: Practised, by_hand: ByHand) -> None:
    found = practised.answer["import"]
    assert (found["added"], found["rejected"], found["repeated"]) == (len(by_hand.export.leads), 2, 5)
    assert (found["added"], found["batch"]) == (1506, 1)
    assert found["as_of"] == "2026-06-10T15:00:00+00:00"


def test_every_value_nobody_can_read_is_listed_with_its_place(practised: Practised, by_hand: ByHand) -> None:
    header = {"company_size": "Employees", "attempts": "Attempts", "accepted_at": "Accepted", "rejected_at": "Rejected"}
    header |= {"qualified_at": "Qualified", "handed_over_at": "Handed over", "first_touch_at": "First touch"}
    header |= {"last_attempt_at": "Last attempt", "recycled_at": "Recycled", "won_at": "Won date", "sql_at": "SQL date"}
    expected = Counter(header[name] for lead in by_hand.export.leads for name in lead if lead[name] == BAD)
    problems: list[dict[str, Any]] = practised.answer["import"]["problems"]
    gave_way = [one for one in problems if "the later row counts" in one["reason"]]
    no_row = [one for one in problems if one["column"] is None]
    values = [one for one in problems if one not in gave_way and one not in no_row and one["column"] != "Deal value"]
    assert Counter(one["column"] for one in values) == expected
    assert sum(expected.values()) > 15
    assert {one["row"] for one in gave_way} == _older_rows()
    assert len(no_row) == 2
    assert {one["value"] for one in problems if one["column"] == "Deal value"} == {"-4.500,00 €", "to be fixed"}


def _older_rows() -> set[int]:
    """Spreadsheet rows whose lead stands again further down, with something else in it."""
    rows = {number: row for number, row in enumerate(sheet_rows(EXPORT), 1) if row[0]}
    last = {row[0]: row for row in rows.values()}
    return {number for number, row in rows.items() if number > 5 and row != last[row[0]] and row[0] != "Lead ID"}


def test_the_mess_of_real_exports_is_in_it() -> None:
    rows = sheet_rows(EXPORT)
    headers = rows[4]
    column = {str(name): [row[place] for row in rows[5:]] for place, name in enumerate(headers)}
    assert rows[1][0] == "As of 10.06.2026 17:00"
    assert sum(row == headers for row in rows) == 2
    assert {"Total"} <= set(column["Lead ID"])
    assert {type(one).__name__ for one in column["Created"] if one} == {"str"}
    assert {type(one).__name__ for one in column["Handed over"] if one} == {"datetime", "str"}
    assert {"a ", "b ", "c ", "tbd", "gb"} <= set(column["Tier"])
    assert any(one.endswith(",00 €") for one in column["Deal value"] if one)
    assert any(one.endswith(" EUR") for one in column["Deal value"] if one)
    assert {"n/a", "-", None} <= set(column["Job title"])
    assert {"Bad lead", "other", "NO_BUDGET"} <= set(column["Reject reason"])
    assert {"Spam", "Test record", "duplicate"} <= set(column["Excluded"])


def test_events_out_of_order_dates_without_time_and_both_decisions_are_in_it(by_hand: ByHand) -> None:
    leads = by_hand.export.leads

    def earlier(one: str, other: str) -> int:
        pairs = [(lead[one], lead[other]) for lead in leads if lead[one] and lead[other]]
        return sum(a.wall < b.wall and a.wall.date() != b.wall.date() for a, b in pairs if BAD not in (a, b))

    assert sum(bool(lead["accepted_at"] and lead["rejected_at"]) for lead in leads) >= 7
    assert min(earlier("recycled_at", "rejected_at"), earlier("sql_at", "accepted_at")) >= 2
    assert earlier("won_at", "opportunity_at") >= 1
    for name in ("handed_over_at", "first_touch_at", "accepted_at", "rejected_at", "qualified_at"):
        assert sum(lead[name] not in {None, BAD} and lead[name].day_only for lead in leads) >= 3, name
    nights = [lead for lead in leads if lead["handed_over_at"] not in {None, BAD}]
    assert sum(lead["handed_over_at"].wall.hour < 6 and not lead["handed_over_at"].day_only for lead in nights) > 3
    assert sum(lead["handed_over_at"].wall.weekday() > 4 for lead in nights) > 10


def test_importing_it_again_changes_nothing(practised: Practised) -> None:
    agreement = practised.answer["agreement"]
    again = practised.ask("import", agreement, str(EXPORT))
    assert (again["batch"], again["added"], again["updated"], again["unchanged"]) == (1, 0, 0, 1506)
    assert len(practised.ask("imports", agreement)["imports"]) == 1


@pytest.mark.parametrize("name", ["agreement.json", "entries.json"])
def test_everybody_in_it_is_invented(name: str) -> None:
    text = resource("practice", name).read_text("utf-8")
    addresses = [word for word in text.replace('"', " ").split() if "@" in word]
    assert all(word.endswith("@brackwald.example") for word in addresses)
    assert all((lead["email"] or ".example").endswith(".example") for lead in read_export(EXPORT).leads)
