"""Before signing: what stands against it with a way to each place, what deserves a second look, what stands already.

Must not know files or signatures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.fields.issue import Severity
from workbench.ui.form.tab_order import order_tabs
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.parts.button import Button
from workbench.ui.parts.card import Card
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, box, column, row, stretch
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.page import Page
from workbench.ui.parts.page_head import PageHead
from workbench.ui.parts.refill import refill
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme
from workbench.ui.views.agree.open_points import Point, PointRow, points
from workbench.ui.views.desk import Desk
from workbench.ui.views.sign.saving_card import SavingCard
from workbench.ui.views.sign.standing import StandingCard

if TYPE_CHECKING:
    from workbench.services.versions import SavedVersion

WIDTH = 400
FOLD_BELOW = 940
UNBOUND = 16_777_215  # Qt's QWIDGETSIZE_MAX
PAUSE_MS = 150
MOST_SHOWN = 12
"""Rows of a list shown at first; many more than these are worked off in the sections themselves."""

TITLES: dict[Severity, str] = {
    "error": N_("Stands against signing"),
    "warning": N_("Worth a second look"),
    "hint": N_("Advice"),
}


class PointsCard(Card):
    """One gravity's points.

    Args:
        desk: The window and its session.
        severity: Which.
        found: The points.
        go: Brings a place into view.
    """

    def __init__(self, desk: Desk, severity: Severity, found: Sequence[Point], go: Callable[[str], object]) -> None:
        text = desk.language.text
        self._rest = found[MOST_SHOWN:]
        self._desk, self._go = desk, go
        self._rows = column(*[self._row(one) for one in found[:MOST_SHOWN]], gap=2)
        chip = Chip(str(len(found)), {"error": "bad", "warning": "warn"}.get(severity, "idle"))  # type: ignore[arg-type]  # tones
        head = row(Label(text(TITLES[severity]), "h2"), chip, stretch(), gap=9)
        items: list[Item] = [head, self._rows]
        if self._rest:
            words = text(N_("Show {n} more")).format(n=len(self._rest))
            self._more = Button(words, "link", on_click=self._show_rest)
            items.append(row(self._more, stretch()))
        super().__init__(*items, margins=(18, 14, 14, 12), gap=8)

    def _row(self, one: Point) -> QWidget:
        current = self._desk.session.current
        return PointRow(one, self._desk.language, self._go, current.draft if current is not None else None)

    def _show_rest(self) -> None:
        for one in self._rest:
            self._rows.addWidget(self._row(one))
        self._more.hide()


class ReadinessPage(Page):
    """The page.

    Attributes:
        saved: Emitted when a version for signature was saved.
        version_wanted: Emitted when the person wants to go on with the version that is out for signature.
        saving: The card that saves.

    Args:
        desk: The window and its session.
        go: Brings a place of the agreement into view.
    """

    saved = Signal()
    version_wanted = Signal()

    def __init__(self, desk: Desk, go: Callable[[str], object]) -> None:
        text = desk.language.text
        self._desk, self._text, self._go = desk, text, go
        self._shown: tuple[Point, ...] | None = None
        self._chip = Chip("", "idle", icon="circle-check")
        self._head = PageHead(text(N_("Before you sign")), over=text(N_("SIGN")), facts=" ", below=True,
                              right=(self._chip,))  # fmt: skip
        show_file = Button(text(N_("Show its file")))
        self._version = Notice("hint", "", actions=(show_file,))
        self._version.hide()
        self._points, self._below = column(gap=12), column(gap=0)
        self._standing, self.saving = StandingCard(desk.language), SavingCard(desk)
        self._right = column(self.saving, gap=12)
        self._side = box(column(self._right, stretch(), gap=0))
        self._pair = row((box(column(self._points, self._below, stretch(), gap=12)), 1), self._side, gap=16)
        super().__init__(self._head, 2, self._version, self._pair, stretch())
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        show_file.clicked.connect(self.version_wanted)
        self.saving.wanted.connect(self._save)
        theme().follow(self)
        self._follow()

    def show_version(self, number: int, *, complete: bool) -> None:
        """Say that a version is out for signature, or signed, and offer its file; 0 for none."""
        words = (
            N_("Version {n} is signed by everybody required.") if complete else N_("Version {n} is out for signature.")
        )
        self._version.say("ok" if complete else "hint", self._text(words).format(n=number))
        self._version.setVisible(number > 0)

    def refresh(self) -> None:
        """Show how the draft stands now."""
        current = self._desk.session.current
        if current is None:
            return
        found = points(current.draft, self._desk.language)
        against = sum(one.severity == "error" for one in found)
        self._say(found, against)
        if found != self._shown:
            self._shown = found
            self._show_points(found)
        self._standing.show_agreement(current.agreement)
        number = current.versions[-1].number + 1 if current.versions else 1
        same = 0 if current.differs_from_newest else current.versions[-1].number
        self.saving.show_number(number, against=against, same_as=same)
        order_tabs(self)

    def restyle(self, _look: Look) -> None:
        """Another scale leaves another room."""
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room, else one below the other."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = theme().look
        narrow = self.width() < look.px(FOLD_BELOW)
        ways = QBoxLayout.Direction
        self._pair.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._side.setMinimumWidth(0 if narrow else look.px(WIDTH))
        self._side.setMaximumWidth(UNBOUND if narrow else look.px(WIDTH))

    def take_focus(self) -> None:
        """Begin with the note."""
        self.saving.note.setFocus()

    def _follow(self) -> None:
        current = self._desk.session.current
        if current is not None:
            current.draft.issues_changed.connect(self._pause.start)
            current.draft.changed.connect(lambda _path: self._pause.start())
        self._desk.session.versions_changed.connect(self._on_versions)

    def _on_versions(self, _agreement: str) -> None:
        self._pause.start()

    def _say(self, found: Sequence[Point], against: int) -> None:
        count = self._desk.language.count
        looks = sum(one.severity == "warning" for one in found)
        if against:
            words = count(
                N_("{n} thing stands against signing."), N_("{n} things stand against signing."), against
            ).format(n=against)
            self._chip.show_state(self._text(N_("Not yet")), "bad", icon="octagon-alert")
        else:
            words = self._text(N_("Nothing stands against signing."))
            self._chip.show_state(self._text(N_("Ready")), "ok", icon="circle-check")
        if looks:
            more = count(N_("{n} is worth a second look."), N_("{n} are worth a second look."), looks).format(n=looks)
            words = f"{words} {more}"
        self._head.facts.setText(words)

    def _show_points(self, found: Sequence[Point]) -> None:
        widgets: list[QWidget] = []
        if not any(one.severity == "error" for one in found):
            words = self._text(N_("Every promise is complete, measurable and owned, and no objection is open."))
            widgets.append(Notice("ok", words, strong=self._text(N_("Ready to be signed."))))
        for severity in TITLES:
            mine = [one for one in found if one.severity == severity]
            if mine:
                widgets.append(PointsCard(self._desk, severity, mine, self._go))
        refill(self._points, widgets)
        (self._right if found else self._below).addWidget(self._standing)  # where there is room for it

    def _save(self, note: str) -> None:
        self._desk.session.save_version(note, done=self._saved, failed=self._refused)

    def _saved(self, version: SavedVersion) -> None:
        for_signature = version.header.kind == "for_signature"
        words = N_("Version {n} is saved, for signature.") if for_signature else N_("Version {n} is saved as a point.")
        self._desk.session.told.emit(self._text(words).format(n=version.header.number))
        if shiboken6.isValid(self):  # the agreement may have been closed meanwhile
            self.saving.done()
            if for_signature:
                self.saved.emit()

    def _refused(self, error: WorkbenchError) -> None:
        if shiboken6.isValid(self):
            self.saving.refuse(error)


def nothing_yet(current: OpenAgreement) -> bool:
    """Is there nothing to sign at all: no promise, nobody to sign?"""
    from workbench.agreement.commitments import commitments  # noqa: PLC0415

    return not current.agreement.sign_off.signers and not commitments(current.agreement)
