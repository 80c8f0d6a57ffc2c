"""The points model on its page: drawn on two axes, said in words, with the lead that is being tried on it.

Must not know how the axes are drawn.
"""

from __future__ import annotations

from collections.abc import Callable

from workbench.agreement.qualification.point_range import PointRange, point_range
from workbench.agreement.qualification.score import Score
from workbench.agreement.sections.lead_definitions import LeadDefinitions
from workbench.base.language import N_, Language
from workbench.fields.declare import field_of
from workbench.fields.value import Shown
from workbench.ui.form.draft import Draft
from workbench.ui.form.field_frame import NoteLabel
from workbench.ui.form.showing import set_shown
from workbench.ui.form.when_seen import WhenSeen
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column
from workbench.ui.views.agree.lead_definitions.points_view import Field, PointsView


class PointsModel(Panel):
    """The model.

    Attributes:
        view: The axes.
        words: What they show.
        note: A threshold that no lead can reach.

    Args:
        draft: With the definitions.
        tried: The score of the lead that is being tried; nothing before one is.
    """

    def __init__(self, draft: Draft, tried: Callable[[], Score | None]) -> None:
        self._draft, self._tried = draft, tried
        self.view = PointsView(draft.shown.language)
        self.words, self.note = Label("", "muted", wrap=True), NoteLabel()
        super().__init__(column(self.view, self.words, self.note, gap=6))
        self.follow = WhenSeen(self, self.refresh, draft, ("lead_definitions",))
        self.refresh()

    def refresh(self) -> None:
        """Show the points as they are now."""
        definitions: LeadDefinitions = self._draft.root.lead_definitions
        found, language = point_range(definitions), self._draft.shown.language
        said = _words(definitions, found, language)
        lead = self._tried()
        if lead is not None and definitions.points:
            said += " " + language.text(N_("The dot is the lead tried below."))
        self.words.setText(said)
        field = Field(
            found.fit, found.interest, definitions.threshold, definitions.fit_threshold,
            definitions.interest_threshold, lead if definitions.points else None,
        )  # fmt: skip
        self.view.show_field(field, said)
        names = [language.text(field_of(LeadDefinitions, name).label) for name in found.unreachable]
        wrong = language.text(N_("No lead can reach this: {names}.")).format(names=", ".join(names)) if names else ""
        self.note.show_problem("warning" if wrong and definitions.points else None, wrong if definitions.points else "")
        set_shown(self.note, bool(wrong and definitions.points))


def _words(definitions: LeadDefinitions, found: PointRange, language: Language) -> str:
    text = language.text
    if not definitions.points:
        return text(N_("Add rules that give points; then what qualifies is drawn here."))
    said = text(N_("A lead has at most {total} points: {fit} of fit and {interest} of interest.")).format(
        total=found.total, fit=found.fit, interest=found.interest
    )
    if definitions.decay_points and definitions.decay_every is not None:
        every = field_of(LeadDefinitions, "decay_every").kind.format(definitions.decay_every, Shown(language))
        words = N_("Interest loses {points} points for every {time} without activity.")
        said += " " + text(words).format(points=definitions.decay_points, time=every)
    return said
