"""Rules for tables: what Excel compares between a table's own part, the sheet it lies on, and other tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.sheets.tracker.repairs.book_rules import LONGEST_NAME, legal_name, twice
from tests.sheets.tracker.repairs.formulas import formula_findings
from tests.sheets.tracker.repairs.package import LINK, MAIN, Area, Package, SheetPart, area_of, overlap


def table_findings(package: Package, sheet: SheetPart) -> Iterator[str]:
    """What Excel repairs in the tables of a sheet; two of one name are told with the first sheet."""
    if sheet is package.sheets[0]:
        tables = [package.xml(name) for name in package.names if name.startswith("xl/tables/")]
        for what in ("id", "displayName"):
            yield from (f"two tables have the {what} {one}" for one in twice(one.get(what) for one in tables))
    targets = package.targets(sheet.part)
    taken = [area_of(one.get("ref")) for one in sheet.all("mergeCells/mergeCell")]
    for part in sheet.all("tableParts/tablePart"):
        table = package.xml(targets[part.get(LINK + "id")])
        area = area_of(table.get("ref"))
        name = table.get("displayName")
        if area is None or area[1] == area[3]:
            yield f"table {name} has no row"
            continue
        if any(overlap(area, one) for one in taken if one is not None):
            yield f"table {name} lies over another, or over merged cells"
        taken.append(area)
        yield from (f"table {name} {what}" for what in _table(package, sheet, table, area))
    if sheet.root.find(MAIN + "autoFilter") is not None and any(True for _ in sheet.all("tableParts/tablePart")):
        yield f"{sheet.name} has a filter of its own beside a table's"


def _table(package: Package, sheet: SheetPart, table: Any, area: Area) -> Iterator[str]:
    name = table.get("displayName")
    if not legal_name(name) or name.casefold() in package.defined:
        yield "cannot be called so"
    columns = [one.get("name") for one in table.iterfind(f"{MAIN}tableColumns/{MAIN}tableColumn")]
    if len(columns) != area[2] - area[0] + 1:
        yield "has more or fewer columns than its area"
    yield from (f"has two columns called {one}" for one in twice(columns))
    yield from (f"has a column called {one!r}" for one in columns if not 0 < len(one) <= LONGEST_NAME)
    if (own := table.find(MAIN + "autoFilter")) is not None and own.get("ref") != table.get("ref"):
        yield "has a filter over another area"
    headers = [_header(package, sheet, area[1], column) for column in range(area[0], area[2] + 1)]
    yield from (
        f"calls a column {one!r} whose header is {header!r}"
        for one, header in zip(columns, headers, strict=False)
        if one != header
    )
    for own in table.iter(MAIN + "calculatedColumnFormula"):
        yield from (f"computes {what}" for what in formula_findings(package, own.text or ""))


def _header(package: Package, sheet: SheetPart, row: int, column: int) -> str | None:
    """The text of a header's cell; None where it is not a text."""
    for one in sheet.all("sheetData/row"):
        if int(one.get("r")) == row:
            for cell in one:
                place = area_of(cell.get("r"))
                if place is not None and place[0] == column and cell.get("t") == "s":
                    number = int(cell.findtext(MAIN + "v"))
                    return package.texts[number] if number < len(package.texts) else None
    return None
