"""Matching the columns of a file, with a side panel and a footer that counts."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QRadioButton, QWidget

from tests.ui.gallery_screens.frame import put
from workbench.ui.parts.beside import Beside, SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip, ChipTone
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label, emphasised
from workbench.ui.parts.layout import Box, Item, Panel, box, column, row, stretch
from workbench.ui.parts.meter import Meter
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.sizing import sized
from workbench.ui.shell.window import MainWindow
from workbench.ui.tables.cell import Cell
from workbench.ui.tables.cells.dropdown import DropDown
from workbench.ui.tables.cells.glyph import Glyph, Strength
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.cells.number import Number
from workbench.ui.tables.column import Column
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.theme.fonts import MEDIUM, REGULAR, SEMIBOLD


class FileColumn(NamedTuple):
    letter: str
    name: str
    samples: tuple[str, str, str]
    field: str
    match: str
    note: str = ""


COLUMNS = [
    FileColumn(
        "A", "Record ID", ("51204418", "51204431", "51204467"), "Lead ID", "Exact name", "Recognises a lead again"
    ),
    FileColumn("B", "Email", ("ms@contoso.test", "hs@fabrikam.test", "at@adatum.test"), "E-mail", "Exact name"),
    FileColumn("C", "Company Name", ("Contoso Ltda", "Fabrikam GmbH", "Adatum KK"), "Company", "Exact name"),
    FileColumn(
        "D", "Create Date", ("31/07/2026 17:58", "03/08/2026 09:12", "03/08/2026 10:40"), "Created", "Known label"
    ),
    FileColumn(
        "E",
        "Became a Marketing Qualified Lead Date",
        ("03/08/2026 09:41", "03/08/2026 16:07", "14/08/2026 11:20"),
        "Qualified",
        "Known label",
    ),
    FileColumn(
        "F",
        "Owner Assigned Date",
        ("03/08/2026 09:44", "04/08/2026 09:02", "14/08/2026 11:25"),
        "Handed over",
        "Remembered",
    ),
    FileColumn("G", "Lifecycle Stage", ("Lead", "Opportunity", "Customer"), "Stage", "Exact name"),
    FileColumn("H", "Lead Status", ("IN_PROGRESS", "NEW", "UNQUALIFIED"), "Status", "Exact name"),
    FileColumn("I", "Contact owner", ("Joy Okafor", "Lena Brandt", "Sales – Queue"), "Owner", "Known label"),
    FileColumn("J", "Original Traffic Source", ("ORGANIC_SEARCH", "PAID_SEARCH", "OFFLINE"), "Source", "Known label"),
    FileColumn("K", "Number of times contacted", ("3", "0", "6"), "Attempts", "Please check", "A count, without dates"),
    FileColumn(
        "L",
        "Last Contacted",
        ("05/08/2026 15:31", "", "17/08/2026 10:02"),
        "",
        "No match",
        "Latest contact, not the first",
    ),
    FileColumn(
        "M", "Webinar wave", ("Wave 3", "Wave 3", ""), "Keep as own field", "New column", "Not in the file of 19 Oct"
    ),
    FileColumn("N", "Became a Sales Qualified Lead Date", ("04/08/2026 11:30", "", ""), "Accepted", "Remembered"),
    FileColumn("O", "Date disqualified", ("", "06/08/2026 10:15", ""), "Rejected", "Remembered"),
]
FIELDS = [(name, name) for name in ("Lead ID", "E-mail", "Company", "Created", "Qualified", "Handed over", "Attempts")]


def name_cell(c: FileColumn) -> Cell:
    unused = not c.field
    return Lines(
        c.name,
        c.note,
        mark=c.letter,
        weight=MEDIUM,
        left=24,
        color="sub" if unused else "text",
        wraps=not c.note,
        second_color="warn" if c.match == "Please check" else "",
    )


def sample(c: FileColumn, number: int) -> Cell:
    value = c.samples[number]
    return Lines(value or "empty", size=12, color="sub" if value else "muted", figures=True, left=10)


def field(c: FileColumn) -> Cell:
    return DropDown(c.field or "Not used", c.match == "Please check", not c.field or c.match == "New column")


def match(c: FileColumn) -> Cell:
    if c.match == "No match":
        return Glyph("minus", c.match, shown=True)
    if c.match == "New column":
        return Glyph("plus", c.match, shown=True, color="accent_text", text_color="accent_text")
    if c.match == "Remembered":
        return Glyph("bookmark-check", c.match, shown=True, color="ok")
    doubtful = c.match == "Please check"
    return Strength(1 if doubtful else 3, c.match, doubtful)


def table() -> Table:
    columns = [
        Column[FileColumn]("name", "Column in the file", name_cell, left_pad=24),
        *(
            Column[FileColumn](
                f"sample{n}",
                "First three values" if n == 0 else "",
                partial(sample, number=n),
                138,
                left_pad=10,
            )
            for n in range(3)
        ),
        Column[FileColumn]("arrow", "", lambda c: Glyph("arrow-right" if c.field else "minus", "becomes"), 28),
        Column[FileColumn](
            "field",
            "Field in the agreement",
            field,
            164,
            choices=lambda _c: FIELDS,
            chosen=lambda c: c.field,
            choose=lambda c, key: print(c.letter, key),
            left_pad=10,
        ),
        Column[FileColumn]("match", "Match", match, 124),
    ]
    made = Table(RowsModel(columns, COLUMNS), name="Columns of the file and fields of the agreement", row_height=43)
    made.show_row(4)
    return made


def left() -> tuple[QWidget, Table]:
    found = row(
        IconLabel("file-spreadsheet", "muted", 15),
        ElidingLabel("hubspot-crm-exports-all-contacts-2026-11-18.xlsx", "label", middle=True),
        Chip("Recognised: HubSpot contacts", "ok"),
        stretch(),
    )
    profile = row(
        IconLabel("bookmark-check", "accent_text", 15),
        emphasised(
            "Filled from your profile {0}, last used 19 Oct. One new column, none missing.", "Northwind HubSpot"
        ),
        stretch(),
        Button("Forget profile", "link"),
    )
    states = Segment([("all", "All 21"), ("check", "To check 2"), ("off", "Not used 2")], name="Show", compact=True)
    head = PageHead("Match the columns", over="TRACK · IMPORT ACTUALS", right=(states,))
    rows = table()
    top = box(column(head, 3, found, profile, margins=(24, 16, 20, 8), gap=5))
    return Panel(column(top, (rows, 1), gap=0), role="surface"), rows


def heading(icon: str, text: str, chip: str, tone: ChipTone) -> Box:
    return row(IconLabel(icon, "accent_text", 17), Label(text, "h2"), stretch(), Chip(chip, tone), gap=9)


def dates() -> list[Item]:
    day, month = QRadioButton("Day first"), QRadioButton("Month first")
    for button in (day, month):
        button.setProperty("kind", "compact")
        button.setAccessibleName(button.text())
    day.setChecked(True)
    month.setEnabled(False)
    grid = QGridLayout()
    grid.setContentsMargins(14, 9, 14, 10)
    grid.setHorizontalSpacing(10)
    samples = (
        ("03/08/2026", "3 August 2026", "row 2"),
        ("14/08/2026", "14 August 2026", "row 118"),
        ("31/07/2026", "31 July 2026", "row 5,640"),
    )
    for line, (raw, read, number) in enumerate(samples):
        grid.addWidget(Label(raw, "label" if line else "h3", figures=True), line, 0)
        grid.addWidget(Label("=", "tiny"), line, 1)
        grid.addWidget(Label(read, "body" if line else "h3"), line, 2)
        grid.addWidget(Label(number, "tiny", figures=True), line, 4, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(3, 1)
    zone = Choice([("b", "Europe/Berlin")], name="Time zone of the file")
    return [
        heading("calendar-days", "Order of the dates", "All 8,412 rows agree", "ok"),
        row(day, 10, month, ElidingLabel("contradicted by 5,117 rows", "tiny"), stretch(), gap=6),
        Panel(grid, card="quiet"),
        row(Label("Times in the file are in", "body"), stretch(), zone),
    ]


def words_table() -> Table:
    rows = [
        ("NEW", "1,204", "Open"),
        ("IN_PROGRESS", "2,977", "Being worked"),
        ("CONNECTED", "1,518", "Accepted"),
        ("UNQUALIFIED", "1,206", "Rejected"),
        ("BAD_TIMING", "611", "Recycled"),
        ("(blank)", "896", "Choose…"),
    ]
    columns = [
        Column[tuple[str, str, str]]("word", "Word", lambda r: Lines(r[0], size=12, weight=MEDIUM, left=0)),
        Column[tuple[str, str, str]]("rows", "Rows", lambda r: Number(r[1], REGULAR, "muted", 12), 64, right=True),
        Column[tuple[str, str, str]](
            "status",
            "Status",
            lambda r: DropDown(r[2], r[2] == "Choose…", small=True),
            164,
            choices=lambda _r: [(w, w) for w in ("Open", "Accepted", "Rejected")],
            chosen=lambda r: r[2],
        ),
    ]
    return Table(
        RowsModel(columns, rows), name="Words of Lead Status", row_height=29, head_height=0, fits=True, hairlines=False
    )


def gap(title: str, why: str, verb: str, icon: str = "ban") -> Box:
    words = column(ElidingLabel(title, "h3"), ElidingLabel(why, "tiny"), gap=1)
    return row(column(IconLabel(icon, "muted", 16), stretch()), (words, 1), Button(verb, "link"), gap=9)


def side() -> SidePanel:
    why = [
        ("21", "Qualified after the as-of date", "row 6,204, E: 03/08/2062"),
        ("9", "Same lead, later row kept", "row 771, A: 51204418"),
        ("7", "Neither ID nor e-mail", "row 8,102, A and B empty"),
    ]
    columns = [
        Column[tuple[str, str, str]]("n", "Rows", lambda r: Number(r[0], SEMIBOLD, right=6), 34, right=True),
        Column[tuple[str, str, str]](
            "why", "Reason", lambda r: Lines(r[1], size=12, weight=MEDIUM, color="sub", left=4)
        ),
        Column[tuple[str, str, str]]("where", "Example", lambda r: Number(r[2], REGULAR, "muted", 12, 0), 158),
    ]
    rejects = Table(
        RowsModel(columns, why),
        name="Rejected rows by reason",
        row_height=26,
        head_height=0,
        fits=True,
        selects=False,
        hairlines=False,
    )
    content = column(
        *dates(),
        stretch(),
        Rule(),
        stretch(),
        heading("list-checks", "Words in Lead Status", "5 of 6 mapped", "warn"),
        words_table(),
        stretch(),
        Rule(),
        stretch(),
        heading("gauge", "What this file can check", "8 of 12", "idle"),
        gap("Response within 2 business hours", "No first-contact time. Also 8.2, other leads", "Add calls…"),
        gap("5 attempts within 10 business days", "A count, but no attempt dates", "Add calls…"),
        gap("Joint call listening", "Attested by both teams, not imported", "Attest…", "clock"),
        stretch(),
        Rule(),
        stretch(),
        heading("circle-x", "Why rows are rejected", "37 rows", "idle"),
        rejects,
        margins=(22, 18, 22, 14),
        gap=7,
    )
    return SidePanel(box(content), width=416, name="How the file is read")


def footer(window: MainWindow) -> Panel:
    def count(icon: str, tone: str, number: str, words: str) -> Box:
        return row(
            IconLabel(icon, tone, 18), column(Label(number, "number", figures=True), Label(words, "tiny"), gap=0), gap=9
        )

    meter = Meter(1, name="Dry run")
    progress = box(
        column(row(Label("Dry run finished", "h3"), stretch(), Label("8,461 rows, 3.2 s", "tiny")), meter, gap=7)
    )
    sized(progress, width=216)
    window.folded.connect(lambda folded: progress.setVisible(not folded))
    if window.is_folded:
        progress.hide()
    return Panel(
        row(
            count("circle-check", "ok", "8,412", "taken"),
            14,
            count("circle-x", "bad", "37", "rejected, with reasons"),
            14,
            count("circle-minus", "muted", "12", "totals rows skipped"),
            18,
            progress,
            stretch(),
            Button("Save rejected rows…", icon="download"),
            Button("Import 8,412 leads", "primary", icon="arrow-right", trailing=True),
            margins=(24, 10, 22, 10),
        ),
        role="footer",
    )


def build(window: MainWindow) -> QWidget:
    main, rows = left()
    made = Panel(column((Beside(main, side(), below=1180), 1), footer(window), gap=0), role="surface")
    made.setFocusProxy(rows)
    return made


def show(window: MainWindow) -> None:
    window.status.show_facts(
        [("lock-keyhole", "Nothing is written until you import. An import can be undone as a whole.")],
        ["As of Wed 18 Nov 2026, from the file name"],
    )
    put(window, "track", lambda: build(window))
