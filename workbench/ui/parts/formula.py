"""How a computed number came about: the equation, what went into it and where that comes from, how it was rounded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout

from workbench.base.language import N_, Language
from workbench.ui.parts.icon_label import IconLabel
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, Panel
from workbench.ui.parts.popover import Popover
from workbench.ui.parts.tool_button import ToolButton
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme


@dataclass(frozen=True)
class Input:
    """One number that went in.

    Attributes:
        name: What it is.
        value: As written in the language.
        source: Where it comes from: measured, assumed, locked, computed.
        icon: The source as an icon.
    """

    name: str
    value: str
    source: str = ""
    icon: str = "calculator"


@dataclass(frozen=True)
class Formula:
    """A number's origin.

    Attributes:
        title: What the number is.
        equation: Numbers and signs up to and with the equals sign.
        result: The number.
        inputs: What went in.
        note: Rounding and other fine print.
    """

    title: str
    equation: str
    result: str
    inputs: Sequence[Input] = ()
    note: str = ""


class _Inputs(QGridLayout):
    """Name, value, source in three columns that follow the scale."""

    def __init__(self, inputs: Sequence[Input]) -> None:
        super().__init__()
        for line, one in enumerate(inputs):
            self.addWidget(Label(one.name, "body"), line, 0)
            self.addWidget(Label(one.value, "h3", figures=True), line, 1, Qt.AlignmentFlag.AlignRight)
            if one.source:
                self.addWidget(IconLabel(one.icon, "muted", 15), line, 2)
                self.addWidget(Label(one.source, "tiny"), line, 3)
        self.setColumnStretch(0, 1)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setContentsMargins(look.px(12), look.px(8), look.px(12), look.px(8))
        self.setHorizontalSpacing(look.px(9))
        self.setVerticalSpacing(look.px(5))


def formula_popover(formula: Formula, language: Language) -> Popover:
    """A popover with a number's origin; it can be copied as one line of text."""
    equation = Label(role="lead", tone="accent", wrap=True)
    equation.emphasise(formula.equation.replace("{", "").replace("}", "") + " {0}", formula.result)
    items: list[Item] = [equation]
    if formula.inputs:
        items.append(Panel(_Inputs(formula.inputs), card="quiet"))
    if formula.note:
        items.append(Label(formula.note, "tiny", wrap=True))
    copy = ToolButton("copy", language.text(N_("Copy")))
    made = Popover(formula.title, *items, close_says=language.text(N_("Close")), tools=(copy,))
    written = f"{formula.title}: {formula.equation} {formula.result}"
    copy.clicked.connect(lambda: QApplication.clipboard().setText(written))
    return made
