"""Track as a screen: which of its pages is seen, what can be done there, and when the check is made anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.errands import Errands
from workbench.ui.views.desk import Desk
from workbench.ui.views.track.learning import Known, learn
from workbench.ui.views.track.names import Names

if TYPE_CHECKING:
    from workbench.ui.views.track.further import FurtherPage
    from workbench.ui.views.track.mapping.page import ImportPage
    from workbench.ui.views.track.scorecard.page import ScorecardPage

PLACE: Final = "track"
SLOW_MS: Final = 400
"""After so long without an answer, the page says that it is checking."""
ONLY_HERE: Final = (
    "track.names", "track.exceptions", "track.before", "track.after", "track.try", "track.take", "track.leave",
    "track.dates", "track.headers", "track.tracker", "track.review", "track.proposals", "track.totals", "track.flow",
)  # fmt: skip
"""Actions with keys that other places use otherwise; they come and go with the place."""


class TrackScreen(QObject):
    """Holds the pages of Track together.

    Args:
        desk: The window and its session.
        go: Brings a place of the agreement into view.
    """

    def __init__(self, desk: Desk, go: Callable[[str], object]) -> None:
        super().__init__(desk.window)
        self._desk, self.go = desk, go
        self._stack: QStackedWidget | None = None
        self._names: Names | None = None
        self._known: Known | None = None
        self._scorecard: ScorecardPage | None = None
        self._further: dict[str, FurtherPage] = {}
        self._import: ImportPage | None = None
        self._other: QWidget | None = None
        self._wish: Callable[[], object] | None = None
        self._errands: Errands | None = None
        session = desk.session
        desk.window.registry.add(
            Action("track.imports", N_("Show the imports"), self.show_imports, "Ctrl+Shift+I", icon="file-spreadsheet",
                   keywords=N_("undo provenance problems"), enabled=lambda: session.current is not None),
        )  # fmt: skip
        session.actuals_changed.connect(self._on_changed)
        session.versions_changed.connect(self._on_changed)
        session.import_wanted.connect(lambda path: self.bring(Path(path)))
        session.listing_changed.connect(self._show_facts)
        session.agreement_closed.connect(lambda _agreement: self._forget(wholly=True))
        desk.window.arrived.connect(self._on_arrived)

    def build(self) -> QWidget:
        """The page; what it shows is asked for."""
        self._forget()
        stack = QStackedWidget()
        self._stack = stack
        self._names = Names(self._desk, stack)
        self._names.changed.connect(self._show_facts)
        self._errands = Errands(self._desk.session, stack)
        waiting = QTimer(stack, singleShot=True, interval=SLOW_MS)
        waiting.timeout.connect(self._say_slow)
        waiting.start()
        stack.addWidget(QWidget())
        self.refresh()
        QTimer.singleShot(0, stack, _load)
        return stack

    def _forget(self, *, wholly: bool = False) -> None:
        """The pages were of another agreement, or are gone with their stack."""
        self._wish = None if wholly else self._wish
        self._stack = self._names = self._errands = self._known = None
        self._scorecard = self._import = self._other = None
        self._further = {}

    def refresh(self) -> None:
        """Check anew."""
        current = self._desk.session.current
        if current is not None and self._errands is not None:
            current.autosave.save_now()  # what was typed a moment ago is checked too
            question = partial(learn, agreement=current.id, before=self._known)
            self._errands.ask(question, self._on_known, self._on_refused, key="learn")

    def _on_known(self, known: Known) -> None:
        current = self._desk.session.current
        if current is None or current.id != known.agreement or self._stack is None:
            return
        self._known = known
        for page in self._further.values():
            page.show_known(known)
        if self._wish is not None:
            wish, self._wish = self._wish, None
            wish()
            return
        taken = self._import if self._import is not None and self._import.is_taken else None
        self._import = None if taken is not None else self._import
        if self._import is None and not any(map(self._is_seen, self._further.values())):
            self.show_scorecard()
        elif self._scorecard is not None:
            self._scorecard.show_known(known)
        self._drop(taken)
        self._show_facts()

    def _on_refused(self, error: WorkbenchError) -> None:
        from workbench.ui.views.track.notes import refused  # noqa: PLC0415  (seldom needed)

        self._show_other(refused(error))

    def _say_slow(self) -> None:
        from workbench.ui.views.track.notes import checking  # noqa: PLC0415  (seldom needed)

        if self._known is None and self._other is None:
            self._show_other(checking(self._desk))

    # Which page is seen

    def show_scorecard(self) -> None:
        """Show the scorecard, or what to do while there is nothing to check."""
        from workbench.ui.views.track.empty_page import EmptyTrack  # noqa: PLC0415  (with the first visit)
        from workbench.ui.views.track.scorecard.page import ScorecardPage  # noqa: PLC0415
        from workbench.ui.views.track.scorecard.settling import settle  # noqa: PLC0415

        known, stack, names = self._known, self._stack, self._names
        if known is None or stack is None or names is None:
            return
        if not known.has_actuals:
            self._show_other(EmptyTrack(self._desk, known, self._run))
            return
        if self._scorecard is None:
            self._scorecard = ScorecardPage(self._desk, names, self._run)
            self._scorecard.lead_wanted.connect(partial(settle, self._desk, names, self._scorecard))
            stack.addWidget(self._scorecard)
        self._scorecard.show_known(known)
        self._go(self._scorecard)

    def show_imports(self) -> None:
        """Show the list of imports."""
        self._show_further("imports")

    def show_flow(self) -> None:
        """Show how leads flowed: the funnel, the follow-up, what was accepted."""
        self._show_further("flow")

    def _show_further(self, name: str) -> None:
        from workbench.ui.views.track.further import further_page  # noqa: PLC0415  (on a wish)

        self._desk.window.go(PLACE)
        if self._stack is None or self._known is None or self._names is None:
            self._wish = partial(self._show_further, name)
            return
        if name not in self._further:
            made = further_page(name, self._desk, self._names, self.show_scorecard, self._run)
            self._further[name] = made
            self._stack.addWidget(made)
        self._further[name].show_known(self._known)
        self._go(self._further[name])

    def _show_other(self, page: QWidget) -> None:
        if self._stack is None:
            return
        gone, self._other = self._other, page
        self._stack.addWidget(page)
        self._go(page)
        if gone is not None:
            self._stack.removeWidget(gone)
            gone.deleteLater()

    def _go(self, page: QWidget) -> None:
        assert self._stack is not None  # there is a page
        window = self._desk.window
        changed = self._stack.currentWidget() is not page
        nobody = window.focusWidget() in {None, window.pages} or self._stack.isAncestorOf(window.focusWidget())
        self._stack.setCurrentWidget(page)
        self._stack.setFocusProxy(page)
        if changed and nobody and window.place == PLACE:
            page.setFocus()
        self._show_facts()
        window.registry.refresh()

    def _is_seen(self, page: QWidget | None) -> bool:
        return page is not None and self._stack is not None and self._stack.currentWidget() is page

    def bring(self, file: Path) -> None:
        """Begin to import a file; the page may have to be built first."""
        if self._desk.session.current is None:
            return
        self._desk.window.go(PLACE)
        if self._known is None or self._stack is None:
            self._wish = partial(self._begin_import, file)
        else:
            self._begin_import(file)

    def _begin_import(self, file: Path) -> None:
        from workbench.ui.views.track.mapping.page import ImportPage  # noqa: PLC0415  (on a wish)

        if self._stack is None or self._known is None or self._names is None:
            return
        self._drop(self._import)
        self._import = ImportPage(self._desk, self._names, self._known, file, self._run)
        self._import.left.connect(self._on_import_left)
        self._import.changed.connect(self._show_facts)
        self._stack.addWidget(self._import)
        self._go(self._import)
        self._import.begin()

    def _on_import_left(self) -> None:
        left, self._import = self._import, None
        self.show_scorecard()
        self._drop(left)

    def _drop(self, gone: ImportPage | None) -> None:
        """Let an import page go, once another page is seen: the keyboard would leave the place with it."""
        if gone is not None and self._stack is not None:
            self._stack.removeWidget(gone)
            gone.deleteLater()

    # Actions and facts

    def _run(self, name: str) -> None:
        self._desk.window.registry.run(name)

    def _on_arrived(self, place: str) -> None:
        registry = self._desk.window.registry
        registry.remove(*ONLY_HERE)
        if place != PLACE:
            return
        from workbench.ui.views.track.actions import own_actions  # noqa: PLC0415  (with the first visit)

        registry.add(*own_actions(self))
        if self._known is not None and self._import is None:
            self.refresh()
        self._show_facts()

    @property
    def desk(self) -> Desk:
        """The window and its session."""
        return self._desk

    @property
    def known(self) -> Known | None:
        """What is known of the actuals; nothing until the store has answered."""
        return self._known

    @property
    def names(self) -> Names | None:
        """Whether people are shown; nothing before the page is built."""
        return self._names

    @property
    def scorecard(self) -> ScorecardPage | None:
        """The scorecard, while it is seen."""
        return self._scorecard if self._is_seen(self._scorecard) else None

    @property
    def importing(self) -> ImportPage | None:
        """The file on its way in, while it is seen."""
        return self._import if self._is_seen(self._import) else None

    def _on_changed(self, agreement: str) -> None:
        current = self._desk.session.current
        if current is not None and current.id == agreement:
            self.refresh()

    def _show_facts(self) -> None:
        """Say in the status bar what is true of this place."""
        from workbench.ui.views.track.status import show_facts  # noqa: PLC0415  (with the first visit)

        if self._desk.window.place == PLACE:
            show_facts(self._desk, self._names, self._known, self.importing)


def _load() -> None:
    """Load the page while the store still checks; nobody should wait for both."""
    import workbench.ui.views.track.scorecard.page  # noqa: F401, PLC0415
