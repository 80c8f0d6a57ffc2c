"""The history of the open agreement: the line of versions, two of them compared, one looked at.

Restoring makes the draft another and can be undone; no version is ever changed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication

from workbench.agreement.comparison import Compared, compare
from workbench.agreement.model import Agreement
from workbench.base.clock import FixedClock
from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.errands import Errands
from workbench.ui.form.tab_order import order_tabs
from workbench.ui.parts.beside import Beside
from workbench.ui.parts.layout import Panel, column, row, stretch
from workbench.ui.parts.segment import Segment
from workbench.ui.views.desk import Desk
from workbench.ui.views.examining import examine
from workbench.ui.views.exporting import export_bundle
from workbench.ui.views.history.compare_pane import ComparePane
from workbench.ui.views.history.out import save_redline, save_version_file
from workbench.ui.views.history.timeline import DRAFT, Timeline
from workbench.ui.views.history.version_panel import VersionPanel
from workbench.ui.views.history.words import version_name
from workbench.ui.views.signing_record import save_scan, save_signing_record

if TYPE_CHECKING:
    from workbench.services.past import Chronicle, PastVersion, VersionFile
    from workbench.services.verifying import DocumentAnswer
    from workbench.services.workbench import Workbench

INNER_BELOW, OUTER_BELOW = 860, 780
LIST, COMPARE, VERSION = "list", "compare", "version"


class HistoryPage(Panel):
    """The page.

    Attributes:
        timeline: The versions.
        pane: Two of them compared.
        panel: The one chosen.

    Args:
        desk: The window and its session.
        agreement: Its id.
    """

    def __init__(self, desk: Desk, agreement: str) -> None:
        text = desk.language.text
        self._desk, self._text, self._agreement = desk, text, agreement
        self.chronicle: Chronicle | None = None
        self._older = self._newer = DRAFT
        self._wants_default = True
        self._answers: dict[str, DocumentAnswer] = {}
        self.timeline, self.pane, self.panel = Timeline(desk), ComparePane(desk.language), VersionPanel(desk)
        self._inner = Beside(self.pane, self.panel, below=INNER_BELOW)
        self._outer = Beside(self._inner, self.timeline, below=OUTER_BELOW)
        two = [(COMPARE, text(N_("Compare"))), (VERSION, text(N_("The version")))]
        self._two = Segment(two, COMPARE, name=text(N_("Show")), compact=True)
        self._three = Segment([(LIST, text(N_("Versions"))), *two], LIST, name=text(N_("Show")), compact=True)
        self._bar = Panel(row(stretch(), self._two, self._three, stretch(), margins=(16, 6, 16, 6)), role="bar")
        super().__init__(column(self._bar, (self._outer, 1), gap=0), role="surface")
        self._errands = Errands(desk.session, self)
        for part in (self._inner, self._outer):
            part.folded.connect(lambda _folded: self._fold())
        for segment in (self._two, self._three):
            segment.chosen.connect(self._call)
        self._fold()
        self.timeline.chosen.connect(self._on_chosen)
        self.pane.wanted.connect(self._on_sides)
        self.pane.redline_wanted.connect(self.ask_redline)
        self.panel.restore_wanted.connect(self.restore)
        self.panel.pdf_wanted.connect(self.ask_pdf)
        self.panel.bundle_wanted.connect(self._export)
        self.panel.record_wanted.connect(self.ask_record)
        self.panel.scan_wanted.connect(lambda sha256: save_scan(self._desk, self._agreement, sha256))
        desk.session.versions_changed.connect(self._on_versions)
        desk.session.saved_changed.connect(self._on_saved)
        self.setFocusProxy(self.timeline.list)
        self.refresh()

    @property
    def chosen(self) -> PastVersion | None:
        """The version chosen; nothing for the draft."""
        return self.chronicle.version(self.timeline.current) if self.chronicle is not None else None

    def refresh(self) -> None:
        """Ask the library again."""
        agreement = self._agreement
        self._errands.ask(lambda workbench: workbench.past.of(agreement), self._on_past, self._on_trouble, key="past")

    def showEvent(self, event: QShowEvent) -> None:
        """The draft may have gone on meanwhile."""
        super().showEvent(event)
        if not event.spontaneous() and self.chronicle is not None:
            self.refresh()

    def step(self, rows: int) -> None:
        """To the next changed text, or the one before below 0."""
        self.pane.step(rows)

    # Learning

    def _on_versions(self, agreement: str) -> None:
        if agreement == self._agreement:
            self.refresh()

    def _on_saved(self) -> None:
        """The draft was changed from here, as by undo: it is another one than it was."""
        if self.isVisible() and self._desk.session.is_safe:
            self.refresh()

    def _on_past(self, chronicle: Chronicle) -> None:
        is_known, self.chronicle = self.chronicle == chronicle, chronicle
        chosen = self.timeline.current
        if self._wants_default or (chosen != DRAFT and chronicle.version(chosen) is None):
            chosen = chronicle.versions[0].header.number if chronicle.versions else DRAFT
        self.timeline.show_chronicle(chronicle, chosen)
        if is_known:  # only the draft may be another
            self._show_panel()
            self._compare(self._older, self._newer)
            return
        self._on_chosen(chosen)
        order_tabs(self)
        if self._wants_default:
            self._wants_default = False
            focus = QApplication.focusWidget()
            if focus is None or self.isAncestorOf(focus):  # nobody is anywhere else
                self.timeline.list.setFocus()

    def _on_trouble(self, error: WorkbenchError) -> None:
        self.pane.clear()
        self.pane.say(error.message, error.hint, icon="triangle-alert")

    def _on_chosen(self, number: int) -> None:
        """Look at a version, and compare it with the one before it."""
        self._show_panel()
        numbers = [one.header.number for one in self.chronicle.versions] if self.chronicle is not None else []
        before = [known for known in numbers if number == DRAFT or known < number]
        self._compare(max(before, default=number), number)

    def _on_sides(self, older: str, newer: str) -> None:
        self._compare(int(older), int(newer))

    # Comparing

    def _compare(self, older: int, newer: int) -> None:
        self._older, self._newer = older, newer
        chronicle, current = self.chronicle, self._desk.session.current
        if chronicle is None or current is None:
            return
        sides = [(str(DRAFT), self._text(N_("Draft")))]
        sides += [(str(one.header.number), version_name(one.header.number)) for one in chronicle.versions]
        self.pane.show_sides(sides, str(older), str(newer))
        self.pane.redline.setEnabled(DRAFT not in (older, newer) and older != newer)
        damaged = [one.damage for one in chronicle.versions if one.damage and one.header.number in (older, newer)]
        if damaged:
            self.pane.clear()
            self.pane.say(damaged[0], self._text(N_("The others are not affected.")), icon="triangle-alert")
            return
        if older == newer:
            self.pane.clear()
            if older == DRAFT:
                words = N_("Save a version, and what changes afterwards can be compared with it.")
                self.pane.say(self._text(N_("No version yet")), self._text(words), bare=True)
            else:
                title = self._text(N_("{version} is the first version")).format(version=version_name(older))
                self.pane.say(title, self._text(N_("Choose another one to compare it with.")))
            return
        self.pane.wait()
        agreement, draft = self._agreement, current.agreement

        def contents(workbench: Workbench) -> tuple[Agreement, Agreement]:
            before, after = (
                draft if number == DRAFT else workbench.versions.content(agreement, number) for number in (older, newer)
            )
            return before, after

        self._errands.ask(contents, self._on_contents, self._on_trouble, key="contents")

    def _on_contents(self, both: tuple[Agreement, Agreement]) -> None:
        language = self._desk.language
        self._errands.work(
            lambda _report, _cancel: compare(*both, language), self._on_compared, self._on_trouble, key="compare"
        )

    def _on_compared(self, found: Compared) -> None:
        self.pane.show_comparison(found)

    def ask_redline(self) -> None:
        """Ask where the comparison is to be written as a PDF, and write it."""
        if self.pane.redline.isEnabled():
            save_redline(self._desk, self._agreement, self._title, (self._older, self._newer))

    # The version chosen

    def _show_panel(self) -> None:
        one, chronicle, current = self.chosen, self.chronicle, self._desk.session.current
        self._desk.window.registry.refresh()
        if one is None or chronicle is None or current is None:
            self.panel.show_draft(self._text(N_("It changes as you type, and is no version until you save one.")))
            return
        self.panel.show_version(one, chronicle.zone, is_draft=current.says_what(one.header.content_hash))
        if one.has_signed_file and not one.damage:
            self._look_at_file(one)

    def _look_at_file(self, one: PastVersion) -> None:
        """Find out what can be said about its signed file; once, as long as nobody signs it again."""
        agreement, number, key = self._agreement, one.header.number, f"{one.header.hash} {len(one.signed)}"
        if key in self._answers:
            self._on_answer(key, number, self._answers[key])
            return

        def verify(file: VersionFile) -> None:
            clock, said = FixedClock(self._desk.session.now()), partial(self._on_answer, key, number)
            examine(self._errands, file.signed, clock, said, self._on_no_file, said)

        self._errands.ask(
            lambda workbench: workbench.past.file(agreement, number), verify, self._on_no_file, key="file"
        )

    def _on_answer(self, key: str, number: int, answer: DocumentAnswer) -> None:
        if answer.verdict != "comparing":
            self._answers[key] = answer
        if self.chronicle is not None and self.timeline.current == number:
            self.panel.show_answer(answer, self.chronicle.zone)

    def _on_no_file(self, error: WorkbenchError) -> None:
        self.panel.answers.wait(error.message)

    def restore(self) -> None:
        """Make the version chosen the draft again; the draft as it was comes back with undo."""
        one, session = self.chosen, self._desk.session
        if one is None or one.damage:
            return
        agreement, number = self._agreement, one.header.number
        name = version_name(number)

        def restored(_nothing: None) -> None:
            session.reload(self._text(N_("restoring {version}")).format(version=name))
            current = session.current
            if current is not None:
                said = self._text(N_("The draft says what {version} says.")).format(version=name)
                self._desk.window.status.offer_undo(said, current.draft.stack.undo)

        def safe(stored: bool) -> None:
            if stored:
                session.ask(lambda workbench: workbench.versions.restore(agreement, number), done=restored)

        session.make_safe(safe)

    def ask_pdf(self) -> None:
        """Ask where the version's file is to be written: the signed one where somebody has signed."""
        one = self.chosen
        if one is not None and not one.damage:
            save_version_file(self._desk, self._agreement, self._title, one)

    def ask_record(self) -> None:
        """Ask where the record of the version's signing is to be written."""
        one = self.chosen
        if one is not None and not one.damage:
            save_signing_record(self._desk, self._agreement, self._title, one.header.number)

    def _export(self) -> None:
        export_bundle(self._desk, self._agreement, self._title)

    @property
    def _title(self) -> str:
        current = self._desk.session.current
        return (current.agreement.title or current.agreement.teams.company) if current is not None else ""

    # Little room

    def _fold(self) -> None:
        """Without room for all three they take turns."""
        narrow, narrower = self._inner.is_folded, self._outer.is_folded
        self._bar.setVisible(narrow or narrower)
        self._two.setVisible(narrow and not narrower)
        self._three.setVisible(narrower)
        self._call(self._three.current if narrower else self._two.current)

    def _call(self, view: str) -> None:
        self._outer.call_side(show=view == LIST)
        self._inner.call_side(show=view == VERSION)
