"""Whose plan is looked at: the whole, or one of the segments that have goals of their own. Must not know plans."""

from __future__ import annotations

from typing import Final

from workbench.agreement.segment_plan import REST
from workbench.base.language import N_
from workbench.ui.form.showing import set_shown
from workbench.ui.parts.choice import Choice
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, row, stretch
from workbench.ui.views.agree.volumes.live_plan import LivePlan

_ALL: Final = "all"
_OF: Final = "of:"
"""Before the key of a segment."""


class SegmentPicker(Panel):
    """A drop-down of the segments; not there while none has a goal of its own.

    Args:
        live: The plan.
    """

    def __init__(self, live: LivePlan) -> None:
        self._live, text = live, live.draft.shown.language.text
        self._offered: list[tuple[str, str]] = []
        self.choice = Choice([], name=text(N_("Segment whose plan is shown")))
        self.choice.activated.connect(self._chosen)
        label = Label(text(N_("Shown for")), "muted")
        label.setBuddy(self.choice)
        super().__init__(row(label, self.choice, stretch(), gap=8))

    def refresh(self) -> None:
        """Offer the segments as they are now."""
        text, root = self._live.draft.shown.language.text, self._live.draft.root
        names = {one.key: one.name for one in root.teams.segments} | {REST: text(N_("Everything else"))}
        keys = [one.key for one in self._live.plan.segments]
        offered = [(_ALL, text(N_("All segments together"))), *((_OF + key, names.get(key, key)) for key in keys)]
        if offered != self._offered:
            self._offered = offered
            self.choice.clear()
            for key, words in offered:
                self.choice.addItem(words, key)
        whose = self._live.whose
        self.choice.show_choice(_ALL if whose is None else _OF + whose)
        set_shown(self, bool(keys))

    def _chosen(self, _at: int) -> None:
        key = self.choice.current
        self._live.look_at(None if key == _ALL else key.removeprefix(_OF))
