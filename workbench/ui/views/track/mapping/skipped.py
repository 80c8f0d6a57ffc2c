"""The rows of a file that are no leads, every one with its reason: titles, totals, footers, lines of text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.base.language import N_, Language
from workbench.ui.parts.label import Label
from workbench.ui.views.track.mapping.section import Section
from workbench.ui.views.track.names import Names

if TYPE_CHECKING:
    from workbench.services.imported import ReadFile

MOST_REASONS, MOST_SPANS = 12, 20


class Skipped(Section):
    """The part about rows that are left out; not there where there are none.

    Args:
        language: For the words.
        names: Whether people are shown.
    """

    def __init__(self, language: Language, names: Names) -> None:
        self._language, self._names = language, names
        super().__init__("circle-minus", language.text(N_("Rows left out")))
        self.hide()

    def show_tried(self, found: ReadFile) -> None:
        """List what a trial left out."""
        language, text = self._language, self._language.text
        rows: dict[str, list[int]] = {}
        for one in found.reading.skipped:
            rows.setdefault(self._names.sentence(one.why.message(language)).rstrip("."), []).append(one.row)
        count = sum(one.row > found.reading.header_row for one in found.reading.skipped)  # as the foot counts them
        self.setVisible(bool(rows))
        self.say(language.count("{n} row", "{n} rows", count).format(n=f"{count:,}"), "idle")
        shown = list(rows.items())[:MOST_REASONS]
        lines = [text(N_("{why}: row {rows}")).format(why=why, rows=row_words(own, language)) for why, own in shown]
        more = sum(map(len, rows.values())) - sum(len(own) for _, own in shown)
        if more:
            lines.append(language.count("and {n} more row", "and {n} more rows", more).format(n=f"{more:,}"))
        self.replace(*(Label(one, "muted", wrap=True) for one in lines))


def row_words(rows: Sequence[int], language: Language) -> str:
    """Row numbers, those in a row as a span: `1–4, 9, 12`; of many spans the first ones and how many rows more."""
    found: list[list[int]] = []
    for row in sorted(rows):
        if found and row == found[-1][1] + 1:
            found[-1][1] = row
        else:
            found.append([row, row])
    said = ", ".join(f"{first:,}" if first == last else f"{first:,}–{last:,}" for first, last in found[:MOST_SPANS])
    more = sum(last - first + 1 for first, last in found[MOST_SPANS:])
    return language.text(N_("{rows} and {n} more")).format(rows=said, n=f"{more:,}") if more else said
