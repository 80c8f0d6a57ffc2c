"""Something a page has to say, inline: what, why, and the buttons that mend it. Nothing jumps when it is settled.

It stays in its place when the matter is solved and turns `ok`, so that what lies below does not move.
"""

from __future__ import annotations

from typing import Literal

from workbench.ui.parts.button import Button
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, row
from workbench.ui.theme.properties import vary

Grade = Literal["error", "warning", "ok", "hint", "none"]
_GLYPH: dict[str, tuple[str, str]] = {
    "error": ("triangle-alert", "bad"),
    "warning": ("triangle-alert", "warn"),
    "ok": ("circle-check", "ok"),
    "hint": ("info", "accent_text"),
    "none": ("info", "sub"),
}


class Notice(Panel):
    """A strip with a glyph, a sentence whose beginning may be bold, and actions.

    Args:
        grade: How grave; decides glyph and colours.
        text: The sentence.
        strong: What the sentence is about, in bold before it.
        actions: Buttons that mend it, small.
    """

    def __init__(self, grade: Grade, text: str, *, strong: str = "", actions: tuple[Button, ...] = ()) -> None:
        glyph, color = _GLYPH[grade]
        self._icon = IconLabel(glyph, color, 17)
        self._words = Label(role="body", wrap=True)
        for button in actions:
            button.set_kind("small")
        self._actions = actions
        super().__init__(row(self._icon, (self._words, 1), *actions, margins=(13, 7, 8, 7), gap=9))
        self.setProperty("issue", grade)
        self.say(grade, text, strong=strong)

    def say(self, grade: Grade, text: str, *, strong: str = "", act: bool = True) -> None:
        """Say something else in the same place.

        Args:
            grade: How grave it is now.
            text: The sentence.
            strong: What it is about.
            act: May the actions be used? They keep their room either way.
        """
        glyph, color = _GLYPH[grade]
        self._icon.show_icon(glyph, color)
        if strong:
            self._words.emphasise("{0} " + text.replace("{", "{{").replace("}", "}}"), strong)
        else:
            self._words.setTextFormat(self._words.textFormat().PlainText)
            self._words.setText(text)
        vary(self, issue=grade)
        vary(self._words, tone="text")
        for button in self._actions:
            button.setEnabled(act)
        self.setAccessibleName(f"{strong} {text}".strip())
