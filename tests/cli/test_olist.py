"""A real lead log of 8,000 leads in three forms: the same leads and the same verdicts, whatever is imported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.calling import ask, call

FILES = ("olist_funnel.xlsx", "leads_dmy.csv", "leads_mdy.csv")
MAPPING = {"columns": {"first_contact_date": "qualified_at"}}
JANUARY_TO_MAY = {"2018-01": 1141, "2018-02": 1028, "2018-03": 1174, "2018-04": 1352, "2018-05": 1303}


class Imported:
    """A library with a monthly volume of 1,000 leads, and the same log from each file."""

    def __init__(self, folder: Path, samples: Path) -> None:
        self.library = folder / "olist.sla"
        self.samples = samples
        self.mapping = folder / "mapping.json"
        self.mapping.write_text(json.dumps(MAPPING), "utf-8")
        self.agreements: dict[str, str] = {}
        self.answers: dict[str, Any] = {}
        for name in FILES:
            agreement = ask(self.library, "new", name, "--template", "b2b")["id"]
            months = '[{"key": "mql", "stage": "mql", "amount": 1000, "period": "month"}]'
            ask(self.library, "set", agreement, "volumes.volume_targets", months)
            self.agreements[name] = agreement
            self.answers[name] = self.take(name)

    def take(self, name: str) -> Any:
        """Import a file into its agreement."""
        return ask(
            self.library, "import", self.agreements[name], self.samples / "olist" / name, "--mapping", self.mapping
        )

    def volumes(self, name: str) -> dict[str, dict[str, Any]]:
        """The lines of the monthly volume, by month."""
        lines = ask(self.library, "check", self.agreements[name])["results"]
        return {one["period"]: one for one in lines if one["kind"] == "volume"}


@pytest.fixture(scope="module")
def olist(tmp_path_factory: pytest.TempPathFactory, shared_samples: Path) -> Imported:
    return Imported(tmp_path_factory.mktemp("olist"), shared_samples)


def test_every_form_brings_the_same_eight_thousand_leads(olist: Imported) -> None:
    for name in FILES:
        answer = olist.answers[name]
        assert (answer["added"], answer["updated"], answer["rejected"], answer["problems"]) == (8000, 0, 0, []), name


def test_a_thousand_leads_a_month_are_met_from_january_to_may_2018(olist: Imported) -> None:
    lines = olist.volumes("olist_funnel.xlsx")
    assert {month: lines[month]["value"] for month in JANUARY_TO_MAY} == JANUARY_TO_MAY
    assert {lines[month]["status"] for month in JANUARY_TO_MAY} == {"met"}
    missed = [f"2017-{month:02}" for month in range(7, 13)]
    assert {lines[month]["status"] for month in missed} == {"missed"}
    assert lines["2017-06"]["value"] == 4
    assert sum(line["value"] for line in lines.values()) == 8000


def test_the_two_encodings_and_the_workbook_give_identical_results(olist: Imported) -> None:
    workbook, dmy, mdy = (olist.volumes(name) for name in FILES)
    assert workbook == dmy == mdy


def test_importing_again_changes_nothing(olist: Imported) -> None:
    for name in FILES:
        before = olist.volumes(name)
        again = olist.take(name)
        assert (again["added"], again["updated"], again["unchanged"]) == (0, 0, 8000)
        assert again["batch"] == olist.answers[name]["batch"]
        assert olist.volumes(name) == before


def test_another_encoding_of_the_same_leads_changes_nothing_either(olist: Imported) -> None:
    other = olist.samples / "olist" / "leads_mdy.csv"
    agreement = olist.agreements["leads_dmy.csv"]
    answer = ask(olist.library, "import", agreement, other, "--mapping", olist.mapping, "--dry-run")
    assert (answer["batch"], answer["added"], answer["updated"], answer["unchanged"]) == (None, 0, 0, 8000)


def test_without_a_mapping_the_first_contact_is_a_first_touch(olist: Imported) -> None:
    found = call("--json", "inspect", olist.samples / "olist" / "leads_dmy.csv").document
    fields = {column["header"]: column["field"] for column in found["columns"]}
    assert fields["mql_id"] == "lead_id"
    assert fields["first_contact_date"] == "first_touch_at"  # which is why the check above needs the mapping
