"""What both teams must say about an entry by hand: a note, and a name for each team. Must not know what is entered."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QStyledItemDelegate, QWidget

from workbench.agreement.model import Agreement
from workbench.agreement.sections.teams import Participant
from workbench.base.language import N_, Language
from workbench.services.entries import BothSay
from workbench.ui.parts.label import Label
from workbench.ui.theme.look import Look
from workbench.ui.theme.theme import theme

LONGEST = 1000


class _Grid(QGridLayout):
    """Labels and fields in two columns that follow the scale."""

    def __init__(self) -> None:
        super().__init__()
        self.setColumnStretch(1, 1)
        theme().follow(self)

    def restyle(self, look: Look) -> None:
        """Scale."""
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(look.px(10))
        self.setVerticalSpacing(look.px(7))


class PersonField(QComboBox):
    """A name: one of the agreement's people, or typed."""

    def __init__(self, people: list[Participant], *, name: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setProperty("kind", "compact")
        self.setItemDelegate(QStyledItemDelegate(self))  # else the sheet's item heights are ignored
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        for one in people:
            self.addItem(one.name)
        self.setCurrentIndex(-1)
        line = self.lineEdit()
        assert line is not None  # it is editable
        line.setAccessibleName(name)
        line.setMaxLength(120)

    @property
    def text(self) -> str:
        """The name."""
        return self.currentText().strip()


class BothSayFields(QWidget):
    """Fields in two columns: what is given first, then note and both names.

    Args:
        agreement: Whose people are offered.
        language: For the words.
        fields: Label and field of what stands before them.
        note_hint: What belongs into the note.
    """

    def __init__(
        self, agreement: Agreement, language: Language, fields: list[tuple[str, QWidget]], note_hint: str
    ) -> None:
        super().__init__()
        text, people = language.text, agreement.teams.participants
        self.note = QLineEdit()
        self.note.setProperty("kind", "compact")
        self.note.setMaxLength(LONGEST)
        self.note.setPlaceholderText(note_hint)
        teams = agreement.teams
        marketing, sales = teams.marketing_name or text(N_("Marketing")), teams.sales_name or text(N_("Sales"))
        self.marketing = PersonField(
            [one for one in people if one.team != "sales"], name=text(N_("For {team}")).format(team=marketing)
        )  # fmt: skip
        self.sales = PersonField(
            [one for one in people if one.team != "marketing"], name=text(N_("For {team}")).format(team=sales)
        )  # fmt: skip
        grid = _Grid()
        rows = [
            *fields,
            (text(N_("Note")), self.note),
            (self.marketing.accessibleName(), self.marketing),
            (self.sales.accessibleName(), self.sales),
        ]
        for place, (words, field) in enumerate(rows):
            label = Label(words, "label")
            label.setBuddy(field)
            if not field.accessibleName():
                field.setAccessibleName(words)
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
        self.setLayout(grid)
        order = [field for _, field in rows]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    @property
    def said(self) -> BothSay:
        """What was filled in."""
        return BothSay(self.note.text().strip(), self.marketing.text, self.sales.text)
