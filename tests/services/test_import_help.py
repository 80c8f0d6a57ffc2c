"""What helps a person import: remembered mappings, kept problems, rejected rows, lists to take away."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.prepared import Prepared
from workbench.base.errors import Cancelled, NotAllowedError, NotFoundError
from workbench.base.language import language
from workbench.services.actuals import inspect_path
from workbench.services.lists import write_list
from workbench.services.rejects import write_rejected
from workbench.services.workbench import Workbench

HEADERS = "Record,Mail,Firma,Angelegt,Reached,Channel"
ROWS = "\n1,a@one.example,One,2026-01-05 09:00,2026-01-05 09:30,Fair\n,,Two,2026-01-05 10:00,,Fair\n"
COLUMNS = {
    "Record": "lead_id", "Mail": "email", "Firma": "company", "Angelegt": "created_at", "Reached": "qualified_at",
    "Channel": None,
}  # fmt: skip


def table(path: Path, headers: str = HEADERS, rows: str = ROWS) -> Path:
    path.write_text(headers + rows, "utf-8")
    return path


def test_a_mapping_is_found_again_by_its_headers_in_any_order(empty: Workbench, tmp_path: Path) -> None:
    profiles = empty.actuals.profiles
    first = inspect_path(table(tmp_path / "a.csv"))
    assert profiles.fitting(first) is None
    profiles.remember("Fairs", first, {"columns": COLUMNS, "as_of": "2026-01-31", "sheet": "x", "header_row": 1})
    turned = "Mail,Record,Firma,Angelegt,Reached,Channel"
    found = profiles.fitting(inspect_path(table(tmp_path / "b.csv", turned)))
    assert found is not None
    assert (found.profile.name, found.missing, found.added) == ("Fairs", (), ())
    assert found.profile.mapping == {"columns": COLUMNS}
    assert found.columns["Channel"] == ""
    assert found.columns["Reached"] == "qualified_at"


def test_a_mapping_fits_while_most_headers_are_there_and_says_which_are_not(empty: Workbench, tmp_path: Path) -> None:
    profiles = empty.actuals.profiles
    profiles.remember("Fairs", inspect_path(table(tmp_path / "a.csv")), {"columns": COLUMNS})
    found = profiles.fitting(inspect_path(table(tmp_path / "b.csv", "Record,Mail,Firma,Angelegt,Reached,Wave")))
    assert found is not None
    assert (found.missing, found.added) == (("Channel",), ("Wave",))
    assert profiles.fitting(inspect_path(table(tmp_path / "c.csv", "Record,Mail,Firma,Angelegt,Wave,Budget"))) is None


def test_the_one_most_like_it_is_taken_and_a_forgotten_one_is_not(empty: Workbench, tmp_path: Path) -> None:
    profiles = empty.actuals.profiles
    profiles.remember("Fairs", inspect_path(table(tmp_path / "a.csv")), {"columns": COLUMNS})
    other = table(tmp_path / "b.csv", "Record,Mail,Firma,Angelegt,Reached,Wave")
    nearer = {header: field for header, field in COLUMNS.items() if header != "Channel"} | {"Wave": None}
    profiles.remember("Waves", inspect_path(other), {"columns": nearer})
    wanted = inspect_path(table(tmp_path / "c.csv", "Record,Mail,Firma,Angelegt,Reached,Wave,More", ROWS))
    found = profiles.fitting(wanted)
    assert found is not None
    assert (found.profile.name, found.added) == ("Waves", ("More",))
    profiles.forget("Waves")
    assert [one.name for one in profiles.all()] == ["Fairs"]
    left = profiles.fitting(wanted)
    assert left is not None
    assert left.profile.name == "Fairs"


def test_the_problems_of_an_import_can_be_read_again(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    text = (
        "Lead ID,Created,Handed over\n"
        "L-9,2026-01-05 09:00,2026-01-05 09:30\nL-8,2026-01-06 09:00,soon\n,2026-01-07 09:00,\n"
    )
    path = tmp_path / "more.csv"
    path.write_text(text, "utf-8")
    made = bench.actuals.import_file(prepared.agreement, path)
    assert made.batch is not None
    found = bench.actuals.problems(prepared.agreement, made.batch)
    assert {(one.row, one.column, one.value) for one in found} == {(3, "Handed over", "soon"), (4, None, None)}
    assert all(one.reason.endswith(".") for one in found)
    with pytest.raises(NotFoundError):
        bench.actuals.problems(prepared.agreement, 99)


def test_rejected_rows_are_written_and_writing_can_be_stopped(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    read = bench.actuals.read(prepared.agreement, table(tmp_path / "a.csv", "Lead ID,Email,Company,Created,MQL Date,x"))
    target = tmp_path / "rejected.xlsx"
    with pytest.raises(Cancelled):
        write_rejected(read, target, language(), cancel=lambda: True)
    assert not target.exists()
    assert write_rejected(read, target, language()) == 1
    assert target.stat().st_size > 1000


def test_a_list_keeps_foreign_text_text(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    rows = [["=1+1", "+x", "-4.5", "@a"], ['Müller; "Söhne"', "a\nb", "", "-"]]
    assert write_list(target, ["A", "B", "C", "D"], rows) == 2
    text = target.read_bytes().decode("utf-8-sig")
    assert text.splitlines()[:2] == ["A,B,C,D", "'=1+1,'+x,-4.5,'@a"]
    assert '"Müller; ""Söhne""","a\nb",,\'-' in text


