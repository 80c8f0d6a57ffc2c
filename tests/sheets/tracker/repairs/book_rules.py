"""Rules for the workbook as a whole: the package, the names, the styles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tests.sheets.tracker.repairs.formulas import formula_findings
from tests.sheets.tracker.repairs.package import COLUMNS, MAIN, Package, column_number

LONGEST_CELL, LONGEST_NAME, LONGEST_SHEET = 32_767, 255, 31
_NAME = re.compile(r"[^\W\d][\w.\\?]*|\\[\w.\\?]*")
_ROW_OR_COLUMN = re.compile(r"[rR]\d*([cC]\d*)?|[cC]\d*")
_LIKE_CELL = re.compile(r"([A-Za-z]{1,3})\d+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def twice(words: Iterable[str]) -> list[str]:
    """Words that stand there more than once, whatever their case."""
    return [word for word, count in Counter(one.casefold() for one in words).items() if count > 1]


def legal_name(name: str) -> bool:
    """Whether a name can be defined: no cell's, no row's."""
    like = _LIKE_CELL.fullmatch(name)
    if like and column_number(like[1].upper()) <= COLUMNS:
        return False
    return len(name) <= LONGEST_NAME and bool(_NAME.fullmatch(name)) and not _ROW_OR_COLUMN.fullmatch(name)


def book_findings(package: Package) -> Iterator[str]:
    """What Excel repairs outside its sheets."""
    yield from (f"part {one} is there twice" for one in twice(package.names))
    yield from _links(package)
    yield from _sheet_names(package)
    yield from _names(package)
    yield from _styles(package)
    for one in package.texts:
        if len(one.encode("utf-16-le")) > 2 * LONGEST_CELL or _UNPRINTABLE.search(one):
            yield f"a text no cell can hold: {one[:40]!r}"


def _links(package: Package) -> Iterator[str]:
    for name in package.names:
        if name.endswith(".rels"):
            source = name.replace("_rels/", "").removesuffix(".rels")
            yield from (
                f"{source or 'the package'} leads to {one}, which is not there"
                for one in package.targets(source).values()
                if one not in package.parts
            )
    kinds = package.xml("[Content_Types].xml")
    known = {one.get("PartName", "").lstrip("/") for one in kinds}
    endings = {one.get("Extension") for one in kinds}
    yield from (
        f"{one} has no content type"
        for one in package.names
        if one not in known and one.rpartition(".")[2] not in endings
    )
    yield from (f"{one} has a content type and is not there" for one in known if one and one not in package.parts)


def _sheet_names(package: Package) -> Iterator[str]:
    names = [one.name for one in package.sheets]
    yield from (f"two sheets are called {one}" for one in twice(names))
    for one in names:
        illegal = re.search(r"[\[\]:*?/\\]", one) or one.strip("'") != one or one.casefold() == "history"
        if not 0 < len(one) <= LONGEST_SHEET or illegal:
            yield f"a sheet cannot be called {one!r}"


def _names(package: Package) -> Iterator[str]:
    found = list(package.book.iterfind(f"{MAIN}definedNames/{MAIN}definedName"))
    scoped = [f"{one.get('localSheetId', '')}!{one.get('name')}" for one in found]
    yield from (f"the name {one} is defined twice" for one in twice(scoped))
    for one in found:
        name, scope = one.get("name"), one.get("localSheetId")
        if not legal_name(name):
            yield f"nothing can be named {name}"
        if scope is not None and int(scope) >= len(package.sheets):
            yield f"{name} belongs to a sheet that is not there"
        if not name.startswith("_xlnm."):
            yield from (f"{name}: {what}" for what in formula_findings(package, one.text or ""))


def _styles(package: Package) -> Iterator[str]:
    def count(what: str) -> int:
        found = package.styles.find(MAIN + what)
        return 0 if found is None else len(found)

    own = {one.get("numFmtId"): one.get("formatCode") for one in package.styles.iter(MAIN + "numFmt")}
    yield from (f"the number format {one!r} is too long" for one in own.values() if len(one) > LONGEST_NAME)
    yield from (f"the number format {one!r} has a quote too few" for one in own.values() if one.count('"') % 2)
    for kind, whole in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
        if any(int(one.get(kind)) >= count(whole) for one in package.styles.find(MAIN + "cellXfs")):
            yield f"a style has a {kind} that is not there"
    if count("cellXfs") > 65_490 or count("fonts") > 1_024:
        yield "more styles than Excel has room for"
