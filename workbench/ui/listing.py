"""The list of agreements as the window knows it: at first sight, then how each stands, then how its promises do.

What costs more is asked later and in small portions, so that a save never waits long. Must not know how it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from PySide6.QtCore import QObject, Signal

from workbench.base.errors import WorkbenchError
from workbench.ui.asking import Ask

if TYPE_CHECKING:
    from workbench.services.first_screen import Glance
    from workbench.services.health import Health
    from workbench.services.shelf import Listed
    from workbench.services.workbench import Workbench

PORTION: Final = 10
"""How many agreements are looked at in one question to the store."""

TRACKED: Final = ("in_force", "review_due", "expired")
"""Standings in which promises are checked."""

State = Literal["loading", "ready", "failed"]


class Line(NamedTuple):
    """One agreement of the list.

    Attributes:
        glance: What is known at first sight.
        listed: How it stands; nothing until the store has answered.
        health: How its promises do; nothing where they are not tracked, have no data, or are not known yet.
        trouble: Why it could not be read, where nothing is `listed`, or its promises not checked; else empty.
        is_checked: Whether `health` and `trouble` are the answer, not a question still open.
    """

    glance: Glance
    listed: Listed | None = None
    health: Health | None = None
    trouble: str = ""
    is_checked: bool = False

    @property
    def id(self) -> str:
        """Of the agreement."""
        return self.glance.id

    @property
    def company(self) -> str:
        """The company; empty while it has none."""
        return self.listed.company if self.listed is not None else self.glance.company

    @property
    def title(self) -> str:
        """The agreement's title."""
        return self.listed.title if self.listed is not None else self.glance.title


class Listing(QObject):
    """The list.

    Attributes:
        state: `loading` until the first list is there; `failed` when it could not be read.
        error: Why it could not.
    """

    changed = Signal()
    """Lines came, went, or are known better."""

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._lines: dict[str, Line] = {}
        self._asked = 0
        self.state: State = "loading"
        self.error: WorkbenchError | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every agreement, the last changed first."""
        return tuple(self._lines.values())

    def line(self, agreement: str) -> Line | None:
        """One agreement's line."""
        return self._lines.get(agreement)

    def show_glances(self, glances: Iterable[Glance]) -> None:
        """Show what is known at first sight; what is known better and still true stays."""
        made: dict[str, Line] = {}
        for glance in glances:
            known = self._lines.get(glance.id)
            if known is None:
                made[glance.id] = Line(glance)
            else:
                is_same = known.glance.updated_at == glance.updated_at
                named = glance._replace(company=glance.company or known.company)
                made[glance.id] = known._replace(glance=named, is_checked=known.is_checked and is_same)
        self._lines = made
        self.state, self.error = "ready", None
        self.changed.emit()

    def fail(self, error: WorkbenchError) -> None:
        """Say that the list cannot be read."""
        self._lines, self.state, self.error = {}, "failed", error
        self.changed.emit()

    def wait(self) -> None:
        """Say that the list is being read again."""
        self.state, self.error = "loading", None
        self.changed.emit()

    def refresh(self) -> None:
        """Read the whole list anew, then how each agreement stands."""
        self._asked += 1
        serial = self._asked

        def found(glances: tuple[Glance, ...]) -> None:
            if serial == self._asked:
                self.show_glances(glances)
                self._look(serial, [glance.id for glance in glances])

        self._ask(lambda workbench: workbench.shelf.glances(), done=found, failed=self.fail)

    def refresh_one(self, agreement: str) -> None:
        """Ask anew how one agreement stands and how its promises do."""

        def found(listed: Listed) -> None:
            self._take((listed,), anew=True)
            self._check([agreement])

        self._ask(lambda workbench: workbench.shelf.one(agreement), done=found, failed=partial(self._lost, agreement))

    def forget(self, agreement: str) -> None:
        """Take an agreement off the list."""
        if self._lines.pop(agreement, None) is not None:
            self.changed.emit()

    def _look(self, serial: int, waiting: Sequence[str], singly: int = 0) -> None:
        """Ask for the next portion of the list.

        Args:
            serial: Of the list that was asked for.
            waiting: What is not read yet.
            singly: How many to read one by one, because one of them is damaged.
        """
        if serial != self._asked:
            return
        if not waiting:
            self._check([line.id for line in self.lines if not line.is_checked])
            return
        many = 1 if singly else PORTION
        now, later = tuple(waiting[:many]), waiting[many:]

        def found(listed: tuple[Listed, ...]) -> None:
            self._take(listed)
            self._look(serial, later, max(singly - 1, 0))

        def damaged(error: WorkbenchError) -> None:
            if len(now) > 1:
                self._look(serial, waiting, len(now))
                return
            self._lost(now[0], error)
            self._look(serial, later, max(singly - 1, 0))

        self._ask(lambda workbench: workbench.shelf.some(now), done=found, failed=damaged)

    def _lost(self, agreement: str, error: WorkbenchError) -> None:
        self._settle(agreement, listed=None, health=None, trouble=error.message, is_checked=True)

    def _take(self, found: Iterable[Listed], *, anew: bool = False) -> None:
        for listed in found:
            known = self._lines.get(listed.id)
            if known is not None:
                glance = known.glance._replace(
                    title=listed.title, company=listed.company, versions=listed.versions,
                    updated_at=listed.updated_at,
                )  # fmt: skip
                checked = known.is_checked and known.listed is not None and not anew
                self._lines[listed.id] = known._replace(glance=glance, listed=listed, is_checked=checked)
        self.changed.emit()

    def _check(self, waiting: Sequence[str]) -> None:
        """Ask how the promises of the next tracked agreement do; one at a time, because a check takes long."""
        for number, agreement in enumerate(waiting):
            line = self._lines.get(agreement)
            if line is None or line.listed is None:
                continue
            if line.listed.standing in TRACKED:
                later = tuple(waiting[number + 1 :])
                self._ask(
                    partial(_health, agreement),
                    done=partial(self._checked, agreement, later),
                    failed=partial(self._not_checked, agreement, later),
                )
                return
            self._lines[agreement] = line._replace(health=None, trouble="", is_checked=True)
        self.changed.emit()

    def _checked(self, agreement: str, later: Sequence[str], health: Health | None) -> None:
        self._settle(agreement, health=health, trouble="", is_checked=True)
        self._check(later)

    def _not_checked(self, agreement: str, later: Sequence[str], error: WorkbenchError) -> None:
        self._settle(agreement, health=None, trouble=error.message, is_checked=True)
        self._check(later)

    def _settle(self, agreement: str, **known: Any) -> None:
        line = self._lines.get(agreement)
        if line is not None:
            self._lines[agreement] = line._replace(**known)
            self.changed.emit()


def _health(agreement: str, workbench: Workbench) -> Health | None:
    from workbench.services.health import health  # noqa: PLC0415  (with the store, on its thread)

    return health(workbench, agreement)
