"""A line of the library as the cells of its row. Must not know the view."""

from __future__ import annotations

import datetime as dt
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from workbench.base.language import N_, Language
from workbench.ui.listing import TRACKED, Line
from workbench.ui.tables.cell import Cell, CellState, Nothing
from workbench.ui.tables.cells.chips import ChipCell
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.column import PADDING, Column
from workbench.ui.theme.fonts import SEMIBOLD
from workbench.ui.theme.ink import Ink
from workbench.ui.views.dates import full_day, moment_words, near_day, short_day
from workbench.ui.views.library.shelves import STALE_DAYS, day_of, days_old, name_of

STATES: Final = {
    "draft": (N_("Draft"), "accent"),
    "for_signature": (N_("Out for signature"), "strong"),
    "signed": (N_("Signed"), "ok"),
    "in_force": (N_("In force"), "ok"),
    "review_due": (N_("Review due"), "warn"),
    "expired": (N_("Expired"), "idle"),
}
"""Word and tone of each standing."""

NEAR = 7
"""Days within which a review is said by its weekday."""


class NotYet(NamedTuple):
    """A cell whose value is being read: two quiet bars where the words will be."""

    said: str

    def words(self) -> str:
        """What is said instead."""
        return self.said

    def draw(self, ink: Ink, rect: QRectF, _state: CellState) -> None:
        """Draw the bars."""
        px = ink.px
        left, middle = rect.left() + px(PADDING), rect.center().y()
        width = min(px(96), rect.width() - px(2 * PADDING))
        ink.box(QRectF(left, middle - px(14), width * 0.6, px(11)), px(5), "track")
        ink.box(QRectF(left, middle + px(5), width, px(8)), px(4), "grid")


class Cells:
    """Makes the cells of a row.

    Args:
        language: Of the window.
        now: The moment the rows are seen from, on the wall clock.
    """

    def __init__(self, language: Language, now: dt.datetime) -> None:
        self._language, self.now = language, now

    @property
    def today(self) -> dt.date:
        """The day the rows are seen from."""
        return self.now.date()

    def columns(self) -> list[Column[Line]]:
        """The columns, from left to right."""
        text = self._language.text
        return [
            Column("agreement", text(N_("Agreement")), self.agreement, left_pad=20),
            Column("state", text(N_("Status")), self.state, 246),
            Column("health", text(N_("Commitments")), self.health, 258),
            Column("until", text(N_("Data until")), self.until, 116),
            Column("review", text(N_("Next review")), self.review, 124),
            Column("edit", text(N_("Last edit")), self.edit, 118),
        ]

    def agreement(self, line: Line) -> Cell:
        """Who it is for, and what it is called."""
        text = self._language.text
        name = name_of(line)
        second = line.title if line.company.strip() else text(N_("No company yet"))
        tag = f"v{line.glance.versions}" if line.glance.versions else ""
        expired = line.listed is not None and line.listed.standing == "expired"
        color = "sub" if expired else "text"
        return Lines(name, second, tag, monogram(name), weight=SEMIBOLD, size=14, left=20, color=color)

    def state(self, line: Line) -> Cell:
        """How it stands, and why."""
        if line.listed is None and line.trouble:
            return Lines(self._language.text(N_("Cannot be read")), line.trouble, second_color="warn", color="sub")
        if line.listed is None:
            return NotYet(self._language.text(N_("being read")))
        word, tone = STATES[line.listed.standing]
        return ChipCell(self._language.text(word), tone, self._reason(line))

    def _reason(self, line: Line) -> str:
        text, listed = self._language.text, line.listed
        assert listed is not None  # asked only then
        first = full_day(listed.first, self._language) if listed.first else ""
        last = full_day(listed.last, self._language) if listed.last else ""
        match listed.standing:
            case "draft" if listed.sections_agreed:
                return text(N_("{n} of 12 sections agreed")).format(n=listed.sections_agreed)
            case "draft":
                return text(N_("No section agreed yet"))
            case "for_signature":
                every = listed.signed + len(listed.missing_signatures)
                waits = listed.missing_signatures[0] if listed.missing_signatures else ""
                return text(N_("{n} of {all} signed, {role} next")).format(n=listed.signed, all=every, role=waits)
            case "signed":
                return text(N_("In force from {day}")).format(day=first)
            case "expired":
                return text(N_("Ended {day}")).format(day=last)
            case _ if last:
                return text(N_("{first} to {last}")).format(first=first, last=last)
            case _:
                return text(N_("In force since {day}")).format(day=first)

    def health(self, line: Line) -> Cell:
        """How its promises do."""
        text = self._language.text
        if line.listed is None:
            return Nothing(text(N_("not known"))) if line.trouble else NotYet(text(N_("being read")))
        if line.listed.standing not in TRACKED:
            before = line.listed.standing == "signed"
            return Lines(text(N_("Not in force yet") if before else N_("Not tracked before signing")), color="muted")
        if not line.is_checked:
            return NotYet(text(N_("being checked")))
        if line.trouble:
            return Lines(text(N_("Could not be checked")), line.trouble, second_color="warn", color="sub")
        if line.health is None:
            return Lines(text(N_("No data imported yet")), color="muted")
        from workbench.ui.charts.strip import Strip  # noqa: PLC0415  (not before the first promise is checked)
        from workbench.ui.tables.cells.strip import StripCell  # noqa: PLC0415

        return StripCell(Strip(line.health.sides, self._language))

    def until(self, line: Line) -> Cell:
        """Until when its data speaks."""
        text = self._language.text
        if line.listed is None or line.listed.data_until is None:
            return Nothing(text(N_("no data")))
        day = day_of(line.listed.data_until)
        old = days_old(line, self.today)
        second, color = "", ""
        if line.listed.standing == "expired" and line.listed.last is not None and day >= line.listed.last:
            second = text(N_("final"))
        elif old > STALE_DAYS:
            second, color = text(N_("{n} days old")).format(n=old), "warn"
        said = short_day(day, self.today, self._language)
        return Lines(said, second, color="sub", second_color=color, figures=True)

    def review(self, line: Line) -> Cell:
        """When both teams look at it next."""
        text = self._language.text
        listed = line.listed
        if listed is None or listed.standing in {"draft", "for_signature", "expired"} or listed.review is None:
            return Nothing(text(N_("no review")))
        days = (listed.review - self.today).days
        if days < 0:
            return Lines(full_day(listed.review, self._language), text(N_("passed")), color="sub")
        if days > NEAR:
            return Lines(full_day(listed.review, self._language), color="sub")
        soon = language_days(days, self._language)
        return Lines(near_day(listed.review, self._language), soon, weight=SEMIBOLD, second_color="warn")

    def edit(self, line: Line) -> Cell:
        """When it was last changed."""
        day, time = moment_words(line.glance.updated_at, self.now, self._language)
        return Lines(day, time, color="sub", figures=True)


def language_days(days: int, language: Language) -> str:
    """`today`, `in 1 day`, `in 4 days`."""
    if days == 0:
        return language.text(N_("today"))
    return language.count(N_("in {n} day"), N_("in {n} days"), days).format(n=days)


def monogram(name: str) -> str:
    """Up to two initials."""
    words = [word.strip("[]()“”\"'") for word in name.split()]
    letters = [word[0] for word in words if word and word[0].isalnum()]
    return "".join(letters[:2]).upper() or "–"
