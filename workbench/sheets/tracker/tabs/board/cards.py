"""The five cards over the promises: period shown, as-of, kept so far, at risk, next review. Must not know rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbench.base.language import N_, Language
from workbench.sheets.column.cells import letters
from workbench.sheets.tracker.asof import TYPED as AS_OF
from workbench.sheets.tracker.formula import Formula, lift
from workbench.sheets.tracker.functions import either, number_in
from workbench.sheets.tracker.log_cells import UNREADABLE_WORD
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.styles import DAY_FORMAT, MOMENT_FORMAT
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.ranges import Range
from workbench.sheets.tracker.reviews import review_days
from workbench.sheets.tracker.serial import day_serial
from workbench.sheets.tracker.tabs.board.columns import COUNTED, GAP, RAW, STATUS, TARGET, TREND
from workbench.sheets.tracker.tabs.board.shown import MONTH, TYPED, ShownPeriod

TOP = 5
_SECOND = 1 / 86_400
NEVER = 2_958_465.0
"""The last day a cell can hold."""
SPANS = ((1, 2), (TARGET, GAP), (STATUS, STATUS), (COUNTED, COUNTED + 3), (COUNTED + 4, TREND))


def write_cards(sheet: Sheet, model: Model, shown: ShownPeriod, rows: list[int]) -> None:
    """Write the cards.

    Args:
        sheet: The first sheet.
        model: The tracker.
        shown: The period shown.
        rows: The sheet's rows that hold promises.
    """
    text, styles = sheet.book.text, sheet.book.styles
    for row, height in ((TOP, 18), (TOP + 1, 25), (TOP + 2, 18)):
        sheet.page.set_row(row, height)
    typed = model.as_of.typed.value
    moment = DAY_FORMAT if typed == int(typed) else MOMENT_FORMAT
    kept = palette.STATUS["met"].colour
    values: list[tuple[str, Any, dict[str, Any], Any]] = [
        (N_("PERIOD SHOWN (choose here)"), text(N_("Current")), _chosen(), _of_month(model, shown, sheet.book.words)),
        (N_("AS OF (type here)"), typed, _chosen(moment), _later_dates(model, sheet.book.words)),
        (N_("KEPT SO FAR"), kept_so_far(model, sheet.book.words), {"font_color": kept}, text(N_("in closed periods"))),
        (N_("AT RISK NOW"), _count(sheet, rows), {"font_color": palette.AMBER}, text(N_("in the period shown"))),
        (N_("NEXT REVIEW"), next_review(model), {"num_format": f"ddd {DAY_FORMAT}"}, _in_days(model, sheet.book.words)),
    ]
    for (first, last), (caption, value, look, line) in zip(SPANS, values, strict=True):
        sheet.across(TOP, first, last, text(caption), styles.card(font_size=8, bold=True, font_color=palette.MUTED))
        sheet.across(TOP + 1, first, last, value, styles.card(font_size=14, bold=True, **look))
        sheet.across(TOP + 2, first, last, line, styles.card(font_size=8.5, font_color=palette.SECOND))
    sheet.name_cells(TYPED, TOP + 1, SPANS[0][0])
    sheet.name_cells(AS_OF, TOP + 1, SPANS[1][0])
    sheet.page.data_validation(
        TOP + 1, SPANS[0][0], TOP + 1, SPANS[0][0], {"validate": "list", "source": f"={shown.choices.name}"}
    )


def _chosen(shape: str = "@") -> dict[str, Any]:
    return {"font_color": palette.CHOICE, "locked": False, "num_format": shape}


def _later_dates(model: Model, words: Language) -> Formula:
    """Says when the log has dates after the as-of instant, which have not happened yet."""
    used, day = model.as_of.used, model.as_of.day
    after = either(used.equals(day), day + 1, used + _SECOND)
    columns = [one.range for one in model.columns.values() if one.holds == "instant"]
    cells = [one for column in columns for one in column.values.tolist() if isinstance(one, float)]
    newest = Formula(f"MAX({','.join(one.name for one in columns)})", max(cells, default=0.0))
    usual, later = N_("a day, or a day with its time"), N_("the log has later dates: move it on")
    return either(newest >= after, words.text(later), words.text(usual))


def _of_month(model: Model, shown: ShownPeriod, words: Language) -> Formula:
    """Which month is shown, and which of its working days it is."""
    axis = model.axes[MONTH]
    parts = [
        Range.of(f"{MONTH}_{part}", [getattr(row, part).value for row in axis.rows]).at(shown.month)
        for part in ("elapsed", "days")
    ]
    said = shown.labels.at(shown.month).joined(lift(words.text(N_(": working day ")))).joined(parts[0])
    return said.joined(lift(words.text(N_(" of ")))).joined(parts[1])


def kept_so_far(model: Model, words: Language) -> Formula:
    """`31 of 51`: promises kept of those in closed periods."""
    statuses = model.scores["status"]
    met, missed = statuses.count(lift("met")), statuses.count(lift("missed"))
    return met.joined(lift(words.text(N_(" of ")))).joined(met + missed)


def _count(sheet: Sheet, rows: Iterable[int]) -> Formula:
    cells = [sheet.page.table[row][RAW].value for row in rows]
    numbers = sorted(rows)
    if not numbers:
        return lift(0)
    column = letters(RAW)
    text = f'COUNTIF(${column}${numbers[0] + 1}:${column}${numbers[-1] + 1},"at_risk")'
    return Formula(text, float(sum(one == "at_risk" for one in cells)))


def reviews(model: Model) -> Range:
    """The days of reviews as far as the tracker reaches, between a day before all and a day after all."""
    days = [float(day_serial(day)) for day, _ in review_days(model.subject.agreement, model.plan.last)]
    return Range.of("Review_days", [0.0, *dict.fromkeys(days), NEVER])


def next_review(model: Model) -> Formula:
    """The first review after the as-of day; a dash where none is known."""
    days = reviews(model)
    found = days.at(days.last_at_most(model.as_of.day) + 1)
    return either(found >= NEVER, "–", found)


def _in_days(model: Model, words: Language) -> Formula:
    review, today = next_review(model), model.as_of.day
    left = (number_in(review) - today).joined(lift(words.text(N_(" days after the as-of day"))))
    return either(review.equals("–"), "", left)


NEARLY_FULL = 0.9


def log_room(model: Model, words: Language) -> tuple[Formula, Formula]:
    """What to do when few rows are left, nothing before; and whether it has come to that."""
    engine = model.engine
    cells = engine.range("Used", next(one for one in engine.columns if one.title == "Holds a lead"))
    used = Formula(f"SUM({cells.name})", float(cells.values.sum()))
    full = used >= int(NEARLY_FULL * engine.rows)
    said = words.text(N_("Few rows are left: import this file into the program and export it again, with more."))
    return either(full, said, ""), full


def log_facts(model: Model, words: Language) -> Formula:
    """`300 of 400 rows used · 2 unreadable cells · 13 excluded`."""
    engine = model.engine
    used = next(one for one in engine.columns if one.title == "Holds a lead")
    cells = engine.range("Used", used)
    total = Formula(f"SUM({cells.name})", float(cells.values.sum()))
    unreadable = lift(0)
    for column in model.columns.values():
        count = sum(one == UNREADABLE_WORD for one in column.range.values.tolist())
        if count:
            unreadable = unreadable + Formula(f'COUNTIF({column.range.name},"{UNREADABLE_WORD}")', float(count))
    said = total.joined(lift(words.text(N_(" of {rows} rows used")).format(rows=engine.rows)))
    return said.joined(lift(" · ")).joined(unreadable).joined(lift(words.text(N_(" unreadable cells"))))
