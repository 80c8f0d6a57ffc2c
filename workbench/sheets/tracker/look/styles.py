"""Cell formats, each made once: the house's font, hairlines under rows, one line under headers, no fills but tints.

Must not know what stands in a cell.
"""

from __future__ import annotations

from typing import Any

from workbench.sheets.tracker.look import palette

FONT, SIZE = "Arial", 9.5
DAY_FORMAT, MOMENT_FORMAT = "d mmm yyyy", "d mmm yyyy hh:mm"
SHORT_DAY, SHORT_MOMENT = "d mmm yy", "d mmm yy hh:mm"
POINTS = '+0.0" pt";-0.0" pt";0.0" pt"'
"""Percentage points between two shares."""
WHOLE, SHARE, DURATION = "#,##0", "0.0%", "[h]:mm"


class Styles:
    """The formats of one workbook.

    Args:
        workbook: As XlsxWriter has it.
    """

    def __init__(self, workbook: Any) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._rows: dict[tuple[tuple[str, Any], ...], Any] = {}
        plain = workbook.formats[0]
        plain.set_font_name(FONT)
        plain.set_font_size(SIZE)
        plain.set_font_color(palette.INK)
        plain.set_valign("vcenter")

    def cell(self, **properties: Any) -> Any:
        """A format; what is not given is the house's."""
        given = {"font_name": FONT, "font_size": SIZE, "font_color": palette.INK, "valign": "vcenter", **properties}
        return self._format(given)

    def row(self, **properties: Any) -> Any:
        """A cell of a list: a hairline under it."""
        key = tuple(properties.items())
        if key not in self._rows:  # most cells are of a list
            self._rows[key] = self.cell(**{"bottom": 1, "bottom_color": palette.LINE, **properties})
        return self._rows[key]

    def header(self, **properties: Any) -> Any:
        """A header: small, bold and grey over one line."""
        given = {
            "bold": True, "font_size": 8.5, "font_color": palette.MUTED, "bottom": 1, "bottom_color": palette.FAINT,
            "text_wrap": True, "valign": "bottom",
        }  # fmt: skip
        return self.cell(**{**given, **properties})

    def card(self, **properties: Any) -> Any:
        """A cell of a card; a thick white border is the gap between cards."""
        given = {"bg_color": palette.CARD, "left": 5, "left_color": palette.WHITE, "align": "left", "indent": 1}
        return self.cell(**{**given, **properties})

    def caption(self, **properties: Any) -> Any:
        """Small capitals over a value."""
        return self.cell(**{"font_size": 8, "bold": True, "font_color": palette.MUTED, **properties})

    def rule(self, **properties: Any) -> Any:
        """What a conditional format changes; nothing else of the cell."""
        return self._format(properties)

    def _format(self, properties: dict[str, Any]) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]
