"""What is decided about a file: as it was recognised, as it was remembered, as somebody says."""

from __future__ import annotations

import datetime as dt

from workbench.services.foreign_file import InspectedColumn, Inspection
from workbench.services.profiles import FittingProfile
from workbench.storage.records.imports import Profile
from workbench.ui.views.track.mapping.choices import KEEP, begin

SAVED = dt.datetime(2026, 10, 19, 9, 0, tzinfo=dt.UTC)


def column(header: str, field: str = "", *samples: str) -> InspectedColumn:
    return InspectedColumn(header, field, "known" if field else "none", 0.9, samples or ("x",), "", "", (), ())


def seen(*columns: InspectedColumn, sheets: tuple[str, ...] = ("Leads",)) -> Inspection:
    return Inspection(sheets, sheets[0], 1, "", columns, "", "", "", "", 3, (), (), None, "00")


def remembered(*missing: str, added: tuple[str, ...] = (), **mapping: object) -> FittingProfile:
    return FittingProfile(Profile("Monthly", "f", dict(mapping), SAVED), missing, added)


def test_a_field_moves_from_one_column_to_another() -> None:
    made = begin(seen(column("ID", "lead_id"), column("Old ID"))).use("Old ID", "lead_id")
    assert dict(made.columns) == {"ID": "", "Old ID": "lead_id"}
    assert made.by_hand == {"Old ID"}
    assert made.has_identity


def test_a_time_of_day_shares_the_field_of_its_date() -> None:
    made = begin(
        seen(column("ID", "lead_id"), column("Day", "first_touch_at", "2026-05-04"), column("Hour", "", "9:40"))
    )
    made = made.use("Hour", "first_touch_at")
    assert made.columns["Day"] == made.columns["Hour"] == "first_touch_at"


def test_parts_of_a_name_go_on_sharing_it() -> None:
    made = begin(seen(column("First", "person"), column("Last", "person"), column("Nick")))
    assert made.use("Nick", "person").columns == {"First": "person", "Last": "person", "Nick": "person"}
    assert made.use("Last", "").columns["First"] == "person"


def test_a_column_is_kept_under_its_own_name() -> None:
    made = begin(seen(column("ID", "lead_id"), column("Wave"))).use("Wave", KEEP)
    assert made.mapping()["keep"] == ["Wave"]
    assert made.chosen("Wave") == KEEP
    assert "custom:Wave" in made.fields
    assert made.use("Wave", "").keep == ()


def test_a_column_a_promise_reads_is_always_kept() -> None:
    made = begin(seen(column("ID", "lead_id"), column("Sales region")), {"custom:Sales Region", "lead_id"})
    assert made.chosen("Sales region") == KEEP
    assert "custom:Sales Region" in made.fields
    assert made.use("Sales region", "").chosen("Sales region") == KEEP


def test_remembered_choices_fill_what_is_still_there() -> None:
    fitting = remembered(
        "Gone", added=("New",), columns={"ID": "lead_id", "Day": "qualified_at", "Gone": "source", "Note": None},
        keep=["Wave"], date_order="dmy", values={"status": {"Won": "won_at"}},
    )  # fmt: skip
    columns = (
        column("ID"), column("DAY", "created_at"), column("Note", "source"), column("Wave"), column("New", "lead_id"),
    )  # fmt: skip
    made = begin(seen(*columns), (), fitting)
    assert made.columns == {"ID": "lead_id", "DAY": "qualified_at", "Note": "", "Wave": "", "New": ""}
    assert made.keep == ("Wave",)
    assert made.remembered == {"ID", "DAY", "Note"}
    assert made.added == {"New"}
    assert made.date_order == "dmy"
    assert made.values["status"] == {"Won": "won_at"}


def test_the_mapping_says_only_what_is_decided() -> None:
    made = begin(seen(column("ID", "lead_id"), column("X")))
    assert made.mapping() == {"header_row": 1, "columns": {"ID": "lead_id", "X": None}}
    two = begin(seen(column("ID", "lead_id"), sheets=("Leads", "Summary")))
    assert two.mapping()["sheet"] == "Leads"


def test_a_word_means_something_until_it_does_not() -> None:
    made = begin(seen(column("ID", "lead_id"), column("Status", "status"))).mean("status", "Won", "won_at")
    assert made.mapping()["values"] == {"status": {"Won": "won_at"}}
    assert "values" not in made.mean("status", "Won", "").mapping()
