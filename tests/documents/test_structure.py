"""What a screen reader meets: headings, tables, lists, figures, links, fields; and the archival parts of the file."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import pikepdf
import pytest

from tests.documents.conftest import FILES, SAMPLES
from tests.documents.reading import Seen, structure
from tests.documents.sample.agreement import agreement
from workbench.base.places import resource
from workbench.documents.blocks import Figure, Section
from workbench.documents.pdf import Rendered, renderer

Sample = Callable[[str], Rendered]


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        yield pdf


def operators(page: Any) -> list[tuple[str, list[Any]]]:
    """Every operator of a page's content with its operands."""
    return [(str(one.operator), list(one.operands)) for one in pikepdf.parse_content_stream(page)]


def marks(page: Any, key: str) -> list[Any]:
    """What every beginning of marked content says of a key."""
    return [
        operands[1][key]
        for sign, operands in operators(page)
        if sign == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and key in operands[1]
    ]


def find(tree: Seen, kind: str) -> list[Seen]:
    return [one for one in tree.walk() if one.kind == kind]


@pytest.mark.parametrize("name", list(SAMPLES))
def test_headings_begin_with_the_first_level_and_skip_none(name: str, sample: Sample) -> None:
    levels = [int(one.kind[1]) for one in structure(sample(name).data).walk() if one.kind in {"H1", "H2", "H3", "H4"}]
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


@pytest.mark.parametrize("name", list(SAMPLES))
def test_every_marked_piece_has_one_owner(name: str, sample: Sample) -> None:
    data = sample(name).data
    pieces = [piece for one in structure(data).walk() for piece in one.pieces]
    assert len(pieces) == len(set(pieces))
    with opened(data) as pdf:
        numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
        arrays = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        for index, page in enumerate(pdf.pages):
            assert page.obj.StructParents == index
            assert page.obj.Tabs == "/S"
            drawn = [int(number) for number in marks(page, "/MCID")]
            assert drawn == list(range(len(arrays[index])))
            assert {number for at, number in pieces if at == index} == set(drawn)


@pytest.mark.parametrize("name", list(SAMPLES))
def test_everything_drawn_is_content_or_an_artifact(name: str, sample: Sample) -> None:
    with opened(sample(name).data) as pdf:
        for page in pdf.pages:
            depth = 0
            for sign, _ in operators(page):
                depth += (sign in {"BDC", "BMC"}) - (sign == "EMC")
                assert depth >= 0
                assert depth or sign not in {"Tj", "TJ", "f", "f*", "S", "B", "B*", "b", "s", "Do", "sh"}
            assert depth == 0


def test_tables_have_heads_for_columns_and_rows(sample: Sample) -> None:
    tables = find(structure(sample("agreement").data), "Table")
    assert len(tables) >= 12
    for table in tables:
        assert {one.kind for one in table.children} == {"TR"}
        widths = {len(row.children) for row in table.children}
        assert len(widths) == 1
        assert {cell.kind for row in table.children for cell in row.children} <= {"TH", "TD"}
        assert {row.children[0].attributes.get("Scope") for row in table.children[1:]} == {"Row"}
        assert all(cell.attributes.get("Scope") in {"Row", "Column"} for cell in find(table, "TH"))


def test_a_rows_detail_is_a_row_of_one_cell_over_all_columns(sample: Sample) -> None:
    tables = find(structure(sample("crowded").data), "Table")
    wide = next(cell for table in tables for cell in find(table, "TD") if cell.attributes.get("ColSpan") == "3")
    table = next(one for one in tables if wide in one.walk())
    assert [len(row.children) for row in table.children] == [3, 3, 1, 3, 3, 1]
    assert len({page for page, _ in table.children[-1].children[0].pieces}) == 2


def test_a_repeated_head_is_read_once(sample: Sample) -> None:
    tables = find(structure(sample("crowded").data), "Table")
    long = next(table for table in tables if len(table.children) == 41)
    heads = [cell for cell in find(long, "TH") if cell.attributes["Scope"] == "Column"]
    assert len(heads) == 4
    assert all(len(cell.pieces) == 1 for cell in heads)
    assert len({page for row in long.walk() for page, _ in row.pieces}) > 1


def test_a_paragraph_over_two_pages_is_one_element(sample: Sample) -> None:
    paragraphs = find(structure(sample("crowded").data), "P")
    assert any(len({page for page, _ in one.pieces}) == 2 for one in paragraphs)


def test_lists_have_labels_and_bodies(sample: Sample) -> None:
    lists = find(structure(sample("agreement").data), "L")
    assert [one.attributes["ListNumbering"] for one in lists] == ["None", "LowerAlpha"]
    for one in lists:
        assert [item.kind for item in one.children] == ["LI"] * 3
        assert all([part.kind for part in item.children] == ["Lbl", "LBody"] for item in one.children)


def test_figures_say_in_words_what_they_show(sample: Sample) -> None:
    figures = find(structure(sample("agreement").data), "Figure")
    meant = [block for block in agreement().blocks if isinstance(block, Figure)]
    assert {one.alternative for one in figures} == {block.alternative for block in meant}
    assert all("BBox" in one.attributes for one in figures)
    trends = find(structure(sample("report").data), "Figure")
    assert "met, missed, met" in {one.alternative for one in trends}


