"""What can be done about open points from anywhere in a section: see them all, repair the one at hand.

Must not know how a point is found or repaired.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.base.language import N_
from workbench.ui.actions import Action
from workbench.ui.views.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.views.agree.section_view import SectionView

PLACE = "agree"


class PointsAtHand:
    """The actions on open points.

    Args:
        desk: The window and its session.
        view: The section that is shown, if any.
        show_place: Brings any place of the agreement into view.
    """

    def __init__(self, desk: Desk, view: Callable[[], SectionView | None], show_place: Callable[[str], object]) -> None:
        self._desk, self._view, self._show_place = desk, view, show_place

    def actions(self, here: Callable[[], bool], draft: Callable[[], bool]) -> tuple[Action, ...]:
        """For the registry.

        Args:
            here: Whether a section is shown.
            draft: Whether an agreement is open.
        """
        return (
            Action("agree.issues", N_("Show all open points"), self.show_all, "Shift+F8", icon="list-checks",
                   enabled=draft),
            Action("agree.repair", N_("Repair the open point at hand"), self.repair, "Ctrl+.", icon="check",
                   keywords=N_("fix issue"), enabled=here, room_sees=True),
        )  # fmt: skip

    def repair(self) -> None:
        """Do what can be done about the field with the cursor, else about the first open point of the section."""
        from workbench.ui.views.agree.open_points import points  # noqa: PLC0415  (on a wish)
        from workbench.ui.views.agree.repairing import carry_out  # noqa: PLC0415

        current, view, language = self._desk.session.current, self._view(), self._desk.language
        if current is None or view is None:
            return
        found = points(current.draft, language, view.info.name)
        for point in sorted(found, key=lambda one: one.path != view.page.binder.current_path):
            done = carry_out(current.draft, point.issue, language) if point.issue is not None else None
            if done is not None:
                self._show_place(done.path)
                words = language.text(N_("Done: {what}. Ctrl+Z takes it back."))
                self._desk.session.told.emit(words.format(what=done.words(language)))
                return
        self._desk.session.told.emit(language.text(N_("Nothing in this section can be repaired with one key.")))

    def show_all(self) -> None:
        """Show everything that is open."""
        from workbench.ui.views.agree.open_points import points_popover  # noqa: PLC0415  (on a wish)

        current = self._desk.session.current
        if current is None:
            return

        def go(path: str) -> None:
            popover.close_popover()
            self._show_place(path)

        popover = points_popover(current.draft, self._desk.language, go, self._desk.window)
        rail = self._desk.window.rail(PLACE)
        anchor: QWidget = rail if rail is not None and rail.isVisible() else self._desk.window.top
        popover.open_at(anchor, anchor.rect().adjusted(0, anchor.height() - 60, 0, 0) if anchor is rail else None)
