"""What the clocks say of each row of the lead log, in grey beside the table. Nothing depends on it.

Must not know how leads are judged.
"""

from __future__ import annotations

import re
from typing import Any

from workbench.agreement.commitment import CommitmentKind
from workbench.base.language import N_, Language
from workbench.sheets.tracker.formula import ROW, Formula, each, lift
from workbench.sheets.tracker.functions import either
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.look.styles import SHORT_MOMENT
from workbench.sheets.tracker.model import Model
from workbench.sheets.tracker.tabs.log_place import HEADER_ROW
from workbench.sheets.tracker.told import told

RESULTS: tuple[tuple[CommitmentKind, tuple[str, str, str]], ...] = (
    ("response", (N_("Answer due"), N_("Answer"), N_("Working min to answer"))),
    ("decision", (N_("Decision due"), N_("Decision"), N_("Working min to decision"))),
)
"""What stands in grey beside the table: deadline, state, working minutes."""


def result_headers(words: Language) -> list[str]:
    """The headers these columns can have, so that an import never takes them for what people filled in."""
    return [words.text(name) for _, names in RESULTS for name in names]


def write_results(sheet: Sheet, model: Model, first_column: int) -> int:
    """What the clocks say of each row, in grey beside the table; answers how many columns."""
    text, styles = sheet.book.text, sheet.book.styles
    grey = {"bg_color": palette.GREY, "font_color": palette.SECOND, "bottom": 4, "bottom_color": palette.DOTS}
    moment, plain = styles.cell(**grey, num_format=SHORT_MOMENT, align="left"), styles.cell(**grey, bold=True)
    minutes = styles.cell(**grey, num_format="#,##0", align="right", indent=1)
    words = [text(look.word) for look in palette.STATE.values()]
    column = first_column
    for kind, names in RESULTS:
        found = told(model, kind, text(names[0]))
        if found is None:
            continue
        contents = (
            (names[0], either(found.due > 0, found.due, ""), moment),
            (names[1], _state_word(found.state, words), plain),
            (names[2], either(found.seconds >= 0, found.seconds / 60, ""), minutes),
        )
        for name, content, shape in contents:
            header = {"bold": True, "font_color": palette.WHITE, "bg_color": palette.MUTED, "bottom": 0}
            sheet.put(HEADER_ROW, column, text(name), styles.header(**header, valign="vcenter"))
            _write_down(sheet, column, content, shape)
            if shape is plain:
                _colour_states(sheet, column, HEADER_ROW + model.engine.rows, words)
            column += 1
    if column > first_column:
        sheet.put(HEADER_ROW - 1, first_column, text(N_("Calculated")), styles.caption(font_size=8.5))
    return column - first_column


def _state_word(state: Formula, words: list[str]) -> Formula:
    listed = ",".join(lift(word).text for word in words)
    known = each(lambda one: words[int(one) - 1] if one > 0 else "", state.value)
    return Formula(f'IF({state.text}>0,CHOOSE({state.text},{listed}),"")', known)


def _write_down(sheet: Sheet, column: int, content: Formula, shape: Any) -> None:
    """A formula of the clocks in every row; the two sheets have the same rows."""
    clocks = "'" + sheet.book.text(N_("Clocks")).replace("'", "''") + "'!$"
    text = re.sub(rf"\$(?=[A-Z]{{1,3}}{ROW})", lambda _: clocks, content.text)
    for row, value in enumerate(content.value.tolist(), HEADER_ROW + 1):
        sheet.put(row, column, Formula(text, value), shape)


def _colour_states(sheet: Sheet, column: int, last_row: int, words: list[str]) -> None:
    for word, look in zip(words, palette.STATE.values(), strict=True):
        rule = {"type": "cell", "criteria": "==", "value": f'"{word}"'}
        shape = sheet.book.styles.rule(font_color=look.colour, bg_color=look.tint)
        sheet.page.conditional_format(HEADER_ROW + 1, column, last_row, column, {**rule, "format": shape})
