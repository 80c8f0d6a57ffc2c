"""The library, full and empty."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from tests.ui.gallery_screens.frame import put
from workbench.base.language import language
from workbench.ui.charts.strip import Strip
from workbench.ui.charts.strip_key import StripKey
from workbench.ui.parts.art import TwoSheets
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.icon_label import IconLabel, badge
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import column, row, stretch
from workbench.ui.parts.page import Page
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.search import SearchField
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.tile import Tile
from workbench.ui.shell.rail import Rail
from workbench.ui.shell.rail_items import RailItem, heading
from workbench.ui.shell.window import MainWindow
from workbench.ui.tables.cell import Cell, Nothing
from workbench.ui.tables.cells.chips import ChipCell
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.cells.strip import StripCell
from workbench.ui.tables.column import Column
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.theme.fonts import SEMIBOLD

KEYS = {"m": "met", "r": "at_risk", "x": "missed", ".": "not_due"}


class Row(NamedTuple):
    name: str
    subject: str
    state: str
    tone: str
    version: str
    reason: str
    marketing: str
    sales: str
    data: str
    review: str
    due: str
    edit: str
    by: str


ROWS = [
    Row(
        "Northwind Traders",
        "Sales and marketing 2027",
        "Draft",
        "accent",
        "v4",
        "4 of 12 sections agreed",
        "",
        "",
        "",
        "",
        "",
        "Today, 14:32",
        "You",
    ),
    Row(
        "Contoso Robotics",
        "Inbound leads, DACH",
        "Review due",
        "warn",
        "v3",
        "In force since 1 Dec 2025",
        "mmmrm",
        "mmmmrx",
        "31 Oct",
        "Wed 25 Nov",
        "in 4 days",
        "Yesterday",
        "Ana Ruiz",
    ),
    Row(
        "Fabrikam Medical",
        "Hospital segment",
        "In force",
        "ok",
        "v2",
        "1 Apr 2026 to 31 Mar 2027",
        "mmxmm",
        "mxxmm",
        "31 Oct",
        "15 Jan 2027",
        "",
        "18 Nov",
        "You",
    ),
    Row(
        "Tailspin Logistics",
        "Field events, partners",
        "Out for signature",
        "strong",
        "v1",
        "3 of 4 signed, J. Okoye next",
        "",
        "",
        "",
        "",
        "",
        "17 Nov",
        "You",
    ),
    Row(
        "Adventure Works",
        "Product-led sign-ups",
        "In force",
        "ok",
        "v5",
        "1 Jul 2026 to 30 Jun 2027",
        "mmmmmm",
        "mmmmm",
        "15 Nov",
        "4 Jan 2027",
        "",
        "16 Nov",
        "Ana Ruiz",
    ),
    Row(
        "Wide World Importers",
        "Agency and client",
        "In force",
        "ok",
        "v1",
        "1 Sep 2026 to 31 Aug 2027",
        "mr..",
        "m...",
        "30 Sep, 52 days old",
        "1 Dec 2026",
        "",
        "9 Nov",
        "You",
    ),
    Row(
        "Proseware",
        "Mid-market, Iberia",
        "Draft",
        "accent",
        "v1",
        "Copied from Contoso v3",
        "",
        "",
        "",
        "",
        "",
        "2 Nov",
        "Ana Ruiz",
    ),
    Row(
        "Litware Energy",
        "Sales and marketing 2025",
        "Expired",
        "idle",
        "v2",
        "Ended 30 Jun 2026",
        "mmmxm",
        "mmxm",
        "30 Jun, final",
        "",
        "",
        "12 Jul",
        "You",
    ),
]


def agreement(row: Row) -> Cell:
    color = "sub" if row.state == "Expired" else "text"
    initials = "".join(word[0] for word in row.name.split()[:2])
    return Lines(row.name, row.subject, row.version, initials, weight=SEMIBOLD, size=14, left=20, color=color)


def health(row: Row) -> Cell:
    if not row.marketing:
        return Lines("Not tracked before signing", color="muted")
    teams = tuple(
        (side, [KEYS[c] for c in keys]) for side, keys in (("marketing", row.marketing), ("sales", row.sales))
    )
    return StripCell(Strip(teams, language()))  # type: ignore[arg-type]


def until(row: Row) -> Cell:
    if not row.data:
        return Nothing("no data")
    first, _, second = row.data.partition(", ")
    return Lines(first, second, color="sub", second_color="warn" if "old" in second else "", figures=True)


def review(row: Row) -> Cell:
    if not row.review:
        return Nothing("no review")
    if row.due:
        return Lines(row.review, row.due, weight=SEMIBOLD, second_color="warn")
    return Lines(row.review, color="sub")


COLUMNS: list[Column[Row]] = [
    Column("agreement", "Agreement", agreement, left_pad=20, sort=lambda row: row.name),
    Column("state", "Status", lambda row: ChipCell(row.state, row.tone, row.reason), 246),
    Column("health", "Commitments", health, 258),
    Column("until", "Data until", until, 112),
    Column("review", "Next review", review, 124),
    Column("edit", "Last edit", lambda row: Lines(row.edit, row.by, color="sub"), 130),
]


def attention(icon: str, tone: str, who: str, what: str, verb: str) -> Card:
    words = column(ElidingLabel(who, "strong"), ElidingLabel(what, "body"), gap=1)
    button = Button(verb, "small")
    return Card(
        row(badge(icon, tone, ground=tone), (words, 1), button, gap=12), margins=(14, 12, 14, 12), name=f"{who}: {what}"
    )


def pill(text: str) -> Button:
    made = Button(text, "pill")
    made.setCheckable(True)
    return made


def rail(empty: bool) -> Rail:
    def count(n: int) -> str:
        return "" if empty else str(n)

    items = [
        heading("Library"),
        RailItem("all", "All agreements", icon="library", number=count(8)),
        RailItem("drafts", "Drafts", icon="file-pen", number=count(2)),
        RailItem("out", "Out for signature", icon="signature", number=count(1)),
        RailItem("force", "In force", icon="circle-check", number=count(3)),
        RailItem("due", "Review due", icon="calendar-clock", number=count(1), tone="" if empty else "warn"),
        RailItem("expired", "Expired", icon="history", number=count(1)),
        heading("Tools"),
        RailItem("templates", "Templates", icon="blocks", number="5"),
        RailItem("verify", "Verify a signed PDF", icon="file-badge"),
        RailItem("bundles", "Bundles", icon="package"),
    ]
    foot = [
        RailItem("folder", "Documents, SLA Workbench", icon="folder-open", quiet=True),
        RailItem("offline", "Nothing leaves this laptop", icon="lock", quiet=True),
    ]
    made = Rail(items, name="Library shelves", foot=foot)
    made.show_current("all")
    return made


def page(window: MainWindow) -> QWidget:
    table = Table(
        RowsModel(COLUMNS, ROWS),
        name="Agreements",
        row_height=62,
        head_height=40,
        fits=True,
        bare_head=True,
        opens=True,
    )
    table.show_row(1)
    find = SearchField("Search company, person or commitment", name="Search the library")
    sized(find, at_least=260)
    pills = [pill(text) for text in ("You lead", "Has missed", "Data older than 45 days")]
    order = Choice([("edit", "Last edit"), ("review", "Next review"), ("name", "Company")], name="Sort by")
    cards = row(
        (attention("calendar-clock", "warn", "Contoso Robotics", "Review due Wednesday", "Prepare review"), 1),
        (attention("triangle-alert", "bad", "Fabrikam Medical", "3 of 10 missed in October", "See why"), 1),
        (attention("signature", "idle", "Tailspin Logistics", "1 signature missing, 4 days", "Import PDF"), 1),
        gap=12,
    )

    def fold(folded: bool) -> None:
        table.hide_columns(folded, "until", "edit")
        table.set_widths({"state": 200, "health": 226} if folded else {})
        pills[2].setVisible(not folded)
        pills[1].setVisible(not folded)

    window.folded.connect(fold)
    made = Page(
        PageHead(
            "Library",
            facts="Saturday 21 November 2026. Three things need you.",
            below=True,
            right=(
                Button("Open bundle or signed PDF", icon="folder-open"),
                Button("New from template", "primary", icon="plus"),
            ),
        ),
        2,
        cards,
        2,
        row((find, 1), 6, *pills, stretch(), Label("Sort by", "tiny"), order),
        Card(table, margins=(1, 1, 1, 1)),
        row(
            StripKey(language()),
            stretch(),
            ElidingLabel("M marketing’s promises, S sales’ promises, each as of its own data", "tiny"),
        ),
        stretch(),
    )
    fold(window.is_folded)
    return made


def full(window: MainWindow) -> None:
    window.status.show_facts([("", "8 agreements, 3 in force")], ["Enter opens", "Ctrl+N new", "English"])
    put(window, "library", lambda: page(window), lambda: rail(empty=False))


def empty(window: MainWindow) -> None:
    def build() -> QWidget:
        first = Tile(
            "New from template", "Questions, sections and sample numbers are ready.", icon="file-plus", keys="Ctrl N"
        )
        tiles = row(
            (first, 1),
            (
                Tile(
                    "Open bundle or signed PDF",
                    "A signed PDF carries the whole agreement inside.",
                    icon="folder-open",
                    keys="Ctrl O",
                ),
                1,
            ),
            (
                Tile(
                    "Look at a finished example", "Contoso Robotics, with a year of results.", icon="eye", keys="Ctrl E"
                ),
                1,
            ),
            gap=14,
        )
        templates = [
            ("B2B sales-led", "MQL to SAL, 3 tiers"),
            ("Product-led", "Sign-ups and usage"),
            ("Agency and client", "Leads, invoiced monthly"),
            ("Field events", "Badges to meetings"),
            ("Empty", "Your own structure"),
        ]
        drop = ElidingLabel("Or drop a bundle, a signed PDF or a CRM export anywhere in this window.", "muted")
        made = EmptyState(
            "Start with one agreement",
            "Two teams, one page, numbers both can sign. You can change everything later.",
            tiles,
            16,
            Label("TEMPLATES", "over"),
            row(*[(Tile(*words), 1) for words in templates], gap=10),
            10,
            row(stretch(), IconLabel("download", "muted", 16), drop, stretch()),
            art=TwoSheets(),
        )
        made.setFocusProxy(first)
        return made

    window.status.show_facts([("", "No agreements yet")], ["Ctrl+N new", "Ctrl+O open a file", "English"])
    put(window, "library", build, lambda: rail(empty=True))
