"""Calls and tasks of a second file, joined to leads: first touch and attempts, in the check and taken back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from tests.services.prepared import Prepared
from workbench.base.language import language
from workbench.services.checking import Question
from workbench.services.import_order import ImportOptions
from workbench.services.workbench import Workbench
from workbench.tracking.leads import SCALE, UNREADABLE

CALLS = """Activity ID,Lead ID,Activity date,Activity type,Activity status,Email
1,L-3,2026-01-06 11:00,Call,Done,
2,L-3,2026-01-06 15:30,Email,Done,
3,L-3,2026-01-07 10:00,Call,Done,
4,L-3,2026-01-07 11:00,Note,Done,
5,L-3,2026-01-08 11:00,Call,Planned,
6,,2026-01-09 09:15,Call,Done,e@five.example
7,L-99,2026-01-09 09:15,Call,Done,
8,,2026-01-09 09:15,Call,Done,
9,L-3,soon,Call,Done,
10,L-3,,Call,Done,
2,L-3,2026-01-06 15:30,Email,Done,
"""


def write(folder: Path, text: str, name: str = "calls.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def told(bench: Workbench, agreement: str, identity: str) -> tuple[list[str], int]:
    """First touch, every attempt that has a date, the latest; and how many."""
    log = bench.actuals.log(agreement)
    row = list(log.identities).index(identity)
    names = ["first_touch_at", *(f"attempt_{n}_at" for n in range(1, 16)), "last_attempt_at"]
    stamps = [int(log.stamps(name)[row]) for name in names]
    said = [dt.datetime.fromtimestamp(one, dt.UTC).strftime("%d %H:%M") for one in stamps if one > UNREADABLE]
    return said, int(log.amounts("attempts")[row]) // SCALE


def test_calls_give_first_touch_attempts_and_their_dates(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    before = told(bench, prepared.agreement, "id:L-3")
    made = bench.actuals.import_file(prepared.agreement, write(tmp_path, CALLS), ImportOptions(timezone="UTC"))
    reading = made.read.reading
    assert (reading.kind, made.read.added, made.read.updated, made.read.unchanged) == ("activities", 0, 2, 0)
    assert [one.row for one in reading.rejected] == [9]
    assert [(one.row, one.why.code) for one in reading.problems] == [(10, "not_a_date")]
    notes = " ".join(note.message(language()) for note in reading.notes)
    assert "“Note” in “Activity type” is no attempt to reach a lead and was left out: 1." in notes
    assert "“Planned” in “Activity status” is no attempt" in notes
    assert "that no import has brought yet: 1." in notes
    assert "Activities without a date, which were left out: 1." in notes
    assert told(bench, prepared.agreement, "id:L-3") == (
        ["06 11:00", "06 11:00", "06 15:30", "07 10:00", "07 10:00"],
        3,
    )
    assert told(bench, prepared.agreement, "id:L-5")[1] == 1, "joined by its address"
    assert len(bench.actuals.log(prepared.agreement)) == 5, "no lead is made of a call"
    assert made.batch is not None
    changes = [one for one in bench.actuals.changes(prepared.agreement, made.batch) if one.lead == "id:L-3"]
    assert ("attempt_3_at", "2026-01-07T10:00:00+00:00") in {(one.field, one.after) for one in changes}
    assert {one.before for one in changes if one.field == "attempt_1_at"} == {""}
    bench.actuals.undo(prepared.agreement, made.batch)
    assert told(bench, prepared.agreement, "id:L-3") == before


def test_a_promise_is_judged_by_the_calls(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    def answered() -> tuple[int | None, int | None]:
        check = bench.checking.check(prepared.agreement, Question(periods=("2026-01",)))
        line = next(one for _, one in check.results() if one.label == "S-3")
        return line.met, line.late

    before = answered()
    text = "Lead ID,Call date,Call outcome\nL-4,2026-01-07 09:01,Connected\n"
    bench.actuals.import_file(prepared.agreement, write(tmp_path, text))
    assert (before, answered()) == ((1, 1), (2, 0))


def test_files_that_overlap_count_each_call_once_and_the_same_file_changes_nothing(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    head = "Lead ID,Call date,Call outcome\n"
    first = head + "L-3,2026-01-06 11:00,x\nL-3,2026-01-06 12:00,x\n"
    second = head + "L-3,2026-01-06 12:00,x\nL-3,2026-01-07 12:00,x\n"
    one = bench.actuals.import_file(prepared.agreement, write(tmp_path, first))
    two = bench.actuals.import_file(prepared.agreement, write(tmp_path, second, "later.csv"))
    assert told(bench, prepared.agreement, "id:L-3")[1] == 3
    again = bench.actuals.import_file(prepared.agreement, write(tmp_path, second, "later.csv"))
    assert (again.batch, again.read.updated, again.read.unchanged) == (two.batch, 0, 1)
    assert one.batch is not None
    bench.actuals.undo(prepared.agreement, one.batch)
    assert told(bench, prepared.agreement, "id:L-3")[1] == 2


def test_calls_may_come_before_their_leads_and_leave_the_data_s_day_alone(empty: Workbench, tmp_path: Path) -> None:
    agreement = empty.shelf.create("New")
    calls = "Email,Task,Completed date\nann@x.org,Call,2026-02-06 11:00\n"
    made = empty.actuals.import_file(agreement, write(tmp_path, calls))
    assert (made.read.reading.kind, made.read.updated) == ("activities", 0)
    leads = write(tmp_path, "Email,Created\nann@x.org,2026-01-05 10:00\n", "leads.csv")
    assert empty.actuals.import_file(agreement, leads).read.added == 1
    assert told(empty, agreement, "email:ann@x.org")[1] == 1
    again = empty.actuals.import_file(agreement, leads)
    assert (again.read.updated, again.read.unchanged) == (0, 1), "what calls tell is no change of the leads' file"
    assert empty.shelf.one(agreement).data_until == dt.datetime(2026, 1, 5, 10, 0, tzinfo=dt.UTC)


def test_an_address_of_several_leads_gives_each_call_to_the_newest_by_then(empty: Workbench, tmp_path: Path) -> None:
    agreement = empty.shelf.create("New")
    leads = "Lead ID,Email,Created\n1,a@x.org,2026-01-05 09:00\n2,a@x.org,2026-02-05 09:00\n"
    empty.actuals.import_file(agreement, write(tmp_path, leads, "leads.csv"))
    calls = "Recipient,Activity type,Activity date\n" + "".join(
        f"Ann <A@x.org>,Call,2026-{day}\n" for day in ("01-06 10:00", "01-07 10:00", "02-06 10:00")
    )
    empty.actuals.import_file(agreement, write(tmp_path, calls))
    assert (np.asarray(empty.actuals.log(agreement).amounts("attempts")) // SCALE).tolist() == [2, 1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lead ID,Created,Last Activity Date,Status\n1,2026-01-05,2026-01-06,New\n", "leads"),
        ("Lead ID,Qualified,Subject,Due Date\n1,2026-01-05,x,2026-01-06\n", "leads"),
        ("Metric,Period,Value\nCAC,2026-Q1,5\n", "totals"),
        ("Lead ID,Metric,Period,Value\n1,CAC,2026-Q1,5\n", "leads"),
    ],
)
def test_what_the_rows_are_is_seen_from_the_headers(
    bench: Workbench, prepared: Prepared, tmp_path: Path, text: str, kind: str
) -> None:
    assert bench.actuals.read(prepared.agreement, write(tmp_path, text)).reading.kind == kind


def test_a_mapping_that_names_the_day_of_a_call_twice_is_remembered_as_day_and_time(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    file = write(tmp_path, "Lead ID,Date,Time\nL-3,06/03/2026,10:15\nL-3,13/03/2026,11:20\n")
    given = {"columns": {"Date": "activity_at", "Time": "activity_at"}}
    made = bench.actuals.import_file(prepared.agreement, file, ImportOptions(given, timezone="UTC"))
    assert told(bench, prepared.agreement, "id:L-3")[0][-2:] == ["13 11:20", "13 11:20"]
    bench.actuals.profiles.remember_read("Calls", made.read)
    again = bench.actuals.import_file(prepared.agreement, file, ImportOptions(profile="Calls", timezone="UTC"))
    assert (again.read.reading.kind, again.read.unchanged) == ("activities", 1)
