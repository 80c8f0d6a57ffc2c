"""The parts of the first section's page that are no fields: the button that brings a logo."""

from __future__ import annotations

from pathlib import Path

from workbench.base.errors import WorkbenchError
from workbench.base.language import N_
from workbench.services.logos import logo_value
from workbench.ui.errands import Errands
from workbench.ui.form.plan import Craft, Plan
from workbench.ui.open_agreement import OpenAgreement
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Panel, row
from workbench.ui.views.choosing import file_to_open
from workbench.ui.views.desk import Desk

PICTURES = "PNG, JPEG (*.png *.jpg *.jpeg)"
PATH = "teams.logo"


class LogoTool(Panel):
    """The button, and why a file was refused.

    Args:
        desk: The window and its session.
        plan: The form, with its draft.
    """

    def __init__(self, desk: Desk, plan: Plan) -> None:
        text = desk.language.text
        self._desk, self._draft, self._text = desk, plan.draft, text
        self._choose = Button(text(N_("Choose a logo…")), icon="folder-open", on_click=self.choose)
        self._refusal = Label("", "muted", wrap=True)
        super().__init__(row(self._choose, (self._refusal, 1), gap=12))
        self._errands = Errands(desk.session, self)

    def choose(self) -> None:
        """Ask for a file."""
        file = file_to_open(self._desk, self._text(N_("Choose a logo")), PICTURES)
        if file is not None:
            self.take(file)

    def take(self, file: Path) -> None:
        """Make the logo of a file small, beside the window, and put it into the draft."""
        self._refusal.setText("")
        self._errands.work(
            lambda _report, _cancel: logo_value(file), self._put, self._refuse,
            key="logo",
        )  # fmt: skip

    def _put(self, value: str) -> None:
        self._draft.set(PATH, value)
        self._draft.seal()  # a step of its own: taking it away again is another

    def _refuse(self, error: WorkbenchError) -> None:
        self._refusal.setText(f"{error.message} {error.hint}".strip())


def craft(desk: Desk, current: OpenAgreement) -> Craft:
    """A logo is brought by a button."""
    del current
    return Craft(tools={"logo": lambda plan: LogoTool(desk, plan)})
