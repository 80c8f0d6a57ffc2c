"""What the words of a status or a stage mean: only words, or that a lead was accepted, rejected, won, or is out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Signal

from workbench.base.language import N_, Language
from workbench.ui.parts.button import Button
from workbench.ui.parts.label import Label
from workbench.ui.parts.layout import Item, row, stretch
from workbench.ui.tables.cells.dropdown import DropDown
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.cells.number import Number
from workbench.ui.tables.column import Column
from workbench.ui.tables.rows import RowsModel
from workbench.ui.tables.table import Table
from workbench.ui.theme.fonts import MEDIUM, REGULAR
from workbench.ui.views.track.mapping.choices import Choices
from workbench.ui.views.track.mapping.section import Section

if TYPE_CHECKING:
    from workbench.services.foreign_file import InspectedColumn, Inspection

MEANINGS: Final = (
    ("", N_("Only a word")),
    ("open", N_("Still open")),
    ("qualified_at", N_("Qualified")),
    ("accepted_at", N_("Accepted")),
    ("rejected_at", N_("Rejected")),
    ("recycled_at", N_("Recycled")),
    ("sql_at", N_("Sales qualified")),
    ("opportunity_at", N_("Opportunity")),
    ("won_at", N_("Won")),
    ("lost_at", N_("Lost")),
    ("excluded", N_("Does not count")),
)
MOST_WORDS = 8


class WordLine(NamedTuple):
    """A word of a column.

    Attributes:
        field: `status` or `stage`.
        word: As the file has it.
        rows: How often.
        meaning: What it was decided to mean; empty for nothing.
        usual: What it usually means, where no column says so already; else empty.
    """

    field: str
    word: str
    rows: int
    meaning: str
    usual: str


class Meanings(Section):
    """The part about the words of one column.

    Attributes:
        meant: Emitted with a field, a word and its meaning.
        usual_wanted: Emitted with the lines whose usual meaning is to be taken.

    Args:
        language: For the words.
        field: `status` or `stage`.
    """

    meant = Signal(str, str, str)
    usual_wanted = Signal(object)

    def __init__(self, language: Language, field: str) -> None:
        self._language, self._text, self._field = language, language.text, field
        self._header = ""
        self._lines: tuple[WordLine, ...] = ()
        super().__init__("list-checks", "")
        self._usual: Button | None = None
        self._model: RowsModel[WordLine] | None = None
        self.hide()

    def show_seen(self, seen: Inspection, choices: Choices) -> None:
        """Show the words of the column that is this field now."""
        column = next((one for one in seen.columns if choices.columns.get(one.header) == self._field), None)
        if column is None or not column.words or choices.is_own:
            self.hide()
            self._lines = ()
            return
        lines = _lines(self._field, column, choices)
        if self._model is not None and [one.word for one in lines] == [one.word for one in self._lines]:
            for number, one in enumerate(lines):
                if one != self._lines[number]:
                    self._model.replace_row(number, one)
        else:
            self._build(column.header, lines, len(column.words) - len(lines))
        self._lines = lines
        meant = sum(bool(one.meaning) for one in lines)
        self.say(self._text(N_("{n} of {all} mean a date")).format(n=meant, all=len(lines)), "idle")
        if self._usual is not None:
            self._usual.setEnabled(any(one.usual and one.usual != one.meaning for one in lines))
        self.show()

    def _build(self, header: str, lines: tuple[WordLine, ...], more: int) -> None:
        text = self._text
        title = text(N_("Words in {header}")).format(header=header if len(header) <= 24 else f"{header[:23]}…")
        self.title.setText(title)
        self.setAccessibleName(title)
        words = {key: text(said) for key, said in MEANINGS}
        columns: list[Column[WordLine]] = [
            Column("word", text(N_("Word")), lambda one: Lines(one.word, size=12, weight=MEDIUM, left=0)),
            Column("rows", text(N_("Rows")), lambda one: Number(f"{one.rows:,}", REGULAR, "muted", 12), 80, right=True),
            Column("meaning", text(N_("Meaning")), lambda one: _cell(one, words), 176,
                   choices=lambda _one: list(words.items()), chosen=lambda one: one.meaning,
                   choose=lambda one, key: self.meant.emit(one.field, one.word, key)),
        ]  # fmt: skip
        self._model = RowsModel(columns, list(lines))
        table = Table(self._model, name=title, row_height=29, head_height=0, fits=True, hairlines=False)
        items: list[Item] = [table]
        self._usual = None
        if more > 0:
            said = self._language.count("and {n} more word", "and {n} more words", more).format(n=more)
            items.append(Label(said, "muted"))
        if any(one.usual and not one.meaning for one in lines):
            self._usual = Button(text(N_("Take the usual meanings")), "link", on_click=self._take_usual)
            items.append(row(stretch(), self._usual))
        self.replace(*items)

    def _take_usual(self) -> None:
        self.usual_wanted.emit(tuple(one for one in self._lines if one.usual))


def _lines(field: str, column: InspectedColumn, choices: Choices) -> tuple[WordLine, ...]:
    given = {" ".join(word.split()).casefold(): said for word, said in choices.values.get(field, {}).items()}
    said = choices.fields
    made = []
    for word, rows, usual in column.words[:MOST_WORDS]:
        meaning = given.get(" ".join(word.split()).casefold(), "")
        made.append(WordLine(field, word, rows, _known(meaning), "" if usual in said else _known(usual)))
    return tuple(made)


def _known(meaning: str) -> str:
    """A meaning this list can show; others came with a mapping file and are left as they are."""
    return meaning if meaning in dict(MEANINGS) else ""


def _cell(one: WordLine, words: dict[str, str]) -> DropDown:
    said = words[one.meaning]
    if not one.meaning and one.usual:
        said = f"{words['']} ({words[one.usual].lower()}?)"
    return DropDown(said, doubtful=bool(one.usual and not one.meaning), unused=not one.meaning, small=True)
