"""Between two people: the whole page asks for the laptop to be handed on. Nothing of the one before is left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from workbench.agreement.signers import SignerSeat
from workbench.base.language import N_
from workbench.ui.parts.button import Button
from workbench.ui.parts.empty import EmptyState
from workbench.ui.parts.flow import Flow
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel, box, column, row, stretch
from workbench.ui.parts.shorten import shorten
from workbench.ui.parts.sizing import sized
from workbench.ui.views.desk import Desk
from workbench.ui.views.sign.seat_lines import role_chip

WIDTH = 560
MOST_OF_A_NAME = 40
"""Letters on a button."""


class HandOver(Panel):
    """The card.

    Attributes:
        taken: Emitted with the role of whoever has the laptop now.
        left: Emitted when nobody signs now.

    Args:
        desk: The window and its session.
    """

    taken = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(column(gap=0), role="page")
        self._desk, self._text = desk, desk.language.text
        self._shown: EmptyState | None = None
        self.take_button: Button | None = None
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Return"), self, self._take, context=here)
        QShortcut(QKeySequence("Enter"), self, self._take, context=here)
        QShortcut(QKeySequence("Esc"), self, self.left.emit, context=here)

    def ask(self, seat: SignerSeat, others: Sequence[SignerSeat], progress: str, *, cleared: bool) -> None:
        """Ask for the laptop to be handed to somebody.

        Args:
            seat: To whom.
            others: Who might sign as well in this step.
            progress: How many have signed.
            cleared: Was there somebody before, whose typing is gone now?
        """
        text = self._text
        title = text(N_("Hand the laptop to {name}")).format(name=seat.name)
        said = text(N_("What was typed before is gone.")) if cleared else ""
        words = " ".join(part for part in (said, text(N_("Read the file, then sign it with your own key."))) if part)
        self.take_button = Button(
            text(N_("I am {name}")).format(name=shorten(seat.name, MOST_OF_A_NAME)),
            "hero",
            on_click=lambda: self.taken.emit(seat.role),
        )
        leave = Button(text(N_("Not now")), keys="Esc", on_click=self.left.emit)
        chip = role_chip(seat)
        items: list[Item] = [
            row(stretch(), chip, Label(progress, "tiny"), stretch(), gap=10), 10,
            row(stretch(), self.take_button, leave, stretch(), gap=10),
        ]  # fmt: skip
        if others:
            label = Label(text(N_("Or somebody else of this step first:")), "tiny")
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            pills = box(Flow([self._pill(one) for one in others]))
            items += [18, label, row(stretch(), pills, stretch())]
        before, self._shown = self._shown, EmptyState(title, words, *items, icon="handshake")
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self._shown)
            self._shown.show()
        if before is not None:
            before.setParent(None)
            before.deleteLater()
        self.take_button.setFocus()

    def _take(self) -> None:
        """Enter presses the button that has the focus, else the one for the next person."""
        focus = self.focusWidget()
        if isinstance(focus, Button):
            focus.click()
        elif self.take_button is not None:
            self.take_button.click()

    def _pill(self, seat: SignerSeat) -> Button:
        made = Button(shorten(seat.name, MOST_OF_A_NAME), "pill", on_click=lambda: self.taken.emit(seat.role))
        sized(made, at_most=WIDTH)
        return made
