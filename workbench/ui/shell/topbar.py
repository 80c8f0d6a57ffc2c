"""The top bar: the product, what is open, the phases in the centre, what is always at hand. Must not know pages."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.base.language import N_, Language
from workbench.ui.actions import Actions, key_words
from workbench.ui.parts.chip import Chip, ChipTone
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, box, row, stretch
from workbench.ui.parts.segment import Segment
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.shell.finder import Finder
from workbench.ui.shell.place import PHASES
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

PRODUCT = "SLA Workbench"
TIGHT_BELOW = 800
"""Design pixels of width under which the phases are more than what stands at both ends can leave them."""


class TopBar(Panel):
    """The bar at the top of the window.

    Attributes:
        phase_chosen: Emitted with the key of the phase the person chose.

    Args:
        actions: For the buttons: undo, redo, palette, library, dark.
        language: For the words.
    """

    phase_chosen = Signal(str)

    def __init__(self, actions: Actions, language: Language) -> None:
        text = language.text
        self._actions, self._language = actions, language
        self._product = Label(PRODUCT, "h2")
        self._slash = Label("/", "muted")
        self._company = ElidingLabel("", "label")
        self._version = Chip("", "accent")
        home = ToolButton("handshake", text(N_("Library")), color="accent_text", size=20)
        home.clicked.connect(lambda: actions.run("place.library"))
        left = box(row(home, self._product, self._slash, self._company, self._version, stretch(), gap=7))
        self._phases = Segment([(key, text(words)) for key, words, _ in PHASES], name=text(N_("Phase")))
        self._undo = ToolButton("undo-2", "", on_click=lambda: actions.run("edit.undo"))
        self._redo = ToolButton("redo-2", "", on_click=lambda: actions.run("edit.redo"))
        find = N_("Search or run…")
        self._finder = Finder(text(find), key_words("Ctrl+K"), lambda: actions.run("palette.open"))
        self._tools = row(gap=4)
        self._dark = ToolButton("moon", "", on_click=lambda: actions.run("theme.toggle"))
        right = box(row(stretch(), self._undo, self._redo, self._finder, self._tools, self._dark, gap=6))
        for half in (left, right):  # equal halves keep the phases in the middle of the window
            half.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._halves = row((left, 1), self._phases, (right, 1), margins=(12, 8, 14, 8), gap=8)
        self._right = right
        super().__init__(self._halves, role="topbar")
        self._phases.chosen.connect(self.phase_chosen)
        self._wide_only: list[QWidget] = [self._product, self._slash]
        self._is_folded = False
        self._is_open = self._is_tight = False
        self.show_agreement("", "", "accent")
        actions.changed.connect(self._on_actions)
        theme().follow(self)

    def show_agreement(self, company: str, version: str, tone: ChipTone) -> None:
        """Show what is open; an empty company for the library alone, which has no phases."""
        self._is_open = bool(company)
        self._company.setText(company)
        if version:
            self._version.show_state(version, tone)
        self._has_version = bool(version)
        for widget in (self._company, self._phases, self._undo, self._redo):
            widget.setVisible(self._is_open)
        self._arrange()

    def show_phase(self, key: str) -> None:
        """Show which phase one is in; none for a place that is no phase."""
        self._phases.show_choice(key)

    def add_tool(self, tool: QWidget, *, wide_only: bool = False) -> None:
        """Put a further button before the theme's; `wide_only` ones go while the bar is folded."""
        self._tools.addWidget(tool)
        before = [item.widget() for n in range(self._tools.count()) if (item := self._tools.itemAt(n)) is not None]
        chain = [self._finder, *(known for known in before if known is not None), self._dark]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)
        if wide_only:
            self._wide_only.append(tool)
        self._arrange()

    def set_folded(self, folded: bool) -> None:
        """Give way: the product's name, the finder's words and the wide tools go."""
        self._is_folded = folded
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hardly any room: the phases keep theirs."""
        super().resizeEvent(event)
        if self._wants_tight() != self._is_tight:
            QTimer.singleShot(0, self, self._arrange)  # showing a part inside a layout pass upsets the pass

    def restyle(self, look: Look) -> None:
        """The theme button shows where it leads."""
        words = N_("Light colours") if look.dark else N_("Dark colours")
        self._dark.show_icon("sun" if look.dark else "moon", self._language.text(words))
        self._arrange()

    def _wants_tight(self) -> bool:
        return self._is_open and self.width() < theme().look.px(TIGHT_BELOW)

    def _arrange(self) -> None:
        tight = self._wants_tight()
        if tight != self._is_tight:
            self._is_tight = tight
            policy = QSizePolicy.Policy.Maximum if tight else QSizePolicy.Policy.Expanding
            self._right.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
            self._halves.setStretchFactor(self._right, 0 if tight else 1)
        self._version.setVisible(self._has_version and not tight)
        self._dark.setVisible(not tight)
        for widget in self._wide_only:
            widget.setVisible(not self._is_folded)
        self._slash.setVisible(self._is_open and not self._is_folded)
        self._finder.set_folded(self._is_folded and self._is_open)

    def _on_actions(self) -> None:
        for button, name in ((self._undo, "edit.undo"), (self._redo, "edit.redo")):
            if name in self._actions:
                button.say(self._actions.tip(name))
                button.setEnabled(self._actions.get(name).enabled())
