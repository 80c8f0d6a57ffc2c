"""The head of an import: which file, what it was recognised as, from which remembered choices, and what hinders it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label, emphasised
from workbench.ui.parts.layout import Item, Panel, box, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.sizing import sized
from workbench.ui.theme.theme import theme
from workbench.ui.views.dates import short_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.mapping.header_row import HeaderRow
from workbench.ui.views.track.mapping.sharing import share_choices

if TYPE_CHECKING:
    from workbench.services.foreign_file import Inspection
    from workbench.services.profiles import FittingProfile

VENDORS: Final = {
    "hubspot": "HubSpot", "salesforce": "Salesforce", "pipedrive": "Pipedrive", "zoho": "Zoho",
    "dynamics": "Dynamics 365", "rd_station": "RD Station", "rd_station_crm": "RD Station CRM", "marketo": "Marketo",
    "meta": "Meta Lead Ads", "google_forms": "Google Forms", "kommo": "Kommo",
}  # fmt: skip
"""Names of programs whose exports are recognised; names are not translated."""


NAME_LEAST: Final = 68
"""Design pixels a file's name keeps where there is hardly any room."""
MOST_CHANGES: Final = 3
TITLES: Final = {
    "leads": N_("Match the columns"), "activities": N_("Calls and tasks"), "totals": N_("Totals of periods"),
}  # fmt: skip


class MappingHead(Panel):
    """The head.

    Attributes:
        filtered: Emitted with the filter of the columns that was chosen.
        sheet_chosen: Emitted with the name of another sheet.
        headers: Which row holds the headers; nothing for a tracker of this program, which says so itself.
        forgotten: Emitted when the remembered choices are to be forgotten.
        left: Emitted when the import is to be left.

    Args:
        desk: For the words.
        file: Name of the file.
        seen: What it is.
        fitting: The remembered choices that fill it; nothing where there are none.
    """

    filtered = Signal(str)
    sheet_chosen = Signal(str)
    forgotten = Signal()
    left = Signal()

    def __init__(self, desk: Desk, file: str, seen: Inspection, fitting: FittingProfile | None) -> None:
        text = desk.language.text
        self._text = text
        own = seen.own is not None
        self.headers = None if own else HeaderRow(desk.language, seen.header_row)
        self.states = Segment(
            [("all", text(N_("All"))), ("check", text(N_("To check"))), ("off", text(N_("Not used")))],
            name=text(N_("Which columns are shown")), compact=True,
        )  # fmt: skip
        self.reading = Button(text(N_("How it is read")), icon="list-checks")
        self.reading.hide()
        leave = Button(text(N_("Cancel")), tip=text(N_("Leave without importing")))
        title = N_("Import the tracker") if own else TITLES[seen.kind]
        head = PageHead(text(title), over=text(N_("TRACK · IMPORT ACTUALS")), right=(self.states, self.reading, leave))
        self._notice = Notice("error", "")
        self._notice.hide()
        self._count = desk.language.count
        self._changes = Notice("hint", "")
        self._changes.hide()
        items: list[Item] = [
            head,
            2,
            self._file_row(desk, file, seen),
            *self._profile_row(desk, fitting),
            self._changes,
            self._notice,
        ]
        super().__init__(column(*items, margins=(24, 16, 20, 8), gap=5))
        self.states.setVisible(own or seen.kind != "totals")
        self.states.chosen.connect(self.filtered)
        leave.clicked.connect(self.left)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Say how many columns each filter shows."""
        text = self._text
        for key, words in (("all", N_("All {n}")), ("check", N_("To check {n}")), ("off", N_("Not used {n}"))):
            self.states.say(key, text(words).format(n=counts[key]))

    def show_changes(self, sentences: Sequence[str]) -> None:
        """Say what changed in the export since the last one of its kind."""
        shown = list(sentences[:MOST_CHANGES])
        more = len(sentences) - len(shown)
        if more:
            shown.append(self._count("{n} more change.", "{n} more changes.", more).format(n=more))
        self._changes.say("hint", " ".join(shown))
        self._changes.setToolTip("\n".join(sentences))
        self._changes.setVisible(bool(shown))

    def hinder(self, words: str, *, grave: bool = True) -> None:
        """Say what hinders the import; empty for nothing."""
        if words:
            self._notice.say("error" if grave else "warning", words)
        self._notice.setVisible(bool(words))

    def _file_row(self, desk: Desk, file: str, seen: Inspection) -> Item:
        text = self._text
        called = ElidingLabel(file, "label", middle=True)
        sized(called, at_least=min(NAME_LEAST, called.sizeHint().width() / theme().look.scale))
        items: list[Item] = [IconLabel("file-spreadsheet", "muted", 15), called]
        if seen.own is not None:
            words = text(N_("Tracker of this program, version {n}: nothing to match")).format(n=seen.own.version)
            items.append(Chip(words, "ok"))
        elif seen.vendor in VENDORS:
            items.append(Chip(text(N_("Recognised: {name}")).format(name=VENDORS[seen.vendor]), "ok"))
        rows = desk.language.count("{n} row", "{n} rows", seen.rows).format(n=f"{seen.rows:,}")
        items += [ElidingLabel(rows, "muted"), stretch()]  # the foot says it too
        if self.headers is not None:
            items += [self.headers, 6]
        if len(seen.sheets) > 1 and seen.own is None:
            sheet = Choice([(one, one) for one in seen.sheets], seen.sheet, name=text(N_("Sheet")))
            sheet.activated.connect(lambda _place: self.sheet_chosen.emit(sheet.current))
            label = Label(text(N_("Sheet")), "muted")
            label.setBuddy(sheet)
            items += [label, sheet]
        return row(*items)

    def _profile_row(self, desk: Desk, fitting: FittingProfile | None) -> list[Item]:
        if fitting is None:
            return []
        text, count = self._text, desk.language.count
        today = desk.session.now().date()
        last = fitting.profile.saved_at
        day = short_day(last.date(), today, desk.language)
        added = count("{n} new column", "{n} new columns", len(fitting.added)).format(n=len(fitting.added))
        gone = count("{n} missing", "{n} missing", len(fitting.missing)).format(n=len(fitting.missing))
        said = text(N_("Filled from {0}, last used {day}. {added}, {gone}.")).format(
            "{0}", day=day, added=added if fitting.added else text(N_("No new column")),
            gone=gone if fitting.missing else text(N_("none missing")),
        )  # fmt: skip
        label = emphasised(said, fitting.profile.name)
        if fitting.missing:
            label.setToolTip(text(N_("Missing: {columns}")).format(columns=", ".join(fitting.missing)))
        tip = text(N_("Forget these choices and match anew"))
        forget = Button(text(N_("Forget it")), "link", tip=tip, on_click=self._forget)
        name = fitting.profile.name
        tip = text(N_("Write these choices as a file that another library takes in"))
        share = Button(text(N_("Share…")), "link", tip=tip, on_click=lambda: share_choices(desk, name))
        return [box(row(IconLabel("bookmark-check", "accent_text", 15), label, stretch(), share, forget))]

    def _forget(self) -> None:
        self.forgotten.emit()
