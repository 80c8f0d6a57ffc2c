"""Worksheets for a room without laptops: each section's fields with their help, and room to write.

Paper keyed in later asks for the same words as the program, because both come from the declarations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.agreement.contents import SECTIONS, SectionInfo
from workbench.base.language import N_
from workbench.documents.blocks import Block, Bullets, Column, Document, Grid, GridRow, Opening, PageBreak
from workbench.documents.compose.papers.sheet import Sheet, room
from workbench.fields.declare import Field, fields_of
from workbench.fields.links import RowsKind
from workbench.fields.words import ChoiceKind, ChoicesKind, TextKind, TextsKind

ROWS_OF_A_LIST = 3
MOST_COLUMNS = 4
LINES = {"line": 2, "prose": 5}


def compose_worksheets(sheet: Sheet, sections: Iterable[str] = ()) -> Document:
    """A worksheet for each section.

    Args:
        sheet: Of which draft.
        sections: Their names; all of them where none is named.
    """
    wanted = set(sections)
    blocks: list[Block] = []
    for info in SECTIONS:
        if not wanted or info.name in wanted:
            if blocks:
                blocks.append(PageBreak())
            blocks.extend(_section(sheet, info))
    return sheet.document(sheet.say(N_("Worksheets")), blocks)


def _section(sheet: Sheet, info: SectionInfo) -> Iterator[Block]:
    say, owner = sheet.say, type(getattr(sheet.agreement, info.name))
    kicker = say(N_("Worksheet, section {n}, {minutes} minutes"), n=info.number, minutes=info.minutes)
    yield Opening(kicker, say(info.title), say(info.purpose))
    yield Bullets(tuple(say(one) for one in info.prompts), full=True)
    columns = (Column(say(N_("Asked")), "name"), Column(say(N_("Answer"))))
    plain = [field for field in fields_of(owner).values() if not isinstance(field.kind, RowsKind)]
    if plain:
        yield Grid(columns, tuple(_asked(sheet, field) for field in plain), full=True, even=True)
    for field in fields_of(owner).values():
        if isinstance(field.kind, RowsKind):
            yield _list(sheet, field, field.kind)


def _asked(sheet: Sheet, field: Field) -> GridRow:
    say, kind = sheet.say, field.kind
    if isinstance(kind, ChoiceKind | ChoicesKind) and len(kind.options) <= 12:
        answer = "\n".join(f"[   ] {say(option.label)}" for option in kind.options)
    else:
        many = isinstance(kind, TextsKind) or (isinstance(kind, TextKind) and kind.lines)
        answer = room(LINES["prose" if many else "line"])
    return GridRow((say(field.label), answer), detail=say(field.help))


def _list(sheet: Sheet, field: Field, kind: RowsKind) -> Grid:
    """An empty table for a list; what has no column goes into the last one."""
    say = sheet.say
    inside = [one for one in fields_of(kind.row).values() if not isinstance(one.kind, RowsKind)]
    heads = [say(one.label) for one in inside[:MOST_COLUMNS]]
    rest = ", ".join(say(one.label) for one in inside[MOST_COLUMNS:])
    columns = tuple(Column(head) for head in heads)
    empty = GridRow(tuple(room(2) for _ in columns), detail=f"{rest}:" if rest else "")
    return Grid(columns, (empty,) * ROWS_OF_A_LIST, say(field.label), say(field.help), full=True)
