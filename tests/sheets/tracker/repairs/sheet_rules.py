"""Rules for one sheet: its cells, merged areas, drop-downs, colours, links, sizes and views."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import Any

from tests.sheets.tracker.repairs.book_rules import LONGEST_CELL, twice
from tests.sheets.tracker.repairs.formulas import formula_findings
from tests.sheets.tracker.repairs.package import MAIN, Package, SheetPart, area_of, overlap

MOST_LINKS, LONGEST_LIST, LONGEST_TITLE, LONGEST_MESSAGE, LONGEST_FOOTER = 65_530, 255, 32, 255, 255
TALLEST, WIDEST = 409.5, 255
X14 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
XM = "{http://schemas.microsoft.com/office/excel/2006/main}"
KINDS = {None, "n", "s", "str", "b", "e", "inlineStr"}


def sheet_findings(package: Package, sheet: SheetPart) -> Iterator[str]:
    """What Excel repairs in a sheet."""
    rules = (_cells, _merged, _choices, _colours, _linked, _sizes, _page, _sparklines)
    for rule in rules:
        yield from (f"{sheet.name}: {what}" for what in rule(package, sheet))


def _cells(package: Package, sheet: SheetPart) -> Iterator[str]:
    styles = len(package.styles.find(MAIN + "cellXfs"))
    known: dict[str, tuple[str, ...]] = {}
    shared: dict[str, Any] = {}
    last_row = 0
    for row in sheet.all("sheetData/row"):
        number, last = int(row.get("r")), 0
        if number <= last_row:
            yield f"row {number} stands after row {last_row}"
        last_row = number
        for cell in row:
            place = area_of(cell.get("r"))
            if place is None or place[1] != number or place[0] <= last:
                yield f"{cell.get('r')} stands in the wrong place"
                continue
            last = place[0]
            if int(cell.get("s", 0)) >= styles:
                yield f"{cell.get('r')} has a style that is not there"
            yield from (f"{cell.get('r')} {what}" for what in _value(package, cell))
            formula = cell.find(MAIN + "f")
            if formula is None:
                continue
            if formula.get("t") == "shared":
                own = shared.setdefault(formula.get("si"), area_of(formula.get("ref", "")))
                if own is None or not overlap(own, place):
                    yield f"{cell.get('r')} shares a formula that does not reach it"
                if formula.text and ("!" in formula.text or "{" in formula.text):
                    yield f"{cell.get('r')} shares a formula Excel shares with no cell"
            text = formula.text or ""
            alike = text.replace(str(number), "#")
            if alike not in known:
                known[alike] = tuple(formula_findings(package, text))
            yield from (f"{cell.get('r')}: {what}" for what in known[alike])


def _value(package: Package, cell: Any) -> Iterator[str]:
    kind, value = cell.get("t"), cell.findtext(MAIN + "v")
    if kind not in KINDS:
        yield f"is of a kind {kind} that is unknown"
    elif kind == "s":
        if not 0 <= int(value) < len(package.texts):
            yield "shows a text that is not there"
    elif kind == "str":
        if len(value or "") > LONGEST_CELL:
            yield "comes to a text that is too long"
    elif kind in {None, "n"} and value is not None and not math.isfinite(float(value)):
        yield "is no number"


def _merged(package: Package, sheet: SheetPart) -> Iterator[str]:
    del package
    areas = [area_of(one.get("ref")) for one in sheet.all("mergeCells/mergeCell")]
    found = [one for one in areas if one is not None and (one[0], one[1]) != (one[2], one[3])]
    if len(found) < len(areas):
        yield "an area of one cell or of none is merged"
    yield from (f"merged areas overlap: {one}" for one, two in itertools.combinations(found, 2) if overlap(one, two))


def _choices(package: Package, sheet: SheetPart) -> Iterator[str]:
    found = list(sheet.all("dataValidations/dataValidation"))
    areas = [area for one in found for area in map(area_of, one.get("sqref").split())]
    if None in areas:
        yield "a drop-down stands nowhere"
    whole = [one for one in areas if one is not None]
    yield from (f"drop-downs overlap: {one}" for one, two in itertools.combinations(whole, 2) if overlap(one, two))
    for one in found:
        for name, limit in (
            ("errorTitle", LONGEST_TITLE), ("promptTitle", LONGEST_TITLE), ("error", LONGEST_MESSAGE),
            ("prompt", LONGEST_MESSAGE),
        ):  # fmt: skip
            if len(one.get(name, "")) > limit:
                yield f"the {name} of a drop-down is too long"
        formulas = [text for text in (one.findtext(MAIN + "formula1"), one.findtext(MAIN + "formula2")) if text]
        if one.get("type", "none") != "none" and not formulas:
            yield "a drop-down has nothing to choose from"
        for text in formulas:
            if text.startswith('"') and len(text.strip('"')) > LONGEST_LIST:
                yield "a typed list of a drop-down is longer than 255 characters"
            yield from (f"drop-down: {what}" for what in formula_findings(package, text))


def _colours(package: Package, sheet: SheetPart) -> Iterator[str]:
    dxfs = package.styles.find(MAIN + "dxfs")
    rules = list(sheet.all("conditionalFormatting/cfRule"))
    newer = {one.get("id") for one in sheet.root.iter(X14 + "cfRule")}
    yield from (f"two rules of colour have priority {one}" for one in twice(one.get("priority") for one in rules))
    for one in rules:
        if one.get("dxfId") and int(one.get("dxfId")) >= (0 if dxfs is None else len(dxfs)):
            yield "a rule of colour has a look that is not there"
        for formula in one.iterfind(MAIN + "formula"):
            yield from (f"rule of colour: {what}" for what in formula_findings(package, formula.text or ""))
            if "!" in (formula.text or ""):
                yield "a rule of colour reads another sheet by its address"
        yield from ("a data bar has no newer half" for link in one.iter(X14 + "id") if link.text not in newer)
    for one in sheet.all("conditionalFormatting"):
        if None in [area_of(area) for area in one.get("sqref").split()]:
            yield "a rule of colour stands nowhere"


def _linked(package: Package, sheet: SheetPart) -> Iterator[str]:
    found = list(sheet.all("hyperlinks/hyperlink"))
    if len(found) > MOST_LINKS:
        yield "more links than Excel has room for"
    yield from (f"two links in {one}" for one in twice(one.get("ref") for one in found))
    names = {one.name for one in package.sheets}
    for one in found:
        to, _, cell = one.get("location", "").rpartition("!")
        if to.strip("'").replace("''", "'") not in names or area_of(cell) is None:
            yield f"{one.get('ref')} leads to {one.get('location')}, which is not there"


def _sizes(package: Package, sheet: SheetPart) -> Iterator[str]:
    del package
    last = 0
    for one in sheet.all("cols/col"):
        if int(one.get("min")) <= last or int(one.get("max")) < int(one.get("min")):
            yield f"column {one.get('min')} is described twice"
        last = int(one.get("max"))
        if float(one.get("width", 0)) > WIDEST:
            yield f"column {one.get('min')} is too wide"
    yield from (
        f"row {one.get('r')} is too tall" for one in sheet.all("sheetData/row") if float(one.get("ht", 0)) > TALLEST
    )


def _page(package: Package, sheet: SheetPart) -> Iterator[str]:
    for one in itertools.chain.from_iterable(sheet.all("headerFooter")):
        if len(one.text or "") > LONGEST_FOOTER:
            yield "a footer is longer than 255 characters"
    views = [view for one in package.sheets for view in one.all("sheetViews/sheetView")]
    if sum(view.get("tabSelected") == "1" for view in views) != 1:
        yield "none or several sheets are in front"


def _sparklines(package: Package, sheet: SheetPart) -> Iterator[str]:
    for one in sheet.root.iter(X14 + "sparkline"):
        yield from (f"sparkline: {what}" for what in formula_findings(package, one.findtext(XM + "f") or ""))
        if area_of(one.findtext(XM + "sqref") or "") is None:
            yield "a sparkline stands nowhere"
