"""Charts without ornament: thin grey lines, small grey words, the legend below. Must not know what is charted."""

from __future__ import annotations

from typing import Any

from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Book
from workbench.sheets.tracker.look.styles import FONT


def plain_chart(book: Book, kind: str, title: str, *, stacked: bool = False) -> Any:
    """A chart of columns, bars or lines."""
    chart = book.workbook.add_chart({"type": kind, **({"subtype": "stacked"} if stacked else {})})
    words = {"name": FONT, "size": 8, "color": palette.MUTED}
    bold = {"name": FONT, "size": 10, "bold": True, "color": palette.INK}
    chart.set_title({"name": title, "name_font": bold, "overlay": False, "layout": {"x": 0.02, "y": 0.03}})
    axis = {"num_font": words, "line": {"color": palette.DOTS}, "major_tick_mark": "none", "minor_tick_mark": "none"}
    chart.set_x_axis({**axis, "major_gridlines": {"visible": False}})
    chart.set_y_axis(
        {
            **axis,
            "num_format": "#,##0",
            "line": {"none": True},
            "major_gridlines": {"visible": True, "line": {"color": palette.GREY}},
            "min": 0,
        }
    )
    chart.set_legend({"position": "bottom", "font": words})
    chart.set_chartarea({"border": {"color": palette.LINE}, "fill": {"color": palette.WHITE}})
    chart.set_plotarea({"fill": {"none": True}})
    return chart
