"""The sheet that says how the workbook is used. Must not know what is in it."""

from __future__ import annotations

from workbench.base.language import N_
from workbench.sheets.tracker.look import palette
from workbench.sheets.tracker.look.book import Sheet
from workbench.sheets.tracker.model import Model

STEPS = (
    (N_("Fill the lead log"),
     N_("One row for each lead. Marketing fills the purple columns, sales the teal ones. A line above says how many "
        "rows are left; import and export the workbook for more.")),
    (N_("Paste values only"),
     N_("From another program use Paste special, Values. Dates can be typed with or without a time.")),
    (N_("Set the as-of day"),
     N_("On the Dashboard: everything is told as of that day or moment. Later dates have not happened yet.")),
    (N_("Read the Dashboard"), N_("Choose a month. The strip shows twelve months, a sign for each status.")),
    (N_("Work the Exceptions"), N_("The longest open promise is on top. It disappears when the event is logged.")),
    (N_("Fill Totals"),
     N_("Metrics by period are taken in with the import. Things done are entered in the program, with both names.")),
    (N_("Import the workbook"),
     N_("SLA Workbench takes in leads, columns of your own and totals without questions, and says what it left out.")),
    (N_("Add what you need"),
     N_("Columns beside the lead log and sheets of your own are welcome; a column comes back in the next workbook.")),
    (N_("Formulas are locked"),
     N_("Without a password: Review, Unprotect sheet. The program computes all of it afresh anyway.")),
    (N_("A new version is signed"),
     N_("Write a new workbook. This one goes on judging by the version it was written of.")),
)  # fmt: skip
TOP = 5


def write_how_to_use(sheet: Sheet, model: Model) -> None:
    """Write the steps, and which version this is."""
    text, styles, subject = sheet.book.text, sheet.book.styles, model.subject
    sheet.head(text(N_("How to use this workbook")), text(N_("Ten minutes a week for each team.")))
    sheet.widths([2, 6, 30, 104])
    for number, (title, how) in enumerate(STEPS, 1):
        row = TOP + number - 1
        sheet.page.set_row(row, 28)
        sheet.put(row, 1, number, styles.row(font_size=13, bold=True, font_color=palette.CHOICE, align="left"))
        sheet.put(row, 2, text(title), styles.row(bold=True, text_wrap=True))
        sheet.put(row, 3, text(how), styles.row(font_color=palette.SECOND, text_wrap=True))
    row = TOP + len(STEPS) + 1
    facts = (
        (N_("Agreement"), subject.agreement.title),
        (N_("Version"), f"{subject.version} · {subject.version_hash}"),
        (N_("Written"), f"{subject.written:%Y-%m-%d %H:%M} UTC"),
    )
    for name, value in facts:
        sheet.put(row, 2, text(name), styles.cell(font_color=palette.MUTED))
        sheet.put(row, 3, value, styles.cell(font_color=palette.MUTED))
        row += 1
    sheet.page.protect("", {"format_columns": True})
    sheet.print_on(tall=1)
