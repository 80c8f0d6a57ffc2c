"""Words on a screen: size by role, colour by tone. Text is plain unless emphasis is asked for.

Must not know whose words they are. Values come from files and people, so nothing is read as markup by accident.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from workbench.ui.theme.fonts import tabular_only
from workbench.ui.theme.properties import vary

Role = Literal[
    "big", "clock", "h1", "title", "mid", "say", "number", "h2", "lead", "strong", "h3", "label", "body", "muted",
    "tiny", "over",
]  # fmt: skip
Tone = Literal["", "text", "sub", "muted", "accent", "ok", "warn", "bad", "idle", "marketing", "sales", "on_tip"]


class Label(QLabel):
    """A label in one of the type sizes.

    Args:
        text: What it says, as plain text.
        role: Size and weight; the application's 14 pixels where empty.
        tone: Colour, where it differs from the role's.
        wrap: Break into lines instead of asking for width.
        figures: Tabular figures, for numbers above one another.
        selectable: May be marked and copied with mouse and keyboard.
    """

    def __init__(
        self,
        text: str = "",
        role: Role | Literal[""] = "",
        *,
        tone: Tone = "",
        wrap: bool = False,
        figures: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:  # a wrapped label asks for the height its width needs
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if figures:
            self.setFont(tabular_only())
        if selectable:
            flags = Qt.TextInteractionFlag
            self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setText(text)

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        vary(self, tone=tone)

    def emphasise(self, template: str, *values: str) -> None:
        """Show a sentence whose `{0}`, `{1}` ... are bold; every part is escaped."""
        import html  # noqa: PLC0415  (brings a table of two thousand entities; not on the way to the first paint)

        self.setTextFormat(Qt.TextFormat.RichText)
        bold = [f"<b>{html.escape(value)}</b>" for value in values]
        self.setText(html.escape(template, quote=False).format(*bold))
        self.setAccessibleName(template.format(*values))


def emphasised(
    template: str, *values: str, role: Role | Literal[""] = "tiny", tone: Tone = "", wrap: bool = False
) -> Label:
    """A label with a sentence whose `{0}`, `{1}` ... are bold."""
    made = Label(role=role, tone=tone, wrap=wrap)
    made.emphasise(template, *values)
    return made