def test_what_changed_in_an_export_since_the_last_one_is_said(empty: Workbench, tmp_path: Path) -> None:
    agreement = empty.shelf.create("New")

    def said(text: str) -> list[str]:
        path = tmp_path / "export.csv"
        path.write_text(text, "utf-8")
        made = empty.actuals.import_file(agreement, path)
        return [one.message(language()) for one in made.read.changes]

    first = "Lead ID,Lead Status,Lead Owner,Create Date,Remark\n1,New,Bo,2026-01-05,a\n"
    assert said(first) == []
    assert said(first.replace("1,New", "2,new")) == []
    changed = "Lead ID,Lead Status,Contact owner,Create Date,Wave,Campaign\n3,Parked,Bo,2026-01-06,x,y\n"
    assert said(changed) == [
        "Since the last export “Lead Owner” is called “Contact owner”; both are “Owner”.",
        "Since the last export the column “Remark” is gone; it was not used.",
        "Since the last export the column “Wave” came; it is not used.",
        "Since the last export the column “Campaign” came; it is read as “Campaign”.",
        "Since the last import there are new words in “Lead Status”: “Parked”.",
    ]
    assert said(changed.replace("Create Date,", "").replace("2026-01-06,", "").replace("3,", "4,")) == [
        "Since the last export the column “Create Date” is gone; it was “Created”."
    ]
    assert said("Email,Task,Completed date\na@x.org,Call,2026-02-06\n") == [], "calls are no export of leads"


def test_a_mapping_is_shared_as_a_file_and_taken_in_elsewhere(empty: Workbench, tmp_path: Path) -> None:
    from workbench.services.workbench import open_workbench

    profiles = empty.actuals.profiles
    profiles.remember("Fairs", inspect_path(table(tmp_path / "a.csv")), {"columns": COLUMNS, "date_order": "dmy"})
    profiles.rename("Fairs", "Trade fairs")
    profiles.share("Trade fairs", tmp_path / "fairs.json")
    with open_workbench(str(tmp_path / "other.sla")) as other:
        taken = other.actuals.profiles.take_in(tmp_path / "fairs.json")
        kept = {one.name: one.mapping for one in other.actuals.profiles.all()}
        assert (taken, kept) == ("fairs", {"fairs": {"columns": COLUMNS, "date_order": "dmy"}})
        found = other.actuals.profiles.fitting(inspect_path(table(tmp_path / "b.csv")))
        assert found is not None
        assert (found.profile.name, found.missing) == ("fairs", ())
        (tmp_path / "none.json").write_text('{"date_order": "dmy"}', "utf-8")
        with pytest.raises(NotAllowedError, match="names no columns"):
            other.actuals.profiles.take_in(tmp_path / "none.json")
