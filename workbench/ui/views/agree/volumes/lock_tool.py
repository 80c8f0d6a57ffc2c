"""A lock beside a number: it stays as it is while others are tried; its editor takes no typing. Must not know plans."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.base.language import N_
from workbench.ui.form.plan import Plan
from workbench.ui.parts.sizing import sized
from workbench.ui.parts.tool_button import ToolButton

LOCKED = "workshop.locked"


class LockTool(ToolButton):
    """The lock of one place.

    Args:
        plan: What the form is built with.
        path: The place.
        name: What it is called.
    """

    def __init__(self, plan: Plan, path: str, name: str) -> None:
        self._plan, self._path, self._name = plan, path, name
        super().__init__("lock", "", size=14, on_click=self.turn)
        self.setProperty("kind", "tight")
        sized(self, width=24, height=16)  # no taller than the label it stands beside
        plan.draft.changed.connect(self._on_changed)
        plan.binder.arranged.connect(self.refresh)
        self.refresh()

    @property
    def locked(self) -> bool:
        """Whether the place is locked."""
        return self._path in self._plan.draft.root.workshop.locked

    def turn(self) -> None:
        """Lock it, or let it go."""
        held = self._plan.draft.root.workshop.locked
        others = tuple(one for one in held if one != self._path)
        self._plan.draft.seal()
        self._plan.draft.set(LOCKED, others if self.locked else (*others, self._path))

    def refresh(self) -> None:
        """Show whether it is locked, on the number too."""
        locked, text = self.locked, self._plan.language.text
        says = text(N_("Unlock {name}") if locked else N_("Lock {name} while other numbers are tried"))
        self.show_icon("lock-keyhole" if locked else "lock", says.format(name=self._name))
        place = self._plan.binder.place(self._path)
        for line in place.editor.inputs() if place is not None else ():
            if isinstance(line, QLineEdit) and line.isReadOnly() != locked:
                line.setReadOnly(locked)

    def _on_changed(self, path: str) -> None:
        if path in {"", "workshop", LOCKED}:
            self.refresh()


def locks(paths: frozenset[str]) -> Callable[[Plan, str, str], QWidget | None]:
    """What a page offers beside the labels of its fields: a lock for each of these."""

    def lock_of(plan: Plan, path: str, name: str) -> QWidget | None:
        return LockTool(plan, path, name) if path in paths else None

    return lock_of
