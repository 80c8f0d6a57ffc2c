"""The first sheet: five cards, a row for each promise with twelve months at a glance, two charts.

Every number is looked up on the scorecard. Must not know how anything is judged.
"""

from __future__ import annotations

from typing import Any

from workbench.agreement.commitment import Side
from workbench.base.language import N_
from workbench.fields.moments import show_day
from workbench.fields.value import Shown
from workbench.sheets.column.cells import letters
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.numbers import number_format
from workbench.sheets.tracker.look.styles import POINTS
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.scoring.line import CELLS, FIRST_COLUMN
from workbench.sheets.tracker.tabs.board import cards
from workbench.sheets.tracker.tabs.board.charts import write_charts
from workbench.sheets.tracker.tabs.board.columns import (
    ACTUAL,
    COUNTED,
    GAP,
    HELPERS,
    LABEL,
    MONTHS,
    PLACE,
    RAW,
    SENTENCE,
    STATUS,
    STRIP,
    TARGET,
    TREND,
)  # fmt: skip
from workbench.sheets.tracker.tabs.board.rows import PromiseRow, cell_at, counted, gap, promise_row, short_sentence
from workbench.sheets.tracker.tabs.board.shown import MONTH, ShownPeriod, shown_period
from workbench.sheets.tracker.tabs.board.signs import looked_up, status_signs, status_texts
from workbench.sheets.tracker.tabs.scorecard import HEADER_ROW as SCORE_HEADER

HEADER_ROW = 9
GROUPS: tuple[tuple[Side, str], ...] = (
    ("marketing", N_("Marketing promises sales")),
    ("sales", N_("Sales promises marketing")),
    ("both", N_("Both teams promise")),
)
LINE = 66
"""Characters of a promise in one line."""
MANY_ROWS = 20
"""From here on the page is upright."""


def write_dashboard(sheet: Sheet, model: Model) -> None:
    """Write the first sheet."""
    text, subject = sheet.book.text, model.subject
    shown = shown_period(model)
    strip = months_at_a_glance(model)
    sheet.head(subject.agreement.title, _facts(sheet, model))
    sheet.widths([2, 6, 60, 10, 10, 10, 18, 25, *[3.6] * STRIP, 10, 2])
    row = HEADER_ROW + 1
    rows: list[tuple[int, PromiseRow]] = []
    for side, title in GROUPS:
        promised = [one for one in subject.commitments if one.by == side]
        if not promised:
            continue
        look = palette.TEAM[side]
        band = sheet.book.styles.cell(bold=True, font_color=look.colour, bg_color=look.tint)
        sheet.row(row, LABEL, [text(title), *[None] * (TREND - LABEL)], band)
        for one in promised:
            row += 1
            found = promise_row(one, model, shown, strip)
            rows.append((row, found))
            _write_row(sheet, model, row, found)
        row += 1
    last = row - 1
    _header(sheet, shown, strip)
    _colour(sheet, last)
    _legend(sheet, model, row)
    cards.write_cards(sheet, model, shown, [number for number, _ in rows])
    _helpers(sheet, shown)
    write_charts(sheet, model, shown, strip, [number for number, _ in rows], row + 2)
    sheet.page.freeze_panes(HEADER_ROW + 1, 0)
    sheet.page.protect("", {"format_columns": True, "format_rows": True})
    sheet.page.set_column(HELPERS, HELPERS + 20, None, None, {"hidden": 1})
    sheet.print_on(tall=1, upright=len(rows) > MANY_ROWS, repeat=HEADER_ROW)
    sheet.page.print_area(0, 0, row + 21, TREND)
    sheet.page.activate()


def months_at_a_glance(model: Model) -> tuple[int, ...]:
    """The places of twelve months: whole years from the first on, those that hold the as-of day, or what there is."""
    months = model.axes[MONTH]
    begun = sum(row.first.value <= model.as_of.day.value for row in months.rows)
    begin = max(begun - 1, 0) // STRIP * STRIP
    return tuple(range(begin, min(begin + STRIP, len(months.rows))))


def _facts(sheet: Sheet, model: Model) -> str:
    """One line under the title: in force, zone, currency."""
    text, review, teams = sheet.book.text, model.subject.review, model.subject.agreement.teams
    first, last = review.in_force.first, review.in_force.last
    spans = text(N_("Not signed by everybody yet: a rehearsal on all data"))
    if first:
        spans = text(N_("In force from {first}")).format(first=show_day(first, Shown(sheet.book.words)))
        spans += text(N_(" to {last}")).format(last=show_day(last, Shown(sheet.book.words))) if last else ""
    return "   ·   ".join(part for part in (spans, review.zone, teams.currency) if part)


