"""Microsoft's own schemas and rules hold for every kind of tracker; in place of a program that no test can start."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from tests.sheets.tracker.kinds import kinds
from tests.sheets.tracker.repairs.all_rules import repairs
from tests.support.openxml import schema_findings
from tests.support.thin_sheets import thin_sheets
from workbench.sheets.tracker.writer import write_tracker

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("kinds")
    paths = []
    for name, subject, spare in kinds():
        path = folder / f"{name}.xlsx"
        path.write_bytes(write_tracker(subject, spare))
        paths.append(path)
    return paths


def test_every_kind_of_tracker_holds_to_the_schemas(written: list[Path], tmp_path: Path) -> None:
    assert schema_findings([thin_sheets(path, tmp_path / path.name) for path in written]) == []


def test_nothing_in_any_kind_of_tracker_is_repaired(written: list[Path]) -> None:
    """Rows that differ in nothing but their number need not all be looked at."""
    looked_at = [path for path in written if "10000" not in path.name]
    assert {path.name: repairs(path) for path in looked_at} == {path.name: [] for path in looked_at}


def test_the_checker_does_check(tmp_path: Path) -> None:
    path, broken = tmp_path / "whole.xlsx", tmp_path / "broken.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        page.add_table(0, 0, 3, 1)
        page.write(5, 0, 1)
        page.write(5, 1, 1)
        page.protect()
    changes = {
        "<sheetProtection sheet=": "<sheetProtection shoot=",
        "</sheetData>": "</sheetData><bogus/>",
        'totalsRowShown="0"': 'totalsRowShown="perhaps"',
    }
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for before, after in changes.items():
                text = text.replace(before, after)
            new.writestr(name, text)
    found = "\n".join(schema_findings([path, thin_sheets(broken, tmp_path / "thin.xlsx")]))
    assert "whole.xlsx" not in found
    assert [word for word in ("shoot", "bogus", "totalsRowShown") if word not in found] == []
