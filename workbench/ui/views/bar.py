"""What the bars at the edges say about the open agreement: whose, which version, is it safe. Must not know pages."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from workbench.base.language import N_
from workbench.ui.parts.chip import ChipTone
from workbench.ui.shell.place import LIBRARY
from workbench.ui.shell.statusbar import SaveState
from workbench.ui.views.dates import short_day
from workbench.ui.views.desk import Desk
from workbench.ui.views.wall_clock import clock_words, wall_clock

SAVED: Final[dict[str, SaveState]] = {
    "saved": "saved", "unsaved": "saving", "saving": "saving", "failed": "failed",
}  # fmt: skip
COMPARE_MS: Final = 500
"""Comparing the draft with its newest version costs milliseconds, so not every keystroke pays for it."""

TONES: Final[dict[str, ChipTone]] = {
    "draft": "accent", "for_signature": "idle", "signed": "ok", "in_force": "ok", "review_due": "warn",
    "expired": "idle",
}  # fmt: skip


class Bar(QObject):
    """Keeps the top bar and the status bar true.

    Args:
        desk: The window and its session.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk, self._text = desk, desk.language.text
        self._shown = ""
        self._comparing = QTimer(self, singleShot=True, interval=COMPARE_MS)
        self._comparing.timeout.connect(self._compare)
        session = desk.session
        session.agreement_opened.connect(self._follow)
        session.versions_changed.connect(lambda _agreement: self.show())
        session.saved_changed.connect(self._on_saved)
        session.listing_changed.connect(self._show_facts)
        session.told.connect(lambda words: desk.window.status.offer_undo(words, None))
        desk.window.arrived.connect(lambda _place: self._show_facts())

    def show(self) -> None:
        """Show whose agreement is open and which version."""
        current = self._desk.session.current
        if current is None:
            self._desk.window.show_agreement("")
            self._on_saved()
            return
        self._shown = self.version_words()
        company = current.agreement.teams.company.strip() or current.agreement.title
        standing = current.listed.standing if current.listed is not None else "draft"
        self._desk.window.show_agreement(company, self._shown, TONES[standing])
        self._show_facts()

    def version_words(self) -> str:
        """`Draft`, `Draft, after v3`, or `v3` while the draft says what that version says."""
        current = self._desk.session.current
        if current is None or not current.versions:
            return self._text(N_("Draft"))
        newest = f"v{current.versions[-1].number}"
        if current.differs_from_newest:
            return self._text(N_("Draft, after {version}")).format(version=newest)
        return newest

    def _follow(self, _agreement: str) -> None:
        current = self._desk.session.current
        if current is not None:
            current.draft.changed.connect(self._on_changed)

    def _on_changed(self, path: str) -> None:
        if path in {"", "title", "teams.company", "teams.time_zone"}:
            self.show()
        elif not self._comparing.isActive():
            self._comparing.start()

    def _compare(self) -> None:
        if self._shown != self.version_words():
            self.show()

    def _on_saved(self) -> None:
        current, status = self._desk.session.current, self._desk.window.status
        if current is None:
            status.show_saved("none")
            return
        autosave = current.saving
        words = ""
        if autosave.state == "saved" and autosave.saved_at is not None:
            words = f"{autosave.saved_at.astimezone(wall_clock(self._desk.session)):%H:%M}"
        elif autosave.error is not None:
            words = autosave.error.message
        status.show_saved(SAVED[autosave.state], words)

    def _show_facts(self) -> None:
        status = self._desk.window.status
        if self._desk.window.place == LIBRARY:
            status.show_facts([("", self._library_words())], self._keys())
        elif self._desk.session.current is None:  # a file is verified; the keys of the list do nothing there
            status.show_facts()
        else:
            status.show_facts(self._agreement_facts(), self._origin())

    def _library_words(self) -> str:
        lines, language = self._desk.session.listing.lines, self._desk.language
        if not lines:
            known = self._desk.session.listing.state == "ready"
            return self._text(N_("No agreements yet")) if known else ""
        said = language.count(N_("{n} agreement"), N_("{n} agreements"), len(lines)).format(n=len(lines))
        if any(line.listed is None for line in lines):
            return said
        force = sum(line.listed.standing in {"in_force", "review_due"} for line in lines if line.listed is not None)
        return f"{said}, {self._text(N_('{n} in force')).format(n=force)}" if force else said

    def _keys(self) -> list[str]:
        lines = self._desk.session.listing.lines
        if self._desk.session.listing.state != "ready":
            return []
        keys = [self._text(N_("Ctrl+N new")), self._text(N_("Ctrl+O open a file"))]
        return [self._text(N_("Enter opens")), *keys] if lines else keys

    def _agreement_facts(self) -> list[tuple[str, str]]:
        current, language = self._desk.session.current, self._desk.language
        if current is None:
            return []
        count = len(current.agreement.teams.participants)
        people = language.count(N_("{n} participant"), N_("{n} participants"), count).format(n=count)
        return [("users", people)] if count else []

    def _origin(self) -> list[str]:
        current, session = self._desk.session.current, self._desk.session
        if current is None:
            return []
        clock = wall_clock(session)
        said = [clock_words(clock, session.language)]
        if current.versions:
            newest = current.versions[-1]
            today = session.now().astimezone(clock).date()
            day = short_day(newest.at.astimezone(clock).date(), today, session.language)
            said.insert(0, self._text(N_("Newest version {n} of {day}")).format(n=newest.number, day=day))
        return said
