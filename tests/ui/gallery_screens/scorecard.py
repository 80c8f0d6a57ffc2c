"""The scorecard: commitments by month on the left, the number chosen on the right."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.gallery_screens import leads
from tests.ui.gallery_screens.frame import put
from workbench.base.language import language
from workbench.ui.charts import distribution, pace, reasons, share as shares
from workbench.ui.charts.chart import Chart
from workbench.ui.parts.beside import Beside, SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.figure import Figure
from workbench.ui.parts.formula import Formula, Input, formula_popover
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label, emphasised
from workbench.ui.parts.layout import Box, Item, Panel, box, column, row, stretch
from workbench.ui.parts.legend import Legend
from workbench.ui.parts.marks import STATUS, status
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.rule import Rule
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.switch import Switch
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.shell.window import MainWindow
from workbench.ui.tables.cell import Cell
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.cells.number import StatusNumber
from workbench.ui.tables.column import Column
from workbench.ui.tables.groups import Group, GroupsModel
from workbench.ui.tables.tree import GroupTree
from workbench.ui.theme.fonts import MEDIUM

SHORT = {
    "m": "met",
    "x": "missed",
    "t": "on_track",
    "r": "at_risk",
    "d": "not_due",
    "f": "too_little_data",
    "n": "not_measurable",
}
MONTHS = [("Jul", "v3"), ("Aug", "v3"), ("Sep", "v3"), ("Oct", "v3"), ("Nov", "v3, day 13 of 21"), ("Dec", "v4")]
DAYS = (
    "2 Nov",
    "3",
    "4",
    "5",
    "6",
    "9",
    "10",
    "11",
    "12",
    "13",
    "16",
    "17",
    "18 Nov",
    "19",
    "20",
    "23",
    "24",
    "25",
    "26",
    "27",
    "30 Nov",
)


class Promise(NamedTuple):
    title: str
    target: str
    months: str


GROUPS = [
    Group(
        "Marketing promises sales",
        [
            Promise("Qualified leads handed over", "at least 400 a month", "412m 371x 405m 431m 236r"),
            Promise(
                "Value of qualified leads", "at least € 640,000 a month", "€_655km €_598kx €_661km €_702km €_402kt"
            ),
            Promise("Accepted by sales", "at least 75% of decided", "78.1%m 76.0%m 74.2%x 79.6%m 77.9%t"),
            Promise("Required fields filled", "at least 95% at hand-over", "91.3%x 95.4%m 96.2%m 97.0%m 96.8%t"),
            Promise("Handed over within 1 business hour", "at least 90%", "n 92.5%m 90.8%m 88.9%x 87.2%r"),
        ],
        "marketing",
    ),
    Group(
        "Sales promises marketing",
        [
            Promise(
                "First response in 2 business hours",
                "at least 80% of hand-raisers",
                "71.4%x 76.8%x 82.0%m 84.1%m 81.0%t",
            ),
            Promise(
                "Response by end of next business day",
                "at least 90% of other leads",
                "88.2%x 93.0%m 94.1%m 92.7%m 93.5%t",
            ),
            Promise(
                "5 attempts within 10 business days",
                "at least 70% without an answer",
                "58.3%x 66.1%x 70.9%m 72.4%m 6_of_8f",
            ),
            Promise("Accepted or rejected in 5 business days", "at least 95%", "93.2%x 95.8%m 96.4%m 97.1%m 95.2%t"),
            Promise("Rejections carry an agreed reason", "at least 98%", "100%m 98.6%m 99.0%m 100%m 100%t"),
        ],
        "sales",
    ),
    Group(
        "Both teams",
        [
            Promise("Qualified lead to opportunity", "at least 20%, by cohort", "21.4%m 20.2%m 20.8%m 19.1%r 8.3%r"),
            Promise("Joint call listening", "2 sessions a month, attested", "2m 2m 2m 1x 2t"),
        ],
    ),
]


def month_cell(promise: Promise, number: int) -> Cell:
    months = promise.months.split(" ")
    said = months[number] if number < len(months) else "d"
    key = SHORT[said[-1]]
    mark = status(key)
    return StatusNumber(said[:-1].replace("_", " "), mark, language().text(mark.word), key)


def columns() -> list[Column[Promise]]:
    made = [
        Column[Promise](
            "promise", "Commitment", lambda p: Lines(p.title, p.target, left=24, weight=MEDIUM), left_pad=24
        )
    ]
    for number, (month, second) in enumerate(MONTHS):
        width = {4: 116, 5: 70}.get(number, 80)
        made.append(
            Column(
                month,
                month,
                partial(month_cell, number=number),
                width,
                right=True,
                second=second,
                current=number == 4,
                left_pad=2,
            )
        )
    return made


def counts() -> dict[str, int]:
    found = dict.fromkeys(STATUS, 0)
    for group in GROUPS:
        for promise in group.rows:
            for said in promise.months.split(" "):
                found[SHORT[said[-1]]] += 1
            found["not_due"] += 1
    return found


def facts() -> Box:
    def fact(icon: str, *words: str) -> list[Item]:
        return [IconLabel(icon, "muted", 14), emphasised(*words), 10]

    return row(
        *fact("lock-keyhole", "Judged by {0}, in force since 1 Jul", "v3"),
        *fact("calendar", "As of {0}, end of day", "Wed 18 Nov 2026"),
        *fact("file-spreadsheet", "Contacts 18 Nov 09:12, calls 18 Nov 09:15"),
        stretch(),
        gap=6,
    )


def left() -> tuple[QWidget, GroupTree]:
    tree = GroupTree(GroupsModel(columns(), GROUPS), name="Commitments by team and month")
    legend = Legend(STATUS, language(), name="Statuses and how often they occur")
    legend.show_counts(counts())
    head = PageHead(
        "Scorecard",
        over="TRACK · SECOND HALF 2026",
        right=(
            Switch("Hide names", on=True),
            8,
            Button("Import…", icon="upload"),
            Button("Review report…", icon="file-text"),
        ),
    )
    top = box(column(head, 2, box(facts()), legend, margins=(24, 16, 20, 10), gap=5))
    return Panel(column(top, (tree, 1), gap=0), role="surface"), tree


def detail(window: MainWindow, *, volume: bool) -> SidePanel:
    text = "Marketing hands over at least 400 leads a month that reached the stage Qualified lead (5.2)."
    if not volume:
        text = "Sales makes first contact with at least 80% of hand-raisers within 2 business hours of hand-over."
    title = "Qualified leads handed over" if volume else "First response in 2 business hours"
    team = (
        TeamChip("Marketing promises sales", "marketing") if volume else TeamChip("Sales promises marketing", "sales")
    )
    state = Chip("At risk", "warn", icon="triangle-alert") if volume else Chip("On track", "ok", icon="trending-up")
    figures: list[tuple[str, str]] = (
        [
            ("236", "of 400, 18 Nov"),
            ("12 below", "the pace of 248"),
            ("381", "forecast"),
            ("18.2 a day", "so far"),
            ("20.5 a day", "for 8 days left"),
        ]
        if volume
        else [
            ("81.0%", "98 of 121 due"),
            ("78.4 to 81.6%", "with 4 pending"),
            ("58 min", "median"),
            ("2 h 28 min", "90th percentile"),
            ("1 of 24", "allowed misses left"),
        ]
    )
    line: list[Item] = []
    for number, caption in figures:
        figure = Figure(number, caption, on_click=lambda: show_formula_in(window))
        line += [figure, stretch()]
    chapter = _volume_charts() if volume else _share_charts()
    words = ["All 131", "Met 98", "Late 17", "Overdue 6", "Pending 4", "Excluded 5", "Unknown 1"]
    if volume:
        words = ["All 251", "Counted 236", "Excluded 12", "Unknown 3"]
    states = Segment([(w.split()[0], w) for w in words], name="Outcome", compact=True)
    top = column(
        row(team, Label("6.1" if volume else "8.1", "tiny"), stretch(), state, ToolButton("x", "Close detail")),
        Label(title, "title"),
        Label(text, "body", wrap=True),
        3,
        row(*line[:-1], gap=0),
        Rule(),
        chapter,
        Rule(),
        row(Label("Leads behind this number", "h3"), stretch(), Button("Exceptions list…", "link", icon="download")),
        states,
        margins=(22, 15, 22, 8),
        gap=7,
    )
    return SidePanel(box(top), below=leads.lead_list(volume=volume), width=570, name="The number chosen")


def _share_charts() -> Box:
    kept = [8, 15, 21, 28, 36, 43, 51, 59, 67, 75, 83, 91, 98]
    due = [9, 18, 27, 37, 47, 56, 65, 75, 84, 93, 103, 112, 121]
    running = shares.Share(DAYS, [k / d for k, d in zip(kept, due, strict=True)], 0.8, 0.784, 0.816, language())
    times = distribution.Distribution(
        (11, 18, 17, 14, 12, 10, 9, 7, 4, 2, 2, 1, 3, 1, 1),
        8,
        ((0, "0"), (4, "1 h"), (8, "2 h"), (12, "3 h")),
        "Target 2 h",
        3,
        "> 4 h",
        6,
        language(),
        "Median 58 minutes.",
    )
    return _pair(
        "Share in time so far, November",
        Chart(shares.draw, shares.describe, running, name="Share in time so far"),
        "Working time to first response",
        Chart(distribution.draw, distribution.describe, times, name="Working time to first response"),
    )


def _volume_charts() -> Box:
    total = (16, 33, 50, 69, 90, 108, 125, 146, 165, 183, 201, 220, 236)
    running = pace.Pace(DAYS, total, 400, 381, language())
    by = reasons.Reasons(
        (("Organic search", 71), ("Paid search", 52), ("Events", 49), ("Referral", 38), ("Partner", 26))
    )
    return _pair(
        "Running total, November",
        Chart(pace.draw, pace.describe, running, name="Running total"),
        "Counted leads by source",
        Chart(reasons.draw, reasons.describe, by, name="Counted leads by source"),
    )


def _pair(first: str, one: QWidget, second: str, other: QWidget) -> Box:
    return row((column(Label(first, "h3"), one, gap=4), 1), (column(Label(second, "h3"), other, gap=4), 1), gap=18)


def build(window: MainWindow, *, volume: bool) -> QWidget:
    main, tree = left()
    model = tree.model()
    assert isinstance(model, GroupsModel)
    tree.setCurrentIndex(model.index_of(0 if volume else 1, 0, 0))
    made = Beside(main, detail(window, volume=volume), below=1180)
    made.setFocusProxy(tree)
    return made


def _show(window: MainWindow, *, volume: bool) -> None:
    window.status.show_saved("saved", "17:40")
    window.status.show_facts([("eye-off", "Names hidden")], ["1 not measurable: July file has no qualified date"])
    put(window, "track", lambda: build(window, volume=volume))


def share(window: MainWindow) -> None:
    _show(window, volume=False)


def volume(window: MainWindow) -> None:
    _show(window, volume=True)


FORMULA = Formula(
    "First response in time, November",
    "98 ÷ (98 + 17 + 6) =",
    "81.0%",
    (
        Input("Met", "98", "computed"),
        Input("Late", "17", "computed"),
        Input("Overdue", "6", "computed"),
        Input("Target", "80%", "agreed in 8.1", "lock"),
    ),
    "Pending, excluded and unknown leads count for nobody. Rounded to one decimal at the end.",
)


def show_formula_in(window: MainWindow) -> None:
    popover = formula_popover(FORMULA, language())
    figure = next(f for f in window.findChildren(Figure))
    popover.open_at(figure)


def show_formula(window: MainWindow) -> None:
    _show(window, volume=False)
    for _ in range(6):
        QApplication.processEvents()
    if not window.is_folded:
        show_formula_in(window)
