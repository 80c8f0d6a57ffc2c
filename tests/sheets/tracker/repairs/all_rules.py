"""What Excel repairs, or refuses, in a workbook that its schemas allow: a list of rules and what breaks them.

From the format's specification and the limits Microsoft publishes; schemas know nothing of cells that refer to other
parts. Must not know what a tracker is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.sheets.tracker.repairs.book_rules import book_findings
from tests.sheets.tracker.repairs.chart_rules import chart_findings
from tests.sheets.tracker.repairs.package import Package
from tests.sheets.tracker.repairs.sheet_rules import sheet_findings
from tests.sheets.tracker.repairs.table_rules import table_findings


def repairs(workbook: Path) -> list[str]:
    """Everything in a workbook that Excel would repair, a line each."""
    return list(_found(Package(workbook)))


def _found(package: Package) -> Iterator[str]:
    yield from book_findings(package)
    for sheet in package.sheets:
        yield from sheet_findings(package, sheet)
        yield from table_findings(package, sheet)
    yield from chart_findings(package)
