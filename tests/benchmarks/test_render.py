"""What tags, archive and care cost: our printing against ReportLab's own, of the same words and tables."""

from __future__ import annotations

import io
from collections.abc import Callable
from html import escape
from typing import Any

from tests.benchmarks.side_by_side import Ratio
from tests.documents.conftest import FILES, SAMPLES
from workbench.documents.blocks import (
    Bullets,
    Cell,
    Chip,
    Clause,
    CommitmentCard,
    Document,
    Figure,
    Grid,
    Matrix,
    Section,
    Status,
    Trend,
    plain,
)
from workbench.documents.pages import Pages
from workbench.documents.pdf import render


def _plain(document: Document) -> Callable[[], bytes]:
    """The same words as plain ReportLab sets them in the same font: no tags, no files, no care for lines and pages."""
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    from workbench.documents import fonts

    styles = getSampleStyleSheet()
    for name in ("BodyText", "Heading1"):
        styles[name].fontName = fonts.font("Inter-400").fontName

    def words(cell: Any) -> str:
        match cell:
            case Cell():
                return plain(cell.words) + " " + plain(cell.below)
            case Chip():
                return cell.text
            case Status():
                return cell.word
            case Trend():
                return cell.alternative
            case _:
                return plain(cell)

    def paragraph(text: str, style: str = "BodyText") -> Any:
        return Paragraph(escape(text), styles[style])

    def story() -> list[Any]:
        out: list[Any] = []
        for block in document.blocks:
            match block:
                case Section():
                    out += [paragraph(block.title, "Heading1"), paragraph(plain(block.lead))]
                case Clause():
                    out.append(paragraph(f"{block.number} {plain(block.words)}"))
                case Bullets():
                    out += [paragraph(plain(item)) for item in block.items]
                case Grid():
                    head = [[paragraph(column.title) for column in block.columns]]
                    rows = [[paragraph(words(cell)) for cell in row.cells] for row in block.rows]
                    out.append(Table(head + rows, repeatRows=1))
                case Matrix():
                    rows = [[paragraph(row.name)] + [paragraph(one.main) for one in row.cells] for row in block.rows]
                    out.append(Table(rows))
                case CommitmentCard():
                    out += [paragraph(plain(block.sentence))] + [paragraph(plain(fact.value)) for fact in block.facts]
                case Figure():
                    out.append(paragraph(block.alternative))
                case _:
                    pass
        return out

    def draw() -> bytes:
        out = io.BytesIO()
        SimpleDocTemplate(out).build(story())
        return out.getvalue()

    return draw


def test_an_agreement_against_plain_reportlab(side_by_side: Callable[..., Ratio]) -> None:
    document = SAMPLES["agreement"]()
    plainly = _plain(document)
    assert len(plainly()) > 10_000
    side_by_side(
        "agreement of 18 pages, tagged and archival", plainly, lambda: render(document, FILES, with_fields=True)
    )


def test_a_preview_without_fields(side_by_side: Callable[..., Ratio]) -> None:
    document = SAMPLES["agreement"]()
    finished = render(document, FILES, with_fields=True).data

    def show() -> None:
        with Pages(finished) as pages:
            pages.picture(6, 900)

    side_by_side("showing one page of it, 900 pixels", lambda: render(document, FILES, with_fields=True), show)
