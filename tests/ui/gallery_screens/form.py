# ruff: noqa: E501  (sample sentences are one line each)
"""The frame of a section form: rail with rings, cards with fields, a preview beside it, a footer; and the palette."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from tests.ui.gallery_screens.frame import put
from tests.ui.gallery_screens.sign import picture
from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.parts.beside import Beside, SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, Item, box, column, row, stretch
from workbench.ui.parts.meter import Meter
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.page import Page
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.paper import Paper
from workbench.ui.parts.ring import Ring
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.rail_items import RailItem
from workbench.ui.shell.window import MainWindow

SECTIONS = [
    ("Teams and scope", "agreed", 1.0, "Agreed"),
    ("Goals", "agreed", 1.0, "Agreed"),
    ("Target buyer", "agreed", 1.0, "Agreed"),
    ("Common language", "skipped", 0.0, "Skipped, with a reason"),
    ("Lead definitions", "disputed", 0.6, "Disputed, 1 objection"),
    ("Volumes", "draft", 0.7, "Draft, 1 issue"),
    ("Hand-off", "draft", 0.45, "Draft"),
    ("Follow-up times", "draft", 0.6, "Draft"),
    ("Shared metrics", "empty", 0.0, "Empty"),
    ("Working together", "empty", 0.0, "Empty"),
    ("Governance", "empty", 0.0, "Empty"),
    ("Sign-off", "empty", 0.0, "Empty"),
]


def rail() -> Rail:
    head = box(
        column(
            row(Label("4 of 12 agreed", "h2"), stretch(), Label("1 disputed", "tiny", tone="warn")),
            Meter(0.33, name="Sections agreed"),
            margins=(20, 16, 20, 4),
            gap=9,
        )
    )
    items = [
        RailItem(str(n), title, said, Ring(state, share, str(n)), tone="warn" if state == "disputed" else "")  # type: ignore[arg-type]
        for n, (title, state, share, said) in enumerate(SECTIONS, 1)
    ]
    foot = [
        RailItem("parking", "Parking lot", icon="messages-square", number="3", quiet=True),
        RailItem("notes", "Facilitator notes", icon="circle-help", keys="F2", quiet=True),
    ]
    made = Rail(items, name="Sections of the agreement", head=head, foot=foot, foot_name="Notes")
    made.show_current("5")
    return made


def field(label: str, editor: QWidget, help_text: str = "") -> Box:
    name = Label(label, "label")
    name.setBuddy(editor)
    editor.setAccessibleName(label)
    items: list[Item] = [name, editor]
    if help_text:
        items.append(Label(help_text, "tiny"))
    return column(*items, gap=5)


def answers(side: str, name: str, text: str) -> Box:
    editor = QPlainTextEdit(text)
    editor.setAccessibleName(f"Answer of {name}")
    editor.setTabChangesFocus(True)
    sized(editor, height=92)
    return column(row(TeamChip(name, side), stretch(), Label("2 min ago", "tiny")), editor)  # type: ignore[arg-type]


def page() -> tuple[QWidget, QLineEdit]:
    term, score = QLineEdit("Marketing Qualified Lead (MQL)"), QSpinBox()
    score.setMaximum(500)
    score.setValue(65)
    score.lineEdit().setTextMargins(10, 0, 0, 0)
    owner = Choice([("m", "Marketing operations"), ("s", "Sales development")], name="Owner", compact=False)
    again = QCheckBox("Count re-engaged leads after 90 days of inactivity")
    again.setChecked(True)
    agreed = QLineEdit()
    agreed.setPlaceholderText("Write the wording both teams accept…")
    wrong = QLineEdit("12 000 leds")
    wrong.setProperty("issue", "error")
    made = Page(
        PageHead(
            "Lead definitions",
            over="AGREE · SECTION 5 OF 12",
            facts="Agree on the words first.",
            right=(Segment([("a", "Answers"), ("n", "Numbers"), ("c", "Consent")], "n", name="View"),),
        ),
        4,
        Notice(
            "warning",
            "its wording differs from section 4.",
            strong="Qualified lead:",
            actions=(Button("Use the glossary’s"), Button("Keep both")),
        ),
        Card(
            row(Label("Definition", "h2"), stretch(), Chip("Agreed", "ok", icon="check")),
            field("Term used in the agreement", term),
            row(
                (field("Minimum lead score", score, "Points in the scoring model"), 1),
                (field("Owner of the definition", owner, "Approves later changes"), 1),
                gap=16,
            ),
            again,
            gap=14,
        ),
        Card(
            row(Label("When is a lead “qualified”?", "h2"), stretch(), Chip("2 differences", "warn")),
            row(
                (
                    answers(
                        "marketing",
                        "Marketing",
                        "A contact at a target account who asked for a demo, or reached 65 points within 30 days.",
                    ),
                    1,
                ),
                (
                    answers(
                        "sales",
                        "Sales",
                        "Right role and budget, replied at least once. 65 points alone is not enough without a buying role.",
                    ),
                    1,
                ),
                gap=16,
            ),
            field("Agreed wording", agreed),
            row(Button("Use marketing’s", icon="arrow-right"), Button("Use sales’", icon="arrow-right"), stretch()),
            gap=14,
        ),
        Card(field("Leads a month", wrong, "“12 000 leds” is not a number. Write digits, such as 12,000.")),
        stretch(),
        footer=(
            Button("Common language", icon="chevron-left"),
            stretch(),
            IconLabel("timer", "muted", 16),
            Label("11:40 of 25 min", "body", figures=True),
            8,
            Button("Ask for consent", icon="users"),
            Button("Next: Volumes", "primary", icon="chevron-right", trailing=True),
        ),
        reading=True,
    )
    return made, term


def build(window: MainWindow) -> QWidget:
    main, term = page()
    paper = Paper(name="Live preview of the document", width=330)
    paper.show_page(picture(), "Page 2 of 9")
    preview = column(
        row(Label("Live preview", "h2"), stretch(), Label("Page 2 of 9", "tiny")),
        4,
        paper,
        stretch(),
        margins=(20, 14, 20, 20),
        gap=8,
    )
    made = Beside(main, SidePanel(box(preview), width=374, name="Live preview"), below=1100, role="page")
    made.setFocusProxy(term)
    window.status.show_saved("saved", "14:32")
    window.status.offer_undo("Row “Partner” removed", lambda: None)
    return made


def show(window: MainWindow) -> None:
    window.status.show_facts([("users", "Workshop: 5 participants")], ["English", "v4, based on v3 of 12 Nov"])
    put(window, "agree", lambda: build(window), rail)


def show_palette(window: MainWindow) -> None:
    show(window)
    for _ in range(6):
        QApplication.processEvents()
    window.registry.add(
        Action(
            "park.this",
            N_("Park this topic"),
            lambda: None,
            "Shift+P",
            icon="blocks",
            detail=N_("Adds a note to the parking lot without leaving the question"),
        ),
        Action("park.open", N_("Open the parking lot"), lambda: None, "P", icon="list-checks"),
        Action(
            "park.show",
            N_("Show the parking lot to the room"),
            lambda: None,
            "Ctrl+Shift+P",
            icon="presentation",
            room_sees=True,
        ),
        Action(
            "park.owner",
            N_("Assign owners to parked items"),
            lambda: None,
            icon="users",
            detail=N_("1 item has no owner"),
        ),
    )
    window.viewing.open_palette()
    for _ in range(4):
        QApplication.processEvents()
    for field_ in window.findChildren(QLineEdit):
        if field_.property("kind") == "bare":
            field_.setText("park")
