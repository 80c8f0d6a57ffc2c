"""What Excel refuses in a formula: its length, its texts, its functions, and what it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.sheets.tracker.repairs.package import Package, area_of

LONGEST, LONGEST_TEXT, MOST_ARGUMENTS, DEEPEST = 8192, 255, 255, 64
FUNCTIONS = {
    "ABS", "AND", "AVERAGE", "AVERAGEIFS", "CEILING", "CHAR", "CHOOSE", "CODE", "COLUMN", "COLUMNS", "CONCATENATE",
    "COUNT", "COUNTA", "COUNTBLANK", "COUNTIF", "COUNTIFS", "DATE", "DATEVALUE", "DAY", "EDATE", "EOMONTH", "EXACT",
    "FIND", "FIXED", "FLOOR", "HLOOKUP", "HOUR", "HYPERLINK", "IF", "IFERROR", "INDEX", "INT", "ISBLANK", "ISERROR",
    "ISNA", "ISNUMBER", "ISTEXT", "LARGE", "LEFT", "LEN", "LOOKUP", "LOWER", "MATCH", "MAX", "MEDIAN", "MID", "MIN",
    "MINUTE", "MOD", "MONTH", "N", "NETWORKDAYS", "NOT", "OR", "PERCENTILE", "PROPER", "QUOTIENT", "RANK", "REPLACE",
    "REPT", "RIGHT", "ROUND", "ROUNDDOWN", "ROUNDUP", "ROW", "ROWS", "SEARCH", "SECOND", "SIGN", "SMALL",
    "SUBSTITUTE", "SUM", "SUMIF", "SUMIFS", "SUMPRODUCT", "T", "TEXT", "TIME", "TRIM", "TRUE", "FALSE", "TRUNC",
    "UPPER", "VALUE", "VLOOKUP", "WEEKDAY", "WORKDAY", "YEAR",
}  # fmt: skip
"""Functions every Excel since 2007 knows under this name; any newer one needs a prefix in the file."""
_TEXT = re.compile(r'"(?:[^"]|"")*"')
_QUOTED = re.compile(r"'((?:[^']|'')+)'!")
_BARE_SHEET = re.compile(r"([A-Za-z_][\w.]*)!")
_CALL = re.compile(r"([A-Za-z_][\w.]*)\(")
_PLACE = re.compile(r"\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?")
_WORD = re.compile(r"[A-Za-z_\\][\w.\\]*")


def formula_findings(package: Package, text: str) -> Iterator[str]:
    """What is wrong with a formula, without its equals sign."""
    if len(text) > LONGEST:
        yield f"{len(text)} characters"
    if text.startswith("="):
        yield "begins with an equals sign"
    for one in _TEXT.findall(text):
        if len(one[1:-1].replace('""', '"')) > LONGEST_TEXT:
            yield "a text of more than 255 characters"
    bare = _TEXT.sub('""', text)
    sheets = {one.name.casefold() for one in package.sheets}
    named = [one.replace("''", "'") for one in _QUOTED.findall(bare)]
    bare = _QUOTED.sub("", bare)
    named += _BARE_SHEET.findall(bare)
    bare = _BARE_SHEET.sub("", bare)
    yield from (f"the sheet {one!r} is not there" for one in named if one.casefold() not in sheets)
    if "[" in bare or "#REF" in bare:
        yield "leads out of the file or nowhere"
    yield from (f"{one} is not a function of every Excel" for one in set(_CALL.findall(bare)) - FUNCTIONS)
    yield from _nesting(bare)
    yield from (f"{one} is not on a sheet" for one in _PLACE.findall(bare) if area_of(one.replace("$", "")) is None)
    words = set(_WORD.findall(_PLACE.sub(" ", _CALL.sub(" ", bare).replace('""', " "))))
    numbers = {one for one in words if re.fullmatch(r"[Ee]\d*", one)}  # of 9E+15
    unknown = {one for one in words - numbers - {"TRUE", "FALSE"} if one.casefold() not in package.defined}
    yield from (f"the name {one} is not defined" for one in unknown)


def _nesting(bare: str) -> Iterator[str]:
    depth, commas = 0, [0]
    for letter in bare:
        if letter == "(":
            depth += 1
            commas.append(0)
        elif letter == ")":
            depth -= 1
            commas.pop()
            if depth < 0:
                yield "a parenthesis closes that never opened"
                return
        elif letter == ",":
            commas[-1] += 1
            if commas[-1] == MOST_ARGUMENTS:
                yield "more than 255 arguments"
        if depth == DEEPEST + 1:
            yield "nested more than 64 times"
            return
    if depth:
        yield "a parenthesis never closes"
