"""Every part once, beside its variations."""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QLineEdit, QRadioButton, QSlider, QWidget

from tests.ui.gallery_screens.frame import put
from workbench.base.language import language
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip, KeyCap
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.figure import Figure
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.icon_label import badge
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, box, column, row, stretch
from workbench.ui.parts.legend import Legend
from workbench.ui.parts.marks import OUTCOME, STATUS
from workbench.ui.parts.meter import Meter
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.page import Page
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.ring import Ring, RingView, StepDot
from workbench.ui.parts.search import SearchField
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.switch import Switch
from workbench.ui.parts.team import TeamShape
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.shell.window import MainWindow


def labels() -> Box:
    roles = (
        "big",
        "h1",
        "title",
        "mid",
        "say",
        "number",
        "h2",
        "lead",
        "strong",
        "h3",
        "label",
        "body",
        "muted",
        "tiny",
        "over",
    )
    return column(*[Label(f"{role} 1,204", role) for role in roles], gap=2)  # type: ignore[arg-type]


def buttons() -> Box:
    off = Button("Disabled", "primary", icon="check")
    off.setEnabled(False)
    on = Button("You lead", "pill")
    on.setCheckable(True)
    on.setChecked(True)
    return column(
        row(Button("Plain", icon="download"), Button("Primary", "primary", icon="plus"), off, stretch()),
        row(
            Button("Link", "link", icon="pencil"),
            Button("Small", "small"),
            on,
            Button("Pill", "pill"),
            Button("Remove", "danger"),
            stretch(),
        ),
        row(
            Button("Reveal both", icon="eye", keys="R"),
            Button("Type in answer", "primary", keys="S"),
            Button("Hero", "hero"),
            stretch(),
        ),
        row(
            ToolButton("settings", "Settings"),
            ToolButton("presentation", "Audience", text="Audience"),
            Switch("Off"),
            Switch("On", on=True),
            stretch(),
        ),
        row(KeyCap("Ctrl K"), KeyCap("F2"), Segment([("a", "Draw"), ("b", "Type")], name="How"), stretch()),
    )


def chips() -> Box:
    tones = ("accent", "ok", "warn", "bad", "idle", "plain")
    marked = [Chip(tone.title(), tone, dot=True) for tone in tones]  # type: ignore[arg-type]
    rings = [Ring("empty", 0, "9"), Ring("draft", 0.6, "6"), Ring("disputed", 0, "5"), Ring("agreed"), Ring("skipped")]
    return column(
        row(*[Chip(tone.title(), tone) for tone in tones], stretch()),  # type: ignore[arg-type]
        row(*marked, stretch()),
        row(
            TeamChip("Marketing", "marketing"),
            TeamChip("Sales", "sales"),
            TeamChip("Both", "both"),
            TeamShape("marketing", 20),
            TeamShape("sales", 20),
            TeamShape("both", 20),
            stretch(),
        ),
        row(
            *[RingView(ring) for ring in rings],
            StepDot("2"),
            StepDot(icon="check", color="ok", ground="ok_soft"),
            stretch(),
        ),
        row(
            badge("calendar-clock", "warn", ground="warn"),
            badge("triangle-alert", "bad", ground="bad"),
            badge("check", "ok", ground="ok"),
            badge("library"),
            stretch(),
        ),
        Meter(0.4, name="a"),
        Meter(0.8, name="b", tone="warn", marks=(0.9,)),
        Meter(1.2, name="c", tone="bad"),
    )


def unit() -> Choice:
    return Choice([("m", "Business minutes"), ("h", "Hours")], name="Unit", compact=False)


def fields() -> Box:
    line, wrong, off = QLineEdit("Northwind Traders"), QLineEdit("abc"), QLineEdit("Locked")
    wrong.setProperty("issue", "error")
    off.setEnabled(False)
    combo, date, slider = (
        unit(),
        QDateEdit(QDate(2026, 11, 21)),
        QSlider(Qt.Orientation.Horizontal),
    )
    slider.setValue(40)
    part, radio, other = QCheckBox("Partly"), QRadioButton("Day first"), QRadioButton("Month first")
    part.setTristate(True)
    part.setCheckState(Qt.CheckState.PartiallyChecked)
    radio.setChecked(True)
    for widget in (line, wrong, off, combo, date, slider, part, radio, other):
        widget.setAccessibleName("sample")
    return column(
        SearchField("Search"), line, wrong, off, row((combo, 1), (date, 1)), slider, row(part, radio, other, stretch())
    )


def notices() -> Box:
    return column(
        Notice(
            "error",
            "480 planned, sales can work 456.",
            strong="October is over capacity:",
            actions=(Button("Move 24 to December"),),
        ),
        Notice("warning", "Data is 52 days old."),
        Notice("ok", "October fits now.", strong="Solved:"),
        Notice("hint", "A signed PDF carries the whole agreement inside."),
        Notice("none", "Nothing is written until you import."),
    )


def legends() -> Box:
    one, two = Legend(STATUS, language(), name="Statuses"), Legend(OUTCOME, language(), name="Outcomes")
    one.show_counts(dict.fromkeys(STATUS, 12))
    return column(
        one,
        two,
        box(Flow([Figure("81.0%", "98 of 121 due", on_click=lambda: None), Figure("58 min", "median")], gap=24)),
    )


def show(window: MainWindow) -> None:
    def build() -> QWidget:
        return Page(
            PageHead("Parts", over="GALLERY", facts="Each part once."),
            row(
                (column(Card(labels()), Card(chips()), stretch()), 1),
                (column(Card(buttons()), Card(fields()), stretch()), 1),
                (column(Card(notices()), Card(legends()), stretch()), 1),
                gap=12,
            ),
            stretch(),
        )

    put(window, "prepare", build)