def test_contents_are_links_to_their_sections(sample: Sample) -> None:
    data = sample("agreement").data
    entries = find(structure(data), "TOCI")
    listed = [block for block in agreement().blocks if isinstance(block, Section) and block.in_contents]
    assert len(entries) == len(listed)
    assert all(find(entry, "Link")[0].annotations == ["Link"] for entry in entries)
    with opened(data) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        links = [one for one in pdf.pages[2].obj.Annots if one.Subtype == "/Link"]
        assert {str(one.Contents) for one in links} >= {f"Go to {block.title}" for block in listed}
        goal = next(one for one in links if str(one.Contents) == "Go to Volumes")
        assert pages[goal.Dest[0].objgen] == 6


def test_changes_are_read_aloud(sample: Sample) -> None:
    with opened(sample("comparison").data) as pdf:
        spoken = [bytes(words).decode("utf-16") for page in pdf.pages for words in marks(page, "/ActualText")]
    together = "".join(spoken)
    assert "[deleted: reaches 60 points] " in together
    assert "[inserted: meets every fit criterion and at least one behaviour criterion] " in together
    assert together.count("[") == together.count("]")


def test_summary_is_read_column_by_column(sample: Sample) -> None:
    tree = structure(sample("agreement").data)
    section = next(one for one in find(tree, "Sect") if sum(child.kind == "Sect" for child in one.children) == 3)
    left, right, shared = (child for child in section.children if child.kind == "Sect")
    assert [left.kinds().count("P"), right.kinds().count("P"), shared.kinds().count("P")] == [21, 21, 9]
    assert [part.children[0].kind for part in (left, right, shared)] == ["H3", "H3", "H3"]


def test_fields_are_empty_signed_places_with_words(sample: Sample) -> None:
    rendered = sample("agreement")
    with opened(rendered.data) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert [str(one.T) for one in fields] == [spot.field for spot in rendered.spots]
        assert str(fields[0].TU) == "Signature of Inès Moreau, Vice President, Marketing"
        for one, spot in zip(fields, rendered.spots, strict=True):
            assert (one.FT, one.Subtype, one.F) == ("/Sig", "/Widget", 4)
            assert "/V" not in one
            assert tuple(float(value) for value in one.Rect) == spot.box
            assert bytes(one.AP.N.read_bytes()).strip() == b""
            assert one.P.objgen == pdf.pages[spot.page].obj.objgen
            assert one.objgen in {note.objgen for note in pdf.pages[spot.page].obj.Annots}


def test_a_fields_annotation_is_a_direct_dictionary(sample: Sample) -> None:
    """Wrapped in an array, pyHanko takes the second legitimate signature for tampering."""
    with opened(sample("agreement").data) as pdf:
        found = []

        def walk(element: Any) -> None:
            kids = element.get("/K", [])
            if element.S == "/Form":
                found.append(kids)
                return
            for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
                if isinstance(kid, pikepdf.Object) and "/S" in kid:
                    walk(kid)

        walk(pdf.Root.StructTreeRoot.K)
        assert len(found) == 3
        for kid in found:
            assert isinstance(kid, pikepdf.Dictionary)
            assert not kid.is_indirect
            assert kid.Type == "/OBJR"


def test_the_file_says_what_it_is(sample: Sample) -> None:
    with opened(sample("agreement").data) as pdf:
        root = pdf.Root
        assert str(root.Lang) == "en-GB"
        assert root.MarkInfo.Marked is True
        assert root.ViewerPreferences.DisplayDocTitle is True
        (intent,) = root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert bytes(intent.DestOutputProfile.read_bytes()) == resource("colour", "sRGB.icc").read_bytes()
        packet = bytes(root.Metadata.read_bytes()).decode()
        for words in (
            "<pdfaid:part>3<",
            "<pdfaid:conformance>A<",
            "<pdfuaid:part>1<",
            "2026-12-11T14:05:00Z",
            renderer(),
        ):
            assert words in packet
        assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"]) == "D:20261211140500+00'00'"
        assert str(pdf.docinfo["/Title"]) == "Marketing and Sales Agreement, Halden Instruments"
        assert pdf.pdf_version == "1.7"


def test_titles_with_markup_and_controls_are_harmless(sample: Sample) -> None:
    with opened(sample("odd").data) as pdf:
        assert "Odd letters  &amp; &lt;tags&gt;" in bytes(pdf.Root.Metadata.read_bytes()).decode()
        assert str(pdf.docinfo["/Title"]) == "Odd letters  & <tags>, Halden Instruments"


def test_attached_files_are_associated_with_the_document(sample: Sample) -> None:
    with opened(sample("agreement").data) as pdf:
        specs = list(pdf.Root.AF)
        assert [(str(one.UF), str(one.AFRelationship)) for one in specs] == [
            ("agreement.json", "/Source"),
            ("backtest.csv", "/Data"),
        ]
        for one, file in zip(specs, FILES, strict=True):
            assert bytes(one.EF.F.read_bytes()) == file.data
            assert str(one.EF.F.Subtype).lstrip("/") == file.mime
            assert bytes(one.EF.F.Params.CheckSum) == hashlib.md5(file.data, usedforsecurity=False).digest()
            assert str(one.Desc) == file.description


def test_the_outline_lists_the_sections(sample: Sample) -> None:
    with opened(sample("agreement").data) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    meant = [f"{block.number}  {block.title}".strip() for block in agreement().blocks if isinstance(block, Section)]
    assert [title for title in titles if title != "Contents"] == meant
