"""Statuses as people read them: a sign and a word for each of the scorecard's words. Must not know promises."""

from __future__ import annotations

from workbench.base.language import Language
from workbench.sheets.tracker.formula import Formula
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.ranges import Range


def status_words() -> Range:
    """The scorecard's words."""
    return Range.of("Status_word", list(palette.STATUS))


def status_signs() -> Range:
    """Their signs."""
    return Range.of("Status_sign", [one.sign for one in palette.STATUS.values()])


def status_texts(words: Language) -> Range:
    """Sign and word."""
    return Range.of("Status_text", [f"{one.sign} {words.text(one.word)}" for one in palette.STATUS.values()])


def looked_up(status: Formula, shown: Range) -> Formula:
    """What is shown for a status; empty where there is none."""
    known = dict(zip(palette.STATUS, shown.values.tolist(), strict=True))
    text = f'IFERROR(INDEX({shown.name},MATCH({status.text},Status_word,0)),"")'
    return Formula(text, known.get(status.value, ""))


def colour_statuses(sheet: Sheet, first: int, column: int, last: int) -> None:
    """Tint the cells of a column that say a status in words."""
    for look in palette.STATUS.values():
        rule = {"type": "cell", "criteria": "==", "value": f'"{look.sign} {sheet.book.text(look.word)}"'}
        shape = sheet.book.styles.rule(font_color=look.colour, bg_color=look.tint)
        sheet.page.conditional_format(first, column, last, column, {**rule, "format": shape})
