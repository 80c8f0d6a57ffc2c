"""Whether people's names are shown, and what stands for them while they are hidden. One switch for all pages.

Hidden means hidden everywhere: in what is drawn, in tooltips, in what a screen reader hears, in lists that are written.
On the projector names are hidden by themselves. Must not know pages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from workbench.base.language import N_
from workbench.ui.theme.theme import PROJECTOR, theme
from workbench.ui.views.desk import Desk

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_QUOTED = re.compile("“[^”]*”")
PERSONAL = frozenset({"person", "email", "owner"})
"""Lead fields that name people."""


class Names(QObject):
    """The switch.

    Args:
        desk: Remembers it.
        parent: Owner.
    """

    changed = Signal()
    """Names were hidden or are shown again."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._text = desk, desk.language.text
        self._letters: dict[str, str] = {}
        self._was_projector = theme().look.scale >= PROJECTOR
        self._hidden = desk.memory.now.hide_names or self._was_projector
        theme().changed.connect(self._on_look)

    @property
    def hidden(self) -> bool:
        """Are names hidden?"""
        return self._hidden

    def hide(self, hidden: bool) -> None:
        """Hide or show them, and remember it; on the projector it is not remembered."""
        if not self._was_projector:
            self._desk.memory.remember(hide_names=hidden)
        self._set(hidden)

    def know(self, owners: Sequence[str]) -> None:
        """Learn who works leads, so that each keeps a letter."""
        self._letters = {owner: _letter(number) for number, owner in enumerate(owners)}

    def rep(self, owner: str) -> str:
        """The person who works a lead: the name, or a letter."""
        if not owner:
            return self._text(N_("No owner"))
        if not self._hidden:
            return owner
        letter = self._letters.get(owner) or _letter(len(self._letters))
        self._letters.setdefault(owner, letter)
        return self._text(N_("Rep {letter}")).format(letter=letter)

    def person(self, name: str) -> str:
        """Anybody else: the name, or nothing."""
        return "" if self._hidden else name

    def lead(self, known_as: str, number: int) -> str:
        """What a lead is called: its id; while names are hidden, an address is replaced by the lead's number."""
        if self._hidden and "@" in known_as:
            return self._text(N_("Lead {n}")).format(n=number + 1)
        return known_as

    def foreign(self, value: str, field: str) -> str:
        """A value of a foreign file: hidden where its column names people, or where it is an address."""
        if self._hidden and value and (field in PERSONAL or "@" in value):
            return self._text(N_("hidden"))
        return value

    def sentence(self, words: str) -> str:
        """A sentence about a foreign file: while names are hidden, without the values it quotes."""
        return _QUOTED.sub("“…”", words) if self._hidden else words

    def _set(self, hidden: bool) -> None:
        if hidden != self._hidden:
            self._hidden = hidden
            self.changed.emit()

    def _on_look(self) -> None:
        projector = theme().look.scale >= PROJECTOR
        if projector != self._was_projector:
            self._was_projector = projector
            self._set(projector or self._desk.memory.now.hide_names)


def _letter(number: int) -> str:
    """A, B, ... Z, AA, AB, ..."""
    before, last = divmod(number, len(LETTERS))
    return (_letter(before - 1) if before else "") + LETTERS[last]
