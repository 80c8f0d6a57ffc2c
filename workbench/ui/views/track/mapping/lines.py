"""The columns of a file as rows of a table: what is in them, which field each becomes, how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from workbench.agreement.lead_fields import FIELD
from workbench.base.language import N_, Language
from workbench.ui.tables.cell import Cell
from workbench.ui.tables.cells.dropdown import DropDown
from workbench.ui.tables.cells.glyph import Glyph, Strength
from workbench.ui.tables.cells.lines import Lines
from workbench.ui.tables.column import Column
from workbench.ui.theme.fonts import MEDIUM
from workbench.ui.views.track.mapping.choices import KEEP, Choices
from workbench.ui.views.track.mapping.parts import wanted_of, words_of
from workbench.ui.views.track.names import Names

if TYPE_CHECKING:
    from workbench.services.foreign_file import InspectedColumn, Inspection

SAMPLES = 3
TWO_LINES = 48
"""Letters of a header that fit into two lines; a longer one is cut, and its tooltip has all of it."""

NOTES: Final[Mapping[str, str]] = {
    "also_fits": N_("Also looks like {field}"),
    "unsure": N_("May be {field}"),
    "values_contradict": N_("Its values do not look like {field}"),
    "duration": N_("A duration; the two dates count instead"),
    "guessed": N_("A guess; please check"),
    "no_times": N_("Dates without times: to the day only"),
    "date_order_conflict": N_("Mixes day first and month first"),
    "date_cells_swapped": N_("Day and month may be swapped"),
    "long_ids": N_("Long numbers; check the IDs"),
    "currencies": N_("Several currencies"),
    "ranges": N_("Ranges; the lower end counts"),
    "joined_time": N_("Time of day for {day}"),
    "joined_text": N_("Joined to {first}"),
}
"""What is said of a column under its name, by the code of what the reader noted."""


@dataclass(frozen=True)
class FileColumn:
    """One column of the file.

    Attributes:
        letter: What a spreadsheet calls it.
        header: As the file has it.
        samples: Its first values, as they may be shown.
        chosen: The field it becomes, `KEEP`, or empty.
        match: `exact`, `known`, `remembered`, `by_hand`, `check`, `new` or `none`.
        words: What it becomes, in words.
        note: A few words about it.
    """

    letter: str
    header: str
    samples: tuple[str, ...]
    chosen: str
    match: str
    words: str
    note: str = ""

    @property
    def to_check(self) -> bool:
        """Should a person look at it?"""
        return self.match in {"check", "new"}


def file_columns(first: Inspection, choices: Choices, names: Names, language: Language) -> list[FileColumn]:
    """The columns as they are decided now.

    Args:
        first: What the file was recognised as, before anything was decided.
        choices: What is decided.
        names: Whether people are shown.
        language: For the notes.
    """
    notes = _notes(first, language)
    return [_file_column(one, choices, notes.get(one.header, ""), names, language) for one in first.columns]


def _file_column(
    one: InspectedColumn, choices: Choices, note: str, names: Names, language: Language
) -> FileColumn:  # fmt: skip
    chosen, personal = choices.chosen(one.header), one.field or one.candidate
    shown = [names.foreign(value, choices.columns.get(one.header) or personal) for value in one.samples[:SAMPLES]]
    shown += [""] * (SAMPLES - len(shown))
    if one.header in choices.own and not note:
        note = language.text(N_("A promise reads it"))
    if one.header in choices.added and one.header not in choices.by_hand:
        note = language.text(N_("Not in the file last time"))
    return FileColumn(
        one.letter, one.header, tuple(shown), chosen, _match(one, choices, chosen),
        _becomes(chosen, choices.kind, language), note,
    )  # fmt: skip


def _becomes(chosen: str, kind: str, language: Language) -> str:
    if chosen == KEEP:
        return language.text(N_("Keep as own field"))
    return words_of(chosen, kind, language) if chosen else language.text(N_("Not used"))


def _match(one: InspectedColumn, choices: Choices, chosen: str) -> str:
    if chosen == KEEP and one.header in choices.own:
        return "exact"
    if one.header in choices.by_hand:
        return "by_hand" if chosen else "none"
    if one.header in choices.remembered:
        return "remembered" if chosen else "none"
    if one.header in choices.added:
        return "new"
    if chosen and one.match == "guess":
        return "check"
    return one.match if chosen else "none"


def _notes(first: Inspection, language: Language) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in first.notes:
        values = dict(one.values)
        if one.code in NOTES and "header" in values:
            if values.get("field") in FIELD:
                values["field"] = language.text(FIELD[values["field"]].label)
            found.setdefault(values["header"], language.text(NOTES[one.code]).format(**values))
    return found


def column_columns(
    language: Language, choices: Callable[[], Choices], choose: Callable[[str, str], object] | None, kind: str = ""
) -> list[Column[FileColumn]]:
    """The columns of the table.

    Args:
        language: For the words.
        choices: What is decided now.
        choose: Told a header and what it is to become; nothing where nothing can be chosen.
        kind: What the rows are: `activities`, or empty for leads.
    """
    text = language.text

    def chose(one: FileColumn, key: str) -> None:
        if choose is not None:
            choose(one.header, key)

    return [
        Column("name", text(N_("Column in the file")), name_cell, left_pad=24),
        *(
            Column(f"sample{n}", text(N_("First three values")) if n == 0 else "",
                   partial(_sample, number=n, language=language), 138, left_pad=10)
            for n in range(SAMPLES)
        ),
        Column("arrow", "", lambda one: _arrow(one, language), 28),
        Column("field", text(N_("What it tells") if kind else N_("Field in the agreement")),
               partial(field_cell, fixed=choose is None), 176, left_pad=10,
               choices=(lambda one: options(one, choices(), language)) if choose is not None else None,
               chosen=lambda one: one.chosen, choose=chose),
        Column("match", text(N_("Match")), lambda one: match_cell(one, language), 132),
    ]  # fmt: skip


def options(one: FileColumn, choices: Choices, language: Language) -> list[tuple[str, str]]:
    """What a column can become; a field that another column is says which."""
    text = language.text
    held = {name: header for header, name in choices.columns.items() if name and header != one.header}
    made = [] if choices.kind else [(KEEP, text(N_("Keep as own field")))]
    if one.header not in choices.own:
        made.insert(0, ("", text(N_("Not used"))))
    for name, label in wanted_of(choices.kind):
        words = text(label)
        if name in held:
            words = text(N_("{field}  (now {header})")).format(field=words, header=_short(held[name]))
        made.append((name, words))
    return made


def name_cell(one: FileColumn) -> Cell:
    """The letter and the header, with what is to be said of it."""
    return Lines(
        one.header, one.note, mark=one.letter, weight=MEDIUM, left=24, color="text" if one.chosen else "sub",
        wraps=not one.note and len(one.header) <= TWO_LINES, second_color="warn" if one.match == "check" else "",
    )  # fmt: skip


def field_cell(one: FileColumn, *, fixed: bool = False) -> Cell:
    """What it becomes, as a drop-down; as plain words where nothing can be chosen."""
    if fixed:
        return Lines(one.words, weight=MEDIUM, left=15, color="text" if one.chosen else "muted")
    return DropDown(one.words, doubtful=one.match == "check", unused=not one.chosen or one.chosen == KEEP)


def match_cell(one: FileColumn, language: Language) -> Cell:
    """How it was found."""
    text = language.text
    match one.match:
        case "exact":
            return Strength(3, text(N_("Exact name")))
        case "known":
            return Strength(3, text(N_("Known label")))
        case "check":
            return Strength(1, text(N_("Please check")), doubtful=True)
        case "remembered":
            return Glyph("bookmark-check", text(N_("Remembered")), shown=True, color="ok")
        case "by_hand":
            return Glyph("pencil", text(N_("Chosen")), shown=True, color="ok")
        case "new":
            return Glyph("plus", text(N_("New column")), shown=True, color="accent_text", text_color="accent_text")
        case _:
            return Glyph("minus", text(N_("Not used")), shown=True)


def _sample(one: FileColumn, number: int, language: Language) -> Cell:
    value = one.samples[number]
    return Lines(value or language.text(N_("empty")), size=12, color="sub" if value else "muted", figures=True, left=10)


def _arrow(one: FileColumn, language: Language) -> Cell:
    if one.chosen:
        return Glyph("arrow-right", language.text(N_("becomes")))
    return Glyph("minus", language.text(N_("does not become")))


def _short(header: str) -> str:
    return header if len(header) <= 24 else f"{header[:23]}…"
