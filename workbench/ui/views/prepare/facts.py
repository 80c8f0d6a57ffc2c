"""What is known of the agreement as a whole: a few answers as lines to press, missing ones first to the eye.

Must not know pages.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from workbench.base.language import N_, Language
from workbench.fields.links import ReferenceKind
from workbench.fields.path import declared, row_path
from workbench.ui.form.draft import Draft
from workbench.ui.parts.eliding import ElidingLabel
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Tone
from workbench.ui.parts.layout import Panel, column, row
from workbench.ui.parts.press_row import PressRow

FACTS: Final = (
    "teams.company", "teams.marketing_lead", "teams.sales_lead", "teams.effective_from", "teams.effective_until",
    "teams.review_date", "teams.currency", "teams.time_zone", "teams.document_language",
)  # fmt: skip
"""Places of the answers that everything else stands on."""


class FactLine(PressRow):
    """One answer: what it is, what it says, or that it is missing."""

    def __init__(self, path: str, draft: Draft, language: Language, go: Callable[[str], object]) -> None:
        self._path, self._draft, self._language = path, draft, language
        field = declared(draft.root, path)[2]
        self._field, self._name = field, language.text(field.label)
        self._icon = IconLabel("circle-check", "ok", 16)
        self._value = ElidingLabel("", "h3")
        name = ElidingLabel(self._name, "body")
        super().__init__(
            row(self._icon, (name, 2), (self._value, 3), gap=9), says=self._name, on_press=lambda: go(path),
            padding=(8, 5, 8, 5),
        )  # fmt: skip
        self.refresh()

    def refresh(self) -> None:
        """Say it as it is now."""
        text, kind = self._language.text, self._field.kind
        value = self._draft.value(self._path)
        issues = self._draft.issues_at(self._path)
        if isinstance(kind, ReferenceKind) and not issues and value:  # what is wrong with a name is wrong here too
            issues = self._draft.issues_at(f"{row_path(kind.to, value)}.name")
        tone: Tone = ""
        if kind.is_empty(value):
            icon, color = ("circle-help", "warn") if self._field.needed else ("minus", "muted")
            said = text(N_("missing") if self._field.needed else N_("not given"))
            tone = "warn" if self._field.needed else "muted"
        elif issues:
            icon, color, said = "triangle-alert", "warn", kind.format(value, self._draft.shown)
            tone = "warn"
        else:
            icon, color, said = "circle-check", "ok", kind.format(value, self._draft.shown)
        self._icon.show_icon(icon, color)
        self._value.setText(said)
        self._value.set_tone(tone)
        why = issues[0].message(self._language) if issues else ""
        self.setToolTip(why)
        self.setAccessibleName(f"{self._name}: {said}. {why}".strip())


class Facts(Panel):
    """The lines."""

    def __init__(self, draft: Draft, language: Language, go: Callable[[str], object]) -> None:
        self._lines = [FactLine(path, draft, language, go) for path in FACTS]
        super().__init__(column(*self._lines, gap=0))

    def refresh(self) -> None:
        """Say all as it is now."""
        for line in self._lines:
            line.refresh()
