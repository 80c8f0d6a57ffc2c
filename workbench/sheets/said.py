"""What reading a file has to say, as codes with values: notes, reasons of skipped rows, reasons of problems.

The reader child sends codes only; the sentences stand here and are filled in the parent. Must not know cells.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.lead_fields import FIELD
from workbench.base.language import N_, Language

SENTENCES: dict[str, str] = {
    # why a row was not read
    "above_header": N_("Above the header row."),
    "blank": N_("Blank row."),
    "total": N_("A totals row: “{text}”."),
    "footer": N_("A footer line: “{text}”."),
    "line_of_text": N_("A line of text inside the table: “{text}”."),
    "stray_count": N_("A single number below a totals row."),
    "header_again": N_("The header row once more."),
    # why a row was rejected
    "no_identity": N_("Neither a lead ID nor an e-mail address."),
    "no_lead": N_("It names no lead: neither an ID nor an e-mail address."),
    # why a value was not taken
    "not_a_date": N_("This is not a date."),
    "no_such_day": N_("There is no such day, time or offset from UTC."),
    "out_of_range": N_("This date is before 1980 or after 2199."),
    "date_order_mixed": N_("This column mixes day-month and month-day; this date cannot be told apart."),
    "date_order_other": N_("This does not fit the column's date order, {order}."),
    "after_as_of": N_("This lies after the date the file speaks of, {as_of}."),
    "after_now": N_("This lies in the future."),
    "not_a_time": N_("This is not a time of day."),
    "time_without_day": N_("A time of day without its date."),
    "not_a_number": N_("This is not a number."),
    "not_whole": N_("This is not a whole number."),
    "negative": N_("This cannot be negative."),
    "not_a_period": N_("This is not a period; write it as 2026-10, 2026-Q4, 2026-W43 or 2026."),
    "no_such_metric": N_("This is no metric of the agreement, or of several; its metrics are {metrics}."),
    "other_period_length": N_("This metric is judged every {length}; write the period as {example}."),
    "percent_unclear": N_("This may mean {low}% or {high}%; write it as {high}, or as text with its percent sign."),
    "too_large": N_("This number is too large."),
    "error_cell": N_("The cell holds an error, {text}."),
    "text_too_long": N_("The text is longer than a cell may be."),
    "word_without_date": N_("“{word}” means “{field}”, but the row has no date for it."),
    "other_row_counts": N_("Row {row} has the same lead with “{value}”; the later row counts."),
    "other_row_counts_blank": N_("Row {row} has the same lead with this left empty; the later row counts."),
    # notes on the whole file
    "sheet_chosen": N_("Read the sheet “{sheet}”; the file also has {others}."),
    "hidden_sheet": N_("The sheet “{sheet}” is hidden."),
    "hidden_rows": N_("Hidden rows are read too: {count}."),
    "hidden_columns": N_("Hidden columns are read too: {headers}."),
    "hidden_columns_more": N_("Hidden columns are read too: {headers} and {count} more."),
    "error_cells": N_("Cells that hold errors such as {text}: {count}. They count as unreadable, not as empty."),
    "row_by_row": N_(
        "Read row by row, because its cells lie far apart; merged cells keep their value in their first cell only."
    ),
    "stray_cells": N_("Cells far away from the table were left out: {cells}."),
    "errors_unseen": N_(
        "In this format cells that hold errors look like empty ones; save the file as .xlsx to have them told apart."
    ),
    "macros": N_("The file contains macros; they were not run."),
    "external_links": N_("The file links to other files; the values stored in it were read, nothing was fetched."),
    "encoding": N_("Read as {encoding}; it is not UTF-8."),
    "duplicate_header": N_("The header “{header}” appears more than once; the later ones are numbered."),
    "two_levels": N_("The headers stand in two rows; names made of both: {count}."),
    "unnamed_column": N_("Column {letter} has no header; it is called “{header}”."),
    "also_fits": N_("“{header}” also looks like “{field}”, which “{taken}” already is; it is not used."),
    "unsure": N_("“{header}” may be “{field}”; it is used only if the mapping says so."),
    "values_contradict": N_("“{header}” sounds like “{field}”, but its values do not look like it; it is not used."),
    "duration": N_("“{header}” is a duration, not a date; it is used for “First touch” only if the mapping says so."),
    "duration_added": N_("“{header}” is read in {unit} and counted from “{field}” to give the first touch."),
    "not_a_duration": N_("This is not a duration."),
    "no_start": N_("There is no date that this duration could be counted from."),
    "queue_owner": N_("“{word}” in “{header}” looks like a queue, not a person; “values” can leave it out."),
    "newest_first": N_(
        "Rows of one lead stand with the newest first here, and the later row counts: sort the file by date, oldest"
        " first, if it is a history."
    ),
    "guessed": N_("“{header}” was taken for “{field}”; please check."),
    "detected": N_("“{header}” is not in the mapping and was recognised as “{field}”."),
    "missing_column": N_("The mapping names “{header}”, which this file does not have."),
    "joined_time": N_("“{header}” is the time of day for “{day}”."),
    "joined_text": N_("“{header}” is joined to “{first}” as “{field}”."),
    "date_order_values": N_("“{header}” is read as {order}; dates that allow no other order: {count}."),
    "date_order_given": N_("“{header}” is read as {order}, as the mapping says."),
    "date_order_language": N_("“{header}” could be day-month or month-day; read as {order} for the headers' language."),
    "date_order_dots": N_("“{header}” is written with dots, so it is read as {order}."),
    "date_order_other_column": N_("“{header}” could be day-month or month-day; read as {order}, like “{other}”."),
    "date_order_unknown": N_("“{header}” can be read as day-month or as month-day: {sample}. Say which."),
    "date_order_conflict": N_("“{header}” mixes day-month and month-day dates; values that cannot be read: {count}."),
    "date_cells_swapped": N_(
        "“{header}” mixes true dates, none after the 12th, with text dates: the file was probably opened with other"
        " regional settings, and day and month of its true dates may be swapped."
    ),
    "no_times": N_("“{header}” holds dates without times; it can be checked to the day only."),
    "serial_dates": N_("“{header}” holds bare day numbers, which were read as dates: {count}."),
    "number_style": N_("“{header}” writes numbers as {style}."),
    "number_style_unsure": N_("“{header}” could use point or comma for decimals; read as {style}."),
    "currencies": N_("“{header}” names several currencies: {marks}. They are added as they stand."),
    "ranges": N_("“{header}” holds ranges; they are read as their lower end."),
    "long_ids": N_("“{header}” holds numbers of more than 15 digits, which spreadsheets round; check the IDs."),
    "merged_filled": N_("Cells merged downwards were filled with their value: {count}."),
    "group_filled": N_("The report groups by “{header}”; the group's value was written into row {rows}."),
    "group_filled_more": N_(
        "The report groups by “{header}”; the group's value was written into row {rows} and {count} more."
    ),
    "as_of_line": N_("The file says “{text}”."),
    "as_of_name": N_("The as-of date is from the file name."),
    "as_of_name_ignored": N_("The file name says {day}, but it has later rows ({count}); its newest date is used."),
    "as_of_newest": N_("The as-of date is the newest date in the file."),
    "as_of_property": N_("The as-of date is from the tracker's properties."),
    "identity_email": N_("There is no lead ID; leads are recognised by e-mail address."),
    "identity_email_day": N_(
        "There is no lead ID; leads are recognised by e-mail address, and by created date too where one address stands"
        " with several."
    ),
    "problems_cut": N_("There are {count} problems; the first {listed} are listed."),
    "repeated_rows": N_("Rows that repeat an earlier one exactly and count once: {count}."),
    "own_tracker": N_("This is a tracking spreadsheet of this program; no mapping is needed."),
    "own_tracker_older": N_(
        "This workbook was written for version {number}; version {current} counts now. Its leads are taken all the"
        " same. Write a new workbook to go on with."
    ),
    "own_tracker_unknown": N_(
        "This workbook was written for a version that is not in this library. Its leads are taken all the same."
    ),
    "typed_totals_taken": N_("Totals typed into the workbook that are taken in with it: {count}."),
    "typed_totals": N_(
        "Entries in the workbook's Totals that are not in the program: {count}. They were not taken; enter them there"
        " with a note and both names."
    ),
    "activities": N_("Calls, tasks and messages that were read: {count}."),
    "activities_not_attempts": N_("“{word}” in “{header}” is no attempt to reach a lead and was left out: {count}."),
    "activities_undated": N_("Activities without a date, which were left out: {count}."),
    "activities_unknown": N_("Leads of this file that no import has brought yet: {count}. They are joined then."),
    "not_of_calls": N_("The mapping makes “{header}” “{field}”, which calls and tasks do not have; it is not used."),
    "activities_many": N_("Leads with more than {most} attempts: {count}. All count; only the first keep dates."),
    "column_gone": N_("Since the last export the column “{header}” is gone; it was “{field}”."),
    "column_gone_unused": N_("Since the last export the column “{header}” is gone; it was not used."),
    "column_renamed": N_("Since the last export “{header}” is called “{other}”; both are “{field}”."),
    "column_came": N_("Since the last export the column “{header}” came; it is read as “{field}”."),
    "column_new": N_("Since the last export the column “{header}” came; it is not used."),
    "words_new": N_("Since the last import there are new words in “{header}”: {words}."),
    "private": N_("Names and e-mail addresses are replaced by marks; the file itself is not kept."),
    "no_zone": N_("Times are taken to be in {zone}."),
    "outcome_words": N_("“{word}” in “{header}” usually means “{field}”; say so under “values” to use it."),
}  # fmt: skip
"""Every sentence by its code. `{...}` are filled with plain text."""


@dataclass(frozen=True)
class Said:
    """One thing said about a file, a row or a value.

    Attributes:
        code: Key of `SENTENCES`.
        values: What fills the braces, in pairs.
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()

    def message(self, language: Language) -> str:
        """The sentence in a language."""
        return language.text(SENTENCES[self.code]).format(
            **{name: _spoken(name, value, language) for name, value in self.values}
        )


def _spoken(name: str, value: str, language: Language) -> str:
    """A value in words: a field by its label, a date order translated; anything else is the file's own text."""
    if name == "field" and value in FIELD:
        return language.text(FIELD[value].label)
    return language.text(value) if name in {"order", "unit"} else value


def said(code: str, **values: object) -> Said:
    """A `Said` with its values as text.

    Raises:
        KeyError: There is no such sentence.
    """
    if code not in SENTENCES:
        raise KeyError(code)
    return Said(code, tuple((name, str(value)) for name, value in values.items()))
