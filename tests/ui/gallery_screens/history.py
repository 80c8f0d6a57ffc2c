# ruff: noqa: E501  (sample sentences are one line each)
"""History: timeline, comparison, the version chosen."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from tests.ui.gallery_screens.frame import put
from workbench.ui.parts.beside import Beside, SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip, ChipTone
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, Panel, box, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.switch import Switch
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.shell.window import MainWindow
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.cells.number import Number
from workbench.ui.tables.cells.redline import RedlineCell
from workbench.ui.tables.cells.team import TeamCell
from workbench.ui.tables.cells.version import VersionCell
from workbench.ui.tables.column import Column
from workbench.ui.tables.rowlist import RowList
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.theme.fonts import MEDIUM, REGULAR, SEMIBOLD

BOTH = (("ZM", "marketing"), ("ŁN", "sales"))
VERSIONS = [
    VersionCell("Draft v5", "Open on this laptop", "Nothing changed yet", "Based on v4", "open", first=True),
    VersionCell(
        "v4", "Signed 20 Nov 2026", "Faster response, larger volume", "In force from 1 Dec 2026", "coming", BOTH
    ),
    VersionCell(
        "v3",
        "Signed 26 Jun 2026",
        "Mid-year: hand-raisers get their own clock",
        "In force today, since 1 Jul 2026",
        "in_force",
        BOTH,
    ),
    VersionCell(
        "v2",
        "Signed 27 Mar 2026",
        "Silence policy added after the first review",
        "1 Apr to 30 Jun 2026",
        "signed",
        BOTH,
    ),
    VersionCell(
        "Saved point", "19 Mar 2026, 16:10", "Before the sales team’s reservations", "Not for signature", "open"
    ),
    VersionCell(
        "v1",
        "Signed 14 Jan 2026",
        "First agreement, from template B2B sales-led",
        "15 Jan to 31 Mar 2026",
        "signed",
        (("ZM", "marketing"), ("PB", "sales")),
        last=True,
    ),
]


class Change(NamedTuple):
    clause: str
    team: str
    title: str
    before: str
    after: str
    change: str


CHANGES = [
    Change("6.1", "marketing", "Qualified leads a month", "400", "420", "+20, +5%"),
    Change("6.4", "marketing", "Accepted by sales, at least", "75%", "80%", "+5 points"),
    Change("6.6", "marketing", "Ceiling a month", "480", "500", "+20, +4.2%"),
    Change("7.3", "sales", "Decision window", "5 business days", "3 business days", "−2 days, −40%"),
    Change("8.1", "sales", "Hand-raisers answered in time", "80%", "85%", "+5 points"),
    Change("8.2", "sales", "First response, other leads", "next business day", "4 business hours", "unit changed"),
    Change("8.3", "sales", "Attempts within 10 business days", "5", "6", "+1, +20%"),
]
CLAUSES = [
    RedlineCell(
        "5.2",
        "Qualified lead",
        "changed",
        "Changed",
        (
            (
                "same",
                "A contact at a target account counts as qualified when it asked for a demo, or reached 65 points within 30 days ",
            ),
            ("inserted", "and holds a buying role"),
            ("same", "."),
        ),
    ),
    RedlineCell(
        "7.4",
        "Silence",
        "changed",
        "Changed",
        (
            ("same", "A lead neither accepted nor rejected within "),
            ("removed", "5"),
            ("same", " "),
            ("inserted", "3"),
            ("same", " business days counts as accepted."),
        ),
    ),
    RedlineCell(
        "8.2",
        "First response, other leads",
        "changed",
        "Changed",
        (
            ("same", "Sales makes first contact with at least 90% of other qualified leads "),
            ("removed", "by the end of the next business day"),
            ("same", " "),
            ("inserted", "within 4 business hours of hand-over"),
            ("same", "."),
        ),
    ),
    RedlineCell(
        "8.7",
        "Relief during trade fairs",
        "added",
        "Added",
        (("inserted", "On the two days after a trade fair, leads above 40 a day are outside the response clock."),),
    ),
    RedlineCell(
        "10.3",
        "Shared chat channel",
        "removed",
        "Removed",
        (("removed", "Both teams keep one shared chat channel for questions about hand-over."),),
    ),
]


def timeline() -> SidePanel:
    rows = RowList(
        RowsModel([Column[VersionCell]("v", "Version", lambda v: v)], VERSIONS), name="Versions, newest first"
    )
    rows.show_row(1)
    head = PageHead(
        "Versions",
        over="HISTORY",
        facts="4 signed, chained by hash, chain checked 17:40",
        wide=True,
        right=(Segment([("all", "All"), ("signed", "Signed")], name="Show", compact=True),),
    )
    day = Choice([("a", "18 Nov 2026")], name="Date")
    force = Card(
        row(Label("In force on", "body"), day, IconLabel("arrow-right", "muted", 15), Label("v3", "h3"), stretch()),
        kind="quiet",
    )
    top = column(box(column(head, margins=(24, 16, 18, 12))), Rule(), gap=0)
    body = column((rows, 1), box(column(force, margins=(18, 0, 18, 16))), gap=0)
    return SidePanel(box(top), below=box(body), width=338, left=True, name="Versions")


def numbers() -> Table:
    columns = [
        Column[Change]("clause", "Clause", lambda c: TeamCell(c.clause, c.team), 84, left_pad=24),
        Column[Change]("title", "Number", lambda c: Lines(c.title, weight=MEDIUM, left=10), left_pad=10),
        Column[Change]("before", "v3 before", lambda c: Number(c.before, REGULAR, "sub"), 126, right=True),
        Column[Change]("after", "v4 after", lambda c: Number(c.after, SEMIBOLD), 128, right=True),
        Column[Change](
            "change", "Change", lambda c: Number(c.change, MEDIUM, "sub", 12, 24), 122, right=True, right_pad=24
        ),
    ]
    return Table(RowsModel(columns, CHANGES), name="Numbers before and after", row_height=33, head_height=34, fits=True)


def compare() -> QWidget:
    older = Choice([("3", "v3")], name="Older version")
    newer = Choice([("4", "v4")], name="Newer version")
    bar = box(
        column(
            Label("COMPARE", "over"),
            row(
                older,
                IconLabel("arrow-right", "muted", 16),
                newer,
                ToolButton("refresh-cw", "Swap the two"),
                stretch(),
                Button("Redline as PDF…", icon="download"),
            ),
            row(
                ElidingLabel("3 clauses changed, 1 added, 1 removed. 7 numbers changed, 31 unchanged.", "tiny"),
                stretch(),
                Switch("Show unchanged"),
            ),
            margins=(24, 16, 24, 8),
            gap=3,
        )
    )
    clauses = RowList(RowsModel([Column[RedlineCell]("c", "Clause", lambda c: c)], CLAUSES), name="Changed clauses")
    clauses.show_row(0)
    section = row(
        Label("Text", "h2"),
        stretch(),
        Label("Change 1 of 5", "tiny"),
        ToolButton("chevron-up", "Previous change"),
        ToolButton("chevron-down", "Next change"),
        margins=(24, 8, 24, 5),
    )
    return Panel(column(bar, numbers(), section, Rule(), (clauses, 1), gap=0), role="surface")


def version() -> SidePanel:
    def sign(initials: str, team: ChipTone, name: str, role: str, when: str) -> Box:
        return row(
            Chip(initials, team),
            (column(Label(name, "h3"), Label(role, "tiny"), gap=0), 1),
            Label(when, "tiny"),
            gap=10,
        )

    def answer(icon: str, tone: str, question: str, said: str, more: str) -> Box:
        words = column(Label(question, "tiny"), Label(said, "h3", wrap=True), Label(more, "tiny", wrap=True), gap=1)
        return row(column(IconLabel(icon, tone, 17), stretch()), (words, 1), gap=10)

    content = column(
        Label("VERSION", "over"),
        row(Label("v4", "h1"), Chip("Signed", "accent"), stretch(), ToolButton("ellipsis", "More")),
        Label("In force from 1 Dec 2026; v3 until then.", "body", wrap=True),
        row((Button("Amend v4", "primary", icon="pencil-line"), 1), (Button("Restore", icon="rotate-ccw"), 1)),
        row((Button("Open PDF", icon="external-link"), 1), (Button("Bundle…", icon="package"), 1)),
        2,
        Rule(),
        2,
        Label("Signatures", "h2"),
        sign("ZM", "marketing", "Zoë Müller", "Marketing lead", "20 Nov, 14:02"),
        sign("ŁN", "sales", "Łukasz Nowak", "Sales lead", "20 Nov, 14:09"),
        2,
        Rule(),
        2,
        row(Label("Signed PDF", "h2"), stretch(), Label("checked 17:40", "tiny")),
        answer("file-check", "ok", "Integrity", "Unchanged since signature 2", "Equals the version stored here."),
        answer(
            "key-round", "idle", "Identity", "Self-issued keys, pinned on 12 Nov", "Names are the signers’ own claim."
        ),
        answer("clock", "idle", "Time", "Signers’ clock", "No outside time stamp."),
        answer("list-checks", "ok", "Completeness", "2 of 2 required signatures", "Marketing lead, sales lead."),
        row(Button("Verify another PDF…", "link", icon="shield-check"), stretch()),
        stretch(),
        Notice("none", "Other PDF readers may say “validity unknown”. This is expected: the keys are self-issued."),
        Label("SHA-256  9f4c 27e1 b08d … 41aa", "tiny", figures=True),
        margins=(22, 14, 22, 14),
        gap=7,
    )
    return SidePanel(box(content), width=332, name="The version chosen")


def show(window: MainWindow) -> None:
    window.status.show_saved("saved", "17:40")
    window.status.show_facts([("link", "Version chain intact, 4 of 4")], ["Ctrl+Shift+V verifies a PDF"])

    def build() -> QWidget:
        inner = Beside(compare(), version(), below=860)
        return Beside(inner, timeline(), below=820)

    put(window, "history", build)
