"""The foot of an import: how many leads are taken, what is not, how far the trial is, and the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from workbench.base.language import N_, Language
from workbench.ui.parts.button import Button
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, Panel, box, column, row
from workbench.ui.parts.work_bar import WorkBar
from workbench.ui.theme.theme import theme
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from workbench.services.imported import ReadFile


COUNTED: Final = {
    "activities": (N_("lead with calls and tasks"), N_("leads with calls and tasks")),
    "totals": (N_("total"), N_("totals")),
}
BUTTONS: Final = {
    "leads": (N_("Import {n} lead"), N_("Import {n} leads")),
    "activities": (N_("Import for {n} lead"), N_("Import for {n} leads")),
    "totals": (N_("Import {n} total"), N_("Import {n} totals")),
}


SAVE = N_("Save what is not taken…")
TIGHT_BELOW = 760
"""Design pixels of width under which that button has its icon alone."""


class _Count(Panel):
    """A number with its words."""

    def __init__(self, icon: str, tone: str) -> None:
        self._number, self._words = Label("–", "number", figures=True), Label("", "tiny")
        made: Box = row(IconLabel(icon, tone, 18), column(self._number, self._words, gap=0), gap=9)
        super().__init__(made)

    def say(self, number: str, words: str) -> None:
        """Say another number."""
        self._number.setText(number)
        self._words.setText(words)
        self.setAccessibleName(f"{number} {words}")


class Foot(Panel):
    """The foot.

    Attributes:
        stopped: Emitted when what is under way is to be stopped.

    Args:
        desk: The window and its session.
    """

    stopped = Signal()

    def __init__(self, desk: Desk) -> None:
        text = desk.language.text
        self._language, self._text = desk.language, text
        self._taken, self._rejected = _Count("circle-check", "ok"), _Count("circle-x", "bad")
        self._skipped = _Count("circle-minus", "muted")
        self._bar = WorkBar(text(N_("Stop")))
        self._note = ElidingLabel("", "tiny")
        self.save = Button(text(SAVE), icon="download", tip=text(SAVE))
        self.take = Button(text(N_("Import")), "primary", icon="arrow-right", trailing=True)
        self.take.setToolTip(text(N_("Import the leads (Ctrl+Enter)")))
        middle = box(column(self._note, self._bar, gap=0))
        super().__init__(
            row(self._taken, 8, self._rejected, 8, self._skipped, 12, (middle, 1), 8, self.save, self.take,
                margins=(24, 8, 22, 8)),
            role="footer", name=text(N_("What is taken")),
        )  # fmt: skip
        desk.window.folded.connect(self._fold)
        self._fold(desk.window.is_folded)
        self.wait("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hardly any room: the words go into the tooltip."""
        super().resizeEvent(event)
        words = "" if self.width() < theme().look.px(TIGHT_BELOW) else self._text(SAVE)
        if words != self.save.text():
            self.save.show_text(words, "download")
            self.save.setAccessibleName(self._text(SAVE))

    def wait(self, why: str) -> None:
        """Nothing is known: say why, or nothing."""
        text = self._text
        self._taken.say("–", text(N_("leads")))
        self._rejected.say("–", text(N_("rejected")))
        self._skipped.say("–", text(N_("skipped")))
        self._note.setText(why)
        self._note.setVisible(bool(why))
        self._bar.finish()
        self._bar.setVisible(not why)
        self.save.setEnabled(False)
        self.take.setEnabled(False)
        self.take.show_text(text(N_("Import")))

    def begin(self, what: str) -> None:
        """Work is under way; what was counted before no longer holds."""
        self.take.setEnabled(False)
        self.save.setEnabled(False)
        self._note.hide()
        self._bar.show()
        self._bar.begin(what, self.stopped.emit)

    def show_progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        words = self._text(N_("{n} of {all} rows")).format(n=f"{done:,}", all=f"{total:,}") if total else f"{done:,}"
        self._bar.show_progress(done, total, words)

    def show_tried(self, found: ReadFile) -> None:
        """Say what came of the trial."""
        text, count = self._text, self._language.count
        reading = found.reading
        leads, rejected = len(reading.leads), len(reading.rejected)
        skipped = sum(one.row > reading.header_row for one in reading.skipped)  # as the head counts the rows
        rows = reading.rows - rejected  # several rows may be one lead
        if reading.kind == "leads":
            self._taken.say(f"{leads:,}", _of_rows(leads, rows, self._language))
        else:
            leads = found.added + found.updated + found.unchanged
            one, many = COUNTED[reading.kind]
            self._taken.say(f"{leads:,}", count(one, many, leads))
        self._rejected.say(f"{rejected:,}", count("row rejected", "rows rejected", rejected))
        self._skipped.say(f"{skipped:,}", count("row skipped", "rows skipped", skipped))
        self._bar.finish()
        self._bar.hide()
        said = text(N_("{new} new, {changed} changed, {known} known")).format(
            new=f"{found.added:,}", changed=f"{found.updated:,}", known=f"{found.unchanged:,}"
        )
        self._note.setText(said)
        self._note.show()
        self.save.setEnabled(bool(rejected or reading.problems))
        self.take.setEnabled(bool(leads))
        one, many = BUTTONS[reading.kind]
        self.take.show_text(count(one, many, leads).format(n=f"{leads:,}"))

    def keep(self) -> None:
        """The leads are being kept; the button stays, because the keyboard would leave the page with it."""
        self.save.setEnabled(False)
        self._note.setText(self._text(N_("Importing…")))
        self._note.show()

    def _fold(self, folded: bool) -> None:
        self._skipped.setVisible(not folded)


def _of_rows(leads: int, rows: int, language: Language) -> str:
    """`lead from 1 row`, `leads from 1,512 rows`: a lead that several rows tell of counts once."""
    words = N_("lead from {rows}") if leads == 1 else N_("leads from {rows}")
    said = language.count(N_("{n} row"), N_("{n} rows"), rows).format(n=f"{rows:,}")
    return language.text(words).format(rows=said)