def _header(sheet: Sheet, shown: ShownPeriod, strip: tuple[int, ...]) -> None:
    text, styles = sheet.book.text, sheet.book.styles
    headers = {
        SENTENCE: N_("Promise"), TARGET: N_("Target"), ACTUAL: N_("Actual"), GAP: N_("Gap"), STATUS: N_("Status"),
        COUNTED: N_("Counted"), TREND: N_("Trend"),
    }  # fmt: skip
    sheet.page.set_row(HEADER_ROW, 20)
    sheet.put(HEADER_ROW, LABEL, None, styles.header())
    for column, header in headers.items():
        right = column in {TARGET, ACTUAL, GAP}
        sheet.put(
            HEADER_ROW, column, text(header), styles.header(align="right" if right else "left", indent=int(right))
        )
    for place in range(STRIP):
        label = shown.labels.values[strip[place]] if place < len(strip) else ""
        initial = text(MONTHS[int(label[5:7]) - 1])[:1] if label else ""
        sheet.put(HEADER_ROW, COUNTED + 1 + place, initial, styles.header(align="center"))
    first = strip[0] if strip else 0
    now = styles.rule(font_color=palette.CHOICE, bg_color=palette.CHOICE_TINT)
    area = HEADER_ROW, COUNTED + 1, HEADER_ROW, COUNTED + STRIP
    criteria = f"=COLUMN()-{COUNTED + 1}+{first}=Month_shown"
    sheet.page.conditional_format(*area, {"type": "formula", "criteria": criteria, "format": now})


def _write_row(sheet: Sheet, model: Model, row: int, found: PromiseRow) -> None:
    styles, one, words = sheet.book.styles, found.commitment, sheet.book.words
    sentence = short_sentence(one, model)
    sheet.page.set_row(row, 8 + 11.5 * -(-len(sentence) // LINE))
    place = sheet.written(row, PLACE, found.place)
    raw = either(place.equals(0), "", model.scores["status"].at(place))
    status = sheet.written(row, RAW, raw)
    number = {"align": "right", "indent": 1, "num_format": number_format(one)}
    target = cell_at(model, "target", place)
    quiet = styles.row(font_color=palette.MUTED, font_size=8.5)
    score = sheet.book.text(N_("Scorecard")), SCORE_HEADER + max(found.first, 1), FIRST_COLUMN
    sheet.link(row, LABEL, one.label, score, quiet)
    sheet.put(row, SENTENCE, sentence, styles.row(text_wrap=True))
    wanted = sheet.written(row, TARGET, target, styles.row(**number, font_color=palette.SECOND))
    value = cell_at(model, "value", place)
    told = either(
        status.equals("too_little_data"), "", value
    )  # a share of seven leads is no share: see what was counted
    actual = sheet.written(row, ACTUAL, told, styles.row(**number, bold=True))
    share = one.unit == "share" or one.metric_unit == "percent"
    apart = POINTS if share else f"+{number_format(one)};-{number_format(one)};0"
    sheet.put(
        row, GAP, gap(one, actual, wanted), styles.row(**number | {"num_format": apart, "font_color": palette.SECOND})
    )
    sheet.put(row, STATUS, looked_up(status, status_texts(words)), styles.row(bold=True, indent=1))
    sheet.put(row, COUNTED, counted(one, model, place, words), styles.row(font_color=palette.SECOND, indent=1))
    for month in range(STRIP):
        line = found.months[month] if month < len(found.months) else None
        sign = looked_up(model.scores["status"].at(line), status_signs()) if line else None
        sheet.put(row, COUNTED + 1 + month, sign, styles.row(align="center", font_color=palette.FAINT))
    sheet.put(row, TREND, None, styles.row())
    if found.count:
        _sparkline(sheet, row, found)


def _sparkline(sheet: Sheet, row: int, found: PromiseRow) -> None:
    value = FIRST_COLUMN + CELLS.index("value")
    known = [line for line in found.months if line]
    monthly = found.commitment.period == "month" and known
    first = SCORE_HEADER + (known[0] if monthly else found.first)
    count = len(known) if monthly else found.count
    name = sheet.book.text(N_("Scorecard")).replace("'", "''")
    cells = f"'{name}'!${letters(value)}${first + 1}:${letters(value)}${first + count}"
    target = found.commitment.target
    scale: dict[str, Any] = {"min": 0, "max": float(target) * 1.75} if target else {"min": 0}
    colour = palette.TEAM[found.commitment.by].colour
    sheet.page.add_sparkline(row, TREND, {"range": cells, "type": "column", "series_color": colour, **scale})


def _colour(sheet: Sheet, last: int) -> None:
    styles, page = sheet.book.styles, sheet.page
    raw = letters(RAW)
    for word, look in palette.STATUS.items():
        shape = styles.rule(font_color=look.colour, bg_color=look.tint)
        rule = {"type": "formula", "criteria": f'=${raw}{HEADER_ROW + 2}="{word}"', "format": shape}
        page.conditional_format(HEADER_ROW + 1, STATUS, last, STATUS, rule)
        if look.sign != "○":
            sign = {"type": "cell", "criteria": "==", "value": f'"{look.sign}"', "format": shape}
            page.conditional_format(HEADER_ROW + 1, COUNTED + 1, last, COUNTED + STRIP, sign)


def _legend(sheet: Sheet, model: Model, row: int) -> None:
    text, styles = sheet.book.text, sheet.book.styles
    signs = "      ".join(f"{one.sign} {text(one.word)}" for one in palette.STATUS.values())
    sheet.put(row, SENTENCE, signs, styles.cell(font_color=palette.MUTED, font_size=8.5))
    sheet.put(
        row,
        COUNTED,
        cards.log_facts(model, sheet.book.words),
        styles.cell(font_color=palette.MUTED, font_size=8.5, indent=1),
    )


def _helpers(sheet: Sheet, shown: ShownPeriod) -> None:
    for row, (name, content) in enumerate(shown.content.items()):
        sheet.put(row, PLACE, name.replace("_", " "))
        sheet.put(row, PLACE + 1, content)
        sheet.name_cells(name, row, PLACE + 1)
