"""Imports: kept, compared, taken back as a whole and let count again; rows that were not taken, written out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.services.prepared import LEADS, Prepared
from workbench.base.errors import NotAllowedError, NotFoundError
from workbench.base.language import language
from workbench.services.checking import Question
from workbench.services.import_order import ImportOptions
from workbench.services.taking_back import let_count, take_back
from workbench.services.workbench import Workbench

CHANGED = (
    LEADS.replace("L-5,", "L-6,").replace("Ann One", "Ann Won").replace("2026-01-06 09:00,,,4", "2026-01-06 10:00,,,5")
)


def counts(bench: Workbench, agreement: str) -> dict[str, tuple[int | None, int | None]]:
    """Hand-overs and decisions in January, and how many leads there are."""
    check = bench.checking.check(agreement, Question(periods=("2026-01",)))
    lines = {line.label: line for _, line in check.results()}
    return {"leads": (check.leads, None)} | {name: (lines[name].met, lines[name].late) for name in ("M-9", "S-1")}


def write(folder: Path, text: str, name: str = "later.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_an_import_taken_back_leaves_everything_as_it_was(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    before = counts(bench, prepared.agreement)
    made = bench.actuals.import_file(prepared.agreement, write(tmp_path, CHANGED))
    assert (made.batch, made.read.added, made.read.updated, made.read.unchanged) == (2, 1, 1, 3)
    after = counts(bench, prepared.agreement)
    assert after["leads"] == (6, None)
    assert after != before
    bench.actuals.undo(prepared.agreement, 2)
    assert counts(bench, prepared.agreement) == before
    bench.actuals.redo(prepared.agreement, 2)
    assert counts(bench, prepared.agreement) == after


def test_with_every_import_taken_back_nothing_is_known(bench: Workbench, prepared: Prepared) -> None:
    bench.actuals.undo(prepared.agreement, 1)
    assert counts(bench, prepared.agreement)["leads"] == (0, None)
    assert [batch.undone_at is None for batch in bench.actuals.batches(prepared.agreement)] == [False]


def test_an_import_that_was_taken_back_can_be_made_again(bench: Workbench, prepared: Prepared) -> None:
    before = counts(bench, prepared.agreement)
    bench.actuals.undo(prepared.agreement, 1)
    again = bench.actuals.import_file(prepared.agreement, prepared.file("leads.csv"))
    assert (again.batch, again.read.added) == (2, 5)
    assert counts(bench, prepared.agreement) == before


def test_a_dry_run_keeps_nothing(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    made = bench.actuals.import_file(prepared.agreement, write(tmp_path, CHANGED), dry_run=True)
    assert (made.batch, made.read.added) == (None, 1)
    assert len(bench.actuals.batches(prepared.agreement)) == 1


def test_a_file_that_changed_after_it_was_read_is_not_kept(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    path = write(tmp_path, CHANGED)
    read = bench.actuals.read(prepared.agreement, path)
    write(tmp_path, CHANGED + "L-7,g@seven.example,Gus Seven,Content,C,2026-01-09 09:00,,,,,,,\n")
    with pytest.raises(NotAllowedError, match=r"later\.csv has changed since it was read"):
        bench.actuals.keep(prepared.agreement, read)


def test_the_same_file_twice_changes_nothing(bench: Workbench, prepared: Prepared) -> None:
    before = bench.actuals.log(prepared.agreement)
    made = bench.actuals.import_file(prepared.agreement, prepared.file("leads.csv"))
    assert (made.batch, made.read.added, made.read.updated, made.read.unchanged) == (1, 0, 0, 5)
    assert len(bench.actuals.batches(prepared.agreement)) == 1
    assert list(bench.actuals.log(prepared.agreement).identities) == list(before.identities)


def test_the_same_file_for_another_day_is_an_import_of_its_own(bench: Workbench, prepared: Prepared) -> None:
    path = prepared.file("leads.csv")
    made = bench.actuals.import_file(prepared.agreement, path, ImportOptions(as_of="2026-01-31"))
    assert (made.batch, made.read.unchanged) == (2, 5)
    assert bench.checking.check(prepared.agreement).as_of == dt.date(2026, 1, 31)
    assert bench.actuals.import_file(prepared.agreement, path, ImportOptions(as_of="2026-01-31")).batch == 2


def test_rows_that_were_not_taken_are_written_out_with_reasons(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    import openpyxl

    text = LEADS.replace("L-2,b@two.example", ",").replace("2026-01-08 15:00", "soon")
    read = bench.actuals.read(prepared.agreement, write(tmp_path, text))
    assert bench.actuals.write_rejects(read, tmp_path / "rejects.xlsx", language()) == 2
    book = openpyxl.load_workbook(tmp_path / "rejects.xlsx")
    cells = [str(cell) for page in book.worksheets for row in page.iter_rows(values_only=True) for cell in row if cell]
    book.close()
    assert {"Bob Two", "L-3", "soon"} <= set(cells)
    assert any("identi" in cell or "lead ID" in cell for cell in cells)


def test_a_profile_and_a_mapping_are_not_both_given(bench: Workbench, prepared: Prepared) -> None:
    with pytest.raises(NotAllowedError, match="cannot both be given"):
        bench.actuals.read(
            prepared.agreement, prepared.file("leads.csv"), ImportOptions(profile="mine", mapping={"sheet": "x"})
        )


def test_an_unknown_import_is_not_taken_back(bench: Workbench, prepared: Prepared) -> None:
    with pytest.raises(NotFoundError, match="no import 5"):
        bench.actuals.undo(prepared.agreement, 5)


def test_taking_an_import_back_says_what_that_changed(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    bench.actuals.import_file(prepared.agreement, write(tmp_path, CHANGED))
    back = take_back(bench, prepared.agreement, 2)
    assert (back.batch.undone_at is not None, back.leads, back.changed) == (True, 1, 1)
    again = let_count(bench, prepared.agreement, 2)
    assert (again.batch.undone_at, again.leads, again.changed) == (None, 1, 1)
    assert (take_back(bench, prepared.agreement, 1).leads, bench.checking.check(prepared.agreement).leads) == (1, 5)


def test_no_date_lies_after_the_as_of_instant_whatever_the_clock_says(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    late = write(tmp_path, LEADS.replace("2026-01-08 13:30", "2026-06-17 12:01"))
    stated = bench.actuals.read(prepared.agreement, late, ImportOptions(as_of="2027-01-31", timezone="UTC"))
    assert stated.problems(language()) == []
    found = bench.actuals.read(prepared.agreement, late, ImportOptions(timezone="UTC"))
    assert [(one["column"], one["reason"]) for one in found.problems(language())] == [
        ("Handed over", "This lies in the future.")
    ]
    assert found.as_of == dt.datetime(2026, 1, 12, 9, 30, tzinfo=dt.UTC)


def test_an_address_that_comes_again_leaves_every_lead_recognised(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    first = "Email,Created,Qualified\nsame@x.org,2026-01-05,2026-01-06\nb@x.org,2026-01-07,2026-01-08\n"
    larger = first + "same@x.org,2026-02-05,2026-02-06\n"
    for text, counts in ((first, (2, 0, 0)), (larger, (1, 0, 2)), (first, (0, 0, 2)), (larger, (0, 0, 3))):
        found = bench.actuals.import_file(prepared.agreement, write(tmp_path, text)).read
        assert (found.added, found.updated, found.unchanged) == counts
