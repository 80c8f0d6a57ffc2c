"""What the facilitator asks the room in a section, and how long it may take; folds away. Must not know sections."""

from __future__ import annotations

from workbench.agreement.contents import SectionInfo
from workbench.base.language import N_, Language
from workbench.ui.form.fold import Fold
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Box, Panel, column, row, stretch


class ForTheRoom(Panel):
    """The prompts and the time box of a section.

    Args:
        info: Of the section.
        language: Of the window.
    """

    def __init__(self, info: SectionInfo, language: Language) -> None:
        self._info, self._language = info, language
        minutes = language.count(N_("{n} minute"), N_("{n} minutes"), info.minutes).format(n=info.minutes)
        self.fold = Fold(language.text(N_("Questions for the room")), self._fill, language, heading=True)
        time = row(IconLabel("timer", "muted", 15), Label(minutes, "tiny"), stretch(), gap=5)
        super().__init__(column(self.fold, time, gap=8))
        self.fold.show_inside(open_it=True)

    def _fill(self, held: Box) -> None:
        for prompt in self._info.prompts:
            held.put(Label(self._language.text(prompt), "body", wrap=True, selectable=True))
