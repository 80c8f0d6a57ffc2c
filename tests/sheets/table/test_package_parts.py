"""Error cells, hidden rows and columns, found in pieces of XML."""

from __future__ import annotations

import itertools

import pytest

from workbench.sheets.table.package_parts import SheetScan, scan_pieces

XML = (
    b'<cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/>'
    b'<x:col hidden="true" max="9" min="9"/></cols>'
    b'<sheetData><row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c></row><row r="2" hidden="1" ht="20">'
    b'<c r="B2" s="3" t="e"><v>#N/A</v></c><c t="e" r="AB2"><f>1/0</f><v>#DIV/0!</v></c></row>'
    b'<x:row r="3" hidden="true"><x:c r="A3" t="e"><x:v>#REF!</x:v></x:c><x:c r="B3" t="n"><x:v>1</x:v></x:c></x:row>'
    b'<row r="4" hidden="0"><c r="A4" t="e"/></row></sheetData>'
)
FOUND = SheetScan({(1, 1): "#N/A", (1, 27): "#DIV/0!", (2, 0): "#REF!", (3, 0): "#ERROR"}, 2, ((1, 2), (8, 8)))


def test_found() -> None:
    assert scan_pieces(iter([XML])) == FOUND


@pytest.mark.parametrize("size", [7, 50, 101])
def test_found_wherever_the_pieces_end(size: int) -> None:
    for first in range(size):
        cuts = [0, *range(first, len(XML), size), len(XML)]
        pieces = [XML[a:b] for a, b in itertools.pairwise(cuts)]
        assert scan_pieces(iter(pieces)) == FOUND


def test_an_error_is_found_where_its_text_stands_in_the_next_piece() -> None:
    first = b'<row r="1"><c r="A1" t="e"><f>' + b"A1+" * 3000
    assert scan_pieces(iter([first, b"1</f><v>#N/A</v></c></row>"])) == SheetScan({(0, 0): "#ERROR"})


def test_nothing_to_find() -> None:
    assert scan_pieces(iter([b"", b'<row r="1"><c r="A1"><v>1</v></c></row>', b""])) == SheetScan()
