"""Signing: the file on the left, the steps on the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from tests.ui.gallery_screens.frame import put
from workbench.ui.parts.beside import Beside, SidePanel
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, Panel, box, column, row, stretch
from workbench.ui.parts.page import Scroller
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.paper import Paper, Spot, blank_page
from workbench.ui.parts.ring import StepDot
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.team_chip import TeamChip
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.shell.window import MainWindow
from workbench.ui.theme.fonts import font

PRINT = (  # a fingerprint in sixteen groups
    "9f4c", "27e1", "b08d", "5a30", "c7f2", "1e94", "6d0b", "83aa",
    "45d9", "f016", "7b2c", "e8a3", "0c51", "9de7", "36bf", "41aa",
)  # fmt: skip


def picture() -> QImage:
    image = blank_page(1190, 1684)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def write(x: float, y: float, text: str, size: int, color: str = "#344054", bold: bool = False) -> None:
        made = font(size * 2)
        if bold:
            from workbench.ui.theme.fonts import BOLD

            made = font(size * 2, BOLD)
        painter.setFont(made)
        painter.setPen(QColor(color))
        painter.drawText(QRectF(x * 2, y * 2, 960, 300), Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)

    write(56, 70, "12", 20, "#98A2B3", bold=True)
    write(88, 70, "Sign-off", 20, "#101828", bold=True)
    write(56, 108, "Each person below signs for their team. Signing accepts every commitment that names this team.", 10)
    facts = (
        ("Version", "v4, based on v3 of 26 June 2026"),
        ("In force", "1 December 2026 to 30 November 2027"),
        ("First review", "26 February 2027"),
        ("Commitments", "12 in all: 5 by marketing, 5 by sales, 2 by both"),
        ("Reservations", "None"),
    )
    for number, (name, value) in enumerate(facts):
        y = 160 + number * 20
        write(56, y, name, 9, "#667085")
        write(156, y, value, 9, "#101828")
        painter.fillRect(QRectF(112, (y + 16) * 2, 966, 1), QColor("#E4E7EC"))
    write(56, 300, "Signatures", 12, "#101828", bold=True)
    for x, who, role, color in (
        (56, "Zoë Müller", "Marketing lead", "#7A2E9D"),
        (305, "Łukasz Nowak", "Sales lead", "#0B6A8F"),
    ):
        painter.setPen(QColor("#D0D5DD"))
        painter.drawRoundedRect(QRectF(x * 2, 660, 468, 276), 12, 12)
        painter.fillRect(QRectF((x + 12) * 2, 684, 5, 40), QColor(color))
        write(x + 21, 338, who, 10, "#101828", bold=True)
        write(x + 21, 353, role, 8, "#667085")
    painter.end()
    return image


def left() -> QWidget:
    paper = Paper(name="Page 12 of 12 of the file to sign", width=620)
    paper.show_page(
        picture(), "Page 12 of 12", Spot(305 / 595, 330 / 842, 234 / 595, 138 / 842, "Signature 2 goes here")
    )
    held = Panel(column(row(stretch(), paper, stretch()), stretch(), margins=(0, 22, 0, 22)), role="desk")
    bar = Panel(
        row(
            IconLabel("lock-keyhole", "muted", 15),
            Label("The very file that will be signed", "h3"),
            Label("12 pages, 418 kB", "tiny"),
            stretch(),
            ToolButton("chevron-left", "Previous page"),
            Label("Page 12 of 12", "tiny"),
            ToolButton("chevron-right", "Next page"),
            6,
            ToolButton("zoom-out", "Zoom out"),
            Label("109%", "tiny"),
            ToolButton("zoom-in", "Zoom in"),
            margins=(20, 7, 14, 7),
            gap=6,
        ),
        role="bar",
    )
    return Panel(column(bar, (Scroller(held, role="desk"), 1), gap=0), role="desk")


def check(text: str) -> QCheckBox:
    made = QCheckBox(text)
    made.setChecked(True)
    made.setProperty("kind", "compact")
    made.setAccessibleName(text)
    return made


class Pad(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Signature area")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sized(self, height=150)

    def paintEvent(self, _event: object) -> None:
        from workbench.ui.theme.ink import Ink
        from workbench.ui.theme.theme import theme

        ink = Ink(QPainter(self), theme().look)
        rect = QRectF(self.rect())
        ink.box(rect, ink.px(10), "paper", "accent" if self.hasFocus() else "paper_line", 1.5)
        y = rect.bottom() - ink.px(34)
        ink.across(ink.px(18), rect.right() - ink.px(18), y, "paper_line")
        words = QRectF(ink.px(18), y + ink.px(7), rect.width(), ink.px(18))
        ink.text(words, "Łukasz Nowak", size=12, color="paper_sub")


def key_card() -> Card:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(9)
    grid.setVerticalSpacing(2)
    for number, text in enumerate(PRINT):
        grid.addWidget(Label(text, "label", figures=True), number // 4, number % 4)
    return Card(
        row(IconLabel("key-round", "accent_text", 16), Label("Self-issued key", "h3"), stretch(), gap=7),
        Label("Pinned on 12 Nov", "tiny"),
        box(grid),
        Label("Compare with the signer’s card.", "tiny", wrap=True),
        stretch(),
        row(Button("Compare…", "link"), stretch()),
        kind="quiet",
        gap=3,
    )


def answer(icon: str, tone: str, question: str, said: str, more: str) -> Box:
    words = column(Label(question, "tiny"), Label(said, "h3", wrap=True), Label(more, "tiny", wrap=True), gap=1)
    return row(column(IconLabel(icon, tone, 18), stretch()), (words, 1), gap=10)


def steps() -> SidePanel:
    done = Card(
        row(
            StepDot(icon="check", color="ok", ground="ok_soft"),
            (
                column(
                    row(Label("Zoë Müller", "h3"), TeamChip("Marketing lead", "marketing"), stretch()),
                    Label("Signed 20 Nov 2026, 14:02. Accepted all three statements.", "tiny"),
                    gap=2,
                ),
                1,
            ),
            gap=12,
        ),
        margins=(16, 10, 16, 11),
    )
    phrase = QLineEdit("passfras")
    phrase.setEchoMode(QLineEdit.EchoMode.Password)
    phrase.setAccessibleName("Passphrase of your key")
    pads = row(
        (
            column(
                row(
                    Segment([("d", "Draw"), ("t", "Type"), ("i", "Image")], name="How to sign", compact=True),
                    stretch(),
                    Button("Clear", "link", icon="eraser"),
                ),
                Pad(),
                gap=4,
            ),
            1,
        ),
        key_card(),
        gap=14,
    )
    now = Card(
        row(
            StepDot("2"),
            Label("Łukasz Nowak", "h2"),
            TeamChip("Sales lead", "sales"),
            stretch(),
            Chip("Now", "accent"),
            gap=10,
        ),
        column(
            check("I have read this document, all 12 pages, and had the time to ask questions."),
            check("I accept the commitments of the sales team and the measures that check them."),
            check("I know that keys are self-issued and names are the signers’ own statement."),
            gap=7,
        ),
        pads,
        row(
            (column(Label("Passphrase", "label"), phrase, gap=5), 1),
            column(stretch(), Button("With reservation…"), gap=0),
            column(stretch(), Button("Sign as Łukasz Nowak", "primary", icon="signature"), gap=0),
        ),
        kind="focus",
        margins=(16, 13, 16, 15),
        gap=11,
    )
    four = Card(
        row(Label("What can be said about this file now", "h2"), stretch(), Label("checked 14:05", "tiny")),
        row(
            (answer("file-check", "ok", "Integrity", "Unchanged since signature 1", "Equals version 4 stored here"), 1),
            (
                answer(
                    "key-round",
                    "idle",
                    "Identity",
                    "Self-issued key, pinned on 12 Nov",
                    "Name and e-mail are Zoë Müller’s claim",
                ),
                1,
            ),
            gap=18,
        ),
        row(
            (answer("clock", "idle", "Time", "Signer’s clock, 20 Nov 14:02", "No outside time stamp"), 1),
            (answer("hourglass", "warn", "Completeness", "1 of 2 required signatures", "Sales lead still to sign"), 1),
            gap=18,
        ),
        margins=(18, 13, 16, 14),
        gap=9,
    )
    head = PageHead(
        "Sign version 4",
        over="SIGN",
        facts="One after the other on this laptop.",
        below=True,
        right=(Chip("1 of 2 signed", "accent"),),
    )
    after = row(
        IconLabel("arrow-right", "muted", 15),
        (
            Label(
                "After signature 2 the file is complete, and version 4 comes into force on 1 December 2026.",
                "tiny",
                wrap=True,
            ),
            1,
        ),
    )
    content = column(head, 2, done, now, four, stretch(), after, margins=(22, 14, 22, 12), gap=10)
    return SidePanel(box(content), width=606, name="Signatures")


def show(window: MainWindow) -> None:
    window.status.show_saved("final", "Version 4 is saved and cannot change")
    window.status.show_facts(
        [("eye-off", "Passphrases are never stored")], ["Esc stops before signing, nothing is written"]
    )

    def build() -> QWidget:
        made = Beside(left(), steps(), below=1160, role="desk")
        made.folded.connect(lambda folded: made.call_side(show=folded))
        return made

    put(window, "sign", build)
