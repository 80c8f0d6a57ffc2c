"""A field for a passphrase: dots, which can be looked at for a moment. Must not know what it opens."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, column, row
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.theme.properties import vary


class SecretField(Panel):
    """A label, the field, a button to look, and what is wrong with it.

    Attributes:
        line: The field.

    Args:
        label: What is asked for.
        show_says: Words of the button that shows the text.
        hide_says: Words of the same button when it is shown.
    """

    def __init__(self, label: str, *, show_says: str, hide_says: str) -> None:
        self._says = (show_says, hide_says)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(label)
        self._look = ToolButton("eye", show_says, on_click=self._switch)
        title = Label(label, "label")
        title.setBuddy(self.line)
        self._problem = Label("", "tiny", tone="bad", wrap=True)
        self._problem.hide()
        super().__init__(column(title, row((self.line, 1), self._look, gap=4), self._problem, gap=5))
        self.line.textEdited.connect(lambda _text: self.show_problem(""))

    @property
    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def show_problem(self, words: str) -> None:
        """Say what is wrong; empty for nothing."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        vary(self.line, issue="error" if words else "")
        self.line.setAccessibleDescription(words)

    def forget(self) -> None:
        """Empty the field and hide what is typed from now on."""
        self.line.clear()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._look.show_icon("eye", self._says[0])
        self.show_problem("")

    def _switch(self) -> None:
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._look.show_icon("eye-off" if hidden else "eye", self._says[1 if hidden else 0])
