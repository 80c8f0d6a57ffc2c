"""The tracker in and out: which version it is of, what comes back from it, and that its numbers are the check's."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.services.prepared import Prepared
from tests.sheets.tracker.workbook import changed, error_cells, lead_table, opened, scorecard
from tests.support.office import Office
from workbench.base.errors import NotAllowedError, NotFoundError, OutsideError
from workbench.base.language import language
from workbench.base.places import resource
from workbench.fields.codec import content_hash
from workbench.services.checking import Check
from workbench.services.entries import BothSay
from workbench.services.exchange import content_of
from workbench.services.workbench import Workbench
from workbench.sheets.tracker.room import LEAST


def filled(path: Path, *changes: Callable[[Any, int, dict[str, int]], None], as_of: dt.date | None = None) -> Path:
    """A copy of a tracker in which somebody has typed; openpyxl keeps no computed values, as a person's program does.

    Args:
        path: The tracker.
        changes: Told the sheet, its header row and its columns.
        as_of: Typed on the Dashboard.
    """
    book = opened(path)
    for change in changes:
        change(*lead_table(book))
    if as_of:
        sheet, _, cell = book.defined_names["As_of"].attr_text.partition("!")
        book[sheet.strip("'")][cell.replace("$", "")] = as_of
    target = path.with_name("filled.xlsx")
    book.save(target)
    return target


def type_leads(page: Any, row: int, columns: dict[str, int]) -> None:
    """A changed lead, and two new ones in the first spare rows."""
    page.cell(row + 5, columns["First touch"], dt.datetime(2026, 1, 9, 9, 30))  # noqa: DTZ001  (wall time)
    for number, (lead, mail) in enumerate((("L-6", "f@six.example"), ("L-7", "g@seven.example")), 6):
        values = {
            "Lead ID": lead, "E-mail": mail, "Source": "Webinar", "Tier": "B",
            "Created": dt.datetime(2026, 1, 9, 8, 0),  # noqa: DTZ001
            "Handed over": dt.datetime(2026, 1, 9, 10, 0), "Accepted": dt.date(2026, 1, 12),  # noqa: DTZ001
        }  # fmt: skip
        for header, value in values.items():
            page.cell(row + number, columns[header], value)


def write(bench: Workbench, prepared: Prepared, folder: Path) -> Path:
    """With so few empty rows that the tests need not wait for them."""
    return bench.tracker.write(prepared.agreement, folder / "tracker.xlsx", rows=60).file


def same_lines(path: Path, check: Check) -> None:
    """Every line of a check stands on the scorecard with the same status and numbers."""
    lines = scorecard(path)
    results = [line for _, line in check.results()]
    assert results
    for result in results:
        line = lines[result.commitment, result.period]
        assert (line["status"], line["label"]) == (result.status, result.label)
        for name in ("value", "numerator", "denominator", "pending", "excluded", "unknown"):
            value = getattr(result, name)
            assert line[name] in {None, ""} if value is None else line[name] == pytest.approx(float(value)), (
                name,
                line,
            )


def test_it_is_of_the_version_in_force(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    made = bench.tracker.write(prepared.agreement, tmp_path / "tracker.xlsx", rows=60)
    assert made.header.number == 1  # the second one is not signed
    assert made.sha256 == content_hash(made.file.read_bytes())
    with zipfile.ZipFile(made.file) as archive:
        properties = archive.read("docProps/custom.xml").decode()
    assert prepared.agreement in properties
    assert made.header.hash in properties


def test_the_scorecard_is_the_checks(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    same_lines(write(bench, prepared, tmp_path), bench.checking.check(prepared.agreement))


def test_before_anybody_signs_it_is_of_the_newest_version_and_rehearses(empty: Workbench, tmp_path: Path) -> None:
    agreement = empty.shelf.create_from(content_of(resource("practice", "agreement.json")))
    empty.versions.save(agreement, "First")
    made = empty.tracker.write(agreement, tmp_path / "tracker.xlsx", rows=60)
    assert made.header.number == 1
    assert opened(made.file)["Dashboard"]["B4"].value.startswith("Not signed by everybody yet")
    check = empty.checking.check(agreement)
    assert check.rehearsal
    same_lines(made.file, check)


def test_an_agreement_with_nothing_in_it_has_a_tracker(empty: Workbench, tmp_path: Path) -> None:
    agreement = empty.shelf.create("Nothing yet")
    empty.versions.save(agreement, "Only a title")
    made = empty.tracker.write(agreement, tmp_path / "tracker.xlsx")
    (line,) = scorecard(made.file).values()
    assert set(line.values()) == {None}
    page = next(page for page in opened(made.file) if "Leads" in page.tables)
    assert page.tables["Leads"].ref.endswith(str(7 + LEAST)), "room where nobody knows how many leads will come"


def test_without_a_version_there_is_none(empty: Workbench, tmp_path: Path) -> None:
    agreement = empty.shelf.create("Nothing yet")
    with pytest.raises(NotFoundError, match="No version"):
        empty.tracker.write(agreement, tmp_path / "tracker.xlsx")
    assert not list(tmp_path.glob("*.xlsx"))


def test_a_folder_that_is_missing_is_named(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="gone"):
        bench.tracker.write(prepared.agreement, tmp_path / "gone" / "tracker.xlsx")
    assert not (tmp_path / "gone").exists()


def test_it_comes_back_as_it_went(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    before = bench.actuals.log(prepared.agreement)
    read = bench.actuals.read(prepared.agreement, write(bench, prepared, tmp_path))
    assert (read.added, read.updated, read.unchanged) == (0, 0, 5)
    assert (read.reading.rejected, read.reading.problems) == ((), ())
    bench.actuals.keep(prepared.agreement, read)
    after = bench.actuals.log(prepared.agreement)
    assert after.identities == before.identities
    for field, column in before.columns.items():
        assert column.values.tolist() == after.columns[field].values.tolist(), field


def test_what_people_fill_in_comes_back(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    path = filled(write(bench, prepared, tmp_path), type_leads)
    made = bench.actuals.import_file(prepared.agreement, path)
    assert (made.read.added, made.read.updated, made.read.unchanged) == (2, 1, 4)
    assert not made.read.reading.problems
    again = write(bench, prepared, tmp_path)
    read = bench.actuals.read(prepared.agreement, again)
    assert (read.added, read.updated, read.unchanged) == (0, 0, 7)
    same_lines(again, bench.checking.check(prepared.agreement))


def test_a_tracker_of_another_agreement_is_refused(bench: Workbench, prepared: Prepared, tmp_path: Path) -> None:
    with pytest.raises(NotAllowedError, match="another agreement"):
        bench.actuals.import_file(prepared.other, write(bench, prepared, tmp_path))


@pytest.mark.slow
@pytest.mark.office
def test_saved_by_libreoffice_it_still_comes_back(
    bench: Workbench, prepared: Prepared, tmp_path: Path, office: Office
) -> None:
    path = filled(write(bench, prepared, tmp_path), type_leads, as_of=dt.date(2026, 1, 31))
    saved = office.recalculate(path)
    made = bench.actuals.import_file(prepared.agreement, saved)
    assert (made.read.added, made.read.updated, made.read.unchanged) == (2, 1, 4)
    assert made.read.as_of == dt.date(2026, 1, 31)  # as typed, not as written
    assert not made.read.reading.problems
    same_lines(saved, bench.checking.check(prepared.agreement))


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_practice_company(bench: Workbench, prepared: Prepared, tmp_path: Path, office: Office) -> None:
    export = resource("practice", "crm_export.xlsx")
    bench.actuals.import_file(prepared.agreement, Path(str(export)))
    path = write(bench, prepared, tmp_path)
    recalculated = office.recalculate(path, seconds=300)
    assert changed(path, recalculated) == {}
    assert error_cells(recalculated) == []
    same_lines(recalculated, bench.checking.check(prepared.agreement))
    read = bench.actuals.read(prepared.agreement, recalculated)
    assert (read.added, read.updated) == (0, 0)


def test_totals_typed_into_the_workbook_are_not_dropped_silently(
    bench: Workbench, prepared: Prepared, tmp_path: Path
) -> None:
    promised = bench.drafting.commitments(prepared.agreement)
    metric = next(one for one in promised if one.kind == "metric" and one.period == "month")
    done = next(one for one in promised if one.kind == "deliverable")
    said = BothSay("From the ledger", "Marta Lindgren", "Femke de Vries")
    bench.entries.enter_total(prepared.agreement, metric.label, "2026-01", Decimal("12.5"), said)
    bench.entries.attest(prepared.agreement, done.label, dt.date(2026, 1, 9), said, pieces=2)

    def noted(path: Path) -> list[str]:
        notes = bench.actuals.read(prepared.agreement, path).reading.notes
        return [one.message(language()) for one in notes if one.code == "typed_totals"]

    path = write(bench, prepared, tmp_path)
    assert noted(path) == []
    bench.entries.enter_total(prepared.agreement, metric.label, "2026-01", Decimal("13.5"), said)
    assert noted(path) == []  # corrected since, in the program
    book = opened(path)
    for row, column, value in (
        (9, 2, metric.label), (9, 3, "2026-02"), (9, 4, 7), (10, 8, done.label), (10, 9, dt.date(2026, 2, 9)),
        (10, 10, 1), (11, 2, metric.label),
    ):  # fmt: skip
        book["Totals"].cell(row, column, value)
    book.save(tmp_path / "typed.xlsx")
    (note,) = noted(tmp_path / "typed.xlsx")
    assert note.startswith("Entries in the workbook's Totals that are not in the program: 2. They were not taken;")
    made = bench.actuals.import_file(prepared.agreement, tmp_path / "typed.xlsx")
    assert [(one.metric, one.period, one.value) for one in made.read.totals] == [
        (metric.metric, "2026-02", Decimal(7))
    ], "the total is taken in, the deliverable and the unfinished line are not"

    def known() -> dict[str, Decimal | None]:
        return {one.period: one.value for one in bench.entries.totals(prepared.agreement)}

    assert known() == {"2026-01": Decimal("13.5"), "2026-02": Decimal(7)}
    assert made.batch is not None
    assert bench.actuals.import_file(prepared.agreement, tmp_path / "typed.xlsx").read.totals == ()
    bench.actuals.undo(prepared.agreement, made.batch)
    assert known() == {"2026-01": Decimal("13.5")}
    assert len(bench.actuals.import_file(prepared.agreement, tmp_path / "typed.xlsx").read.totals) == 1
